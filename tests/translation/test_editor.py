"""The page on which people translate."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation

from cms.accounts.models import User
from cms.translation.editor.differences import Kind, difference
from cms.translation.editor.markup import for_people, from_people, with_tags_marked
from cms.translation.models import LocaleRole, Term, TranslationWork
from cms.translation.texts.units import Origin, Unit, units_of
from cms.translation.texts.writing import write
from home.models import HomePage, StandardPage
from tests.factories.core import publish, reloaded
from tests.translation.locks import lock_by_schedule, lock_by_workflow
from tests.translation.team import somebody

FRENCH = {
    "Über uns": "À propos",
    "Wer wir sind.": "Qui nous sommes.",
    "Partnerschaft": "Partenariat",
    "Die Welt ist unser Partner.": "Le monde est notre partenaire.",
    "Wir haben <b>neunzehn</b> Partnerstädte.": "Nous avons <b>dix-neuf</b> villes partenaires.",
}


def unit(translation: Translation, source: str) -> Unit:
    return next(unit for unit in units_of(translation) if unit.source == source)


def page_of(translation: Translation) -> Page:
    return translation.get_target_instance()


def address(translation: Translation) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page_of(translation).pk])


def form(translation: Translation, **typed: str) -> dict[str, str]:
    """Return what the form sends when nothing but the given source texts was typed over."""
    data = {}
    for one in units_of(translation):
        data[f"seen-{one.segment.pk}"] = for_people(one.target)
        data[f"text-{one.segment.pk}"] = typed.get(one.source, for_people(one.target))
    return data


def save(staff: Client, translation: Translation, texts: dict[str, str], **more: str) -> HttpResponse:
    return staff.post(address(translation), {**form(translation, **texts), **more}, follow=True)


def shown(response: HttpResponse) -> BeautifulSoup:
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def messages_of(response: HttpResponse) -> str:
    return " ".join(item.get_text(" ", strip=True) for item in shown(response).select(".messages li"))


def test_opening_a_translation_shows_every_text_beside_its_source(staff: Client, french: Translation) -> None:
    page = shown(staff.get(address(french)))
    assert [row.get_text() for row in page.select(".text-row__text")] == [
        "Über uns",
        "Wer wir sind.",
        "Partnerschaft",
        "Die Welt ist unser Partner.",
        "Wir haben <b>neunzehn</b> Partnerstädte.",
    ]
    assert {field["lang"] for field in page.select(".text-row textarea")} == {"fr"}
    assert {text["lang"] for text in page.select(".text-row__text")} == {"de"}
    assert page.select_one(".text-group h2").get_text() == "Title"


def test_texts_that_are_saved_are_in_the_draft_and_not_on_the_air(
    staff: Client, french: Translation, admin: User
) -> None:
    answer = save(staff, french, FRENCH)
    assert "5 texts were saved." in messages_of(answer)
    page = page_of(french)
    assert page.get_latest_revision_as_object().title == "À propos"
    assert not page.live
    assert all(one.origin == Origin.PERSON for one in units_of(french))
    work = TranslationWork.objects.get()
    assert (work.state, work.assignee) == (TranslationWork.State.IN_WORK, admin)


def test_a_broken_text_stays_in_its_field_and_the_others_are_saved(staff: Client, french: Translation) -> None:
    typed = {"Über uns": "<script>alert(1)</script>", "Wer wir sind.": "Qui nous sommes."}
    page = shown(save(staff, french, typed))
    broken = page.select_one("textarea[aria-invalid]")
    assert broken.get_text().strip() == "<script>alert(1)</script>"
    assert "not allowed" in page.select_one(f"#{broken['aria-describedby'].split()[1]}").get_text()
    assert unit(french, "Wer wir sind.").target == "Qui nous sommes."
    assert unit(french, "Über uns").target == ""


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten_unseen(
    staff: Client, french: Translation, admin: User
) -> None:
    data = form(french, **{"Über uns": "À mon sujet"})
    write(french, unit(french, "Über uns"), "À propos", user=admin)
    page = shown(staff.post(address(french), data, follow=True))
    field = page.select_one("textarea[aria-invalid]")
    assert field.get_text().strip() == "À mon sujet"
    assert "À propos" in page.select_one(".text-row__faults").get_text()
    assert unit(french, "Über uns").target == "À propos"
    again = save(staff, french, {"Über uns": "À mon sujet"})
    assert "1 text was saved." in messages_of(again)
    assert unit(french, "Über uns").target == "À mon sujet"


def test_a_changed_source_shows_what_changed_and_offers_the_former_translation(
    staff: Client, french: Translation, german: StandardPage, admin: User
) -> None:
    for source, text in FRENCH.items():
        write(french, unit(french, source), text, user=admin)
    german.intro = "Wer wir heute sind."
    publish(german)
    row = shown(staff.get(address(french))).select_one('[data-state="changed"]')
    assert row.select_one("ins").get_text().strip() == "heute"
    assert "Qui nous sommes." in row.select_one(".text-offer").get_text()


def test_a_machines_words_are_confirmed_by_a_tick(staff: Client, french: Translation) -> None:
    one = unit(french, "Über uns")
    write(french, one, "À propos", user=None, origin=Origin.MACHINE, tool="Engine")
    page = shown(staff.get(address(french)))
    assert page.select_one(f'[name="confirm-{one.segment.pk}"]')
    staff.post(address(french), {**form(french), f"confirm-{one.segment.pk}": "on"})
    assert unit(french, "Über uns").origin == Origin.PERSON


def test_review_is_asked_for_given_back_and_approved_and_then_published(
    staff: Client, french: Translation, admin: User, django_capture_on_commit_callbacks: Any
) -> None:
    answer = save(staff, french, FRENCH, then="send_to_review", comment="Please look at the title.")
    assert "The translation was sent to review." in messages_of(answer)
    answer = save(staff, french, {}, then="return_to_translator", comment="The second sentence sounds odd.")
    assert "The second sentence sounds odd." in shown(answer).get_text()
    assert TranslationWork.objects.get().state == TranslationWork.State.RETURNED
    save(staff, french, {"Wer wir sind.": "Qui sommes-nous ?"}, then="send_to_review")
    assert "The wording is approved." in messages_of(save(staff, french, {}, then="approve"))
    with django_capture_on_commit_callbacks(execute=True):
        answer = save(staff, french, {}, then="publish")
    assert "is published" in messages_of(answer)
    page = reloaded(page_of(french))
    assert (page.live, page.title, page.intro) == (True, "À propos", "Qui sommes-nous ?")
    assert page.edition.basis.words_changed == 0


def test_review_is_refused_while_texts_are_missing(staff: Client, french: Translation) -> None:
    answer = save(staff, french, {"Über uns": "À propos"}, then="send_to_review")
    assert "4" in messages_of(answer)
    assert TranslationWork.objects.get().state == TranslationWork.State.IN_WORK
    assert unit(french, "Über uns").target == "À propos"


def test_sending_on_points_out_where_the_list_of_terms_is_not_followed(staff: Client, french: Translation) -> None:
    languages = {"source_locale": french.source.locale, "target_locale": french.target_locale}
    Term.objects.create(term="Partnerschaft", preferred="jumelage", **languages)
    said = messages_of(save(staff, french, FRENCH, then="send_to_review"))
    assert "The translation was sent to review." in said
    assert "“Partnerschaft” is translated as “jumelage”, which is not in this text." in said


def test_a_return_without_a_reason_leads_to_the_comment(staff: Client, french: Translation) -> None:
    save(staff, french, FRENCH, then="send_to_review")
    page = shown(save(staff, french, {}, then="return_to_translator"))
    assert page.find("a", string="Write the comment")["href"] == "#comment"
    assert page.find(id="comment").name == "textarea"


def test_a_locked_page_is_shown_and_not_changed(staff: Client, french: Translation, admin: User) -> None:
    page = page_of(french)
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=None)
    assert "This page is locked." in shown(save(staff, french, FRENCH)).get_text()
    assert not StringTranslation.objects.exists()


def test_texts_typed_while_the_page_got_locked_can_be_copied(staff: Client, french: Translation) -> None:
    data = form(french, **{"Wer wir sind.": "Qui nous sommes."})
    Page.objects.filter(pk=page_of(french).pk).update(locked=True)
    answer = staff.post(address(french), {**data, "then": "send_to_review", "comment": "The name is a guess."})
    assert "The page was locked meanwhile. Nothing was saved." in messages_of(answer)
    page = shown(answer)
    (field,) = page.select("textarea[aria-invalid]")
    assert field.get_text().strip() == "Qui nous sommes."
    assert field.has_attr("readonly")
    assert "Copy your text" in page.select_one(f"#{field['aria-describedby'].split()[1]}").get_text()
    assert page.find(id="comment").get_text().strip() == "The name is a guess."
    assert page.find("form", attrs={"data-edit-form": True})["data-w-unsaved-force-value"] == "true"
    assert not page.select("[data-fill]")
    assert not StringTranslation.objects.exists()


def test_who_holds_the_lock_goes_on_translating(staff: Client, french: Translation, admin: User) -> None:
    Page.objects.filter(pk=page_of(french).pk).update(locked=True, locked_by=admin)
    assert "This page is locked." not in shown(staff.get(address(french))).get_text()
    assert "1 text was saved." in messages_of(save(staff, french, {"Über uns": "À propos"}))


@pytest.mark.parametrize("lock", ["workflow", "schedule"])
def test_locks_of_workflows_and_schedules_hold_too(
    lock: str, client: Client, french: Translation, french_home: HomePage
) -> None:
    page = page_of(french)
    lock_by_workflow(page) if lock == "workflow" else lock_by_schedule(page)
    client.force_login(somebody(LocaleRole.Role.TRANSLATOR, french_home))
    opened = shown(client.get(address(french)))
    assert "This page is locked." in opened.get_text()
    assert all(field.has_attr("readonly") for field in opened.select(".text-row textarea"))
    assert all(button.has_attr("disabled") for button in opened.select(".translation-foot button"))
    assert "The page was locked meanwhile." in messages_of(save(client, french, FRENCH))
    assert not StringTranslation.objects.exists()


def test_a_third_language_can_be_shown_beside(
    staff: Client, french: Translation, german: StandardPage, locales: dict[str, Locale], admin: User
) -> None:
    english = Translation.objects.create(source=french.source, target_locale=locales["en"])
    english.save_target(publish=False)
    for source, text in (FRENCH | {"Über uns": "About us"}).items():
        write(english, unit(english, source), text, user=admin)
    TranslationWork.objects.update(state=TranslationWork.State.APPROVED)
    english.save_target(publish=False)
    publish(english.get_target_instance().get_latest_revision_as_object())
    third = shown(staff.get(address(french), {"beside": "en"})).select_one(".text-row__third")
    assert (third["lang"], third.get_text(strip=True)) == ("en", "About us")


@pytest.mark.parametrize(
    ("stored", "typed"),
    [("A &amp; B<br/>C", "A & B\nC"), ("<b>x</b> &lt; y", "<b>x</b> &lt; y"), ("مرحبا", "مرحبا")],
)
def test_stored_texts_survive_being_shown_and_typed(stored: str, typed: str) -> None:
    assert for_people(stored) == typed
    assert from_people(typed).replace(" & ", " &amp; ") == stored


def test_tags_are_shown_as_text_and_never_as_markup() -> None:
    html = with_tags_marked("<b>x</b> &lt;script&gt; &amp; y")
    assert BeautifulSoup(html, "html.parser").get_text() == "<b>x</b> <script> & y"
    assert "<script>" not in html
    assert "<b>" not in html


def test_differences_name_the_words() -> None:
    runs = difference("Wer wir sind.", "Wer wir heute sind.")
    assert [run.text.strip() for run in runs if run.kind == Kind.ADDED] == ["heute"]
    assert "".join(run.text for run in runs if run.kind != Kind.REMOVED) == "Wer wir heute sind."
