"""How a change of the source ages the pages in other languages."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, PageLogEntry
from wagtail_localize.models import Translation

from cms.accounts.models import User
from cms.core.models import Edition
from cms.translation.lifecycle.basis import confirm_current, make_missing_bases
from cms.translation.lifecycle.importance import Importance, set_importance
from cms.translation.models import Basis, DraftBasis, TranslationWork
from cms.translation.texts.units import units_of
from cms.translation.texts.writing import write
from home.models import HomePage, StandardPage
from tests.factories.core import publish, reloaded, translate
from tests.translation.submitting import submit
from tests.translation.texts import FRENCH, fill


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
def written(german: StandardPage, home: HomePage, locales: dict[str, Locale]) -> StandardPage:
    """Return the page in Easy German, written in the page editor and published."""
    publish(translate(home, locales["de-simple"], title="Start"))
    return publish(translate(german, locales["de-simple"], title="Wir einfach"))


def basis(translation: Translation) -> Basis:
    return Basis.objects.get(edition__page=translation.get_target_instance())


def change(page: StandardPage, importance: Importance = Importance.NORMAL, **words: Any) -> StandardPage:
    page = reloaded(page)
    for name, value in words.items():
        setattr(page, name, value)
    revision = page.save_revision()
    set_importance(revision, importance)
    revision.publish()
    return reloaded(page)


def test_a_published_source_remembers_its_own_texts(german: StandardPage) -> None:
    own = Basis.objects.get(edition__page=german)
    assert (own.texts["title"], own.words, own.words_changed) == ("Über uns", 15, 0)


def test_a_published_translation_is_current(published: Translation) -> None:
    made = basis(published)
    assert (made.words, made.words_changed) == (15, 0)
    assert made.texts == Basis.objects.get(edition__kind=Edition.Kind.SOURCE, edition__page__title="Über uns").texts


def test_translators_see_new_texts_as_soon_as_the_source_is_published(
    published: Translation, german: StandardPage
) -> None:
    change(german, intro="Wer wir sind und was wir tun.")
    assert "Wer wir sind und was wir tun." in {unit.source for unit in units_of(published)}


def test_texts_of_a_draft_are_nothing_to_translate_yet(published: Translation, german: StandardPage) -> None:
    german.title = "Entwurf"
    german.save_revision()
    assert "Entwurf" not in {unit.source for unit in units_of(published)}
    assert basis(published).words_changed == 0


def test_a_normal_change_ages_the_translation_and_leaves_it_on_the_air(
    client: Client, published: Translation, german: StandardPage
) -> None:
    change(german, intro="Wer wir sind und was wir tun.")
    assert (basis(published).words_changed, basis(published).urgent_since) == (5, None)
    page = reloaded(published.get_target_instance())
    assert (page.live, page.intro) == (True, "Qui nous sommes.")
    assert "Qui nous sommes." in client.get(page.url).content.decode()


def test_a_minor_change_ages_nothing_and_is_in_the_history(
    published: Translation, german: StandardPage, admin: User
) -> None:
    change(german, Importance.MINOR, intro="Wer wir sind!")
    assert basis(published).words_changed == 0
    [unit] = [unit for unit in units_of(published) if unit.path == "intro"]
    assert (unit.target, unit.is_translated) == ("Qui nous sommes.", True)
    entry = PageLogEntry.objects.get(action="cms.translation.change_of_source")
    assert entry.message == "Minor change of 1 word: other languages stay current"
    published.save_target(user=admin, publish=True)
    assert basis(published).words_changed == 0


def test_a_minor_change_does_not_make_an_outdated_page_current(published: Translation, german: StandardPage) -> None:
    change(german, intro="Wer wir sind und was wir tun.")
    change(german, Importance.MINOR, title="Wir über uns")
    assert basis(published).words_changed == 5
    change(german, Importance.MINOR, intro="Wer wir sind und was wir gern tun.")
    assert basis(published).words_changed == 6


def test_a_minor_change_takes_waiting_drafts_along(published: Translation, german: StandardPage, admin: User) -> None:
    published.save_target(user=admin, publish=False)
    change(german, Importance.MINOR, title="Über uns!")
    published.get_target_instance().get_latest_revision().publish(user=admin)
    assert basis(published).words_changed == 0


def test_an_urgent_change_is_marked_until_the_translation_is_current(
    published: Translation, german: StandardPage, admin: User
) -> None:
    change(german, Importance.URGENT, title="Wir", intro="Wer wir waren.")
    assert basis(published).urgent_since
    fill(published, admin, {"Wir": "Nous"})
    published.save_target(user=admin, publish=True)
    assert (basis(published).words_changed, bool(basis(published).urgent_since)) == (1, True)
    fill(published, admin, {"Wer wir waren.": "Qui nous étions."})
    published.save_target(user=admin, publish=True)
    assert (basis(published).words_changed, basis(published).urgent_since) == (0, None)


def test_an_urgent_change_without_other_words_marks_nothing(published: Translation, german: StandardPage) -> None:
    change(german, Importance.URGENT, show_in_menus=True)
    assert basis(published).urgent_since is None


def test_a_source_that_takes_its_change_back_makes_the_translation_current(
    published: Translation, german: StandardPage
) -> None:
    change(german, Importance.URGENT, title="Wir")
    change(german, title="Über uns")
    assert (basis(published).words_changed, basis(published).urgent_since) == (0, None)


def test_half_an_update_leaves_the_rest_counted(published: Translation, german: StandardPage, admin: User) -> None:
    change(german, title="Wir alle hier", intro="Wer wir sind und was wir tun.")
    assert basis(published).words_changed == 8
    fill(published, admin, {"Wir alle hier": "Nous tous"})
    published.save_target(user=admin, publish=True)
    assert basis(published).words_changed == 5
    assert basis(published).texts["intro"] == "Wer wir sind."


def test_a_draft_made_before_the_change_is_as_old_as_it_was(
    published: Translation, german: StandardPage, admin: User
) -> None:
    published.save_target(user=admin, publish=False)
    change(german, title="Wir alle")
    published.get_target_instance().get_latest_revision().publish(user=admin)
    assert basis(published).words_changed == 2


def test_nothing_to_change_makes_the_page_current_in_one_step(
    published: Translation, german: StandardPage, admin: User
) -> None:
    change(german, Importance.URGENT, intro="Wer wir alle sind.")
    edition = Edition.objects.get(page=published.get_target_instance())
    confirm_current(edition, admin)
    confirmed = basis(published)
    assert (confirmed.words_changed, confirmed.urgent_since, confirmed.checked_by) == (0, None, admin)
    assert confirmed.checked_at
    entry = PageLogEntry.objects.get(action="cms.translation.confirm_current")
    assert (entry.user, entry.message) == (
        admin,
        "Checked against the source, which had changed by 1 word: nothing to change",
    )
    assert all(unit.is_translated for unit in units_of(published))
    published.save_target(user=admin, publish=True)
    assert basis(published).words_changed == 0


def test_a_translator_confirms_with_one_button(
    staff: Client, published: Translation, german: StandardPage, admin: User
) -> None:
    url = reverse("translation_work", args=[TranslationWork.objects.get().pk])
    assert "Checked, nothing to change" not in staff.get(url).content.decode()
    change(german, intro="Wer wir alle sind.")
    assert "Checked, nothing to change" in staff.get(url).content.decode()
    answer = staff.post(f"{url}confirm_current/", follow=True)
    assert "Noted: checked, nothing to change." in answer.content.decode()
    assert basis(published).words_changed == 0


def test_confirming_does_not_put_a_lost_link_into_a_translation(
    published: Translation, german: StandardPage, admin: User
) -> None:
    german.body[1].value.source = (
        '<p>Die Welt ist <a href="https://example.org/">unser Partner</a>.</p>'
        "<p>Wir haben <b>neunzehn</b> Partnerstädte.</p>"
    )
    publish(german)
    confirm_current(Edition.objects.get(page=published.get_target_instance()), admin)
    assert [unit.source for unit in units_of(published) if not unit.is_translated] == [
        'Die Welt ist <a id="a1">unser Partner</a>.'
    ]


def test_a_page_of_the_page_editor_is_taken_to_follow_the_present_source(
    german: StandardPage, written: StandardPage
) -> None:
    change(german, intro="Wer wir sind und was wir tun.")
    made = Basis.objects.get(edition__page=written)
    assert made.words_changed == 5
    publish(reloaded(written))
    made.refresh_from_db()
    assert made.words_changed == 0


def test_a_page_whose_synced_translation_was_stopped_is_one_of_the_page_editor(
    published: Translation, german: StandardPage
) -> None:
    change(german, intro="Wer wir sind und was wir tun.")
    Translation.objects.update(enabled=False)
    publish(reloaded(published.get_target_instance()))
    assert basis(published).words_changed == 0


def test_bases_that_are_missing_are_made(published: Translation, german: StandardPage, written: StandardPage) -> None:
    before = sorted(Basis.objects.values_list("edition", "words", "words_changed"))
    Basis.objects.all().delete()
    make_missing_bases()
    assert sorted(Basis.objects.values_list("edition", "words", "words_changed")) == before


def test_editions_without_a_basis_get_one_from_what_the_source_said(
    published: Translation, german: StandardPage
) -> None:
    Basis.objects.filter(edition__page=published.get_target_instance()).delete()
    change(german, title="Wir alle")
    assert basis(published).words_changed == 2


def test_a_translation_turned_into_an_alias_does_not_count_any_more(
    staff: Client, published: Translation, django_capture_on_commit_callbacks: Any
) -> None:
    page = published.get_target_instance()
    with django_capture_on_commit_callbacks(execute=True):
        staff.post(f"/admin/localize/page/{page.pk}/convert_to_alias/")
    assert reloaded(page).alias_of_id
    assert not Edition.objects.filter(page=page).exists()


@pytest.mark.parametrize("languages", [1, 4])
def test_a_source_costs_a_constant_number_of_queries_for_each_language(
    languages: int,
    german: StandardPage,
    home: HomePage,
    locales: dict[str, Locale],
    django_assert_max_num_queries: Any,
) -> None:
    for number in range(languages):
        locale = locales["en"] if not number else Locale.objects.create(language_code=["fi", "sv", "da"][number - 1])
        publish(translate(home, locale, title="Home"))
        publish(translate(german, locale, title="About us"))
    german.intro = "Wer wir sind und was wir tun."
    revision = german.save_revision()
    with django_assert_max_num_queries(100 + 3 * languages):
        revision.publish()
    assert Basis.objects.filter(words_changed=5).count() == languages


def test_writing_keeps_what_was_written(published: Translation, german: StandardPage, admin: User) -> None:
    """A text that is written anew takes the place of the one before, and the draft says the present source."""
    change(german, intro="Wer wir alle sind.")
    [unit] = [unit for unit in units_of(published) if unit.path == "intro"]
    write(published, unit, "Qui nous sommes tous.", user=admin)
    published.save_target(user=admin, publish=False)
    revision = published.get_target_instance().get_latest_revision()
    assert DraftBasis.objects.get(revision=revision).texts["intro"] == "Wer wir alle sind."
    assert FRENCH["Wer wir sind."] == reloaded(published.get_target_instance()).intro
