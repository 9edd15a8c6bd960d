"""Folders and files that cannot be written: each ends the start with one sentence, and nothing is begun."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.operations.installation import ROOT, Installation, obey_permissions

COMPILE = """
import sys
from pathlib import Path
from cms.operations.translations import compile_stale
compile_stale(Path(sys.argv[1]))
"""


def closed(path: Path) -> Path:
    """Return the folder, which is made where it is missing and can only be read from now on."""
    path.mkdir(parents=True, exist_ok=True)
    path.chmod(0o555)
    return path


def refusal(tmp_path: Path, **environment: str) -> str:
    """Return the one sentence with which the start ends."""
    ended = Installation(tmp_path).run(**environment)
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (1, "", 1), ended.stderr
    return ended.stderr


@pytest.mark.parametrize("name", ["VAR_DIR", "MEDIA_DIR"])
def test_folder_for_state_below_one_that_can_only_be_read(tmp_path: Path, name: str) -> None:
    folder = closed(tmp_path / "system") / "state"
    said = refusal(tmp_path, **{name: str(folder)})
    assert str(folder) in said
    assert "writable" in said
    assert list((tmp_path / "system").iterdir()) == []


@pytest.mark.parametrize("folder", ["media", "media/private", "media/renditions"])
def test_media_folder_that_can_only_be_read(tmp_path: Path, folder: str) -> None:
    closed(tmp_path / folder)
    said = refusal(tmp_path)
    assert said.startswith(f"The folder {tmp_path / folder} cannot be written by the user ")
    assert said.endswith("make it writable for that user, or set VAR_DIR and MEDIA_DIR to folders that are.\n")
    assert not (tmp_path / "var" / "db.sqlite3").exists()


def test_database_file_that_can_only_be_read(tmp_path: Path) -> None:
    """As after a first start by another user, in a folder that is open to all."""
    database = tmp_path / "var" / "db.sqlite3"
    database.parent.mkdir()
    database.touch(mode=0o444)
    assert refusal(tmp_path) == (
        f"The database file {database} cannot be used (attempt to write a readonly database): see that it and its "
        "folder can be written, and that the disk has room.\n"
    )


def test_checkout_that_can_only_be_read(tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    shutil.copytree(ROOT / ".ci", checkout / ".ci")
    for name in ("cms/__init__.py", "cms/operations/__init__.py", "cms/operations/progress.py", "requirements.txt"):
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, checkout / name)
    closed(checkout)
    ended = subprocess.run(
        [sys.executable, "-B", ".ci/venv.py", "requirements.txt"],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=obey_permissions,
    )
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == (
        f"The folder {checkout} cannot be written: make it writable, or copy the checkout elsewhere.\n"
    )
    assert not (checkout / "var").exists()


def test_translations_that_cannot_be_compiled(tmp_path: Path) -> None:
    folder = tmp_path / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text('msgid ""\nmsgstr ""\n')
    closed(folder)
    ended = subprocess.run(
        [sys.executable, "-c", COMPILE, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=obey_permissions,
    )
    assert (ended.returncode, ended.stderr) == (
        1,
        f"The translations in {folder}/django.po cannot be compiled: make its folder writable, or let its owner run "
        "manage.py compile_translations.\n",
    )
