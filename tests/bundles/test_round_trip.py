"""What is exported is what was loaded, to the byte, and loads into the same site again."""

import re
from pathlib import Path

from django.db import transaction
from django.test import Client
from wagtail.models import Page, Site

from cms.bundles.export import export_bundle
from cms.bundles.load import load_bundle
from tests.bundles.places import CITY
from tests.bundles.state import content_of, forget_files, row_counts

PRIMARY_KEY = re.compile(rb"/documents/\d+/")


def paths() -> list[str]:
    """Return the addresses of all pages that readers may be shown, aliases included."""
    Site.clear_site_root_paths_cache()
    return sorted(page.url for page in Page.objects.live().filter(depth__gt=1))


def readers_view(client: Client) -> dict[str, bytes]:
    """Return what every address answers, without the primary keys of documents."""
    answers = {path: client.get(path) for path in paths()}
    assert {answer.status_code for answer in answers.values()} == {200}
    return {path: PRIMARY_KEY.sub(b"/documents/", answer.content) for path, answer in answers.items()}


def test_city_is_exported_as_it_was_loaded(french: None, tmp_path: Path) -> None:
    load_bundle(CITY)
    assert export_bundle(tmp_path / "out") == []
    assert content_of(tmp_path / "out") == content_of(CITY)


def test_export_loads_into_another_empty_site_and_renders_the_same_pages(
    french: None, client: Client, tmp_path: Path
) -> None:
    empty = transaction.savepoint()
    load_bundle(CITY)
    first, rows = readers_view(client), row_counts()
    export_bundle(tmp_path / "out")
    transaction.savepoint_rollback(empty)
    forget_files()
    load_bundle(tmp_path / "out")
    assert row_counts() == rows
    assert readers_view(client) == first
