"""Schemas in the OpenAPI document."""

from typing import Any

from django.utils.text import camel_case_to_spaces

from cms.api.openapi.references import references

LOCAL_TIME = {"type": "string", "pattern": r"^\d{2}:\d{2}:\d{2}$"}
"""Hours, minutes, seconds. JSON Schema's format `time` would ask for an offset from UTC (RFC 3339)."""


def finished(schemas: dict[str, Any], paths: dict[str, Any]) -> dict[str, Any]:
    """Return the schemas that answers are made of, by name.

    All their properties are required, since every answer has them all.
    """
    used = reachable(schemas, paths)
    return {name: complete(name, tidy(schema)) for name, schema in sorted(schemas.items()) if name in used}


def complete(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema that says of every property that it is there, and of itself what it is."""
    if "properties" in schema:
        schema["required"] = list(schema["properties"])
        for one in schema["properties"].values():
            one.pop("default", None)
    schema.setdefault("description", f"{camel_case_to_spaces(name).capitalize()}.")
    return schema


def tidy(schema: Any) -> Any:
    """Return a schema without the titles that Pydantic makes of names."""
    if isinstance(schema, list):
        return [tidy(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("format") == "time":
        return {**{key: schema[key] for key in ("description",) if key in schema}, **LOCAL_TIME}
    kept = {key: value for key, value in schema.items() if not (key == "title" and isinstance(value, str))}
    return {
        key: {name: tidy(one) for name, one in value.items()} if key == "properties" else tidy(value)
        for key, value in kept.items()
    }


def reachable(schemas: dict[str, Any], paths: dict[str, Any]) -> set[str]:
    """Return the names of the schemas that the paths refer to, also by way of others, and the problem's."""
    todo, found = ["Problem", *references(paths, "schemas")], set()
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += references(schemas[name], "schemas")
    return found
