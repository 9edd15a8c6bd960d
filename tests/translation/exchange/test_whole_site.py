"""A small site goes into files and comes back in another language: approved, published, complete.

`test_whole_demo.py` does the same with the demo.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms.core.models import Edition
from cms.translation.coverage.selection import Selection as Covered
from cms.translation.coverage.totals import totals
from cms.translation.exchange.export import export_to
from cms.translation.exchange.formats import FileFormat
from cms.translation.exchange.importing import import_file
from cms.translation.exchange.report import Outcome
from cms.translation.exchange.selection import Selection, What
from cms.translation.models import TranslationWork
from cms.translation.work import transitions
from home.models import HomePage, StandardPage
from tests.factories.cityrelations import PartnerCityIndexPageFactory, PartnerCityPageFactory
from tests.factories.core import publish
from tests.factories.home import StandardPageFactory
from tests.translation.exchange.filling import filled
from tests.translation.team import Team, assemble


@pytest.fixture
def site_pages(
    site: Site, home: HomePage, rich: StandardPage, german: StandardPage, locales: dict[str, Locale]
) -> list[Page]:
    """Return the published German pages of a small site, some below others."""
    source, _created = TranslationSource.get_or_create_from_instance(home)
    Translation.objects.create(source=source, target_locale=locales["fr"])
    index = publish(PartnerCityIndexPageFactory(parent=home, title="Partnerstädte", slug="partnerstaedte"))
    city = publish(PartnerCityPageFactory(parent=index, title="Warschau", slug="warschau", intro="An der Weichsel."))
    child = publish(StandardPageFactory(parent=german, title="Team", slug="team", intro="Wer hier arbeitet."))
    return [home, rich, german, index, city, child]


def missing(locale: Locale, file_format: str, translate: Callable[[str], str]) -> bytes:
    """Return the ZIP of all that is missing, filled."""
    out, back = BytesIO(), BytesIO()
    export_to(out, Selection(locale, What.MISSING).commissions(), FileFormat(file_format))
    with ZipFile(out) as archive, ZipFile(back, "w") as answer:
        for name in archive.namelist():
            data = archive.read(name)
            answer.writestr(name, data if name == "README.txt" else filled(name, data, translate))
    return back.getvalue()


def approve_and_publish(team: Team, locale: Locale) -> None:
    for record in TranslationWork.objects.filter(locale=locale):
        transitions.approve(transitions.send_to_review(record, by=team.translator), by=team.reviewer)
    for page in Page.objects.filter(locale=locale, has_unpublished_changes=True).order_by("path"):
        page.get_latest_revision().publish(user=team.publisher)


def everything_but(locale: Locale) -> list[Any]:
    """Return the pages and texts of all other languages."""
    pages = Page.objects.exclude(locale=locale).exclude(depth=1).order_by("pk")
    texts = StringTranslation.objects.exclude(locale=locale).order_by("pk")
    return [*pages.values(), *texts.values()]


def test_all_that_is_missing_in_french_comes_back_as_po_and_goes_on_the_air(
    site_pages: list[Page], locales: dict[str, Locale], client: Client
) -> None:
    french = locales["fr"]
    team = assemble(Page.objects.get(locale=french, depth=2))
    before = everything_but(french)
    data = missing(french, "po", lambda text: text.replace("ä", "à").replace("Die", "Le") + " FR")
    report = import_file(BytesIO(data), "retour.zip", user=team.translator)
    assert report.is_clean
    assert report.counts[Outcome.TAKEN] == len(report.entries) > 20
    assert everything_but(french) == before
    assert Edition.objects.filter(page__locale=french).count() == 1
    approve_and_publish(team, french)
    _assert_complete(french)
    assert everything_but(french) == before
    for page in site_pages:
        _assert_renders(client, Page.objects.get(translation_key=page.translation_key, locale=french), "fr", "FR")
    assert Selection(french, What.MISSING).commissions() == []


def test_so_does_arabic_which_is_written_from_right_to_left(
    site_pages: list[Page], locales: dict[str, Locale], client: Client
) -> None:
    arabic = locales["ar"]
    data = missing(arabic, "xliff12", lambda text: f"{text[:1]}مدن شريكة{text[-1:]}" if text.strip() else text)
    report = import_file(BytesIO(data), "retour.zip")
    assert report.is_clean
    team = assemble(Page.objects.get(locale=arabic, depth=2))
    approve_and_publish(team, arabic)
    _assert_complete(arabic)
    for page in site_pages:
        _assert_renders(client, Page.objects.get(translation_key=page.translation_key, locale=arabic), "ar", "مدن")


def _assert_complete(locale: Locale) -> None:
    selection = Covered.of([locale.language_code])
    (total,) = totals(selection.pages(), selection.languages)
    assert (total.percent, total.missing, total.outdated_words) == (100, 0, 0)


def _assert_renders(client: Client, page: Page, code: str, word: str) -> None:
    answer = client.get(page.get_full_url().removeprefix("http://localhost"))
    assert answer.status_code == 200
    html = BeautifulSoup(answer.content, "html.parser")
    assert html.find("html")["lang"] == code
    assert word in html.find("main").get_text()
