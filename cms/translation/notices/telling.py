"""What people are told about their work: kept here first, then sent by the task queue."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from cms.translation.models import Notice, NoticePreference, TranslationWork
from cms.translation.notices.sending import queue_sending
from cms.translation.roles import rights
from cms.translation.roles.substitutes import with_deputies

Event = Notice.Event
When = NoticePreference.When


def tell(recipients: Iterable[Any], event: Event, work: TranslationWork, text: str = "") -> None:
    """Keep a notice for each of these people and their deputies, and have it sent; who wants no mail gets none.

    `text` is what a person wrote about it, or in the case of a changed source the number of words.
    """
    people = with_deputies(recipients)
    wishes = dict(NoticePreference.objects.filter(user__in=people).values_list("user_id", "when"))
    told = [person for person in people if wishes.get(person.pk) != When.NEVER]
    Notice.objects.bulk_create(Notice(recipient=person, event=event, work=work, text=text) for person in told)
    if any(wishes.get(person.pk, When.AT_ONCE) == When.AT_ONCE for person in told):
        transaction.on_commit(queue_sending)


def tell_source_changed(work: TranslationWork, words: int) -> None:
    """Tell whoever does the work that its source changed by so many words.

    Where nobody does, the coordinators are told, who give it to somebody; in an office without any, the translators of
    the language. Of several changes before the mail goes out, only the last is told.
    """
    Notice.objects.filter(work=work, event=Event.SOURCE_CHANGED, sent_at=None, claimed_at=None).delete()
    tell(_concerned(work), Event.SOURCE_CHANGED, work, str(words))


def _concerned(work: TranslationWork) -> Iterable[Any]:
    if work.assignee:
        return [work.assignee]
    return rights.coordinators() or rights.translators_of(work.locale)
