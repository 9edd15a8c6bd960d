"""Pages in easy language as their readers get them (BITV 2.0, annex 2, part 2)."""

from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Site

from cms.accounts.models import User
from cms.translation.easy.reader_tests import record_test
from cms.translation.lifecycle.importance import Importance, set_importance
from home.models import HomePage, StandardPage
from tests.factories import cityrelations as factories
from tests.factories.core import publish, reloaded
from tests.factories.home import StandardPageFactory

HEADINGS = ["Was ist das?", "Was machen wir?", "Wo sind wir?"]
PARAGRAPH = "<p>Das ist ein Amt. Es hilft am 1. Mai allen.<br/>Es ist <b>offen</b>! Kommen Sie?</p>"
LIST = "<ul><li>Eins. Zwei.</li></ul>"
INDEXES = {
    factories.PartnerCityPageFactory: factories.PartnerCityIndexPageFactory,
    factories.NetworkPageFactory: factories.NetworkIndexPageFactory,
    factories.TopicPageFactory: factories.TopicIndexPageFactory,
    factories.ProjectPageFactory: factories.ProjectIndexPageFactory,
    factories.EventPageFactory: factories.EventIndexPageFactory,
    factories.NewsPageFactory: factories.EventIndexPageFactory,
}


@pytest.fixture
def easy(easy_home: HomePage, locales: dict[str, Locale]) -> StandardPage:
    """Return a published page in Easy German with three headings."""
    body = [{"type": "heading", "value": {"text": heading, "level": "h2"}} for heading in HEADINGS]
    body.append({"type": "rich_text", "value": PARAGRAPH + LIST})
    page = StandardPageFactory(
        parent=easy_home, title="Das sind wir", intro="Wir sind da. Wir helfen.", body=body, locale=locales["de-simple"]
    )
    return publish(page)


def in_days(number: int) -> date:
    return timezone.localdate() + timedelta(days=number)


def soup(client: Client, page: StandardPage) -> BeautifulSoup:
    return BeautifulSoup(client.get(page.url).content, "html.parser")


def said(client: Client, page: StandardPage) -> str:
    found = soup(client, page).select_one(".reader-test")
    return " ".join(found.get_text(" ").split()) if found else ""


def test_every_sentence_begins_on_a_new_line(client: Client, easy: StandardPage) -> None:
    shown = soup(client, easy)
    assert str(shown.select_one(".lede")) == '<p class="lede">Wir sind da.<br/>Wir helfen.</p>'
    assert shown.select_one(".prose p").decode_contents() == (
        "Das ist ein Amt.<br/>Es hilft am 1. Mai allen.<br/>Es ist <b>offen</b>!<br/>Kommen Sie?"
    )
    assert shown.select_one(".prose li").decode_contents() == "Eins.<br/>Zwei."


@pytest.mark.parametrize("make", INDEXES)
def test_so_it_does_on_pages_of_every_type(
    make: Any, client: Client, easy_home: HomePage, locales: dict[str, Locale]
) -> None:
    locale = locales["de-simple"]
    index = publish(INDEXES[make](parent=easy_home, locale=locale))
    body = [{"type": "heading", "value": {"text": heading, "level": "h2"}} for heading in HEADINGS]
    text = {"announcement" if make is factories.EventPageFactory else "body": body}
    dates = {
        factories.EventPageFactory: {"start_date": in_days(1)},
        factories.NewsPageFactory: {"published_on": date(2020, 1, 1)},
    }
    words = {"intro": "Wir sind da. Wir helfen.", "locale": locale}
    page = publish(make(parent=index, **words, **text, **dates.get(make, {})))
    shown = soup(client, page)
    assert shown.select_one(".lede").decode_contents() == "Wir sind da.<br/>Wir helfen."
    assert [link.get_text() for link in shown.select(".contents a")] == HEADINGS


@pytest.mark.parametrize("name", ["Network", "Project", "Topic", "Event"])
def test_so_it_does_in_lists(
    name: str, client: Client, home: HomePage, easy_home: HomePage, locales: dict[str, Locale]
) -> None:
    make = getattr(factories, f"{name}PageFactory")
    dates = {"start_date": in_days(1)} if name == "Event" else {}
    index = publish(INDEXES[make](parent=home))
    source = publish(make(parent=index, **dates))
    easy = {"locale": locales["de-simple"], "title": "Leicht"}
    index = publish(INDEXES[make](parent=easy_home, translation_key=index.translation_key, **easy))
    words = {"intro": "Wir sind da. Wir helfen.", "translation_key": source.translation_key}
    publish(make(parent=index, **words, **easy, **dates))
    assert "Wir sind da.<br/>Wir helfen." in str(soup(client, index).main)


