"""`manage.py export_translations` and `manage.py import_translations`."""

from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from wagtail_localize.models import StringTranslation, Translation

from cms.accounts.models import User
from cms.translation.exchange.sections import page_at
from cms.translation.models import MemoryEntry
from cms.translation.models.memory import text_hash
from cms.translation.texts.units import units_of
from home.models import HomePage, StandardPage
from tests.factories.core import publish
from tests.factories.home import StandardPageFactory
from tests.translation.exchange.filling import filled


def run(name: str, *arguments: str) -> tuple[str, str]:
    out, errors = StringIO(), StringIO()
    call_command(name, *arguments, stdout=out, stderr=errors)
    return out.getvalue(), errors.getvalue()


def names_in(path: Path) -> list[str]:
    with ZipFile(path) as archive:
        return archive.namelist()


@pytest.fixture
def zip_path(tmp_path: Path) -> Path:
    return tmp_path / "translations.zip"


def test_by_default_all_that_is_missing_is_written(german: StandardPage, rich: StandardPage, zip_path: Path) -> None:
    out, progress = run("export_translations", str(zip_path), "--locale", "fr")
    assert names_in(zip_path) == ["0001-ueber-uns.fr.xlf", "0002-netz.fr.xlf", "README.txt"]
    assert out == f"2 pages in {zip_path}\n"
    assert "0%" in progress
    assert list(zip_path.parent.iterdir()) == [zip_path]


def test_a_section_and_another_format_can_be_asked_for(
    german: StandardPage, rich: StandardPage, zip_path: Path
) -> None:
    publish(StandardPageFactory(parent=german, title="Team", slug="team"))
    run("export_translations", str(zip_path), "--locale=ar", "--section=/de/ueber-uns/", "--all", "--format=po")
    assert names_in(zip_path) == ["0001-ueber-uns.ar.po", "0002-team.ar.po", "README.txt"]


def test_the_memory_of_the_pages_goes_along_where_asked_for(
    french: Translation, german: StandardPage, zip_path: Path
) -> None:
    MemoryEntry.objects.create(
        source_locale=french.source.locale,
        target_locale=french.target_locale,
        source_text="Partnerschaft",
        source_hash=text_hash("Partnerschaft"),
        target_text="Partenariat",
        target_hash=text_hash("Partenariat"),
        created_at=german.last_published_at,
        changed_at=german.last_published_at,
    )
    run("export_translations", str(zip_path), "--locale", "fr", "--tmx")
    with ZipFile(zip_path) as archive:
        assert "Partenariat" in archive.read("de-fr.tmx").decode()
        assert "ends in .tmx" in archive.read("README.txt").decode()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--locale=xx"], "There is no language xx here, only"),
        (["--locale=de-simple"], "is written, not translated"),
        (["--locale=fr", "--section=/de/nowhere/"], "There is no page at /de/nowhere/"),
        (["--locale=fr", "--missing", "--all"], "not allowed with argument"),
    ],
)
def test_what_cannot_be_exported_is_said_in_a_sentence(
    arguments: list[str], sentence: str, german: StandardPage, zip_path: Path
) -> None:
    with pytest.raises(CommandError, match=sentence):
        run("export_translations", str(zip_path), *arguments)
    assert not zip_path.exists()


def test_a_place_that_cannot_be_written_is_said_in_a_sentence(german: StandardPage, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be written"):
        run("export_translations", str(tmp_path / "nowhere" / "x.zip"), "--locale", "fr")


def test_files_are_taken_in_and_counted(german: StandardPage, french: Translation, zip_path: Path) -> None:
    run("export_translations", str(zip_path), "--locale", "fr")
    name = "0001-ueber-uns.fr.xlf"
    back = zip_path.parent / name
    with ZipFile(zip_path) as archive:
        back.write_bytes(filled(name, archive.read(name)))
    out, _progress = run("import_translations", str(back), "--no-progress")
    assert out == "5 taken\n"
    assert run("import_translations", str(back), "--no-progress")[0] == "5 unchanged\n"
    assert all(unit.is_translated for unit in units_of(french))


def test_a_text_that_is_refused_is_named_with_its_line_and_ends_with_an_error(
    german: StandardPage, french: Translation, zip_path: Path
) -> None:
    run("export_translations", str(zip_path), "--locale", "fr")
    back = zip_path.parent / "back.xlf"
    with ZipFile(zip_path) as archive:
        data = filled("x.xlf", archive.read("0001-ueber-uns.fr.xlf"))
    back.write_bytes(data.replace("« neunzehn »".encode(), b"&lt;i&gt;19&lt;/i&gt;"))
    out = StringIO()
    with pytest.raises(CommandError, match="Some texts were not taken"):
        call_command("import_translations", str(back), "--no-progress", stdout=out)
    first, last = out.getvalue().splitlines()
    assert first.startswith("back.xlf:")
    assert "refused: Über uns Body › Text: “</i>” stands in the text as letters" in first
    assert last == "1 refused, 4 taken"
    assert StringTranslation.objects.count() == 4


def test_the_rights_of_a_person_count_where_one_is_named(
    german: StandardPage, french: Translation, admin: User, zip_path: Path
) -> None:
    run("export_translations", str(zip_path), "--locale", "fr")
    with pytest.raises(CommandError, match="nobody called"):
        run("import_translations", str(zip_path), "--user", "nobody")
    out, _progress = run("import_translations", str(zip_path), "--user", admin.username, "--no-progress")
    assert out == "5 skipped\n"


def test_a_file_that_is_not_there_is_said_in_a_sentence(tmp_path: Path, db: None) -> None:
    with pytest.raises(CommandError, match="No such file"):
        run("import_translations", str(tmp_path / "x.xlf"))


def test_pages_are_found_by_their_addresses(german: StandardPage, home: HomePage) -> None:
    assert page_at("/de/ueber-uns/").pk == german.pk
    assert page_at("https://example.org/de/ueber-uns").pk == german.pk
    assert page_at("/de/").pk == home.pk
    assert page_at("/xx/") is None
    assert page_at("/de/nowhere/") is None
