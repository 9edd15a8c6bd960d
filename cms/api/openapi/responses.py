"""Answers in the OpenAPI document: every status that occurs, its media type and headers."""

from typing import Any

from cms.api.openapi.operations import is_never_kept
from cms.api.openapi.references import references
from cms.api.problems import MEDIA_TYPE, title_of

HEADERS = {
    "ETag": ("Strong: names exactly these bytes. Send it back as If-None-Match.", {"type": "string"}),
    "Cache-Control": ("How long the answer may be kept without asking again.", {"type": "string"}),
    "Cache-Tag": (
        "What the answer was made from, parted by commas. When one of these changes, it is to be made anew.",
        {"type": "string"},
    ),
    "X-Robots-Tag": ("That search engines are to keep out.", {"type": "string"}),
    "Referrer-Policy": ("That links are to be followed without telling this address.", {"type": "string"}),
    "Retry-After": ("Seconds to wait before asking again.", {"type": "integer", "minimum": 1}),
    "Allow": ("The methods there are.", {"type": "string"}),
}
OF_CONTENT = ("ETag", "Cache-Control", "Cache-Tag")
OF_DRAFTS = ("Cache-Control", "X-Robots-Tag", "Referrer-Policy")

PROBLEMS = {
    403: ("Forbidden", "The token opens nothing; the message of the parameter `token` says why.", OF_DRAFTS),
    404: ("NotFound", "There is nothing like that for readers.", ()),
    405: ("MethodNotAllowed", "The content API is read-only.", ("Allow",)),
    406: ("NotAcceptable", "The Accept header leaves out the media type of the answer.", ()),
    410: ("Gone", "It was here once, and is not any more.", ()),
    422: ("UnprocessableContent", "A parameter is wrong; `parameters` says which and why.", ()),
    429: ("TooManyRequests", "This address asked too often.", ("Retry-After",)),
    500: ("InternalServerError", "Something went wrong on our side.", ()),
    503: ("ServiceUnavailable", "The site is not ready to answer.", ("Retry-After",)),
}
"""Status: name, description, headers."""
ALWAYS = (405, 406, 429, 500, 503)
"""What the middleware may answer to any request."""

FIRST = "$response.body#/results/0"
TO_PAGE = {
    "page": ("getPage", {"page_id": f"{FIRST}/id", "locale": f"{FIRST}/language/code"}),
    "address": ("getPageByPath", {"path": f"{FIRST}/path"}),
}
TO_ADDRESS = {"address": TO_PAGE["address"]}
OF_LOCALE = {"locale": f"{FIRST}/code"}
LINKS = {
    **dict.fromkeys(("listPartnerCities", "listNetworks", "listProjects", "search"), TO_PAGE),
    **dict.fromkeys(("getNavigation", "listRedirects"), TO_ADDRESS),
    "listPages": {**TO_PAGE, "below": ("listPages", {"parent": f"{FIRST}/id", "locale": f"{FIRST}/language/code"})},
    "listTopics": {
        **TO_PAGE,
        "pages": ("listPages", {"topic": f"{FIRST}/id", "locale": f"{FIRST}/language/code"}),
        "cities": ("listPartnerCities", {"topic": f"{FIRST}/id"}),
    },
    "listLocales": {
        "pages": ("listPages", OF_LOCALE),
        "site": ("getSite", OF_LOCALE),
        "navigation": ("getNavigation", OF_LOCALE),
        "home": ("getPageByPath", {"path": f"{FIRST}/home"}),
    },
    "getSite": {"home": ("getPageByPath", {"path": "$response.body#/home"})},
    "listPictures": {"picture": ("getPicture", {"number": f"{FIRST}/image"})},
    "listChanges": {
        "later": ("listChanges", {"since": "$response.body#/next"}),
        "page": ("getPage", {"page_id": f"{FIRST}/page", "locale": f"{FIRST}/locale"}),
    },
    "listEvents": {**TO_PAGE, "calendar": ("getEventCalendar", {"event_id": f"{FIRST}/id"})},
    "listNews": TO_PAGE,
    "mapPartnerCities": {"page": ("getPage", {"page_id": "$response.body#/features/0/id"})},
}
"""What an answer leads to: operation: {name: (operation, its parameters)}."""


def finish(operation: dict[str, Any]) -> None:
    """Give the operation all its answers: those it declares, and those of the middleware."""
    declared = {int(status): answer for status, answer in operation["responses"].items()}
    problems = sorted({*(status for status in declared if status >= 400), *ALWAYS})
    found = {str(status): content(answer, operation) for status, answer in declared.items() if status < 300}
    if not is_never_kept(operation):
        found["304"] = {"$ref": "#/components/responses/NotModified"}
    for status in problems:
        found[str(status)] = {"$ref": f"#/components/responses/{PROBLEMS[status][0]}"}
    operation["responses"] = found


def content(answer: dict[str, Any], operation: dict[str, Any]) -> dict[str, Any]:
    """Return an answer with content, with its headers and what it leads to."""
    names = OF_DRAFTS if is_never_kept(operation) else OF_CONTENT
    made = {**answer, "description": "The answer.", "headers": headers(*names)}
    others = {name: body for name, body in answer["content"].items() if name != "application/json"}
    if others:  # Ninja names JSON, whatever the operation says its media type is
        made["content"] = others
    links = LINKS.get(operation["operationId"], {})
    if links:
        made["links"] = {
            name: {"operationId": target, "parameters": parameters} for name, (target, parameters) in links.items()
        }
    return made


def headers(*names: str) -> dict[str, Any]:
    """Return references to headers."""
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def problem(status: int) -> dict[str, Any]:
    """Return the answer with a problem."""
    _name, description, names = PROBLEMS[status]
    detail = {"type": "about:blank", "title": title_of(status), "status": status, "detail": description}
    example = {**detail, "parameters": [], "available": []}
    body = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}, "example": example}}
    return {**bare(description, *names), "content": body}


def bare(description: str, *names: str) -> dict[str, Any]:
    """Return an answer without a body."""
    return {"description": description, **({"headers": headers(*names)} if names else {})}


NOT_MODIFIED = bare("Not changed since the ETag in If-None-Match.", "ETag", "Cache-Control")
RESPONSES = {
    "NotModified": NOT_MODIFIED,
    "NotModifiedHead": NOT_MODIFIED,
    **{name: problem(status) for status, (name, _text, _names) in PROBLEMS.items()},
    **{f"{name}Head": bare(text, *names) for name, text, names in PROBLEMS.values()},
}


def components(paths: dict[str, Any]) -> dict[str, Any]:
    """Return the headers, and the answers that the paths refer to."""
    used = set(references(paths, "responses"))
    return {
        "headers": {
            name: {"description": text, "required": True, "schema": schema} for name, (text, schema) in HEADERS.items()
        },
        "responses": {name: answer for name, answer in RESPONSES.items() if name in used},
    }
