"""Publishing through wagtail-localize's views."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Site
from wagtail_localize.models import Translation, TranslationSource

from cms.accounts.models import User
from cms.core.problems.registry import PublishingRefused, publishing_problems
from cms.images.models import CustomImage
from cms.translation.models import DraftBasis
from home.models import HomePage, StandardPage
from tests.factories.core import publish, reloaded, translate
from tests.factories.home import StandardPageFactory
from tests.factories.images import ImageFactory, lead_picture
from tests.translation.submitting import submit
from tests.translation.texts import FRENCH, fill

SENTENCE = "Open it under Images and add author or agency, or the reason why no credit is due."


@pytest.fixture
def french(german: StandardPage, locales: dict[str, Locale]) -> Translation:
    """Return the French translation, submitted anew for each test: some need a page that nobody has submitted."""
    return submit(german, locales["fr"])


@pytest.fixture
def source(site: Site, home: HomePage, locales: dict[str, Locale]) -> StandardPage:
    """Return a published German page with a picture, below front pages in three languages."""
    for code in ("en", "fr"):
        publish(translate(home, locales[code]))
    picture = lead_picture(ImageFactory(), alt_text="Eine Brücke")
    return publish(StandardPageFactory(parent=home, title="Über uns", slug="ueber-uns", lead_picture=picture))


@pytest.fixture
def translations(source: StandardPage, locales: dict[str, Locale], admin: User) -> dict[str, Translation]:
    """Return its translations into English and French, whole but not published."""
    translation_source, _created = TranslationSource.get_or_create_from_instance(source)
    found = {}
    for code in ("en", "fr"):
        found[code] = Translation.objects.create(source=translation_source, target_locale=locales[code])
        fill(found[code], admin, {"Über uns": f"{code} title", "Eine Brücke": f"{code} bridge"})
        found[code].save_target(publish=False)
    return found


def target(source: StandardPage, locale: Locale) -> StandardPage:
    return StandardPage.objects.get(translation_key=source.translation_key, locale=locale)


def publish_in_editor(staff: Client, page: StandardPage) -> HttpResponse:
    return staff.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"}, follow=True)


def synchronise(staff: Client, source: StandardPage, **form: str) -> HttpResponse:
    translation_source = TranslationSource.objects.get_for_instance(source)
    url = reverse("wagtail_localize:update_translations", args=[translation_source.pk])
    return staff.post(url, form, follow=True)


def state(page: StandardPage) -> tuple[Any, ...]:
    page = reloaded(page)
    return page.title, page.live, page.live_revision_id, page.latest_revision_id


def test_editor_refuses_a_translation_with_problems_and_changes_nothing(
    staff: Client, source: StandardPage, translations: dict[str, Translation], locales: dict[str, Locale]
) -> None:
    page = target(source, locales["fr"])
    before = state(page)
    CustomImage.objects.update(author="", agency="")
    answer = publish_in_editor(staff, page)
    assert answer.status_code == 200
    assert SENTENCE in answer.content.decode()
    assert state(page) == before


def test_editor_publishes_a_translation_without_problems(
    staff: Client,
    source: StandardPage,
    translations: dict[str, Translation],
    locales: dict[str, Locale],
    django_capture_on_commit_callbacks: Any,
) -> None:
    page = target(source, locales["fr"])
    with django_capture_on_commit_callbacks(execute=True):
        publish_in_editor(staff, page)
    page = reloaded(page)
    assert (page.live, page.edition.kind) == (True, "translation")


def test_live_translation_keeps_its_words_when_new_ones_are_refused(
    staff: Client,
    admin: User,
    source: StandardPage,
    translations: dict[str, Translation],
    locales: dict[str, Locale],
    django_capture_on_commit_callbacks: Any,
) -> None:
    page = target(source, locales["fr"])
    with django_capture_on_commit_callbacks(execute=True):
        publish_in_editor(staff, page)
    before = state(page)
    fill(translations["fr"], admin, {"Über uns": "À propos"})
    CustomImage.objects.update(author="", agency="")
    publish_in_editor(staff, page)
    assert state(page) == before


def test_synchronising_publishes_all_translations_or_none(
    staff: Client,
    source: StandardPage,
    translations: dict[str, Translation],
    locales: dict[str, Locale],
    django_capture_on_commit_callbacks: Any,
) -> None:
    pages = [target(source, locales[code]) for code in ("en", "fr")]
    before = [state(page) for page in pages]
    source.title = "Wir über uns"
    publish(source)
    CustomImage.objects.update(author="", agency="")
    translations["fr"].source.refresh_from_db()
    updated = translations["fr"].source.last_updated_at
    with django_capture_on_commit_callbacks(execute=True):
        answer = synchronise(staff, source, publish_translations="on")
    assert SENTENCE in answer.content.decode()
    assert "The translations were not updated." in answer.content.decode()
    assert [state(page) for page in pages] == before
    translations["fr"].source.refresh_from_db()
    assert translations["fr"].source.last_updated_at == updated
    CustomImage.objects.update(agency="Land Berlin")
    with django_capture_on_commit_callbacks(execute=True):
        synchronise(staff, source, publish_translations="on")
    assert [reloaded(page).live for page in pages] == [True, True]


def test_synchronising_drafts_asks_nobody(
    staff: Client, source: StandardPage, translations: dict[str, Translation]
) -> None:
    CustomImage.objects.update(author="", agency="")
    answer = synchronise(staff, source)
    assert "Successfully updated translations" in answer.content.decode()


def test_gate_does_not_open_the_view_to_others(client: Client, source: StandardPage, translations: Any) -> None:
    answer = client.post(reverse("wagtail_localize:update_translations", args=[translations["fr"].source.pk]))
    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/admin/login/")


def problems(translation: Translation) -> list[str]:
    page = reloaded(translation.get_target_instance()).get_latest_revision_as_object()
    return [str(problem.message) for problem in publishing_problems(page)]


def test_texts_that_were_never_translated_are_named(french: Translation, admin: User) -> None:
    assert problems(french)[0] == (
        "5 of 5 texts are not translated yet: “Über uns”, “Wer wir sind.”, “Partnerschaft”, …"
    )
    fill(french, admin, {source: target for source, target in FRENCH.items() if source != "Partnerschaft"})
    french.save_target(publish=False)
    assert problems(french) == ["1 of 5 texts is not translated yet: “Partnerschaft”"]
    with pytest.raises(PublishingRefused, match="1 of 5 texts is not translated yet"):
        french.save_target(user=admin, publish=True)


def test_a_page_with_untranslated_texts_stays_off_the_air_by_every_way(
    staff: Client, french: Translation, admin: User
) -> None:
    page = reloaded(french.get_target_instance())
    publish_in_editor(staff, page)
    with pytest.raises(PublishingRefused):
        page.get_latest_revision().publish(user=admin)
    page.live = True
    with pytest.raises(PublishingRefused):
        page.save()
    assert not reloaded(page).live


def test_a_text_whose_source_changed_does_not_stand_in_the_way(
    french: Translation, german: StandardPage, admin: User
) -> None:
    fill(french, admin)
    german.title = "Wir"
    publish(german)
    french.save_target(user=admin, publish=True)
    assert reloaded(french.get_target_instance()).title == "À propos"


def test_a_draft_that_lacks_texts_translated_since_is_not_published(french: Translation, admin: User) -> None:
    fill(french, admin)
    assert problems(french) == [
        "Texts were translated after the draft was saved. Save the translation, then publish it."
    ]
    french.save_target(publish=False)
    assert problems(french) == []
    assert DraftBasis.objects.count() == 2


def test_pages_of_the_page_editor_are_not_counted(german: StandardPage, locales: dict[str, Locale]) -> None:
    page = publish(translate(german, locales["fr"], title="À propos"))
    assert (page.live, publishing_problems(page)) == (True, [])
