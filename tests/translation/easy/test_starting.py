"""Beginning a page in Easy German from its source."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Locale, Page, Site
from wagtail_localize.models import Translation, TranslationSource

from cms.accounts.models import User
from cms.translation.models import TranslationWork
from home.models import HomePage, StandardPage
from tests.factories.accounts import UserFactory
from tests.factories.cityrelations import PartnerCityIndexPageFactory, PartnerCityPageFactory
from tests.factories.core import mirror, publish, reloaded
from tests.factories.groups import AdminGroupFactory
from tests.factories.home import StandardPageFactory


@pytest.fixture
def about(home: HomePage, site: Site) -> StandardPage:
    body = [{"type": "rich_text", "value": "<p>Wir sind ein Amt.</p>"}]
    page = StandardPageFactory(parent=home, title="Über uns", intro="Wer wir sind.", body=body, seo_title="Amt")
    page.review_date = "2026-11-01"
    return publish(page)


def address(page: Page, code: str = "de-simple") -> str:
    return reverse("translation_written_start", args=[page.pk, code])


def written(page: Page, locales: dict[str, Locale]) -> StandardPage:
    return Page.objects.get(translation_key=page.translation_key, locale=locales["de-simple"]).specific


def test_a_new_page_has_its_key_its_facts_and_no_words(
    staff: Client, about: StandardPage, easy_home: HomePage, locales: dict[str, Locale]
) -> None:
    response = staff.post(address(about), {"title": "Das sind wir"})
    page = written(about, locales)
    assert response.url == f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}#written_source"
    assert (page.title, page.slug, page.live, page.alias_of_id) == ("Das sind wir", "das-sind-wir", False, None)
    assert (page.intro, list(page.body), page.seo_title) == ("", [], "")
    assert str(page.review_date) == "2026-11-01"
    assert page.get_parent().pk == easy_home.pk
    assert page.get_latest_revision_as_object().title == "Das sind wir"


def test_it_opens_in_the_page_editor_and_localize_knows_nothing_of_it(
    staff: Client, about: StandardPage, easy_home: HomePage, locales: dict[str, Locale]
) -> None:
    response = staff.post(address(about), {"title": "Das sind wir"}, follow=True)
    assert response.status_code == 200
    assert 'id="page-edit-form"' in response.content.decode()
    assert not Translation.objects.exists()
    assert not TranslationSource.objects.exists()


def test_the_work_on_it_has_begun(
    staff: Client, admin: User, about: StandardPage, easy_home: HomePage, locales: dict[str, Locale]
) -> None:
    staff.post(address(about), {"title": "Das sind wir"})
    work = TranslationWork.objects.get(translation_key=about.translation_key, locale=locales["de-simple"])
    assert (work.state, work.assignee) == (TranslationWork.State.IN_WORK, admin)


def test_facts_of_a_partner_city_come_along(
    staff: Client, home: HomePage, easy_home: HomePage, locales: dict[str, Locale]
) -> None:
    index = publish(PartnerCityIndexPageFactory(parent=home))
    city = PartnerCityPageFactory(parent=index, title="Paris", country="FR")
    city.local_names.create(text="Paris", language="fr")
    city = publish(city)
    staff.post(address(index), {"title": "Partner-Städte"})
    staff.post(address(city), {"title": "Paris"})
    page = written(city, locales)
    assert page.country == "FR"
    assert [name.text for name in page.local_names.all()] == ["Paris"]
    assert page.get_parent().translation_key == index.translation_key


def test_a_front_page_is_started_first(
    staff: Client, about: StandardPage, home: HomePage, locales: dict[str, Locale]
) -> None:
    shown = staff.get(address(about)).content.decode()
    assert "does not exist in this language yet" in shown
    assert "Write that one first." in shown
    assert address(home) in shown
    assert "Start writing" not in shown
    assert staff.post(address(about), {"title": "Das sind wir"}).status_code == 200
    assert not Page.objects.filter(translation_key=about.translation_key, locale=locales["de-simple"]).exists()
    staff.post(address(home), {"title": "Die Welt"})
    assert written(home, locales).depth == 2


def test_below_a_page_that_is_missing_it_can_stand_higher_up(
    staff: Client, about: StandardPage, easy_home: HomePage, locales: dict[str, Locale]
) -> None:
    team = publish(StandardPageFactory(parent=about, title="Team"))
    shown = staff.get(address(team)).content.decode()
    assert "The page above it, “Über uns”, does not exist" in shown
    assert f"put this page below “{easy_home.title}” for now" in shown
    staff.post(address(team), {"title": "Die Gruppe"})
    assert written(team, locales).get_parent().pk == easy_home.pk


def test_a_type_that_cannot_stand_higher_up_waits_for_its_parent(
    staff: Client, home: HomePage, easy_home: HomePage, locales: dict[str, Locale]
) -> None:
    city = publish(PartnerCityPageFactory(parent=publish(PartnerCityIndexPageFactory(parent=home)), title="Paris"))
    shown = staff.get(address(city)).content.decode()
    assert "Write that one first." in shown
    assert "Start writing" not in shown


def test_a_title_is_asked_for(staff: Client, about: StandardPage, easy_home: HomePage) -> None:
    response = staff.post(address(about), {"title": " "})
    assert "This field is required." in response.content.decode()


def test_what_is_there_already_is_opened(staff: Client, about: StandardPage, easy_home: HomePage) -> None:
    first = staff.post(address(about), {"title": "Das sind wir"})
    editor = first.url.partition("#")[0]
    assert staff.get(address(about)).url == editor
    assert staff.post(address(about), {"title": "Noch einmal"}).url == editor


def test_a_copy_in_its_place_is_told(
    staff: Client, about: StandardPage, easy_home: HomePage, locales: dict[str, Locale]
) -> None:
    alias = about.copy_for_translation(locales["fr"], copy_parents=True, alias=True)
    Page.objects.filter(pk=alias.pk).update(locale=locales["de-simple"])
    response = staff.post(address(about), {"title": "Das sind wir"})
    assert "Delete the copy first" in response.content.decode()


def test_from_a_translation_the_source_is_taken(
    staff: Client, about: StandardPage, easy_home: HomePage, locales: dict[str, Locale]
) -> None:
    french = mirror(about, locales["fr"])
    shown = staff.get(address(french)).content.decode()
    assert "Über uns" in shown


def test_translated_languages_have_no_such_address(staff: Client, about: StandardPage) -> None:
    assert staff.get(address(about, "fr")).status_code == 404


@pytest.mark.parametrize(("right_in", "status"), [("de-simple", 200), ("de", 302)])
def test_only_people_who_may_write_there_may_start(
    right_in: str, status: int, client: Client, about: StandardPage, easy_home: HomePage, locales: dict[str, Locale]
) -> None:
    group = AdminGroupFactory()
    front = Page.objects.get(depth=2, locale=locales[right_in])
    permission = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=group, page=front, permission=permission)
    user = UserFactory()
    user.groups.add(group)
    client.force_login(user)
    assert client.get(address(about)).status_code == status


def test_the_editor_of_the_source_offers_it(staff: Client, about: StandardPage, easy_home: HomePage) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[about.pk])
    assert address(about) in staff.get(edit).content.decode()
    staff.post(address(about), {"title": "Das sind wir"})
    assert address(about) not in staff.get(edit).content.decode()


def test_the_written_page_is_not_offered_again(staff: Client, easy_home: HomePage) -> None:
    shown = staff.get(reverse("wagtailadmin_pages:edit", args=[easy_home.pk])).content.decode()
    assert "written/start" not in shown


def test_a_started_page_is_no_alias_after_its_source_is_published_again(
    staff: Client, about: StandardPage, easy_home: HomePage, locales: dict[str, Locale]
) -> None:
    staff.post(address(about), {"title": "Das sind wir"})
    about.intro = "Neu."
    publish(about)
    page = written(about, locales)
    assert (page.intro, page.live) == ("", False)
    assert reloaded(page).title == "Das sind wir"
