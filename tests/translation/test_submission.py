"""Starting translations of a page."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Locale, Page
from wagtail_localize.models import Translation

from cms.translation.models import LocaleRole
from home.models import HomePage, StandardPage
from tests.factories.core import mirror, publish, reloaded, translate
from tests.factories.groups import AdminGroupFactory
from tests.factories.home import StandardPageFactory
from tests.factories.roles import editor_of, holder

Role = LocaleRole.Role


@pytest.fixture
def coordinator(client: Client, locales: dict[str, Locale]) -> Client:
    client.force_login(holder(Role.COORDINATOR))
    return client


def address(page: Page) -> str:
    return reverse("wagtail_localize:submit_page_translation", args=[page.pk])


def row(page: Page, locale: Locale) -> StandardPage | None:
    return StandardPage.objects.filter(translation_key=page.translation_key, locale=locale).first()


@pytest.fixture
def below(german: StandardPage) -> StandardPage:
    return publish(StandardPageFactory(parent=german, title="Anfahrt", slug="anfahrt"))


def test_each_chosen_language_gets_a_draft(
    german: StandardPage, coordinator: Client, locales: dict[str, Locale]
) -> None:
    answer = coordinator.post(address(german), {"locales": [locales["fr"].pk, locales["ar"].pk]}, follow=True)
    assert "2 translations can be worked on now." in answer.content.decode()
    for code in ("fr", "ar"):
        page = row(german, locales[code])
        assert (page.live, page.alias_of_id) == (False, None)
        assert Translation.objects.filter(
            source__object_id=german.translation_key, target_locale=locales[code]
        ).exists()


def test_written_languages_and_those_that_are_there_are_not_offered(
    german: StandardPage, coordinator: Client, locales: dict[str, Locale]
) -> None:
    translate(german, locales["fr"])
    offered = coordinator.get(address(german)).context["form"].fields["locales"].queryset
    assert {locale.language_code for locale in offered} == {"en", "ar"}
    coordinator.post(address(german), {"locales": locales["de-simple"].pk})
    assert row(german, locales["de-simple"]) is None


def test_an_alias_may_be_translated(german: StandardPage, coordinator: Client, locales: dict[str, Locale]) -> None:
    alias = mirror(german, locales["fr"])
    coordinator.post(address(alias), {"locales": locales["fr"].pk})
    assert reloaded(alias).alias_of_id is None
    assert Translation.objects.get().source.locale == locales["de"]


def test_of_a_translation_the_source_is_translated(
    german: StandardPage, coordinator: Client, locales: dict[str, Locale]
) -> None:
    french = publish(translate(german, locales["fr"], title="À propos"))
    coordinator.post(address(french), {"locales": locales["en"].pk})
    assert row(german, locales["en"]).title == "Über uns"
    assert Translation.objects.get().source.locale == locales["de"]


def test_the_language_of_the_address_is_chosen(
    german: StandardPage, coordinator: Client, locales: dict[str, Locale]
) -> None:
    form = coordinator.get(address(german), {"select_locale": "fr"}).context["form"]
    assert list(form.initial["locales"]) == [locales["fr"]]


def test_no_language_is_refused_with_a_sentence(german: StandardPage, coordinator: Client) -> None:
    assert "Choose at least one language." in coordinator.post(address(german), {}).content.decode()
    assert not Translation.objects.exists()


def test_pages_below_come_along(
    german: StandardPage, below: StandardPage, coordinator: Client, locales: dict[str, Locale]
) -> None:
    assert "With the 1 page below" in coordinator.get(address(german)).content.decode()
    coordinator.post(address(german), {"locales": locales["fr"].pk, "include_subtree": "on"})
    assert row(below, locales["fr"]).get_parent().pk == row(german, locales["fr"]).pk


def test_editors_are_offered_the_languages_they_edit(
    german: StandardPage, french_home: HomePage, home: HomePage, client: Client, locales: dict[str, Locale]
) -> None:
    translate(home, locales["en"])
    client.force_login(editor_of(home, french_home))
    assert list(client.get(address(german)).context["form"].fields["locales"].queryset) == [locales["fr"]]
    client.post(address(german), {"locales": locales["en"].pk})
    assert row(german, locales["en"]) is None
    answer = client.post(address(german), {"locales": locales["fr"].pk})
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[row(german, locales["fr"]).pk])


def test_pages_below_that_the_editor_may_not_edit_are_refused(
    german: StandardPage, below: StandardPage, french_home: HomePage, home: HomePage, client: Client
) -> None:
    author = editor_of(french_home)
    only_own_pages = AdminGroupFactory()
    GroupPagePermission.objects.create(group=only_own_pages, page=home, permission_type="add")
    author.groups.add(only_own_pages)
    Page.objects.filter(pk=german.pk).update(owner=author)
    client.force_login(author)
    refused_with_subtree(client, german, french_home.locale)


def test_pages_below_that_would_replace_what_the_editor_may_not_edit_are_refused(
    german: StandardPage, below: StandardPage, french_home: HomePage, home: HomePage, client: Client
) -> None:
    alias = mirror(german, french_home.locale)
    mirror(below, french_home.locale).move(reloaded(french_home), pos="last-child")
    client.force_login(editor_of(home, alias))
    refused_with_subtree(client, german, french_home.locale)


def refused_with_subtree(client: Client, page: StandardPage, locale: Locale) -> None:
    """See that the page cannot be submitted with what is below it, but alone."""
    answer = client.post(address(page), {"locales": locale.pk, "include_subtree": "on"})
    assert "Choose this page alone." in answer.content.decode()
    assert not Translation.objects.exists()
    client.post(address(page), {"locales": locale.pk})
    assert Translation.objects.count() == 1
