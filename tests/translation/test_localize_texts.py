"""What wagtail-localize's own editor posts."""

from io import BytesIO
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation

from cms.core.models import Edition
from cms.translation.models import LocaleRole, TranslationWork
from cms.translation.texts.units import units_of
from cms.translation.texts.writing import write
from home.models import StandardPage
from tests.factories.core import publish, reloaded
from tests.factories.roles import holder

Role = LocaleRole.Role
State = TranslationWork.State


@pytest.fixture
def translator(french: Translation, client: Client) -> Client:
    client.force_login(holder(Role.TRANSLATOR, french.target_locale))
    return client


def segment_of(translation: Translation, source: str) -> Any:
    return next(unit.segment for unit in units_of(translation) if unit.source == source)


def put(client: Client, translation: Translation, source: str, value: str) -> Any:
    arguments = [translation.pk, segment_of(translation, source).pk]
    address = reverse("wagtail_localize:edit_string_translation", args=arguments)
    return client.put(address, f"value={value}", content_type="application/x-www-form-urlencoded")


def test_a_text_is_kept_and_the_work_has_begun(translator: Client, french: Translation) -> None:
    answer = put(translator, french, "Über uns", "À propos")
    assert (answer.status_code, answer.json()["data"]) == (201, "À propos")
    assert TranslationWork.objects.get().state == State.IN_WORK
    assert put(translator, french, "Über uns", "Qui nous sommes").status_code == 200


def test_a_broken_text_is_refused_with_its_sentence(translator: Client, french: Translation) -> None:
    answer = put(translator, french, "Über uns", "<script>alert(1)</script>")
    assert answer.status_code == 400
    assert "not allowed" in answer.json()["error"]
    assert not StringTranslation.objects.exists()


@pytest.mark.parametrize("body", ['{"value": 5}', '{"value": null}', "[1]", '"À propos"', "5"])
def test_what_is_no_text_is_refused_with_a_sentence(body: str, translator: Client, french: Translation) -> None:
    arguments = [french.pk, segment_of(french, "Über uns").pk]
    address = reverse("wagtail_localize:edit_string_translation", args=arguments)
    answer = translator.put(address, body, content_type="application/json")
    assert (answer.status_code, answer.json()) == (400, {"error": "Send the translation as a text named “value”."})
    assert not StringTranslation.objects.exists()


def test_taking_an_approved_text_away_is_work_again(translator: Client, french: Translation) -> None:
    put(translator, french, "Über uns", "À propos")
    TranslationWork.objects.update(state=State.APPROVED)
    arguments = [french.pk, segment_of(french, "Über uns").pk]
    address = reverse("wagtail_localize:edit_string_translation", args=arguments)
    assert translator.delete(address).status_code == 200
    assert not StringTranslation.objects.exists()
    assert TranslationWork.objects.get().state == State.IN_WORK
    assert translator.delete(address).status_code == 404


def test_a_text_of_another_page_is_not_found(translator: Client, french: Translation) -> None:
    address = reverse("wagtail_localize:edit_string_translation", args=[french.pk, 12345])
    assert translator.put(address, "value=x", content_type="application/x-www-form-urlencoded").status_code == 404


def test_texts_of_a_locked_page_are_left_alone(translator: Client, french: Translation) -> None:
    page = french.get_target_instance()
    StandardPage.objects.filter(pk=page.pk).update(locked=True)
    assert put(translator, french, "Über uns", "À propos").status_code == 302
    assert not StringTranslation.objects.exists()


def upload(client: Client, translation: Translation, content: str) -> list[str]:
    address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    answer = client.post(address, {"file": BytesIO(content.encode()), "next": reverse("translation_waiting")})
    assert answer.url == reverse("translation_waiting")
    return [str(message).strip() for message in get_messages(answer.wsgi_request)]


def test_a_file_comes_in_as_it_went_out(translator: Client, french: Translation) -> None:
    exported = translator.get(reverse("wagtail_localize:download_pofile", args=[french.pk])).content.decode()
    filled = exported.replace('msgid "Über uns"\nmsgstr ""', 'msgid "Über uns"\nmsgstr "À propos"')
    assert upload(translator, french, filled)[0] == "1 text was taken."
    assert StringTranslation.objects.get().data == "À propos"


def test_a_broken_text_in_a_file_is_told_and_left_out(translator: Client, french: Translation) -> None:
    exported = translator.get(reverse("wagtail_localize:download_pofile", args=[french.pk])).content.decode()
    filled = exported.replace('msgid "Über uns"\nmsgstr ""', 'msgid "Über uns"\nmsgstr "<script>x</script>"')
    assert any("not allowed" in sentence for sentence in upload(translator, french, filled))
    assert not StringTranslation.objects.exists()


def test_no_file_is_no_error(translator: Client, french: Translation) -> None:
    address = reverse("wagtail_localize:upload_pofile", args=[french.pk])
    answer = translator.post(address, {"next": reverse("translation_waiting")}, follow=True)
    assert "Choose a file first." in answer.content.decode()


def test_a_page_that_follows_its_source_again_does_not_count_in_its_language(
    french: Translation, client: Client
) -> None:
    for unit in units_of(french):
        write(french, unit, unit.source, user=None)
    french.save_target(publish=False)
    TranslationWork.objects.update(state=State.APPROVED)
    page = publish(french.get_target_instance().get_latest_revision_as_object())
    assert Edition.objects.filter(page=page).exists()
    client.force_login(holder(Role.PUBLISHER, french.target_locale))
    assert client.post(reverse("wagtail_localize:convert_to_alias", args=[page.pk])).status_code == 302
    assert reloaded(page).alias_of_id
    assert not Edition.objects.filter(page=page).exists()
