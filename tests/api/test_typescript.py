"""The description of the API passes a strict linter, and the types made of it compile the example front end."""

import re
from pathlib import Path

import pytest

from cms.api.api import api
from tests.node import FRONT_END, Node, installed, write_description


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Node:
    """Return Node's tools in a copy of the front end, which has the API's description."""
    own = tmp_path_factory.getbasetemp()
    found = installed(own if worker_id == "master" else own.parent, tmp_path_factory.mktemp("frontend"))
    write_description(found.folder, api.get_openapi_schema())
    return found


@pytest.fixture(scope="module")
def types(node: Node) -> str:
    """Return the types that the description generates, which stand beside the front end afterwards."""
    command = ["openapi-typescript", "openapi.json", "--root-types", "--root-types-no-schema-prefix"]
    node.run(*command, "--output", "api.d.ts")
    return (node.folder / "api.d.ts").read_text(encoding="utf-8")


def test_the_description_passes_a_strict_linter(node: Node) -> None:
    said = node.run("redocly", "lint", "--config", "openapi-lint.yaml", "--format", "stylish", "openapi.json")
    assert not re.search(r"\d+ (?:errors?|warnings?)", said), said


def test_the_types_compile_the_example_front_end(node: Node, types: str) -> None:
    node.run("tsc", "--project", ".")


def test_wrong_use_of_the_types_does_not_compile(node: Node, types: str) -> None:
    wrong = node.folder / "js" / "wrong.js"
    wrong.write_text(
        "/** @param {import('../api').AnyPage} page */\n"
        "export const wrong = (page) => page.type === 'home.HomePage' && page.agreements;\n",
        encoding="utf-8",
    )
    try:
        with pytest.raises(AssertionError, match="agreements"):
            node.run("tsc", "--project", ".")
    finally:
        wrong.unlink()


def test_no_type_of_the_content_is_left_open(types: str) -> None:
    """Nothing is `any` or `unknown`. Headers, which may hold more than is described, stand apart."""
    schemas = re.search(r"^    schemas: \{\n(.*?)^    \};", types, re.DOTALL | re.MULTILINE)
    assert schemas
    assert "AnyPage: components" in schemas[1]
    assert "BodyBlockContent: components" in schemas[1]
    without_comments = re.sub(r"/\*\*.*?\*/", "", schemas[1], flags=re.DOTALL)
    assert re.findall(r".*\b(?:any|unknown|never)\b.*", without_comments) == []


def test_the_lock_file_names_no_registry() -> None:
    """Whoever installs it takes the packages from where their machine says."""
    assert "resolved" not in Path(FRONT_END / "package-lock.json").read_text(encoding="utf-8")
