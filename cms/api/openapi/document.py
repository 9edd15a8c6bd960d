"""The OpenAPI document: what Ninja finds in the code, and what the middleware and the field add to it."""

from functools import cached_property
from typing import Any

from django.conf import settings
from ninja import NinjaAPI
from ninja.openapi.docs import Swagger

from cms.api.openapi import examples, operations, responses, schemas

TAGS = {
    "Pages": "Pages whole: by address, by id, and in lists.",
    "Partner cities": "The cities this city has a relation with, as a list and on the map.",
    "Networks, topics and projects": "City networks, themes of cooperation, and cooperations that last.",
    "News and events": "What happens, in lists and as calendars.",
    "Pictures": "Pictures with their files, credits and rights.",
    "Changes": "What changed for readers, in order.",
    "Languages": "The languages readers are offered.",
    "Site": "What stands on every page, the sections of the site, and addresses that moved.",
    "Search": "The readers' search.",
    "Drafts": "Pages as they are not published, for those who were given a token.",
}
"""Groups of operations in their order, with what they are about."""

CONTACT = {"name": "The office that runs this site", "url": settings.SITE_URL}
LICENCE = {
    "name": "Texts: as the imprint of the site says. Pictures: as the `rights` of each say.",
    "url": settings.SITE_URL,
}


class Docs(Swagger):
    """The documentation page. Without a validator, which would tell another host who reads here."""

    template = "api/docs.html"
    default_settings = {
        **Swagger.default_settings,
        "validatorUrl": None,
        "defaultModelsExpandDepth": 0,
        "supportedSubmitMethods": ["get", "head"],
    }


class ContentApi(NinjaAPI):
    """Ninja's API with a finished description."""

    def get_openapi_schema(self, **kwargs: Any) -> dict[str, Any]:
        """Return the OpenAPI document. It is the same for all requests of a process."""
        return self._document

    @cached_property
    def _document(self) -> dict[str, Any]:
        return finished(super().get_openapi_schema())


def finished(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document that Ninja made with everything that the code of the operations does not say."""
    found = operations.of(document)
    for operation in found:
        operations.finish(operation)
        responses.finish(operation)
        examples.add(operation)
    paths = {path: operations.with_head(item) for path, item in document["paths"].items()}
    return {
        "openapi": document["openapi"],
        "info": {**document["info"], "contact": CONTACT, "license": LICENCE},
        "servers": [{"url": settings.SITE_URL, "description": "This site."}],
        "tags": tags(found),
        "paths": paths,
        "components": {
            **responses.components(paths),
            "parameters": operations.SHARED_PARAMETERS,
            "schemas": schemas.finished(document["components"]["schemas"], paths),
        },
        "security": [],
    }


def tags(found: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Return the groups that have operations, those that are described in their order."""
    used = {tag for operation in found for tag in operation["tags"]}
    names = [*(name for name in TAGS if name in used), *sorted(used - set(TAGS))]
    return [{"name": name, "description": TAGS.get(name, "")} for name in names]
