"""What goes wrong in the middle of loading leaves the database and the media folders exactly as they were."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import OperationalError
from django.test import Client
from PIL import Image
from wagtail.models import Page, Site

from cms.bundles import load
from cms.bundles.errors import BundleError
from cms.bundles.export import export_bundle
from cms.bundles.load import is_empty_site, load_bundle
from cms.bundles.loading import indexes
from cms.bundles.loading.journal import Journal
from cms.core.models import Edition, LocaleProfile
from tests.bundles.broken_bundles import put
from tests.bundles.places import CITY
from tests.bundles.state import all_rows, content_of, edit, stored_files
from tests.factories.home import HomePageFactory

ROOT = Path(__file__).parent.parent.parent
FIRST_PICTURE = "images/15d16408791671b1db42508e899b7092811d73e162f021df87ef14edb0e4c46f.jpg"
DOCUMENT = "documents/56f3b0b0b2515c40f893e3ea4b8e130cc0da87dfa3651056851a4e06110189c3.pdf"
KILLED = """
import os, signal
import django
django.setup()
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from cms.bundles.loading.files import files_taken_back
with files_taken_back():
    for alias, name in (("default", "original_images/le-quai.jpg"), ("renditions", "images/le-quai.width-320.jpg")):
        print(storages[alias].save(name, ContentFile(b"JPEG")), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def unchanged(french: None) -> Iterator[None]:
    """See that a test leaves an empty site as it was."""
    rows, files = all_rows(), stored_files()
    yield
    assert stored_files() == files
    assert all_rows() == rows
    assert is_empty_site()


def media(*names: str) -> Path:
    return Path(settings.MEDIA_ROOT, *names)


def refusal_of(bundle: Path) -> str:
    with pytest.raises(BundleError) as refused:
        load_bundle(bundle)
    return str(refused.value)


def failing_at(number: int, failure: BaseException, real: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function, which fails when it is called for this time."""
    calls = []

    def sometimes(*args: Any, **kwargs: Any) -> Any:
        calls.append(args)
        if len(calls) == number:
            raise failure
        return real(*args, **kwargs)

    return sometimes


def add_picture(folder: Path, image: Image.Image, **how: Any) -> str:
    """Add a PNG to a bundle, after all its other pictures, and return its name."""
    content = BytesIO()
    image.save(content, "PNG", **how)
    key = sha256(content.getvalue()).hexdigest()
    (folder / "images" / f"{key}.png").write_bytes(content.getvalue())
    entry = {"key": key, "file": f"images/{key}.png", "title": "x", "collection": ["New"], "tags": ["new"]}
    edit(folder / "images.json", lambda entries: [*entries, entry])
    return f"images/{key}.png"


@pytest.mark.parametrize(
    ("blocked", "place", "name"),
    [
        ("private/original_images", "images.json, field “[0].file”", FIRST_PICTURE),
        ("renditions/images", "images.json, field “[0].file”", FIRST_PICTURE),
        ("private/documents", "documents.json, field “[0].file”", DOCUMENT),
    ],
)
@pytest.mark.usefixtures("unchanged")
def test_media_folder_that_cannot_be_made(blocked: str, place: str, name: str) -> None:
    in_the_way = media(blocked)
    in_the_way.parent.mkdir(parents=True)
    in_the_way.touch()
    assert refusal_of(CITY) == (
        f"{place}: {name} cannot be stored ({in_the_way} exists and is not a directory.); "
        "make room or correct the media folder."
    )
    in_the_way.unlink()


@pytest.mark.usefixtures("unchanged")
def test_disk_that_is_full_in_the_middle_of_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    save, calls = FileSystemStorage._save, []

    def save_half(self: FileSystemStorage, name: str, content: Any) -> str:
        calls.append(name)
        made = save(self, name, content)
        if len(calls) == 7:
            Path(self.path(made)).write_bytes(b"half")
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return made

    monkeypatch.setattr(FileSystemStorage, "_save", save_half)
    assert "cannot be stored (No space left on device); make room or correct the media folder." in refusal_of(CITY)
    assert len(calls) == 7


@pytest.mark.usefixtures("unchanged")
def test_file_that_cannot_be_deleted_does_not_keep_the_others(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    denied = PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    deletion = failing_at(1, denied, FileSystemStorage.delete)
    monkeypatch.setattr(FileSystemStorage, "delete", lambda *arguments: deletion(*arguments))
    monkeypatch.setattr(load, "record_publication", failing_at(1, OperationalError("locked"), load.record_publication))
    assert "the database refused it (locked)" in refusal_of(CITY)
    (left,) = stored_files()
    assert left.split("/", 1)[1] in caplog.text
    media(left).unlink()


@pytest.mark.usefixtures("unchanged")
def test_picture_that_only_turns_out_late_to_be_useless(city: Path) -> None:
    frames = [Image.new("RGB", (60, 40), "red")]
    name = add_picture(city, Image.new("RGB", (60, 40)), save_all=True, append_images=frames)
    sentence = refusal_of(city)
    why = "Cannot load apng images"
    assert sentence.startswith(f"images.json, field “[3].file”: no smaller pictures can be made of {name} ({why}")
    assert sentence.endswith("); save it as a plain JPEG or PNG.")


@pytest.mark.usefixtures("unchanged")
def test_file_that_only_turns_out_late_to_be_wrong(city: Path) -> None:
    """Redirects are written last of all."""
    put("redirects.json", 1, "old_path", value=f"/{'x' * 300}")(city)
    assert refusal_of(city) == (
        "redirects.json, field “[1].old_path”: Ensure this value has at most 255 characters (it has 301)."
    )


@pytest.mark.usefixtures("unchanged")
def test_file_that_vanishes_while_the_bundle_is_loaded(city: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = load.create_asset

    def make_and_lose(asset: Any) -> int:
        if asset.name == DOCUMENT:
            asset.path.unlink()
        return make(asset)

    monkeypatch.setattr(load, "create_asset", make_and_lose)
    assert refusal_of(city) == (f"{DOCUMENT}: this cannot be loaded ({city / DOCUMENT}: No such file or directory).")


@pytest.mark.usefixtures("unchanged")
def test_database_that_refuses_a_page_in_the_middle(monkeypatch: pytest.MonkeyPatch) -> None:
    refusal = OperationalError("database or disk is full")
    monkeypatch.setattr(load, "fill", failing_at(4, refusal, load.fill))
    sentence = refusal_of(CITY)
    file, reason = sentence.split(": ", 1)
    assert (CITY / file).is_file()
    assert reason == "the database refused it (database or disk is full)."


@pytest.mark.parametrize("step", ["fill", "record_publication", "record_translations", "let_locales_follow"])
@pytest.mark.usefixtures("unchanged")
def test_mistake_of_the_program_says_where_it_was_made(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, step, failing_at(1, ZeroDivisionError("oops"), getattr(load, step)))
    with pytest.raises(ZeroDivisionError) as failed:
        load_bundle(CITY)
    (note,) = failed.value.__notes__
    assert note.endswith(" of the bundle. Nothing was changed.")


@pytest.mark.parametrize("failure", [KeyboardInterrupt(), SystemExit(1)])
@pytest.mark.usefixtures("unchanged")
def test_load_that_is_stopped(failure: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexes, "rebuild_reference_index", failing_at(1, failure, indexes.rebuild_reference_index))
    with pytest.raises(type(failure)):
        load_bundle(CITY)


def test_what_a_killed_load_left_goes_with_the_next_one(french: None, tmp_path: Path) -> None:
    before = stored_files()
    variables = {"VAR_DIR": str(settings.VAR_DIR), "MEDIA_DIR": str(settings.MEDIA_ROOT)}
    environment = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "cms.settings.base", **variables}
    killed = subprocess.run(
        [sys.executable, "-c", KILLED], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    left = stored_files() - before
    assert left == {f"private/{killed.stdout.split()[0]}", f"renditions/{killed.stdout.split()[1]}"}
    load_bundle(CITY)
    assert "private/original_images/le-quai.jpg" in stored_files()
    assert not [name for name in stored_files() if "width-320.0" in name and "format" not in name]
    assert export_bundle(tmp_path / "out") == []
    assert content_of(tmp_path / "out") == content_of(CITY)


def test_files_stay_when_a_load_was_killed_just_after_it_had_finished(french: None) -> None:
    """Inside a test nothing is committed, so the journal still names them."""
    load_bundle(CITY)
    files = stored_files()
    assert "this site has pages already" in refusal_of(CITY)
    assert stored_files() == files


@pytest.mark.usefixtures("unchanged")
def test_two_loads_at_once() -> None:
    journal = settings.VAR_DIR / "loading.jsonl"
    with Journal(journal):
        assert refusal_of(CITY) == f"{journal}: another bundle is being loaded; wait until that has ended."


def test_readers_notice_nothing_and_the_next_load_works(
    french: None, city: Path, client: Client, tmp_path: Path
) -> None:
    root = Page.get_first_root_node()
    Site.objects.all().delete()
    page = root.add_child(instance=HomePageFactory.build(title="Accueil", slug="accueil", locale=root.locale))
    Site.objects.create(hostname="localhost", root_page=page, is_default_site=True)
    Page.objects.filter(pk=page.pk).update(live=True)
    Edition.objects.create(page_id=page.pk, kind=Edition.Kind.SOURCE)
    LocaleProfile.objects.create(locale=root.locale, own_name="Français", is_public=True)
    before = client.get("/fr/").content
    assert b"Accueil" in before
    put("redirects.json", 1, "old_path", value=f"/{'x' * 300}")(city)
    refusal_of(city)
    assert client.get("/fr/").content == before
    load_bundle(CITY)
    export_bundle(tmp_path / "out")
    assert content_of(tmp_path / "out") == content_of(CITY)
