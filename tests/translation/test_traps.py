"""Traps of bare wagtail-localize, each shown to be there and shown to be closed."""

from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django import Settings
from wagtail.models import Locale
from wagtail.signals import page_unpublished
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from cityrelations.models import EventPage
from cms.accounts.models import User
from cms.core.problems import registry
from cms.core.problems.registry import PublishingRefused
from cms.translation.drafts.saving import upstream_save_target
from cms.translation.signal_handlers import page_was_unpublished
from home.models import HomePage, StandardPage
from tests.factories.cityrelations import (
    EventIndexPageFactory,
    EventPageFactory,
    NewsPageFactory,
    PartnerCityIndexPageFactory,
    PartnerCityPageFactory,
)
from tests.factories.core import mirror, publish, reloaded, translate
from tests.translation.texts import fill


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Iterator[None]:
    """Take away what ours adds: its way of saving, its gate, and what follows when a page leaves the air."""
    monkeypatch.setattr(Translation, "save_target", upstream_save_target)
    monkeypatch.setattr(registry, "_checks", [])
    settings.WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = True
    page_unpublished.disconnect(dispatch_uid="translation.page_was_unpublished")
    yield
    page_unpublished.connect(page_was_unpublished, dispatch_uid="translation.page_was_unpublished")


@pytest.fixture
def published(french: Translation, admin: User) -> Translation:
    """Return the French translation, whole and on the air."""
    fill(french, admin)
    french.save_target(user=admin, publish=True)
    return french


def row(translation: Translation) -> StandardPage:
    return reloaded(translation.get_target_instance())


@pytest.mark.usefixtures("bare")
def test_bare_submitting_publishes_german_text_as_french(
    german: StandardPage, locales: dict[str, Locale], admin: User, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        translate_object(german, [locales["fr"]], user=admin)
    page = StandardPage.objects.get(locale=locales["fr"])
    assert (page.live, page.title) == (True, "Über uns")


def test_ours_submitting_makes_a_draft_that_may_not_be_published(
    german: StandardPage, french_home: HomePage, locales: dict[str, Locale], admin: User
) -> None:
    translate_object(german, [locales["fr"]], user=admin)
    translation = Translation.objects.get()
    assert not row(translation).live
    with pytest.raises(PublishingRefused, match="5 of 5 texts are not translated yet"):
        translation.save_target(user=admin, publish=True)
    assert not row(translation).live


def test_bare_update_brings_german_back_where_one_mark_was_added(
    published: Translation,
    german: StandardPage,
    admin: User,
    request: pytest.FixtureRequest,
    django_capture_on_commit_callbacks: Any,
) -> None:
    request.getfixturevalue("bare")
    german.title = "Über uns!"
    publish(german)
    with django_capture_on_commit_callbacks(execute=True):
        upstream_save_target(published, user=admin, publish=True)
    assert row(published).title == "Über uns!"


def test_ours_keeps_the_french_text_there(published: Translation, german: StandardPage, admin: User) -> None:
    german.title = "Über uns!"
    publish(german)
    published.save_target(user=admin, publish=True)
    assert row(published).title == "À propos"


def test_bare_translations_stay_on_the_air_without_their_source(
    published: Translation, german: StandardPage, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue("bare")
    reloaded(german).unpublish()
    assert row(published).live


def test_ours_leave_with_it(published: Translation, german: StandardPage) -> None:
    reloaded(german).unpublish()
    assert not row(published).live


def test_a_page_named_by_a_fact_is_shown_in_the_readers_language(
    client: Client, home: HomePage, french_home: HomePage, locales: dict[str, Locale]
) -> None:
    index = publish(EventIndexPageFactory(parent=reloaded(home), title="Neues"))
    publish(translate(index, locales["fr"], title="Actualités"))
    event = publish(EventPageFactory(parent=index, title="Fest"))
    french_event = publish(translate(event, locales["fr"], title="Fête"))
    news = publish(NewsPageFactory(parent=reloaded(index), title="Bald", event=event))
    french = publish(translate(news, locales["fr"], title="Bientôt"))
    assert (reloaded(french).event_id, EventPage.objects.get(pk=event.pk).locale.language_code) == (event.pk, "de")
    page = BeautifulSoup(client.get(french.url).content, "html.parser").main
    assert page.find("a", href=french_event.url)
    assert not page.find("a", href=event.url)


def test_a_page_without_a_row_in_a_language_is_listed_with_its_own(
    client: Client, home: HomePage, french_home: HomePage, locales: dict[str, Locale]
) -> None:
    index = publish(PartnerCityIndexPageFactory(parent=reloaded(home), title="Städte"))
    french = publish(translate(index, locales["fr"], title="Villes"))
    city = publish(PartnerCityPageFactory(parent=reloaded(index), title="Tokio", slug="tokio", country="JP"))
    assert client.get(f"{french.url}tokio/").status_code == 404
    page = BeautifulSoup(client.get(french.url).content, "html.parser").main
    link = page.find("a", href=city.url)
    assert link
    assert (link if link.has_attr("lang") else link.find_parent(lang=True))["lang"] == "de"


def test_a_stand_in_is_marked_as_what_it_is(
    client: Client, german: StandardPage, home: HomePage, locales: dict[str, Locale]
) -> None:
    publish(translate(home, locales["ar"], title="الرئيسية"))
    alias = mirror(german, locales["ar"])
    answer = BeautifulSoup(client.get(alias.url).content, "html.parser")
    text = answer.main.find(string="Wer wir sind.").find_parent(lang=True)
    assert (text["lang"], text["dir"]) == ("de", "ltr")
    assert answer.find("link", rel="canonical")["href"].endswith(german.url)
    assert not answer.find("link", hreflang="ar")
