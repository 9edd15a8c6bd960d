"""One permission on everything (P16): what wagtail-localize lets a translator do, and what becomes of it here."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from wagtail.models import GroupPagePermission, Locale, Page, PageLogEntry
from wagtail_localize.models import Translation, TranslationSource

from cms.accounts.models import User
from cms.core.problems import registry
from cms.translation.drafts.saving import upstream_save_target
from home.models import HomePage, StandardPage
from tests.factories.core import publish, reloaded, translate
from tests.factories.groups import AdminGroupFactory
from tests.factories.roles import member
from tests.translation.submitting import submit


@pytest.fixture
def french(german: StandardPage, locales: dict[str, Locale]) -> Translation:
    """Return the French translation, submitted anew for each test: some need a page that nobody has submitted."""
    return submit(german, locales["fr"])


@pytest.fixture
def english_home(home: HomePage, locales: dict[str, Locale]) -> HomePage:
    return publish(translate(home, locales["en"], title="Home"))


@pytest.fixture
def translator(english_home: HomePage) -> User:
    """Return somebody who edits English pages, publishes none, and holds the permission of wagtail-localize."""
    group = AdminGroupFactory()
    group.permissions.add(Permission.objects.get(codename="submit_translation"))
    GroupPagePermission.objects.create(group=group, page=english_home, permission_type="change")
    return member(group)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    """Let wagtail-localize be as it is when it is installed."""
    settings.ROOT_URLCONF = "tests.translation.bare_localize"
    settings.WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = True
    monkeypatch.setattr(Translation, "save_target", upstream_save_target)
    monkeypatch.setattr(registry, "_checks", [])


def rows(page: Page, locale: Locale) -> Any:
    return StandardPage.objects.filter(translation_key=page.translation_key, locale=locale)


def press_submit(client: Client, address: str, locale: Locale) -> int:
    return client.post(address, {"locales": locale.pk}).status_code


def test_bare_localize_lets_a_translator_of_english_publish_in_french(
    bare: None,
    german: StandardPage,
    translator: User,
    client: Client,
    locales: dict[str, Locale],
    django_capture_on_commit_callbacks: Any,
) -> None:
    client.force_login(translator)
    with django_capture_on_commit_callbacks(execute=True):
        assert press_submit(client, f"/bare/submit/{german.pk}/", locales["fr"]) == 302
    made = rows(german, locales["fr"]).get()
    assert (made.live, made.title) == (True, german.title)


def test_bare_localize_lets_a_translator_of_english_publish_all_languages_at_once(
    bare: None, french: Translation, translator: User, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    client.force_login(translator)
    page = french.get_target_instance()
    Page.objects.filter(pk=page.pk).update(live=False)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(f"/bare/update/{french.source_id}/", {"publish_translations": "on"})
    assert answer.status_code == 302
    assert reloaded(page).live


def test_here_the_same_translator_starts_nothing(
    german: StandardPage, translator: User, client: Client, locales: dict[str, Locale]
) -> None:
    client.force_login(translator)
    address = reverse("wagtail_localize:submit_page_translation", args=[german.pk])
    for code in ("fr", "en", "ar"):
        assert press_submit(client, address, locales[code]) == 302
        assert not rows(german, locales[code]).exists()
    assert not TranslationSource.objects.exists()
    assert client.get(address).url == reverse("wagtailadmin_home")


def test_here_the_same_translator_synchronises_and_publishes_nothing(
    french: Translation, translator: User, client: Client
) -> None:
    client.force_login(translator)
    page = french.get_target_instance()
    before = (page.live, page.latest_revision_id, french.source.last_updated_at)
    client.post(
        reverse("wagtail_localize:update_translations", args=[french.source_id]), {"publish_translations": "on"}
    )
    french.refresh_from_db()
    page = reloaded(page)
    assert (page.live, page.latest_revision_id, french.source.last_updated_at) == before
    assert not PageLogEntry.objects.filter(user=translator).exists()
