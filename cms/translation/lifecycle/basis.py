"""What the live words of an edition were made from, and how far its source has moved on since."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, Revision
from wagtail_localize.models import Translation

from cms.core import changes
from cms.core.models import Edition
from cms.translation.lifecycle.carrying import carry_over
from cms.translation.lifecycle.editions import Kind, open_drafts, source_edition
from cms.translation.lifecycle.history import Step
from cms.translation.models import Basis, DraftBasis, Rewrite
from cms.translation.texts.plain import page_texts
from cms.translation.texts.words import changed_words_in, count_words_in


@transaction.atomic
def take_own_texts(edition: Edition, texts: dict[str, str]) -> None:
    """Keep the live texts of a source edition."""
    values = {"texts": texts, "words": count_words_in(texts), "words_changed": 0, "urgent_since": None}
    Basis.objects.update_or_create(edition=edition, defaults=values)


@transaction.atomic
def take_texts_of_source(page: Page, revision: Revision | None) -> None:
    """Note what a translated or written page that was just published says of its source.

    A saved translation knows that itself; so a text that still says what its source said before leaves its words
    counted. Of a page that was written in the page editor it is taken that its author looked at the source.
    """
    source = source_edition(page)
    if source is None or source.page_id == page.pk:
        return
    present = texts_of_source(source)
    edition = Edition.objects.select_related("basis").get(page_id=page.pk)
    texts = _texts_said(edition, revision, page, present)
    defaults = {"checked_by": None, "checked_at": None}
    basis, _created = Basis.objects.update_or_create(edition=edition, defaults=defaults)
    measure(basis, texts, present)
    basis.save()


@transaction.atomic
def confirm_current(edition: Edition, user: Any) -> None:
    """Note that somebody compared an edition with its source and that nothing has to be changed.

    The former translations then hold for the present source texts, in drafts too, and what had to be written anew
    for a new picture may stay.
    """
    source = source_edition(edition.page)
    if source is None or source.pk == edition.pk:
        return
    present = texts_of_source(source)
    basis, _created = Basis.objects.select_for_update().get_or_create(edition=edition)
    words = basis.words_changed
    measure(basis, present, present)
    basis.checked_by, basis.checked_at = user, timezone.now()
    basis.save()
    drafts = open_drafts(Page.objects.filter(pk=edition.page_id))
    DraftBasis.objects.filter(revision__in=drafts).update(texts=present)
    for translation in _translations(edition.page):
        carry_over(translation, confirmed_by=user)
    Rewrite.objects.filter(
        work__translation_key=edition.page.translation_key, work__locale_id=edition.page.locale_id
    ).delete()
    log(edition.page.specific_deferred, Step.CONFIRM.value, user=user, data={"words": words})
    changes.announce(edition.page)


@transaction.atomic
def make_missing_bases() -> None:
    """Give editions that were there before these records a basis: they are taken to be current."""
    missing = Edition.objects.filter(basis=None).select_related("page")
    for source in missing.filter(kind=Kind.SOURCE):
        take_own_texts(source, page_texts(source.page.specific))
    others = list(missing.exclude(kind=Kind.SOURCE))
    keys = {edition.page.translation_key for edition in others}
    own = Basis.objects.filter(edition__kind=Kind.SOURCE, edition__page__translation_key__in=keys)
    texts = dict(own.values_list("edition__page__translation_key", "texts"))
    made = [Basis(edition=edition) for edition in others if edition.page.translation_key in texts]
    for basis in made:
        present = texts[basis.edition.page.translation_key]
        measure(basis, present, present)
    Basis.objects.bulk_create(made, batch_size=200)


def texts_of_source(source: Edition) -> dict[str, str]:
    """Return the live texts of a source edition, looked up where they were kept.

    The record is locked until the transaction ends, so that nobody measures against texts that change meanwhile.
    """
    basis = Basis.objects.select_for_update().filter(edition=source).first()
    if basis is None:
        take_own_texts(source, page_texts(source.page.specific))
        basis = Basis.objects.get(edition=source)
    return basis.texts


def measure(basis: Basis, texts: dict[str, str], present: dict[str, str]) -> None:
    """Let the basis be `texts` of a source that says `present` now; save nothing."""
    basis.texts, basis.words = texts, count_words_in(texts)
    basis.words_changed = changed_words_in(texts, present)
    if not basis.words_changed:
        basis.urgent_since = None


def _texts_said(edition: Edition, revision: Revision | None, page: Page, present: dict[str, str]) -> dict[str, str]:
    said = DraftBasis.objects.filter(revision=revision).first() if revision else None
    if said:
        return said.texts
    if hasattr(edition, "basis") and _translations(page):
        return edition.basis.texts
    return present


def _translations(page: Page) -> list[Translation]:
    found = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    )
    return list(found.select_related("source", "target_locale"))
