"""The commands an operator types."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from wagtail.images import get_image_model
from wagtail.models import Page

from cms.bundles.load import is_empty_site, load_bundle
from cms.core.progress import ProgressBar
from tests.bundles.broken_bundles import ALDMOOR, put
from tests.bundles.places import CITY
from tests.bundles.state import content_of, edit, row_counts


class Terminal(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_load_and_export(french: None, tmp_path: Path) -> None:
    errors = io.StringIO()
    call_command("load_content", str(CITY), stderr=errors)
    assert "Loading pages" in errors.getvalue()
    assert "\r" not in errors.getvalue()
    call_command("export_content", str(tmp_path / "out"), "--no-progress", stderr=io.StringIO())
    assert content_of(tmp_path / "out") == content_of(CITY)


def test_progress_can_be_switched_off(french: None) -> None:
    errors = io.StringIO()
    call_command("load_content", str(CITY), "--no-progress", stderr=errors)
    assert errors.getvalue() == ""


def test_export_tells_what_it_left_out(french: None, tmp_path: Path) -> None:
    load_bundle(CITY)
    Page.objects.filter(slug="themes", locale__language_code="fr").update(live=False)
    errors = io.StringIO()
    call_command("export_content", str(tmp_path / "out"), "--no-progress", stderr=errors)
    assert errors.getvalue() == "“L’eau” (fr) is left out, since its source page or the page above it is not live.\n"


@pytest.mark.parametrize("command", ["load_content", "export_content"])
def test_what_cannot_be_done_ends_with_one_sentence(command: str, french: None, tmp_path: Path) -> None:
    (tmp_path / "notes.pdf").write_bytes(b"")
    with pytest.raises(CommandError) as ended:
        call_command(command, str(tmp_path), "--no-progress", stderr=io.StringIO())
    assert str(ended.value).count("\n") == 0
    assert ended.value.returncode == 1


def test_folder_that_is_not_there(db: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"there is no such folder\.$"):
        call_command("load_content", str(tmp_path / "nowhere"), "--no-progress")


def test_bundle_is_loaded_into_an_empty_site_only(french: None) -> None:
    load_bundle(CITY)
    assert not is_empty_site()
    rows = row_counts()
    with pytest.raises(CommandError, match=r"^bundle\.json: this site has pages already"):
        call_command("load_content", str(CITY), "--no-progress")
    assert row_counts() == rows


def test_a_page_that_somebody_worked_on_makes_a_site_not_empty(french: None) -> None:
    root = Page.get_first_root_node()
    page = root.add_child(instance=Page(title="Welcome", slug="welcome"))
    assert is_empty_site()
    page.specific.save_revision()
    assert not is_empty_site()


def test_two_pages_make_a_site_not_empty(french: None) -> None:
    root = Page.get_first_root_node()
    page = root.add_child(instance=Page(title="Welcome", slug="welcome"))
    page.add_child(instance=Page(title="Below", slug="below"))
    assert not is_empty_site()


def test_the_page_an_installation_begins_with_is_replaced(french: None) -> None:
    Page.get_first_root_node().add_child(instance=Page(title="Welcome", slug="welcome"))
    load_bundle(CITY)
    assert not Page.objects.filter(title="Welcome").exists()


def test_after_a_load_that_failed_pictures_have_their_files(french: None, city: Path) -> None:
    """The cache of renditions remembers those of the load that failed."""
    put(ALDMOOR, "fields", "local_names", 0, "language", value="English")(city)
    with pytest.raises(CommandError):
        call_command("load_content", str(city), "--no-progress")
    edit(city / ALDMOOR, lambda data: data["fields"]["local_names"][0].update(language="en"))
    load_bundle(city)
    for image in get_image_model().objects.all():
        assert image.renditions.count() == 4


def test_bar_on_a_terminal_is_one_line_drawn_again() -> None:
    out = Terminal()
    bar = ProgressBar(out)
    bar("Loading pages", 1, 4)
    bar("Indexing", 4, 4)
    bar.end()
    assert out.getvalue() == (
        "\r\033[K[#######.....................]  25% Loading pages"
        "\r\033[K[############################] 100% Indexing"
        "\r\033[K"
    )


def test_elsewhere_a_line_is_written_now_and_then() -> None:
    out = io.StringIO()
    bar = ProgressBar(out)
    for step in range(100):
        bar("Loading pages", step, 200)
    bar("Indexing", 199, 200)
    bar.end()
    assert out.getvalue() == "  0% Loading pages\n100% Indexing\n"
