"""Giving many pages in several languages to people at once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from cms.translation.drafts.submitting import submit
from cms.translation.models import TranslationWork
from cms.translation.roles import rights
from cms.translation.work import transitions
from cms.translation.work.completeness import obstacles
from cms.translation.work.pages import WorkPages

State = TranslationWork.State
CHUNK = 50


@dataclass(frozen=True)
class Share:
    """Who gets the pages of one language. Without a translator they go to somebody without an account."""

    locale: Locale
    translator: Any = None
    reviewer: Any = None


@dataclass(frozen=True)
class Order:
    """What is given to whom, by whom. `reassign` takes pages from others who have them.

    `through` names whoever gets it by a share link.
    """

    shares: list[Share]
    by: Any
    due: date | None = None
    note: str = ""
    reassign: bool = False
    through: str = ""


@dataclass
class Summary:
    """What was done: (title, language) of each page; and what was left out: (title, language, reason).

    `work_ids` are the records of what was done.
    """

    done: list[tuple[str, str]] = field(default_factory=list)
    left_out: list[tuple[str, str, str]] = field(default_factory=list)
    work_ids: list[int] = field(default_factory=list)


def assign_pages(keys: Iterable[Any], order: Order, progress: Callable[[int], None] = lambda done: None) -> Summary:
    """Give the pages with these translation keys to the people of the order; nothing is published.

    Each page in each language is done as a whole or left out with the reason, in the active language. `progress` is
    called with the number of pages that are through.
    """
    summary = Summary()
    keys = iter(dict.fromkeys(keys))
    through = 0
    while chunk := list(islice(keys, CHUNK)):
        for record, share, pages in _records(chunk, order.shares):
            _assign(record, share, order, pages, summary)
        through += len(chunk)
        progress(through)
    return summary


def _records(keys: list[Any], shares: list[Share]) -> Iterator[tuple[TranslationWork, Share, WorkPages]]:
    """Yield the work on each page in each language, unsaved where there was none."""
    known = TranslationWork.objects.filter(translation_key__in=keys).select_related("assignee", "locale")
    by_place = {(record.translation_key, record.locale_id): record for record in known}
    pairs = [
        (by_place.get((key, share.locale.pk)) or TranslationWork(translation_key=key, locale=share.locale), share)
        for key in keys
        for share in shares
    ]
    pages = WorkPages(record for record, _share in pairs)
    for record, share in pairs:
        yield record, share, pages


def _assign(record: TranslationWork, share: Share, order: Order, pages: WorkPages, summary: Summary) -> None:
    source = pages.source(record)
    page = source or pages.target(record)
    title = page.get_admin_display_title() if page else str(record.translation_key)
    language = share.locale.profile.own_name
    reason = _reason_against(record, source, pages, order)
    if not reason:
        try:
            summary.work_ids.append(_carry_out(record, source, share, order).pk)
        except ValidationError as error:
            reason = " ".join(error.messages)
    if reason:
        summary.left_out.append((title, language, reason))
    else:
        summary.done.append((title, language))


@transaction.atomic
def _carry_out(record: TranslationWork, source: Page, share: Share, order: Order) -> TranslationWork:
    translation = submit(source, share.locale, order.by)
    if share.translator is None:
        _refuse_without_file(source, translation)
    if record.pk is None:
        record, _created = TranslationWork.objects.get_or_create(
            translation_key=record.translation_key, locale=record.locale
        )
    if share.translator is None:
        return transitions.hand_out(record, order.through, by=order.by, due=order.due, note=order.note)
    return transitions.assign(
        record, share.translator, by=order.by, reviewer=share.reviewer, due=order.due, note=order.note
    )


def _refuse_without_file(source: Page, translation: Translation | None) -> None:
    if not source.live:
        raise ValidationError(_("It is not published yet. Files are made of published pages."))
    if translation is None:
        raise ValidationError(_("It is edited as a page, not text by text, so there is no file of it."))


def _reason_against(record: TranslationWork, source: Page | None, pages: WorkPages, order: Order) -> str:
    """Return why the page is left out, "" where nothing stands against it."""
    if source is None or source.locale_id == record.locale_id:
        return _("The page is written in this language.")
    if not rights.can_assign(order.by) or not rights.can_submit(order.by, source, [record.locale]):
        return _("You may not assign it.")
    if record.state == State.NOT_PLANNED:
        return _("It is not planned: %(reason)s") % {"reason": record.reason}
    if record.state == State.IN_REVIEW:
        return _("It is in review.")
    if record.state in transitions.IN_HAND and record.assignee and not order.reassign:
        return _("%(name)s already has it.") % {"name": get_user_display_name(record.assignee)}
    if _is_up_to_date(record, pages):
        return _("The translation is up to date.")
    return ""


def _is_up_to_date(record: TranslationWork, pages: WorkPages) -> bool:
    target = pages.target(record)
    if target is None or not target.live or not hasattr(target, "edition"):
        return False
    basis = getattr(target.edition, "basis", None)
    changed = basis.words_changed if basis else 0
    return not changed and not obstacles(record, pages.translation(record))