def test_other_languages_keep_their_lines(client: Client, home: HomePage, site: Site) -> None:
    body = [{"type": "rich_text", "value": "<p>Das ist ein Amt. Es hilft.</p>"}]
    page = publish(StandardPageFactory(parent=home, intro="Wir sind da. Wir helfen.", body=body))
    shown = soup(client, page)
    assert shown.select_one(".lede").decode_contents() == "Wir sind da. Wir helfen."
    assert shown.select_one(".prose p").decode_contents() == "Das ist ein Amt. Es hilft."


def test_the_description_for_search_engines_has_no_line_breaks(client: Client, easy: StandardPage) -> None:
    easy.search_description = "Wir sind da. Wir helfen."
    page = publish(easy)
    assert soup(client, page).find("meta", attrs={"name": "description"})["content"] == "Wir sind da. Wir helfen."


def test_a_list_of_its_parts_stands_at_the_top_and_leads_to_them(client: Client, easy: StandardPage) -> None:
    shown = soup(client, easy)
    links = shown.select(".contents a")
    assert [link.get_text() for link in links] == HEADINGS
    assert all(shown.find(id=link["href"].removeprefix("#")) for link in links)
    assert shown.select_one(".contents").find_previous("h1").get_text() == "Das sind wir"


def test_other_languages_and_short_pages_have_no_such_list(
    client: Client, easy_home: HomePage, home: HomePage, locales: dict[str, Locale]
) -> None:
    body = [{"type": "heading", "value": {"text": heading, "level": "h2"}} for heading in HEADINGS]
    german = publish(StandardPageFactory(parent=home, body=body))
    short = publish(StandardPageFactory(parent=easy_home, body=body[:2], locale=locales["de-simple"]))
    assert not soup(client, german).select(".contents")
    assert not soup(client, short).select(".contents")


def test_the_ground_is_light_whatever_the_reader_prefers(client: Client, easy: StandardPage) -> None:
    assert soup(client, easy).find("meta", attrs={"name": "color-scheme"})["content"] == "light"


def test_a_page_that_nobody_tested_says_so(client: Client, easy: StandardPage) -> None:
    assert said(client, easy)
    assert not soup(client, easy).select(".reader-test bdi")


def test_a_tested_page_says_by_whom_and_when(client: Client, easy: StandardPage, admin: User) -> None:
    record_test(easy, tested_on=date(2026, 11, 3), tested_with="Prüf-Gruppe Nord", note="Gut.", user=admin)
    assert "Prüf-Gruppe Nord" in said(client, easy)
    assert "3. November 2026" in said(client, easy)
    assert "Gut." not in said(client, easy)


def test_the_last_test_counts(client: Client, easy: StandardPage, admin: User) -> None:
    record_test(easy, tested_on=date(2026, 11, 3), tested_with="Gruppe B", note="", user=admin)
    record_test(easy, tested_on=date(2025, 1, 3), tested_with="Gruppe A", note="", user=admin)
    assert "Gruppe B" in said(client, easy)


@pytest.mark.parametrize(("words", "sentences"), [("Neu", 1), ("Hier steht jetzt ein ganz anderer Text", 2)])
def test_after_a_larger_change_the_page_says_so(
    words: str, sentences: int, client: Client, easy: StandardPage, admin: User
) -> None:
    record_test(easy, tested_on=date(2026, 11, 3), tested_with="Gruppe", note="", user=admin)
    page = reloaded(easy)
    page.intro = f"{page.intro} {words}."
    page = publish(page)
    assert len(soup(client, page).select(".reader-test p")) == sentences


def test_a_draft_that_was_tested_counts_with_its_words(client: Client, easy: StandardPage, admin: User) -> None:
    draft = reloaded(easy)
    draft.body = draft.body.stream_block.to_python([{"type": "rich_text", "value": "<p>Alles ist neu.</p>"}])
    draft.save_revision()
    record_test(reloaded(easy), tested_on=date(2026, 11, 3), tested_with="Gruppe", note="", user=admin)
    assert len(soup(client, easy).select(".reader-test p")) == 2
    reloaded(easy).get_latest_revision().publish()
    assert len(soup(client, reloaded(easy)).select(".reader-test p")) == 1


def test_a_text_that_is_not_shown_is_not_called_tested(
    client: Client, source_of_travelling: StandardPage, travelling: StandardPage
) -> None:
    assert said(client, travelling)
    source = reloaded(source_of_travelling)
    source.intro = "Wer wir heute im Amt sind."
    revision = source.save_revision()
    set_importance(revision, Importance.URGENT)
    revision.publish()
    assert soup(client, travelling).select_one(".notice")["data-kind"] == "urgent"
    assert not said(client, travelling)


def test_other_languages_say_nothing_of_tests(client: Client, home: HomePage, site: Site) -> None:
    page = publish(StandardPageFactory(parent=home))
    assert said(client, page) == ""
