"""Only approved wording is published: a check of the publishing gate, where the office asks for it."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from cms.core.problems.registry import Problem
from cms.core.problems.registry import register as register_check
from cms.translation.models import TranslationSettings, TranslationWork
from cms.translation.work.history import has_begun
from cms.translation.work.pages import translation_of
from cms.translation.work.wording import changed_since

State = TranslationWork.State


def register() -> None:
    """Add this check to the gate."""
    register_check(approval_problems)


def approval_problems(page: Any) -> Iterator[Problem]:
    """Yield a problem for a page that was worked on and whose wording nobody approved since.

    A page that nobody translates here, such as one that an editor writes or that a bundle brings, has none; even where
    a change of its source opened the work on it.
    """
    found = TranslationWork.objects.filter(translation_key=page.translation_key, locale_id=page.locale_id)
    work = found.select_related("locale").first()
    if work is None or not TranslationSettings.load().approval_required:
        return
    if _is_approved(work, page) or (work.state == State.OPEN and not has_begun(work)):
        return
    if work.state == State.APPROVED:
        yield Problem(_("The wording was changed after it was approved. Save the draft and send it to review again."))
    elif work.state == State.NOT_PLANNED:
        yield Problem(_("This page is not planned in its language. Ask the language coordinator to plan it again."))
    elif work.state == State.IN_REVIEW:
        yield Problem(_("The wording is not approved yet. Ask a reviewer to approve it."))
    else:
        yield Problem(_("The wording is not approved yet. Send it to review, or ask a reviewer."))


def _is_approved(work: TranslationWork, page: Any) -> bool:
    """Return whether somebody approved these very words: what is written on the page itself may have changed since."""
    if work.state != State.APPROVED:
        return False
    is_dated = work.approved_at is not None and translation_of(work) is None
    return not is_dated or not changed_since(page, work.approved_at)
