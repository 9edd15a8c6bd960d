"""What a translator gets."""

import re
from collections.abc import Callable
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import polib
import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation as language
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import Translation

from cms.accounts.models import User
from cms.core.models import LocaleProfile
from cms.translation.exchange.export import export_works
from cms.translation.exchange.selection import Selection, What
from cms.translation.models import Rewrite, TranslationWork
from cms.translation.texts.units import Origin, Unit, units_of
from cms.translation.texts.writing import write
from cms.translation.work.transitions import work_on
from home.models import HomePage, StandardPage
from tests.factories.core import mirror, publish, reloaded
from tests.factories.home import StandardPageFactory
from tests.translation.submitting import submit

Export = Callable[..., dict[str, bytes]]
X12 = "{urn:oasis:names:tc:xliff:document:1.2}"
X20 = "{urn:oasis:names:tc:xliff:document:2.0}"
NMTOKEN = re.compile(r"[\w.:-]+")


@pytest.fixture
def french(german: StandardPage, locales: dict[str, Locale]) -> Translation:
    """Return the French translation, submitted anew for each test: some need a page that nobody has submitted."""
    return submit(german, locales["fr"])


def only(files: dict[str, bytes]) -> ElementTree.Element:
    """Return the root of the one translation file of an export."""
    (data,) = (data for name, data in files.items() if name != "README.txt")
    return ElementTree.fromstring(data)  # noqa: S314 - our own file


def by_path(root: ElementTree.Element) -> dict[str, ElementTree.Element]:
    return {unit.get("resname"): unit for unit in root.iter(f"{X12}trans-unit")}


def unit(translation: Translation, source: str) -> Unit:
    return next(unit for unit in units_of(translation) if unit.source == source)


def test_each_page_is_a_file_with_a_readable_name(german: StandardPage, rich: StandardPage, export: Export) -> None:
    assert list(export(german, rich)) == ["0001-ueber-uns.fr.xlf", "0002-netz.fr.xlf", "README.txt"]


def test_the_same_texts_make_the_same_bytes(rich: StandardPage, home: HomePage, locales: dict[str, Locale]) -> None:
    work = TranslationWork.objects.create(translation_key=rich.translation_key, locale=locales["fr"])
    for file_format in ("xliff12", "xliff20", "po"):
        data = export_works([work], file_format)
        assert data == export_works([work], file_format)
        with ZipFile(BytesIO(data)) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_exporting_makes_no_page_and_changes_none(rich: StandardPage, export: Export) -> None:
    before = list(Page.objects.order_by("pk").values())
    export(rich)
    assert list(Page.objects.order_by("pk").values()) == before


def test_a_file_names_the_languages_as_their_profiles_say(
    rich: StandardPage, locales: dict[str, Locale], export: Export
) -> None:
    LocaleProfile.objects.filter(locale__language_code="fr").update(exchange_code="fr-FR")
    LocaleProfile.objects.filter(locale__language_code="de").update(exchange_code="de-DE")
    locales["fr"].refresh_from_db()
    file = only(export(rich)).find(f"{X12}file")
    assert (file.get("source-language"), file.get("target-language")) == ("de-DE", "fr-FR")
    root = only(export(rich, file_format="xliff20"))
    assert (root.get("srcLang"), root.get("trgLang")) == ("de-DE", "fr-FR")


def test_tags_are_inline_elements_and_computed_values_are_protected(rich: StandardPage, export: Export) -> None:
    sources = [unit.find(f"{X12}source") for unit in only(export(rich)).iter(f"{X12}trans-unit")]
    codes = [(code.tag.removeprefix(X12), code.get("id")) for source in sources for code in source.iter()]
    inline = [code for code in codes if code[0] != "source"]
    assert inline == [("g", "b1"), ("x", "count1"), ("g", "i1"), ("g", "a1"), ("g", "b1"), ("x", "br1")]
    count = next(code for source in sources for code in source.iter(f"{X12}x"))
    assert count.get("equiv-text") == "{count:partner-cities}"


