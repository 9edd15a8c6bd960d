"""What a published change of a source page does to its editions in other languages."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, Revision
from wagtail_localize.models import Translation, TranslationSource

from cms.core.models import Edition
from cms.translation.lifecycle.basis import measure, take_own_texts
from cms.translation.lifecycle.carrying import carry_over
from cms.translation.lifecycle.editions import open_drafts, other_editions, rows_beside
from cms.translation.lifecycle.history import Step
from cms.translation.lifecycle.importance import Importance, importance_of
from cms.translation.lifecycle.rewrites import PicturesBefore
from cms.translation.models import Basis, DraftBasis, TranslationWork
from cms.translation.notices.telling import tell_source_changed
from cms.translation.texts.plain import page_texts
from cms.translation.texts.words import changed_words_in

Texts = dict[str, str]


@transaction.atomic
def source_was_published(page: Any, revision: Revision | None) -> int:
    """Let translators see the new texts, and count in every edition the words it lags behind.

    A minor change takes the editions along: nothing ages. An urgent one marks those that are outdated now. Return
    how many words changed.
    """
    pictures = PicturesBefore(page)
    refresh_texts_to_translate(page)
    pictures.mark_changed()
    own = Basis.objects.select_for_update().filter(edition__page_id=page.pk).first()
    before = own.texts if own else None
    texts = page_texts(page)
    take_own_texts(page.edition, texts)
    editions = list(other_editions(page))
    importance = importance_of(revision) if editions else Importance.NORMAL
    if importance == Importance.MINOR and before is not None:
        _take_along(page, editions, before, texts)
    _age(editions, before, texts, importance)
    words = changed_words_in(before, texts) if before is not None else 0
    if words and editions:
        log(page, Step.CHANGE.value, revision=revision, data={"importance": importance, "words": words})
    if importance != Importance.MINOR:
        _tell(page, editions, words)
    return words


def refresh_texts_to_translate(page: Page) -> None:
    """Let wagtail-localize know the live texts of a page that was submitted for translation."""
    for source in TranslationSource.objects.filter(object_id=page.translation_key, locale_id=page.locale_id):
        source.update_from_db()


def moved_along(texts: Texts, before: Texts, after: Texts, kept: set[str] = frozenset()) -> Texts:
    """Return what somebody said of `before`, who now says the same of `after`.

    Places where they said something older, and those `kept` out, stay as they are.
    """
    moved = dict(texts)
    for path in before.keys() | after.keys():
        if path not in kept and texts.get(path) == before.get(path):
            moved.pop(path, None)
            if path in after:
                moved[path] = after[path]
    return moved


def _take_along(page: Page, editions: list[Edition], before: Texts, after: Texts) -> None:
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    lost = _carry_over(page, changed)
    for edition in editions:
        if hasattr(edition, "basis"):
            kept = lost.get(edition.page.locale_id, set())
            edition.basis.texts = moved_along(edition.basis.texts, before, after, kept)
    locales = dict(rows_beside(page).values_list("pk", "locale_id"))
    drafts = list(DraftBasis.objects.filter(revision__in=open_drafts(rows_beside(page))).select_related("revision"))
    for draft in drafts:
        kept = lost.get(locales[int(draft.revision.object_id)], set())
        draft.texts = moved_along(draft.texts, before, after, kept)
    DraftBasis.objects.bulk_update(drafts, ["texts"])


def _carry_over(page: Page, changed: set[str]) -> dict[int, set[str]]:
    """Let former translations hold for the changed texts; return the places where they cannot, by locale."""
    translations = Translation.objects.filter(
        source__object_id=page.translation_key, source__locale_id=page.locale_id, enabled=True
    ).select_related("source", "target_locale")
    return {one.target_locale_id: carry_over(one, changed) for one in translations}


def _tell(page: Page, editions: list[Edition], words: int) -> None:
    """Tell those who work on the page; of a language nobody works on, only where readers have an older text now.

    Such a text may have come without any work here, with a bundle for example: then the work on it is opened.
    """
    if not words:
        return
    outdated = {one.page.locale_id for one in editions if one.basis.words_changed}
    TranslationWork.objects.bulk_create(
        (TranslationWork(translation_key=page.translation_key, locale_id=one) for one in sorted(outdated)),
        ignore_conflicts=True,
    )
    works = TranslationWork.objects.filter(translation_key=page.translation_key).exclude(locale_id=page.locale_id)
    for work in works.exclude(state=TranslationWork.State.NOT_PLANNED).select_related("assignee", "locale"):
        if work.assignee or work.locale_id in outdated:
            tell_source_changed(work, words)


def _age(editions: list[Edition], before: Texts | None, present: Texts, importance: Importance) -> None:
    new, old = [], []
    for edition in editions:
        is_new = not hasattr(edition, "basis")
        basis = Basis(edition=edition, texts=present if before is None else before) if is_new else edition.basis
        measure(basis, basis.texts, present)
        if importance == Importance.URGENT and basis.words_changed and not basis.urgent_since:
            basis.urgent_since = timezone.now()
        basis.updated_at = timezone.now()
        edition.basis = basis
        (new if is_new else old).append(basis)
    Basis.objects.bulk_create(new)
    Basis.objects.bulk_update(old, ["texts", "words", "words_changed", "urgent_since", "updated_at"])
