"""Every package is pinned, the ones that others bring along too."""

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def pins(file: str) -> dict[str, str]:
    lines = [line for line in (ROOT / file).read_text().splitlines() if line and line[0] not in "#-"]
    assert [line for line in lines if not re.match(r"[a-z0-9.-]+==[0-9][^ ]*( ; .+)?$", line)] == []
    return {canonicalize_name(line.split("==")[0]): line for line in lines}


def needed(names: Iterable[str]) -> set[str]:
    """Return the packages and all those they need on this machine."""
    todo = [Requirement(name) for name in names]
    found: dict[str, set[str]] = {}
    while todo:
        requirement = todo.pop()
        name, extras = canonicalize_name(requirement.name), requirement.extras or {""}
        if extras <= found.get(name, set()):
            continue
        found.setdefault(name, set()).update(extras | {""})
        needs = map(Requirement, requires(name) or ())
        todo += [n for n in needs if not n.marker or any(n.marker.evaluate({"extra": e}) for e in extras | {""})]
    return set(found)


def test_what_the_site_runs_with_is_pinned_and_nothing_else() -> None:
    pinned = pins("requirements.txt")
    wanted = needed(PROJECT["dependencies"])
    assert wanted - set(pinned) == set()
    assert {name for name in set(pinned) - wanted if ";" not in pinned[name]} == set()


def test_what_development_needs_is_pinned_apart() -> None:
    runtime, development = pins("requirements.txt"), pins(".ci/requirements.txt")
    wanted = needed(PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"])
    assert set(runtime) & set(development) == set()
    assert wanted - set(runtime) - set(development) == set()
    assert set(development) - wanted == set()


def test_pins_agree_with_the_direct_dependencies() -> None:
    lines = pins("requirements.txt")
    for text in PROJECT["dependencies"]:
        requirement = Requirement(text)
        version = lines[canonicalize_name(requirement.name)].split("==")[1].split(" ")[0]
        assert requirement.specifier.contains(version), text