def test_ids_are_unique_and_such_as_the_standard_allows(rich: StandardPage, export: Export) -> None:
    ids = [unit.get("id") for unit in only(export(rich, file_format="xliff20")).iter(f"{X20}unit")]
    assert len(ids) == len(set(ids)) == 9
    assert [one for one in ids if not NMTOKEN.fullmatch(one)] == []


def test_notes_say_where_a_text_stands_how_long_it_may_be_and_where_links_lead(
    rich: StandardPage, export: Export
) -> None:
    units = by_path(only(export(rich)))
    title = units["title"]
    assert [note.text for note in title.iter(f"{X12}note")] == ["Title", "At most 255 characters."]
    assert (title.get("maxwidth"), title.get("size-unit")) == ("255", "char")
    notes = [note.text for unit in units.values() for note in unit.iter(f"{X12}note")]
    assert "Body › Table › Caption" in notes
    header = [note.text for note in only(export(rich)).find(f"{X12}file/{X12}header")]
    assert header == ["Page: Netz & Städte", "See it at http://localhost/de/netz/"]


def test_notes_are_in_the_language_of_the_person_who_exports(rich: StandardPage, export: Export) -> None:
    with language.override("de"):
        title = by_path(only(export(rich)))["title"]
    assert title.find(f"{X12}note").text == "Titel"


def test_states_say_how_far_each_text_is(
    french: Translation, german: StandardPage, admin: User, export: Export
) -> None:
    write(french, unit(french, "Über uns"), "À propos", user=admin)
    write(french, unit(french, "Partnerschaft"), "Partenariat", user=None, origin=Origin.MACHINE, tool="Engine")
    targets = {path: one.find(f"{X12}target") for path, one in by_path(only(export(german))).items()}
    states = [(target.text, target.get("state"), target.get("state-qualifier")) for target in targets.values()]
    assert ("À propos", "translated", None) in states
    assert ("Partenariat", "needs-review-translation", "leveraged-mt") in states
    assert (None, "needs-translation", None) in states
    TranslationWork.objects.update(state=TranslationWork.State.APPROVED)
    title = by_path(only(export(german)))["title"]
    assert (title.get("approved"), title.find(f"{X12}target").get("state")) == ("yes", "final")
    segments = list(only(export(german, file_format="xliff20")).iter(f"{X20}segment"))
    assert [segment.get("state") for segment in segments] == ["final", None, "initial", None, None]


def test_an_outdated_text_comes_with_what_it_said_before(
    french: Translation, german: StandardPage, admin: User, export: Export
) -> None:
    write(french, unit(french, "Über uns"), "À propos", user=admin)
    german.title = "Über uns alle"
    publish(german)
    title = by_path(only(export(german)))["title"]
    assert title.find(f"{X12}source").text == "Über uns alle"
    assert title.find(f"{X12}target").get("state") == "needs-translation"
    former = title.find(f"{X12}alt-trans")
    assert (former.find(f"{X12}source").text, former.find(f"{X12}target").text) == ("Über uns", "À propos")
    notes = [note.text for note in only(export(german, file_format="xliff20")).iter(f"{X20}note")]
    assert "The source text was changed. Before, it was “Über uns”, translated as “À propos”." in notes
    po = polib.pofile(export(german, file_format="po")["0001-ueber-uns.fr.po"].decode())
    assert next(entry for entry in po if entry.msgctxt == "title").previous_msgid == "Über uns"


def test_a_text_to_be_written_anew_says_so(
    french: Translation, german: StandardPage, admin: User, export: Export
) -> None:
    write(french, unit(french, "Partnerschaft"), "Partenariat", user=admin)
    path = unit(french, "Partnerschaft").path
    Rewrite.objects.create(work=work_on(french), path=path)
    heading = by_path(only(export(german, what="missing")))[path]
    assert heading.find(f"{X12}target").get("state") == "needs-review-translation"
    assert "The picture was replaced. Describe the new one." in [note.text for note in heading.iter(f"{X12}note")]


