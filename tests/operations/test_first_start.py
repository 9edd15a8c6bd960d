"""The steps from a bare checkout to a site that can be served."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from pytest_django import Settings
from wagtail.models import Page, Site

from cms.operations import first_content, schema, site_row, static_files, writable
from cms.settings.errors import OperatorError
from cms.settings.site_url import SiteAddress


@pytest.mark.django_db
def test_site_without_a_saved_page_is_empty() -> None:
    assert first_content.is_empty()
    Page.objects.get(depth=2).specific.save_revision()
    assert not first_content.is_empty()


@pytest.mark.django_db
def test_content_is_loaded_into_an_empty_site_only(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[tuple[Any, ...]] = []
    monkeypatch.setattr(first_content, "call_command", lambda *arguments: loaded.append(arguments))
    settings.CONTENT = None
    first_content.load_if_empty()
    assert loaded == []
    settings.CONTENT = tmp_path
    first_content.load_if_empty()
    assert loaded == [("load_content", str(tmp_path))]
    Page.objects.get(depth=2).specific.save_revision()
    first_content.load_if_empty()
    assert len(loaded) == 1


@pytest.mark.django_db
def test_record_of_the_site_follows_its_address(settings: Settings) -> None:
    settings.SITE = SiteAddress.parse("https://relations.example.org")
    site_row.align()
    site = Site.objects.get()
    assert (site.hostname, site.port) == ("relations.example.org", 443)
    assert site.root_url == "https://relations.example.org"


@pytest.mark.django_db
def test_source_language_cannot_change_later(settings: Settings) -> None:
    schema.bring_up_to_date()
    settings.LANGUAGE_CODE = "fr"
    with pytest.raises(OperatorError, match="begun in de: set LANGUAGE_CODE=de"):
        schema.bring_up_to_date()


@pytest.mark.django_db
def test_unreachable_database_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise OperationalError("connection failed:\nis the server running?\n")

    monkeypatch.setattr(connection, "ensure_connection", refuse)
    with pytest.raises(OperatorError, match=r"\(.*is the server running\?\s*\)|cannot be used"):
        schema.bring_up_to_date()


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_static_files_are_collected_again_when_one_changed(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "page.css").write_text("a {}")
    settings.STATICFILES_DIRS = [source]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "static"
    runs: list[str] = []
    monkeypatch.setattr(static_files, "call_command", lambda name, **_: runs.append(name))
    settings.STATIC_ROOT.mkdir()
    for _ in range(2):
        static_files.collect()
    assert runs == ["collectstatic"]
    (source / "page.css").write_text("a { color: red }")
    static_files.collect()
    assert runs == ["collectstatic"] * 2


def test_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OperatorError, match=rf"The folder {tmp_path}/file/var cannot be written by the user \w+"):
        writable.check(tmp_path / "file" / "var")
