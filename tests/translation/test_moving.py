"""Moving a source, changing its address and making it private takes its other languages along."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageLogEntry, PageViewRestriction
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from cms.accounts.models import User
from home.models import HomePage, StandardPage
from tests.factories.core import mirror, publish, reloaded, translate
from tests.factories.home import StandardPageFactory
from tests.translation.submitting import submit
from tests.translation.texts import fill


@pytest.fixture
def french(german: StandardPage, locales: dict[str, Locale]) -> Translation:
    """Return the French translation, submitted anew for each test: some need a page that nobody has submitted."""
    return submit(german, locales["fr"])


@pytest.fixture
def published(french: Translation, admin: User) -> Translation:
    """Return the French translation, whole and on the air."""
    fill(french, admin)
    french.save_target(user=admin, publish=True)
    return french


@pytest.fixture
def section(home: HomePage, german: StandardPage) -> StandardPage:
    """Return another German page, to move things below."""
    return publish(StandardPageFactory(parent=reloaded(home), title="Bereich", slug="bereich"))


def row(translation: Translation) -> StandardPage:
    return reloaded(translation.get_target_instance())


def history(page: Page) -> list[str]:
    entries = PageLogEntry.objects.for_instance(page).filter(action__startswith="cms.translation.").order_by("pk")
    return [entry.message for entry in entries]


def move(staff: Client, page: Page, target: Page) -> str:
    url = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, target.pk])
    answer = staff.post(url, follow=True)
    return " ".join(BeautifulSoup(answer.content, "html.parser").get_text(" ").split())


def test_a_translation_moves_to_the_corresponding_place(
    client: Client,
    published: Translation,
    german: StandardPage,
    section: StandardPage,
    locales: dict[str, Locale],
    django_capture_on_commit_callbacks: Any,
) -> None:
    there = publish(translate(section, locales["fr"], title="Domaine"))
    before = row(published).url
    with django_capture_on_commit_callbacks(execute=True):
        reloaded(german).move(section, pos="last-child")
    page = row(published)
    assert page.get_parent().pk == there.pk
    assert page.url == f"{there.url}{page.slug}/"
    assert "Moved with its source, below “Domaine”" in history(page)
    answer = client.get(before)
    assert (answer.status_code, answer["Location"]) == (301, page.url)


def test_the_place_is_made_where_it_is_missing(
    published: Translation, german: StandardPage, section: StandardPage, locales: dict[str, Locale]
) -> None:
    reloaded(german).move(section, pos="last-child")
    parent = row(published).get_parent().specific
    assert (parent.alias_of_id, parent.locale, parent.live) == (section.pk, locales["fr"], True)


def test_aliases_move_too(german: StandardPage, section: StandardPage, locales: dict[str, Locale]) -> None:
    alias = mirror(german, locales["fr"])
    there = mirror(section, locales["fr"])
    reloaded(german).move(section, pos="last-child")
    assert reloaded(alias).get_parent().pk == there.pk


def test_a_taken_address_is_told_and_nothing_is_lost(
    staff: Client,
    published: Translation,
    german: StandardPage,
    section: StandardPage,
    french_home: HomePage,
    locales: dict[str, Locale],
) -> None:
    there = publish(translate(section, locales["fr"], title="Domaine"))
    StandardPageFactory(parent=there, title="Autre", slug=row(published).slug, locale=locales["fr"])
    text = move(staff, german, section)
    assert "Not moved with its source: below “Domaine” its address is taken" in text
    assert row(published).get_parent().pk == french_home.pk
    assert "Not moved with its source: below “Domaine” its address is taken" in history(row(published))


def test_a_written_page_without_a_place_is_told(
    german: StandardPage, section: StandardPage, home: HomePage, locales: dict[str, Locale]
) -> None:
    publish(translate(home, locales["de-simple"], title="Start"))
    written = publish(translate(german, locales["de-simple"], title="Wir"))
    parent = reloaded(written).get_parent().pk
    reloaded(german).move(section, pos="last-child")
    assert reloaded(written).get_parent().pk == parent
    assert "Not moved with its source: “Bereich” is not there in this language" in history(written)


def test_moving_a_translation_moves_nothing_else(
    published: Translation, german: StandardPage, section: StandardPage, locales: dict[str, Locale]
) -> None:
    there = publish(translate(section, locales["fr"], title="Domaine"))
    parent = reloaded(german).get_parent().pk
    row(published).move(there, pos="last-child")
    assert reloaded(german).get_parent().pk == parent


def test_another_order_of_siblings_moves_nothing(
    published: Translation, german: StandardPage, section: StandardPage
) -> None:
    path = row(published).path
    reloaded(german).move(section, pos="right")
    assert row(published).path == path


def test_an_alias_follows_the_address_of_its_source(
    client: Client, german: StandardPage, locales: dict[str, Locale], django_capture_on_commit_callbacks: Any
) -> None:
    alias = mirror(german, locales["fr"])
    before = alias.url
    page = reloaded(german)
    page.slug = "wir"
    with django_capture_on_commit_callbacks(execute=True):
        publish(page)
    assert reloaded(alias).slug == "wir"
    assert client.get(before)["Location"] == reloaded(alias).url
    assert Redirect.objects.count() == 2


def test_a_draft_follows_the_address_too_and_a_published_translation_keeps_its_own(
    published: Translation,
    german: StandardPage,
    home: HomePage,
    locales: dict[str, Locale],
    django_capture_on_commit_callbacks: Any,
) -> None:
    publish(translate(home, locales["en"], title="Home"))
    draft = translate(german, locales["en"], title="About us")
    page = reloaded(german)
    page.slug = "wir"
    with django_capture_on_commit_callbacks(execute=True):
        publish(page)
    assert reloaded(draft).get_latest_revision_as_object().slug == "wir"
    assert row(published).slug == "a-propos"
    assert publish(reloaded(draft).get_latest_revision_as_object()).slug == "about-us"


def test_a_private_source_makes_its_other_languages_private(
    client: Client, published: Translation, german: StandardPage
) -> None:
    group = Group.objects.create(name="Office")
    restriction = PageViewRestriction.objects.create(page=german, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(group)
    copied = PageViewRestriction.objects.get(page=row(published))
    assert (copied.restriction_type, list(copied.groups.all())) == (PageViewRestriction.GROUPS, [group])
    assert client.get(row(published).url).status_code == 302
    assert "Made as private as its source" in history(row(published))
    restriction.delete()
    assert not PageViewRestriction.objects.exists()
    assert client.get(row(published).url).status_code == 200
    assert "Made as public as its source" in history(row(published))


def test_the_form_for_privacy_reaches_other_languages(
    staff: Client, published: Translation, german: StandardPage
) -> None:
    url = reverse("wagtailadmin_pages:set_privacy", args=[german.pk])
    staff.post(url, {"restriction_type": "login", "password": "", "groups": []})
    assert PageViewRestriction.objects.get(page=row(published)).restriction_type == "login"


def test_a_new_translation_of_a_private_page_is_private(
    german: StandardPage, french_home: HomePage, locales: dict[str, Locale]
) -> None:
    PageViewRestriction.objects.create(page=german, restriction_type=PageViewRestriction.LOGIN)
    alias = mirror(german, locales["fr"])
    translate_object(german, [locales["fr"]])
    assert PageViewRestriction.objects.filter(page_id=alias.pk).exists()
