"""Which steps of the work on a page a person may take now, as buttons."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.translation.lifecycle.basis import confirm_current
from cms.translation.models import TranslationSettings, TranslationWork
from cms.translation.roles import rights
from cms.translation.work import transitions
from cms.translation.work.pages import WorkPages
from cms.translation.work.releasing import is_unpublished, release

State = TranslationWork.State
_CHANGE_THE_PAGE = frozenset({"approve", "publish"})


class Comment(StrEnum):
    """Whether a step takes the text of the comment field."""

    NO = "no"
    MAY = "may"
    MUST = "must"


@dataclass(frozen=True)
class Step:
    """One button. `name` stands in its address; the most likely step is the main one."""

    name: str
    label: str
    comment: Comment = Comment.NO
    is_main: bool = False


class Steps:
    """The steps of one person on one piece of work."""

    def __init__(self, record: TranslationWork, user: Any, pages: WorkPages | None = None) -> None:
        self.record = record
        self.user = user
        self.page: Page | None = (pages or WorkPages([record])).target(record)

    def all(self) -> list[Step]:
        """Return the steps that state and rights allow, the main one first."""
        found = [*self._of_translators(), *self._of_readers(), *self._of_coordinators()]
        possible = [step for step in found if step.name not in _CHANGE_THE_PAGE or not self._is_locked]
        return sorted(possible, key=lambda step: not step.is_main)

    def take(self, name: str, comment: str = "") -> str:
        """Take the step and return the sentence that says so. Raises ValidationError where it is not possible now."""
        if name in _CHANGE_THE_PAGE and self._is_locked:
            raise ValidationError(_("This page is locked. Unlock it first, or wait until it is unlocked."))
        if name not in {step.name for step in self.all()}:
            raise ValidationError(_("This is not possible now. Somebody else may have been faster: look at the state."))
        return getattr(self, f"_{name}")(comment)

    def _of_translators(self) -> Iterator[Step]:
        if self.page is None or not rights.can_edit(self.user, self.page):
            return
        if self.record.state in transitions.IN_HAND:
            yield Step("send_to_review", _("Send to review"), Comment.MAY, is_main=True)
        is_own = self.user.pk in (self.record.assignee_id, self.record.submitted_by_id)
        if self.record.state == State.IN_REVIEW and is_own:
            yield Step("take_back", _("Take back"))
        if self._is_outdated:
            yield Step("confirm_current", _("Checked, nothing to change"))

    def _of_readers(self) -> Iterator[Step]:
        state = self.record.state
        reads = rights.can_approve(self.user, self.record.locale)
        publishes = self.page is not None and rights.can_publish(self.user, self.page)
        if state == State.IN_REVIEW and rights.can_approve_work(self.user, self.record):
            yield Step("approve", _("Approve wording"), Comment.MAY, is_main=True)
        if publishes and self._is_ready:
            yield Step("publish", _("Publish"), is_main=True)
        if (state == State.IN_REVIEW and reads) or (state == State.APPROVED and (reads or publishes)):
            yield Step("return_to_translator", _("Return to translator"), Comment.MUST)

    def _of_coordinators(self) -> Iterator[Step]:
        if not rights.can_assign(self.user):
            return
        if self.record.state == State.NOT_PLANNED:
            yield Step("plan_again", _("Plan again"), is_main=True)
        else:
            yield Step("plan_not", _("Do not plan"), Comment.MUST)

    @cached_property
    def _is_locked(self) -> bool:
        return self.page is not None and rights.is_locked_for(self.user, self.page)

    @property
    def _is_ready(self) -> bool:
        approved = self.record.state == State.APPROVED
        return is_unpublished(self.page) and (approved or not TranslationSettings.load().approval_required)

    @property
    def _is_outdated(self) -> bool:
        basis = getattr(getattr(self.page, "edition", None), "basis", None)
        return basis is not None and basis.words_changed > 0

    def _send_to_review(self, comment: str) -> str:
        transitions.send_to_review(self.record, by=self.user, comment=comment)
        return _("The translation was sent to review.")

    def _confirm_current(self, comment: str) -> str:
        confirm_current(self.page.edition, self.user)
        return _("Noted: checked, nothing to change.")

    def _take_back(self, comment: str) -> str:
        transitions.take_back(self.record, by=self.user)
        return _("You have the translation back.")

    def _approve(self, comment: str) -> str:
        transitions.approve(self.record, by=self.user, comment=comment)
        return _("The wording is approved. The page can be published now.")

    def _return_to_translator(self, comment: str) -> str:
        transitions.return_to_translator(self.record, by=self.user, comment=comment)
        return _("The translation was returned.")

    def _plan_not(self, comment: str) -> str:
        transitions.plan_not(self.record, comment, by=self.user)
        return _("The page is not planned in this language any more.")

    def _plan_again(self, comment: str) -> str:
        transitions.plan_again(self.record, by=self.user)
        return _("The page is planned again.")

    def _publish(self, comment: str) -> str:
        release(self.record, self.page, by=self.user)
        return _("“%(title)s” is published.") % {"title": self.page.get_admin_display_title()}
