"""Saving a translation: a draft on top of the last draft, and nothing that readers see."""

import inspect
import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import translate_object

from cms.accounts.models import User
from cms.translation.drafts.saving import save_target, upstream_save_target
from cms.translation.models import DraftBasis
from cms.translation.texts.units import units_of
from home.models import HomePage, StandardPage
from tests.factories.core import mirror, publish, reloaded
from tests.factories.home import StandardPageFactory
from tests.translation.submitting import submit
from tests.translation.texts import fill


@pytest.fixture
def french(german: StandardPage, locales: dict[str, Locale]) -> Translation:
    """Return the French translation, submitted anew for each test: some need a page that nobody has submitted."""
    return submit(german, locales["fr"])


def target(translation: Translation) -> StandardPage:
    return reloaded(translation.get_target_instance())


def draft(translation: Translation) -> StandardPage:
    return target(translation).get_latest_revision_as_object()


def row(page: Page) -> dict[str, Any]:
    """Return what is in the database of a page, but for what says that there is a newer draft."""
    found = StandardPage.objects.filter(pk=page.pk).values().get()
    for name in ("latest_revision_id", "latest_revision_created_at", "draft_title", "has_unpublished_changes"):
        del found[name]
    return found


@pytest.fixture
def published(french: Translation, admin: User) -> Translation:
    """Return the translation, whole and on the air."""
    fill(french, admin)
    french.save_target(user=admin, publish=True)
    return french


def test_upstream_is_called_as_ours_is() -> None:
    """Should these change, our replacement has to be looked at again."""
    assert str(inspect.signature(upstream_save_target)) == "(self, user=None, publish=True)"
    ours = inspect.signature(save_target).parameters.values()
    assert [(one.name, one.default) for one in ours] == [
        ("self", inspect.Parameter.empty),
        ("user", None),
        ("publish", True),
    ]
    assert str(inspect.signature(TranslationSource.create_or_update_translation)) == (
        "(self, locale, user=None, publish=True, copy_parent_pages=False, fallback=False)"
    )
    assert Translation.save_target is save_target


def test_submitting_a_live_page_makes_a_draft(german: StandardPage, locales: dict[str, Locale], admin: User) -> None:
    translate_object(german, [locales["fr"]], user=admin)
    page = StandardPage.objects.get(locale=locales["fr"])
    assert (page.live, page.alias_of_id, hasattr(page, "edition")) == (False, None, False)


def test_a_draft_leaves_the_live_row_alone(published: Translation, german: StandardPage, admin: User) -> None:
    before = row(target(published))
    german.title = "Wir"
    publish(german)
    published.save_target(user=admin, publish=False)
    assert row(target(published)) == before
    assert target(published).has_unpublished_changes


def test_upstream_puts_the_source_text_of_a_draft_on_the_live_page(
    published: Translation, german: StandardPage, admin: User
) -> None:
    german.title = "Wir"
    publish(german)
    published.source.update_from_db()
    upstream_save_target(published, user=admin, publish=False)
    assert target(published).title == "Wir"


def test_a_changed_text_keeps_its_last_translation(published: Translation, german: StandardPage, admin: User) -> None:
    german.title = "Über uns!"
    german.body[1].value.source = german.body[1].value.source.replace("unser Partner", "unser guter Partner")
    publish(german)
    published.source.update_from_db()
    published.save_target(user=admin, publish=True)
    page = target(published)
    assert page.title == "À propos"
    assert "Le monde est notre partenaire." in page.body[1].value.source
    assert "<b>dix-neuf</b>" in page.body[1].value.source


def test_a_new_paragraph_takes_no_other_ones_translation(
    published: Translation, german: StandardPage, admin: User
) -> None:
    german.body[1].value.source += "<p>Kommen Sie zu Besuch.</p>"
    publish(german)
    published.source.update_from_db()
    published.save_target(user=admin, publish=False)
    text = draft(published).body[1].value.source
    assert text.count("Le monde est notre partenaire.") == 1
    assert "Kommen Sie zu Besuch." in text


def test_a_link_that_the_source_lost_leaves_its_words(french: Translation, german: StandardPage, admin: User) -> None:
    german.body[1].value.source = '<p>Besuchen Sie <a href="https://example.org/">unsere Partner</a> bald.</p>'
    publish(german)
    french.source.update_from_db()
    fill(
        french, admin, {'Besuchen Sie <a id="a1">unsere Partner</a> bald.': 'Visitez <a id="a1">les amis</a> bientôt.'}
    )
    german.body[1].value.source = "<p>Besuchen Sie unsere Partner sehr bald.</p>"
    publish(german)
    french.source.update_from_db()
    french.save_target(publish=False)
    assert "<p>Visitez les amis bientôt.</p>" in draft(french).body[1].value.source


