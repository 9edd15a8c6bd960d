"""State, people, date and buttons of the work on one page, as shown on every screen about it."""

from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from cms.translation.models import TranslationWork
from cms.translation.roles import rights
from cms.translation.terms import TermWarning, warnings_for
from cms.translation.work.pages import WorkPages
from cms.translation.work.steps import Comment, Step, Steps


class WorkBar:
    """What `translation/parts/work_bar.html` shows to one person. `next_url` is where its buttons lead back to."""

    def __init__(self, work: TranslationWork, user: Any, next_url: str = "") -> None:
        self.work = work
        self.next_url = next_url
        self._user = user
        self._pages = WorkPages([work])

    @cached_property
    def steps(self) -> list[Step]:
        """Return the buttons, the main one first."""
        return Steps(self.work, self._user, self._pages).all()

    @property
    def page(self) -> Page | None:
        """Return the page in the language of the work."""
        return self._pages.target(self.work)

    @property
    def source(self) -> Page | None:
        """Return the page it is made from."""
        return self._pages.source(self.work)

    @cached_property
    def term_warnings(self) -> list[TermWarning]:
        """Return where the list of terms is not followed, for those who send the text on or approve it."""
        decides = {"send_to_review", "approve"} & {step.name for step in self.steps}
        translation = self._pages.translation(self.work)
        return warnings_for(translation) if decides and translation else []

    @property
    def takes_comment(self) -> bool:
        """Return whether any button sends the comment."""
        return any(step.comment != Comment.NO for step in self.steps)

    @property
    def is_locked(self) -> bool:
        """Return whether a lock keeps the person from approving and publishing the page."""
        return self.page is not None and rights.is_locked_for(self._user, self.page)

    @property
    def edit_url(self) -> str:
        """Return where the texts are written, "" where the person may not."""
        if self.page is None or not rights.can_edit(self._user, self.page):
            return ""
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    @property
    def assign_url(self) -> str:
        """Return where the work is given to somebody, "" where the person may not."""
        if self.source is None or not rights.can_assign(self._user):
            return ""
        arguments = {"id": self.source.pk, "language": self.work.locale.language_code, "next": self.next_url}
        return f"{reverse('translation_assign')}?{urlencode(arguments)}"

    @property
    def is_overdue(self) -> bool:
        """Return whether the day has passed and the work is not done."""
        done = (TranslationWork.State.APPROVED, TranslationWork.State.NOT_PLANNED)
        return bool(self.work.due) and self.work.due < timezone.localdate() and self.work.state not in done
