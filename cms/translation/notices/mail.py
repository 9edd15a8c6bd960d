"""The words of a mail about translations, in the language its reader uses in the admin."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.utils import get_user_display_name
from wagtail.users.models import UserProfile

from cms.translation.models import Notice, TranslationWork
from cms.translation.roles.substitutes import stood_in_for
from cms.translation.texts.isolation import isolated_in_mail
from cms.translation.work.pages import WorkPages

State = TranslationWork.State
Event = Notice.Event
HOLDS_WHILE = {
    Event.ARRIVED: {State.ASSIGNED, State.IN_WORK, State.RETURNED},
    Event.REVIEW_WAITS: {State.IN_REVIEW},
    Event.RETURNED: {State.RETURNED},
    Event.APPROVED: {State.APPROVED},
}
ENTRIES = 30
"""So many pages are named for each event; the list in the admin has them all."""


@dataclass(frozen=True)
class Mail:
    """Subject and plain text."""

    subject: str
    body: str


def mail_for(recipient: Any, notices: list[Notice]) -> Mail | None:
    """Return one mail that says all of this, or None where none of it holds any more."""
    notices = [notice for notice in notices if _holds(notice)]
    if not notices:
        return None
    profile = UserProfile.get_for_user(recipient)
    with translation.override(profile.get_preferred_language()), timezone.override(profile.get_current_time_zone()):
        letter = _Letter(recipient, notices)
        return Mail(letter.subject(), "\n".join([*letter.lines(), ""]))


def _holds(notice: Notice) -> bool:
    states = HOLDS_WHILE.get(Event(notice.event))
    return states is None or notice.work.state in states


class _Letter:
    def __init__(self, recipient: Any, notices: list[Notice]) -> None:
        self.recipient = recipient
        self.notices = notices
        self.pages = WorkPages(notice.work for notice in notices)
        self.persons = {person.pk: person for person in stood_in_for(recipient)}

    def subject(self) -> str:
        if len(self.notices) > 1:
            sentence = ngettext(
                "%(count)d message about translations", "%(count)d messages about translations", len(self.notices)
            )
            return sentence % {"count": len(self.notices)}
        notice = self.notices[0]
        return _("%(event)s: %(page)s") % {"event": notice.get_event_display(), "page": self._name(notice.work)}

    def lines(self) -> Iterator[str]:
        yield _("Hello %(name)s,") % {"name": get_user_display_name(self.recipient)}
        for event in Event:
            about = [notice for notice in self.notices if notice.event == event]
            if about:
                yield from ("", str(event.label))
            for notice in about[:ENTRIES]:
                yield from ("", *self._entry(notice))
            if len(about) > ENTRIES:
                yield from ("", _("… and %(count)d more.") % {"count": len(about) - ENTRIES})
        yield ""
        yield _("All that waits for you: %(address)s") % {"address": _address(reverse("translation_waiting"))}
        yield _("How often you get such mail: %(address)s") % {"address": _address(reverse("wagtailadmin_account"))}

    def _entry(self, notice: Notice) -> Iterator[str]:
        work = notice.work
        yield f"– {self._name(work)}"
        if for_whom := self._for_whom(notice):
            yield "  " + _("You stand in for %(name)s.") % {"name": get_user_display_name(for_whom)}
        if notice.event == Event.SOURCE_CHANGED:
            yield "  " + _changed(int(notice.text or 0))
        elif notice.text:
            yield from (f"  {line}" for line in notice.text.splitlines())
        if work.due and notice.event != Event.APPROVED:
            yield "  " + _("Due on %(date)s.") % {"date": date_format(work.due)}
        target = self.pages.target(work)
        if target:
            yield "  " + _address(reverse("wagtailadmin_pages:edit", args=[target.pk]))

    def _name(self, work: TranslationWork) -> str:
        page = self.pages.source(work) or self.pages.target(work)
        title = page.get_admin_display_title() if page else _("a page that was deleted")
        names = {"title": isolated_in_mail(title), "language": isolated_in_mail(work.locale.profile.own_name)}
        return _("%(title)s → %(language)s") % names

    def _for_whom(self, notice: Notice) -> Any:
        work = notice.work
        meant = work.reviewer_id if notice.event == Event.REVIEW_WAITS else work.assignee_id
        return None if meant == self.recipient.pk else self.persons.get(meant)


def _changed(words: int) -> str:
    sentence = ngettext(
        "The source changed by %(count)d word. Readers see the old translation until yours is published.",
        "The source changed by %(count)d words. Readers see the old translation until yours is published.",
        words,
    )
    return sentence % {"count": words}


def _address(path: str) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL}{path}"