def test_slug_and_schedule_of_the_draft_stay(published: Translation, admin: User) -> None:
    moment = timezone.now().replace(microsecond=0) + timedelta(days=1)
    page = target(published)
    page.slug, page.go_live_at = "qui-nous-sommes", moment
    page.save_revision()
    published.save_target(user=admin, publish=False)
    assert (draft(published).slug, draft(published).go_live_at) == ("qui-nous-sommes", moment)
    assert target(published).slug == "a-propos"


def test_an_arabic_slug_that_somebody_chose_stays(published: Translation, admin: User) -> None:
    page = target(published)
    page.slug = "من-نحن"
    page.save_revision().publish()
    published.save_target(user=admin, publish=True)
    assert target(published).slug == "من-نحن"
    assert "slug" not in {unit.path for unit in units_of(published)}


def test_a_live_alias_that_is_submitted_goes_on_showing_its_fallback(
    client: Client, german: StandardPage, locales: dict[str, Locale], admin: User
) -> None:
    alias = mirror(german, locales["fr"])
    before = client.get(alias.url)
    assert 'data-kind="fallback"' in before.content.decode()
    translate_object(german, [locales["fr"]], user=admin)
    page = reloaded(alias)
    assert (page.live, page.alias_of_id, page.live_revision_id, hasattr(page, "edition")) == (True, None, None, False)
    after = client.get(alias.url)
    assert after.content == before.content
    assert alias.url not in client.get("/sitemap.xml").content.decode()


def test_publishing_the_page_that_was_an_alias_shows_its_own_text(
    client: Client, german: StandardPage, locales: dict[str, Locale], admin: User
) -> None:
    alias = mirror(german, locales["fr"])
    translate_object(german, [locales["fr"]], user=admin)
    translation = Translation.objects.get()
    fill(translation, admin)
    translation.save_target(user=admin, publish=True)
    answer = client.get(reloaded(alias).url).content.decode()
    assert "Qui nous sommes." in answer
    assert 'data-kind="fallback"' not in answer


def test_publishing_needs_the_right_to_publish(french: Translation, admin: User) -> None:
    fill(french, admin)
    nobody = User.objects.create_user("nobody", email="nobody@example.org")
    revision = target(french).latest_revision_id
    with pytest.raises(PermissionDenied):
        french.save_target(user=nobody, publish=True)
    assert (target(french).live, target(french).latest_revision_id) == (False, revision)


def test_written_languages_take_no_translation(
    home: HomePage, german: StandardPage, locales: dict[str, Locale]
) -> None:
    source, _created = TranslationSource.get_or_create_from_instance(german)
    translation = Translation.objects.create(source=source, target_locale=locales["de-simple"])
    with pytest.raises(ValidationError, match="written for their readers"):
        translation.save_target(publish=False)
    assert not StandardPage.objects.filter(locale=locales["de-simple"]).exists()


def test_a_draft_remembers_the_source_texts_it_says(published: Translation, german: StandardPage, admin: User) -> None:
    german.title = "Wir"
    publish(german)
    published.source.update_from_db()
    published.save_target(user=admin, publish=False)
    texts = DraftBasis.objects.get(revision=target(published).latest_revision).texts
    assert texts["title"] == "Über uns"
    assert texts["intro"] == "Wer wir sind."
    assert {text for path, text in texts.items() if path.startswith("body.")} == {
        "Partnerschaft",
        "Die Welt ist unser Partner.\nWir haben neunzehn Partnerstädte.",
    }


def test_saving_takes_over_blocks_that_the_source_added(
    published: Translation, german: StandardPage, admin: User
) -> None:
    german.body.append(("heading", {"text": "Neu"}))
    publish(german)
    published.source.update_from_db()
    published.save_target(user=admin, publish=False)
    assert [block.block_type for block in draft(published).body] == ["heading", "rich_text", "heading"]
    assert json.loads(published.source.content_json)["title"] == "Über uns"


def test_parents_that_are_missing_come_as_aliases(
    home: HomePage, german: StandardPage, locales: dict[str, Locale]
) -> None:
    child = publish(StandardPageFactory(parent=german, title="Geschichte"))
    translate_object(child, [locales["fr"]])
    parent = StandardPage.objects.get(translation_key=german.translation_key, locale=locales["fr"])
    assert (parent.alias_of_id, parent.live) == (german.pk, True)
