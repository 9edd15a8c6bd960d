"""What readers are told of a text whose source has changed since."""

from datetime import date

import pytest
from bs4 import BeautifulSoup, Tag
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import Translation

from cms.accounts.models import User
from cms.translation.lifecycle.importance import Importance, set_importance
from home.models import HomePage, StandardPage
from tests.factories.cityrelations import (
    EventIndexPageFactory,
    NewsPageFactory,
    TopicIndexPageFactory,
    TopicPageFactory,
)
from tests.factories.core import PageFactory, mirror, publish, reloaded, translate
from tests.translation.submitting import submit
from tests.translation.texts import fill


@pytest.fixture
def french(german: StandardPage, locales: dict[str, Locale]) -> Translation:
    """Return the French translation, submitted anew for each test: some need a page that nobody has submitted."""
    return submit(german, locales["fr"])


@pytest.fixture
def url(french: Translation, admin: User) -> str:
    """Return the address of the published French translation."""
    fill(french, admin)
    french.save_target(user=admin, publish=True)
    return reloaded(french.get_target_instance()).url


def change(page: StandardPage, importance: Importance = Importance.NORMAL) -> None:
    page = reloaded(page)
    page.intro = "Wer wir heute sind."
    revision = page.save_revision()
    set_importance(revision, importance)
    revision.publish()


def _today_if_news(page: type[PageFactory]) -> dict[str, date]:
    return {"published_on": timezone.localdate()} if page is NewsPageFactory else {}


def main(client: Client, url: str) -> Tag:
    return BeautifulSoup(client.get(url).content, "html.parser").main


def test_a_current_translation_has_no_notice(client: Client, url: str) -> None:
    assert main(client, url).select(".notice") == []


def test_an_outdated_translation_leads_to_its_source(client: Client, url: str, german: StandardPage) -> None:
    change(german)
    page = main(client, url)
    [notice] = page.select(".notice")
    link = notice.a
    assert (notice.name, notice["data-kind"], notice["aria-label"]) == ("aside", "outdated", "Avis")
    assert (link["href"], link["lang"], link["hreflang"], link["dir"]) == (german.url, "de", "de", "ltr")
    assert link.get_text() == "Deutsch"
    assert "Qui nous sommes." in page.get_text()


def test_the_source_itself_has_none(client: Client, url: str, german: StandardPage) -> None:
    change(german, Importance.URGENT)
    assert main(client, german.url).select(".notice") == []


def test_after_an_urgent_change_the_notice_stands_in_place_of_the_text(
    client: Client, url: str, german: StandardPage, french: Translation, admin: User
) -> None:
    change(german, Importance.URGENT)
    answer = client.get(url).content.decode()
    page = BeautifulSoup(answer, "html.parser").main
    assert page.h1.get_text() == "À propos"
    assert page.select_one(".notice")["data-kind"] == "urgent"
    for words in ("Qui nous sommes.", "Le monde est notre partenaire.", "Partenariat"):
        assert words not in answer
    fill(french, admin, {"Wer wir heute sind.": "Qui nous sommes aujourd’hui."})
    french.save_target(user=admin, publish=True)
    assert "Qui nous sommes aujourd’hui." in main(client, url).get_text()


def test_a_reader_of_a_fallback_is_told_both(
    client: Client, german: StandardPage, home: HomePage, locales: dict[str, Locale]
) -> None:
    for code in ("en", "ar"):
        publish(translate(home, locales[code], title=code))
    publish(translate(german, locales["en"], title="About us"))
    arabic = mirror(german, locales["ar"])
    change(german)
    notices = main(client, arabic.url).select(".notice")
    assert [notice["data-kind"] for notice in notices] == ["fallback", "outdated"]


def test_a_written_page_tells_of_its_age_too(
    client: Client, german: StandardPage, home: HomePage, locales: dict[str, Locale]
) -> None:
    publish(translate(home, locales["de-simple"], title="Start"))
    written = publish(translate(german, locales["de-simple"], title="Wir"))
    change(german)
    assert main(client, written.url).select_one(".notice")["data-kind"] == "outdated"


@pytest.mark.parametrize(
    ("index", "page"), [(TopicIndexPageFactory, TopicPageFactory), (EventIndexPageFactory, NewsPageFactory)]
)
def test_lists_do_not_repeat_words_that_are_not_to_be_shown(
    index: type[PageFactory],
    page: type[PageFactory],
    client: Client,
    home: HomePage,
    french_home: HomePage,
    locales: dict[str, Locale],
) -> None:
    german_list = publish(index(parent=reloaded(home), title="Liste"))
    french_list = publish(translate(german_list, locales["fr"], title="La liste"))
    german = publish(page(parent=german_list, title="Eines", intro="Alt.", **_today_if_news(page)))
    publish(translate(german, locales["fr"], title="Une chose", intro="Ancien."))
    assert "Ancien." in client.get(french_list.url).content.decode()
    change(german, Importance.URGENT)
    answer = client.get(french_list.url).content.decode()
    assert "Une chose" in answer
    assert "Ancien." not in answer


def test_knowing_the_age_costs_no_query(client: Client, url: str, german: StandardPage) -> None:
    def queries() -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            client.get(url)
        return len(captured)

    before = queries()
    change(german)
    assert queries() == before


def test_search_does_not_repeat_them_either(
    client: Client, german: StandardPage, french_home: HomePage, locales: dict[str, Locale]
) -> None:
    french = translate(german, locales["fr"], title="Quelques mots", search_description="Ancien texte.")
    publish(french.get_latest_revision_as_object())
    call_command("update_index", verbosity=0)
    assert "Ancien texte." in client.get("/fr/search/?q=mots").content.decode()
    change(german, Importance.URGENT)
    found = client.get("/fr/search/?q=mots").content.decode()
    assert "Quelques mots" in found
    assert "Ancien texte." not in found
