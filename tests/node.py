"""Tools of Node that check the API's description and the example front end, where there is a Node."""

import fcntl
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

FRONT_END = Path(__file__).parent / "frontend"
OLDEST = 20


class Node:
    """The tools of `tests/frontend/package.json`, in a folder of their own with all files of the front end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *command: str) -> str:
        """Run a tool there and return what it says; fail with that where it fails."""
        environment = {**os.environ, "REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true", "CI": "1"}
        done = subprocess.run(
            ["npx", "--no-install", *command],
            cwd=self.folder,
            env=environment,
            check=False,
            capture_output=True,
            text=True,
        )
        said = done.stdout + done.stderr
        assert done.returncode == 0, said
        return said


def installed(shared: Path, folder: Path) -> Node:
    """Return the tools, installed once in `shared`, with `folder` to work in; skip where that cannot be."""
    _needs_node()
    with (shared / "node.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "node_modules").exists():
            _install(shared)
    shutil.copytree(FRONT_END, folder, ignore=shutil.ignore_patterns("node_modules"), dirs_exist_ok=True)
    (folder / "node_modules").symlink_to(shared / "node_modules")
    return Node(folder)


def _needs_node() -> None:
    if not shutil.which("node") or not shutil.which("npm"):
        pytest.skip("Node is not installed")
    version = subprocess.run(["node", "--version"], check=True, capture_output=True, text=True).stdout.strip()
    if int(version.removeprefix("v").split(".")[0]) < OLDEST:
        pytest.skip(f"Node {version} is older than {OLDEST}")


def _install(shared: Path) -> None:
    draft = shared / "node-draft"
    draft.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(FRONT_END / name, draft)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"]
    done = subprocess.run(command, cwd=draft, check=False, capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"npm cannot install what the check needs: {(done.stderr.strip().splitlines() or ['?'])[0]}")
    (draft / "node_modules").rename(shared / "node_modules")


def write_description(folder: Path, document: dict[str, object]) -> None:
    """Put the API's description where the tools look for it."""
    (folder / "openapi.json").write_text(json.dumps(document), encoding="utf-8")
