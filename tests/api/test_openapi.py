"""The description of the content API is valid, complete and typed to the last part."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from openapi_schema_validator import OAS31Validator, oas31_format_checker
from openapi_spec_validator import OpenAPIV31SpecValidator

from cms.api.api import api
from cms.api.openapi.document import TAGS
from cms.api.openapi.operations import NEVER_KEPT
from cms.api.unions import PAGE_TYPES

PROBLEM = "application/problem+json"
ALWAYS = {"200", "405", "406", "429", "500", "503"}
OF_CONTENT = {"ETag", "Cache-Control", "Cache-Tag"}
OF_DRAFTS = {"Cache-Control", "X-Robots-Tag", "Referrer-Policy"}
SAYS_NOTHING = {"$ref", "type", "oneOf", "anyOf", "allOf", "const", "enum"}


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return api.get_openapi_schema()


@pytest.fixture(scope="module")
def operations(document: dict[str, Any]) -> dict[str, Any]:
    return {one["operationId"]: one for item in document["paths"].values() for one in item.values()}


@pytest.fixture(scope="module")
def reading(operations: dict[str, Any]) -> dict[str, Any]:
    return {name: one for name, one in operations.items() if not name.startswith("head")}


def resolved(part: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in part:
        return part
    for name in part["$ref"].removeprefix("#/").split("/"):
        document = document[name]
    return document


def schemas_in(part: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every schema below a schema, with where it stands."""
    if not isinstance(part, dict):
        raise AssertionError(f"{path} is no schema but {part!r}")
    yield path, part
    for name, one in part.get("properties", {}).items():
        yield from schemas_in(one, f"{path}.{name}")
    for key in ("items", "additionalProperties"):
        if key in part and part[key] is not False:
            yield from schemas_in(part[key], f"{path}.{key}")
    for key in ("oneOf", "anyOf", "allOf", "prefixItems"):
        for index, one in enumerate(part.get(key, ())):
            yield from schemas_in(one, f"{path}.{key}[{index}]")


def test_is_valid_openapi(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1.")
    OpenAPIV31SpecValidator(document).validate()


def test_no_content_is_untyped(document: dict[str, Any]) -> None:
    found = [one for name, schema in document["components"]["schemas"].items() for one in schemas_in(schema, name)]
    assert len(found) > 500
    assert [path for path, schema in found if not SAYS_NOTHING & set(schema)] == []
    assert [
        path for path, schema in found if schema.get("type") == "array" and not {"items", "prefixItems"} & set(schema)
    ] == []
    objects = [(path, schema) for path, schema in found if schema.get("type") == "object"]
    assert [path for path, schema in objects if schema.get("additionalProperties") is not False] == []
    assert [path for path, schema in objects if set(schema["required"]) != set(schema["properties"])] == []


def test_unions_say_by_which_property_they_differ(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    bodies = [
        body["schema"]
        for item in document["paths"].values()
        for one in item.values()
        for body in one["responses"]["200"].get("content", {}).values()
    ]
    found = [one for schema in (*schemas.values(), *bodies) for _path, one in schemas_in(schema)]
    unions = [one for one in found if "oneOf" in one]
    assert len(unions) >= 5
    for union in unions:
        mapping = union["discriminator"]["mapping"]
        assert sorted(mapping.values()) == sorted(one["$ref"] for one in union["oneOf"])
        for value, target in mapping.items():
            member = resolved({"$ref": target}, document)
            assert member["properties"][union["discriminator"]["propertyName"]]["const"] == value
    for one in found:  # everything else that is several things is null or one of them
        assert [kind for kind in one.get("anyOf", ()) if kind.get("type") == "null"] or "anyOf" not in one


def test_every_page_type_is_in_the_union_of_pages(document: dict[str, Any]) -> None:
    assert set(document["components"]["schemas"]["AnyPage"]["discriminator"]["mapping"]) == {*PAGE_TYPES, "withheld"}


def test_every_status_that_occurs_is_described(document: dict[str, Any], reading: dict[str, Any]) -> None:
    for name, operation in reading.items():
        answers = {status: resolved(one, document) for status, one in operation["responses"].items()}
        assert set(answers) >= (ALWAYS if name in NEVER_KEPT else {*ALWAYS, "304"}), name
        for status, answer in answers.items():
            if int(status) >= 400:
                assert list(answer["content"]) == [PROBLEM], (name, status)
        assert set(answers["200"]["headers"]) == (OF_DRAFTS if name in NEVER_KEPT else OF_CONTENT)
        if "304" in answers:
            assert "ETag" in answers["304"]["headers"]
            assert "content" not in answers["304"]
        assert "Retry-After" in answers["429"]["headers"]
        assert "Retry-After" in answers["503"]["headers"]


def test_head_is_get_without_a_body(document: dict[str, Any]) -> None:
    for item in document["paths"].values():
        assert set(item) == {"get", "head"}
        assert item["head"]["parameters"] == item["get"]["parameters"]
        assert set(item["head"]["responses"]) == set(item["get"]["responses"])
        assert [one for one in item["head"]["responses"].values() if "content" in resolved(one, document)] == []


def test_operations_read_well(document: dict[str, Any], operations: dict[str, Any]) -> None:
    for name, operation in operations.items():
        assert re.fullmatch(r"[A-Z].{5,118}[^.]", operation["summary"]), name
        for parameter in operation["parameters"]:
            assert resolved(parameter, document)["description"], name
    assert {tag["name"] for tag in document["tags"]} <= set(TAGS)
    for place in ("contact", "license"):
        assert document["info"][place]["name"]


def test_every_operation_has_an_example_that_is_valid(document: dict[str, Any], reading: dict[str, Any]) -> None:
    """Kept in `cms/api/openapi/answers/`; `.ci/api_examples.py` makes them from a running demo."""
    for name, operation in reading.items():
        for media_type, body in operation["responses"]["200"]["content"].items():
            assert "example" in body, (name, media_type)
            assert errors(body["example"], body["schema"], document) == [], (name, media_type)
        for parameter in operation["parameters"]:
            one = resolved(parameter, document)
            if "example" in one:
                assert errors(one["example"], one["schema"], document) == [], (name, one["name"])


def errors(value: Any, schema: dict[str, Any], document: dict[str, Any]) -> list[str]:
    whole = {**schema, "components": document["components"]}
    found = OAS31Validator(whole, format_checker=oas31_format_checker).iter_errors(value)
    return [f"{one.json_path}: {one.message}" for one in found]
