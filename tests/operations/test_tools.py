"""What `make` needs before there is a Python to trust, and what it lists."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False)


def program(path: Path, script: str) -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def test_python_that_is_too_old_is_refused(tmp_path: Path) -> None:
    old = program(tmp_path / "python3", "exit 1")
    ended = run(".ci/python", PYTHON=str(old))
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == f"PYTHON={old} is no Python 3.11 or newer: leave it out or name another one.\n"


def test_machine_without_a_new_python_is_told_what_to_install(tmp_path: Path) -> None:
    ended = run("/bin/sh", ".ci/python", PATH=str(tmp_path), PYTHON="")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith("Python 3.11 or newer is needed: install it")


def test_newer_python_beside_an_old_one_is_found(tmp_path: Path) -> None:
    program(tmp_path / "python3", "exit 1")
    program(tmp_path / "python3.12", f'exec {sys.executable} "$@"')
    assert run("/bin/sh", ".ci/python", PATH=str(tmp_path), PYTHON="").stdout == "python3.12\n"


def test_missing_browser_is_said_with_what_to_install(tmp_path: Path) -> None:
    ended = run(sys.executable, ".ci/chromium.py", CHROMIUM=str(tmp_path / "none"))
    assert ended.returncode == 1
    assert ended.stderr == f"CHROMIUM={tmp_path}/none is no program: correct it or leave it out.\n"


@pytest.mark.parametrize("target", ["run", "test", "check", "dev", "services", "help"])
def test_help_lists_every_target_outsiders_rely_on(target: str) -> None:
    assert re.search(rf"^{target}  +[A-Z]", run("make", "--silent", "help").stdout, re.MULTILINE)