def test_po_marks_what_nobody_confirmed(french: Translation, german: StandardPage, admin: User, export: Export) -> None:
    write(french, unit(french, "Partnerschaft"), "Partenariat", user=None, origin=Origin.MACHINE, tool="Engine")
    po = polib.pofile(export(german, file_format="po")["0001-ueber-uns.fr.po"].decode())
    assert [(entry.msgstr, entry.fuzzy) for entry in po if entry.msgstr] == [("Partenariat", True)]


def test_what_is_missing_leaves_out_finished_pages_and_those_not_planned(
    home: HomePage, german: StandardPage, rich: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    for one in units_of(french):
        write(french, one, one.source, user=admin)
    other = publish(StandardPageFactory(parent=home, title="Impressum", slug="impressum"))
    TranslationWork.objects.create(
        translation_key=other.translation_key,
        locale=french.target_locale,
        state=TranslationWork.State.NOT_PLANNED,
        reason="Only for Germany",
    )
    assert list(export(what="missing")) == ["0001-netz.fr.xlf", "README.txt"]
    assert list(export(what="all")) == ["0001-ueber-uns.fr.xlf", "0002-netz.fr.xlf", "README.txt"]


def test_outdated_are_pages_whose_translated_texts_have_a_newer_source(
    french: Translation, german: StandardPage, rich: StandardPage, admin: User, export: Export
) -> None:
    assert list(export(what="outdated")) == ["README.txt"]
    write(french, unit(french, "Über uns"), "À propos", user=admin)
    german.title = "Über uns alle"
    publish(german)
    assert list(export(what="outdated")) == ["0001-ueber-uns.fr.xlf", "README.txt"]


def test_a_section_holds_the_page_and_all_below_it_in_whatever_language_it_is_named(
    german: StandardPage, rich: StandardPage, locales: dict[str, Locale]
) -> None:
    child = publish(StandardPageFactory(parent=german, title="Team", slug="team"))
    in_french = mirror(german, locales["fr"])
    for section in (german, in_french):
        found = Selection(locales["fr"], What.ALL, (section,), with_pages_below=True).commissions()
        assert [one.page.pk for one in found] == [german.pk, child.pk]


def test_a_page_born_in_another_language_is_translated_from_that(
    french_home: HomePage, locales: dict[str, Locale]
) -> None:
    page = publish(StandardPageFactory(parent=french_home, title="Musique", slug="musique", locale=locales["fr"]))
    found = Selection(locales["de"], What.ALL, pages=(page,)).commissions()
    assert [(one.page.pk, one.translation.source.locale) for one in found] == [(page.pk, locales["fr"])]


def test_drafts_and_pages_off_the_air_are_not_exported(home: HomePage, german: StandardPage, export: Export) -> None:
    draft = StandardPageFactory(parent=home, title="Geheim", slug="geheim")
    reloaded(german).unpublish()
    assert list(export(draft, german)) == ["README.txt"]


def test_nothing_is_exported_for_a_language_that_is_written(german: StandardPage, locales: dict[str, Locale]) -> None:
    with pytest.raises(ValidationError, match="is written, not translated"):
        Selection(locales["de-simple"], What.ALL).commissions()


def test_twelve_pages_take_no_more_queries_than_three(
    site: Site, home: HomePage, locales: dict[str, Locale], export: Export
) -> None:
    def queries(count: int) -> int:
        while StandardPage.objects.filter(locale=locales["de"]).count() < count:
            publish(StandardPageFactory(parent=home))
        export()
        with CaptureQueriesContext(connection) as captured:
            export()
        return len(captured)

    three = queries(3)
    assert queries(12) == three
