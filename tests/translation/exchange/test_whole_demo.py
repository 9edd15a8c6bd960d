"""The demo's missing French goes out as XLIFF 1.2 and 2.0, comes back from two tools, is approved and published."""

from io import BytesIO
from itertools import cycle
from typing import Any
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup, Tag
from django.db.models import QuerySet
from django.test import Client
from translate.storage import xliff, xliff2
from wagtail.models import Locale, Page, Revision
from wagtail_localize.models import StringTranslation

from cms.core.models import Edition
from cms.translation.coverage.selection import Selection as Covered
from cms.translation.coverage.totals import Total, totals
from cms.translation.exchange.export import export_to
from cms.translation.exchange.formats import FileFormat
from cms.translation.exchange.importing import import_file
from cms.translation.exchange.report import Outcome
from cms.translation.exchange.selection import Selection, What
from cms.translation.models import TranslationWork
from cms.translation.work.steps import Steps
from tests.translation.exchange.filling import filled
from tests.translation.team import Team, assemble


@pytest.fixture
def french(demo_content: None) -> Locale:
    return Locale.objects.get(language_code="fr")


def coverage(locale: Locale) -> Total:
    selection = Covered.of([locale.language_code])
    [total] = totals(selection.pages(), selection.languages)
    return total


def exported(locale: Locale, file_format: str) -> dict[str, bytes]:
    """Return all that is missing, a file for each page."""
    out = BytesIO()
    export_to(out, Selection(locale, What.MISSING).commissions(), FileFormat(file_format))
    with ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name != "README.txt"}


def by_two_tools(*exports: dict[str, bytes]) -> bytes:
    """Return a ZIP with every page once: by turns of each export, and filled by a script and by translate-toolkit."""
    tools = [(files, fill) for fill in (by_script, by_library) for files in exports]
    back = BytesIO()
    with ZipFile(back, "w") as answer:
        for name, (files, fill) in zip(exports[0], cycle(tools), strict=False):
            answer.writestr(name, fill(name, files[name]))
    return back.getvalue()


def by_script(name: str, data: bytes) -> bytes:
    return filled(name, data, marked)


def by_library(name: str, data: bytes) -> bytes:
    library = xliff2.Xliff2File if b"xliff:document:2.0" in data else xliff.xlifffile
    file = library.parsestring(data)
    for unit in file.units:
        target = unit.rich_source[0].copy()
        target.apply_to_strings(marked)
        unit.rich_target = [target]
        unit.marktranslated()
    out = BytesIO()
    file.serialize(out)
    return out.getvalue()


def marked(text: str) -> str:
    """Return a text that is not the source; length limits of fields leave room for that much."""
    return f"{text}·FR" if text.strip() else text


def approve_and_publish(team: Team, locale: Locale) -> None:
    """Let everybody press the button that they are offered."""
    steps = [(team.translator, "send_to_review"), (team.reviewer, "approve"), (team.publisher, "publish")]
    for record in TranslationWork.objects.filter(locale=locale):
        for person, step in steps:
            record.refresh_from_db()
            Steps(record, person).take(step)


def kept_of(pages: QuerySet[Page]) -> list[Any]:
    """Return all that the pages hold and have held, and the texts of their translations."""
    revisions = Revision.page_revisions.filter(object_id__in=[str(pk) for pk in pages.values_list("pk", flat=True)])
    return [*(page.to_json() for page in pages.specific()), *revisions.order_by("pk").values()]


def foreign_texts(locale: Locale) -> list[Any]:
    """Return the translated texts of all other languages."""
    return list(StringTranslation.objects.exclude(locale=locale).order_by("pk").values())


def readers_see(client: Client, pages: list[Page]) -> dict[str, str]:
    """Return the main part of every page; around it stands which languages it has."""
    return {page.url: str(main_of(client, page)) for page in pages}


def main_of(client: Client, page: Page) -> Tag:
    answer = client.get(page.url)
    assert answer.status_code == 200, page.url
    html = BeautifulSoup(answer.content, "html.parser")
    assert html.find("html")["lang"] == page.locale.language_code
    return html.find("main")


def test_all_that_is_missing_in_french_comes_back_and_goes_on_the_air(french: Locale, client: Client) -> None:
    team = assemble(Page.objects.get(locale=french, depth=2))
    missing = coverage(french).missing
    in_french = Page.objects.filter(locale=french, depth__gt=1)
    done = list(in_french.filter(edition__kind=Edition.Kind.TRANSLATION).values_list("pk", flat=True))
    others = Page.objects.filter(depth__gt=1).exclude(locale=french).order_by("pk")
    rest = others | in_french.filter(pk__in=done)
    before, texts, seen = kept_of(rest), foreign_texts(french), readers_see(client, others[::16])

    exports = [exported(french, file_format) for file_format in ("xliff12", "xliff20")]
    assert [len(files) for files in exports] == [missing, missing]
    assert missing >= 40
    report = import_file(BytesIO(by_two_tools(*exports)), "retour.zip", user=team.translator)
    assert report.is_clean
    assert report.counts[Outcome.TAKEN] == len(report.entries) > 400
    assert coverage(french).missing == missing
    approve_and_publish(team, french)

    total = coverage(french)
    assert (total.percent, total.missing, total.outdated, total.planned) == (100, 0, 0, len(done) + missing)
    assert Selection(french, What.MISSING).commissions() == []
    assert (kept_of(rest), foreign_texts(french)) == (before, texts)
    assert readers_see(client, others[::16]) == seen
    for page in in_french:
        assert ("·FR" in main_of(client, page).find("h1").get_text()) == (page.pk not in done)
