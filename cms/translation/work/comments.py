"""What people say about the translation of a page."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from cms.translation.models import TranslationWork, WorkComment
from cms.translation.work.history import Action, enter

Origin = WorkComment.Origin


@transaction.atomic
def add(
    work: TranslationWork, text: str, *, author: Any = None, origin: Origin = Origin.PERSON, path: str = ""
) -> WorkComment:
    """Return the new comment on a page, or on one of its texts where `path` names it; its history shows it too.

    A note that came with a file before is not added again. Raises ValidationError where nothing is said.
    """
    text = text.replace("\r\n", "\n").replace("\x00", "").strip()
    if not text:
        raise ValidationError(_("Write the comment first."))
    if origin == Origin.FILE:
        known = WorkComment.objects.filter(work=work, text=text, origin=origin, path=path).first()
        if known:
            return known
    comment = WorkComment.objects.create(work=work, author=author, origin=origin, path=path, text=text)
    if origin != Origin.REVIEW:
        enter(work, Action.COMMENT, by=author, comment=text, path=path, origin=origin.value)
    return comment


def comments_on(work: TranslationWork) -> QuerySet[WorkComment]:
    """Return all comments on a page in one language with their authors, the oldest first."""
    return WorkComment.objects.filter(work=work).select_related("author")


def last_reviews(work_ids: Iterable[int]) -> dict[int, str]:
    """Return what was said last when each of the works went to review or came back, by its primary key."""
    comments = WorkComment.objects.filter(work__in=list(work_ids), origin=Origin.REVIEW).order_by("created_at", "pk")
    return dict(comments.values_list("work", "text"))
