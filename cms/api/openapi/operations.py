"""Operations in the OpenAPI document: summaries, parameters, HEAD."""

import copy
from typing import Any

from cms.api.openapi.schemas import tidy

SHARED_PARAMETERS = {
    "IfNoneMatch": {
        "in": "header",
        "name": "If-None-Match",
        "required": False,
        "description": "The ETag of the answer you have: 304 says that it still holds.",
        "schema": {"type": "string"},
    }
}
IF_NONE_MATCH = {"$ref": "#/components/parameters/IfNoneMatch"}
NEVER_KEPT = ("getDraft",)
"""Operations whose answers no cache may keep, and which therefore have no ETag."""


def of(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the operations of a document."""
    return [operation for item in document["paths"].values() for operation in item.values()]


def finish(operation: dict[str, Any]) -> None:
    """Give the operation a summary that reads well, parameters as OpenAPI wants them, and the shared ones."""
    operation["summary"] = summary(operation["description"])
    shared = [] if is_never_kept(operation) else [IF_NONE_MATCH]
    operation["parameters"] = [*map(parameter, operation["parameters"]), *shared]


def is_never_kept(operation: dict[str, Any]) -> bool:
    """Return whether no cache may keep the answers of an operation."""
    return operation["operationId"] in NEVER_KEPT


def summary(description: str) -> str:
    """Return the first sentence of a description."""
    return description.split(". ")[0].split("\n")[0].rstrip(".")


def parameter(given: dict[str, Any]) -> dict[str, Any]:
    """Return a parameter as Ninja gives it without what only a JSON body could hold.

    A parameter that is left out is not null, and its examples stand in its schema: beside it, OpenAPI has a map.
    """
    schema = tidy(given["schema"])
    kinds = [kind for kind in schema.pop("anyOf", []) if kind.get("type") != "null"]
    if len(kinds) == 1:
        schema = {**kinds[0], **schema}
    elif kinds:
        schema["anyOf"] = kinds
    schema.pop("description", None)
    return {**{key: value for key, value in given.items() if key != "examples"}, "schema": schema}


def with_head(item: dict[str, Any]) -> dict[str, Any]:
    """Return a path's operations and, where it has GET, HEAD: the same headers without a body (RFC 9110, 9.3.2)."""
    if "get" not in item:
        return item
    get = item["get"]
    name = get["operationId"]
    head = {
        **get,
        "operationId": f"head{name[0].upper()}{name[1:]}",
        "summary": f"{get['summary']} (headers only)",
        "responses": {status: without_body(answer) for status, answer in get["responses"].items()},
    }
    return {**item, "head": copy.deepcopy(head)}


def without_body(answer: dict[str, Any]) -> dict[str, Any]:
    """Return an answer to HEAD."""
    if "$ref" in answer:
        return {"$ref": f"{answer['$ref']}Head"}
    return {key: value for key, value in answer.items() if key not in ("content", "links")}
