"""The order of the house: who may import whom, and what no file may be called or contain."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = (
    "cms.accounts",
    "cms.images",
    "cms.documents",
    "cms.core",
    "cityrelations",
    "home",
    "search",
    "cms.translation",
    "cms.publishing",
    "cms.bundles",
    "cms.api",
    "cms.operations",
)
SEE_ALL = ("cms.settings", "cms.urls", "cms.wsgi")
SAYS_NOTHING = {"utils", "helpers", "common", "misc"}
WAITS = re.compile(r"wait_for_timeout|time\.sleep|from time import.*sleep")


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


CODE = sources("cms", "home", "cityrelations", "search")


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def room_of(module: str) -> int | None:
    """Return the place of a module's room in the order, or None for what is no room."""
    return next((i for i, room in enumerate(ROOMS) if f"{module}.".startswith(f"{room}.")), None)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_module_stands_in_a_room() -> None:
    known = (*SEE_ALL, "cms")
    strays = [m for m in map(module_of, CODE) if room_of(m) is None and not f"{m}.".startswith(tuple(known))]
    assert strays == []
    assert [m for m in map(module_of, CODE) if room_of(m) is None and m.count(".") == 1 and m not in SEE_ALL] == []


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_from_rooms_before_it(room: str) -> None:
    place = ROOMS.index(room)
    wrong = [
        f"{module_of(path)} imports {name}"
        for path in CODE
        if room_of(module_of(path)) == place
        for name in imports(path)
        if (room_of(name) or 0) > place
    ]
    assert wrong == []


def test_imports_name_their_module_in_full() -> None:
    relative = [
        module_of(path)
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_files_are_named_after_what_they_hold() -> None:
    assert [str(path) for path in CODE + sources("tests", ".ci") if path.stem in SAYS_NOTHING] == []


def test_files_stay_short() -> None:
    long = [module_of(p) for p in CODE if len(p.read_text(encoding="utf-8").splitlines()) > 300]
    assert [name for name in long if ".migrations." not in name] == []


def test_migrations_are_named_by_hand() -> None:
    names = [path.stem for path in CODE if path.parent.name == "migrations"]
    assert [name for name in names if "_auto_" in name] == []


def test_tests_wait_for_conditions_not_for_time() -> None:
    waiting = [str(p) for p in sources("tests") if p != Path(__file__) and WAITS.search(p.read_text(encoding="utf-8"))]
    assert waiting == []
