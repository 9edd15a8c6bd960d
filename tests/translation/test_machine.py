"""Drafts by a machine, from a service that really runs."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext, override
from pytest_django import Settings
from wagtail_localize.models import StringTranslation, Translation

from cms.accounts.models import User
from cms.core.models import LocaleProfile
from cms.core.problems.registry import publishing_problems
from cms.settings.errors import OperatorError
from cms.settings.machine import machine_translator
from cms.translation.machine import MachineUnavailable, draft, is_offered
from cms.translation.machine.connectors import DeepL
from cms.translation.memory import remember_all
from cms.translation.models import Basis, MemoryEntry, TranslationSettings, TranslationWork
from cms.translation.texts.units import Origin, units_of
from cms.translation.texts.writing import write
from home.models import StandardPage
from tests.factories.accounts import UserFactory
from tests.factories.core import publish
from tests.translation.translation_service import FRENCH, TranslationService, translation_service


@pytest.fixture
def service(settings: Settings, db: None) -> Iterator[TranslationService]:
    """Return a running service that the site is connected to and that the office wants."""
    with translation_service() as running:
        connect(settings, f"libretranslate+{running.address}")
        rules = TranslationSettings.load()
        rules.machine_translation = True
        rules.approval_required = False
        rules.save()
        yield running


def connect(settings: Settings, url: str, timeout: float = 5) -> None:
    setting = machine_translator(url)
    setting["OPTIONS"]["TIMEOUT"] = timeout
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = setting


def state(translation: Translation) -> dict[str, tuple[str, Origin]]:
    return {one.source: (one.target, one.origin) for one in units_of(translation)}


def confirm(translation: Translation, user: User) -> None:
    for one in units_of(translation):
        write(translation, one, one.target, user=user)


def messages(response: Any) -> str:
    return " ".join(str(one) for one in response.context["messages"])


def test_only_open_texts_are_drafted_and_they_are_marked(
    service: TranslationService, french: Translation, admin: User
) -> None:
    title = units_of(french)[0]
    write(french, title, "Qui sommes-nous", user=admin)
    drafted = draft(french, admin)
    assert (drafted.filled, drafted.broken, drafted.still_open) == (4, 0, 0)
    expected = {source: (text, Origin.MACHINE) for source, text in FRENCH.items()}
    assert state(french) == {**expected, "Über uns": ("Qui sommes-nous", Origin.PERSON)}
    assert (service.asked[0]["source"], service.asked[0]["target"], service.asked[0]["format"]) == ("de", "fr", "html")
    assert "Über uns" not in service.asked[0]["q"]


def test_a_machine_is_off_unless_the_office_wants_it_and_a_service_is_connected(
    service: TranslationService, french: Translation, admin: User, settings: Settings
) -> None:
    assert is_offered(french)
    rules = TranslationSettings.load()
    rules.machine_translation = False
    rules.save()
    assert not is_offered(french)
    with pytest.raises(MachineUnavailable):
        draft(french, admin)
    rules.machine_translation = True
    rules.save()
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = None
    assert not is_offered(french)
    assert service.asked == []


def test_a_written_language_is_never_drafted(service: TranslationService, french: Translation, admin: User) -> None:
    LocaleProfile.objects.filter(locale=french.target_locale).update(mode=LocaleProfile.Mode.WRITTEN, fallbacks="")
    assert not is_offered(french)
    with pytest.raises(MachineUnavailable):
        draft(french, admin)
    assert service.asked == []


@pytest.mark.parametrize(
    ("status", "body", "sentence"),
    [
        (403, b'{"error": "Invalid API key"}', "refuses the key"),
        (429, b'{"error": "Slowdown"}', "limit is reached"),
        (400, b'{"error": "fr is not supported"}', "does not translate between these languages"),
        (500, b"oops", "trouble of its own (500)"),
        (200, b"<html>", "no translation"),
        (200, b'{"translatedText": ["one too few"]}', "no translation"),
        (200, b'{"translatedText": null}', "no translation"),
        (200, b"[]", "no translation"),
    ],
)
def test_trouble_of_the_service_is_told_and_nothing_is_changed(
    status: int, body: bytes, sentence: str, service: TranslationService, french: Translation, staff: Client
) -> None:
    service.status, service.body = status, body
    before = french.get_target_instance().latest_revision_id
    response = staff.post(reverse("translation_machine", args=[french.pk]), follow=True)
    assert sentence in messages(response)
    assert not StringTranslation.objects.exists()
    assert not TranslationWork.objects.exists()
    assert french.get_target_instance().latest_revision_id == before


def test_a_slow_service_is_given_up(
    service: TranslationService, french: Translation, admin: User, settings: Settings
) -> None:
    connect(settings, f"libretranslate+{service.address}", timeout=0.2)
    service.hangs = True
    with pytest.raises(MachineUnavailable, match="did not answer in time"):
        draft(french, admin)
    assert not StringTranslation.objects.exists()


def test_a_service_that_is_down_is_told(french: Translation, admin: User, settings: Settings) -> None:
    with translation_service() as gone:
        connect(settings, f"libretranslate+{gone.address}")
    rules = TranslationSettings.load()
    rules.machine_translation = True
    rules.save()
    with pytest.raises(MachineUnavailable, match="LibreTranslate cannot be reached"):
        draft(french, admin)


def test_texts_that_the_machine_broke_stay_open(
    service: TranslationService, french: Translation, german: StandardPage, admin: User
) -> None:
    german.intro = "Wir haben {count:partner-cities} Partner."
    publish(german)
    french.source.update_from_db()
    answers = ["Titre", "Nous avons {compte:villes} partenaires.", "Partenariat", "<div>Le monde</div>", ""]
    service.body = json.dumps({"translatedText": answers}).encode()
    drafted = draft(french, admin)
    assert (drafted.filled, drafted.broken) == (2, 3)


def test_a_page_with_many_texts_is_asked_for_in_portions(
    service: TranslationService, french: Translation, german: StandardPage, admin: User
) -> None:
    german.body = [("rich_text", "".join(f"<p>Absatz {number}</p>" for number in range(60)))]
    publish(german)
    french.source.update_from_db()
    assert draft(french, admin).filled == 62
    assert [len(question["q"]) for question in service.asked] == [25, 25, 12]


def test_unconfirmed_words_are_never_published(
    service: TranslationService, french: Translation, admin: User, staff: Client
) -> None:
    staff.post(reverse("translation_machine", args=[french.pk]))
    page = french.get_target_instance().get_latest_revision_as_object()
    assert page.intro == "Qui nous sommes."
    sentences = [str(problem.message) for problem in publishing_problems(page)]
    assert any("5 texts come from a machine and nobody confirmed them" in one for one in sentences)
    french.enabled = False
    french.save()
    assert any("5 texts come from a machine" in str(problem.message) for problem in publishing_problems(page))
    french.enabled = True
    french.save()
    confirm(french, admin)
    assert publishing_problems(page) == []


def test_words_that_a_person_rewrote_may_be_published(
    service: TranslationService, french: Translation, admin: User
) -> None:
    draft(french, admin)
    for one in units_of(french):
        write(french, one, one.target.replace("partenaire", "ami"), user=admin)
    french.save_target(user=admin, publish=False)
    page = french.get_target_instance().get_latest_revision_as_object()
    assert publishing_problems(page) == []


def test_an_edition_knows_that_a_machine_drafted_it(
    service: TranslationService, french: Translation, german: StandardPage, admin: User
) -> None:
    draft(french, admin)
    confirm(french, admin)
    french.save_target(user=admin)
    basis = Basis.objects.get(edition__page__translation_key=german.translation_key, edition__kind="translation")
    assert basis.machine_drafted
    StringTranslation.objects.update(tool_name="")
    french.save_target(user=admin)
    basis.refresh_from_db()
    assert not basis.machine_drafted


TOLD = "A machine translated parts of this text. A person checked them."


def tells(client: Client, address: str) -> bool:
    """Return whether the page tells, in the language it is read in."""
    response = client.get(address)
    assert response.status_code == 200
    with override(response["Content-Language"]):
        return escape(gettext(TOLD)) in response.content.decode()


def test_readers_are_told_where_the_office_wants_it(
    service: TranslationService, french: Translation, admin: User, client: Client
) -> None:
    draft(french, admin)
    confirm(french, admin)
    french.save_target(user=admin)
    address = french.get_target_instance().url
    assert not tells(client, address)
    rules = TranslationSettings.load()
    rules.tell_readers_of_machines = True
    rules.save()
    assert tells(client, address)
    assert not tells(client, french.source.get_source_instance().url)
    StringTranslation.objects.update(tool_name="")
    french.save_target(user=admin)
    assert not tells(client, address)


def test_the_editor_offers_to_fill_in_what_is_open(
    service: TranslationService, french: Translation, admin: User, staff: Client
) -> None:
    editor = reverse("wagtailadmin_pages:edit", args=[french.get_target_instance().pk])
    buttons = [reverse(name, args=[french.pk]) for name in ("translation_memory_fill", "translation_machine")]
    page = staff.get(editor).content.decode()
    assert all(f'action="{address}"' in page for address in buttons)
    draft(french, admin)
    page = staff.get(editor).content.decode()
    assert not any(f'action="{address}"' in page for address in buttons)


def test_the_memory_learns_a_machines_words_only_from_the_person_who_confirms_them(
    service: TranslationService, french: Translation, admin: User
) -> None:
    draft(french, admin)
    assert remember_all(french, admin) == 0
    confirm(french, admin)
    french.save_target(user=admin)
    assert MemoryEntry.objects.count() == len(FRENCH)


def test_only_those_who_may_edit_the_page_let_a_machine_draft_it(
    service: TranslationService, french: Translation, client: Client, staff: Client
) -> None:
    address = reverse("translation_machine", args=[french.pk])
    assert staff.get(address).status_code == 405
    client.force_login(UserFactory())
    assert client.post(address).status_code == 302
    assert service.asked == []
    assert not StringTranslation.objects.exists()


def test_the_old_address_of_the_button_does_the_same(
    service: TranslationService, french: Translation, staff: Client
) -> None:
    service.status, service.body = 500, b"oops"
    response = staff.post(reverse("wagtail_localize:machine_translate", args=[french.pk]), follow=True)
    assert "trouble of its own" in messages(response)


def test_the_memory_is_filled_in_by_a_button(french: Translation, staff: Client, admin: User) -> None:
    for one in units_of(french):
        write(french, one, FRENCH[one.source], user=admin)
    remember_all(french, admin)
    StringTranslation.objects.all().delete()
    response = staff.post(reverse("translation_memory_fill", args=[french.pk]), follow=True)
    assert "5 texts were filled in from the memory." in messages(response)
    assert french.get_target_instance().get_latest_revision_as_object().intro == "Qui nous sommes."
    again = staff.post(reverse("translation_memory_fill", args=[french.pk]), follow=True)
    assert "Nothing was changed." in messages(again)


def test_deepl_is_asked_in_its_own_way_and_its_refusals_are_told(
    service: TranslationService,
    french: Translation,
    admin: User,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    connect(settings, "deepl://secret:fx")
    monkeypatch.setattr(DeepL, "get_api_endpoint", lambda self: f"{service.address}/v2/translate")
    service.status, service.body = 456, b""
    with pytest.raises(MachineUnavailable, match="DeepL takes no more texts"):
        draft(french, admin)
    service.status, service.body = 200, None
    assert draft(french, admin).filled == 5
    assert service.headers[-1]["Authorization"] == "DeepL-Auth-Key secret:fx"
    assert service.asked[0]["target_lang"] == ["FR"]


@pytest.mark.parametrize(
    ("url", "options"),
    [
        ("libretranslate+http://127.0.0.1:5000", {"LIBRETRANSLATE_URL": "http://127.0.0.1:5000", "API_KEY": ""}),
        ("libretranslate+https://k%2Fy@t.example/x/", {"LIBRETRANSLATE_URL": "https://t.example/x", "API_KEY": "k/y"}),
        ("libretranslate+http://[::1]:5000", {"LIBRETRANSLATE_URL": "http://[::1]:5000", "API_KEY": ""}),
        ("deepl://abc:fx", {"AUTH_KEY": "abc:fx"}),
    ],
)  # fmt: skip
def test_the_operator_connects_a_service_by_its_address(url: str, options: dict[str, str]) -> None:
    found = machine_translator(url)["OPTIONS"]
    assert {name: found[name] for name in options} == options


@pytest.mark.parametrize("url", ["http://127.0.0.1", "deepl://", "libretranslate+http://", "libretranslate+http://a:b"])
def test_an_address_that_is_none_is_told_to_the_operator(url: str) -> None:
    with pytest.raises(OperatorError, match="MACHINE_TRANSLATION_URL"):
        machine_translator(url)


def test_without_an_address_there_is_no_machine() -> None:
    assert machine_translator("") is None
