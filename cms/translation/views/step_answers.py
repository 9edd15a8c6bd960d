"""Taking a step of the work, and the messages that say so, or why not, and where to go on."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from cms.translation.models import TranslationWork
from cms.translation.terms import warnings_for
from cms.translation.work.pages import translation_of
from cms.translation.work.steps import Comment, Steps

WARNINGS_SHOWN = 5


def take_and_tell(request: HttpRequest, record: TranslationWork, name: str, comment: str, *, comment_id: str) -> None:
    """Take the step of this name. `comment_id` is the HTML id of the comment's field on the page that is shown next."""
    steps = Steps(record, request.user)
    comment = comment.strip()
    lacks_comment = not comment and any(step.name == name and step.comment == Comment.MUST for step in steps.all())
    try:
        sentence = steps.take(name, comment)
    except ValidationError as error:
        buttons = [messages.button(f"#{comment_id}", _("Write the comment"))] if lacks_comment else None
        for reason in error.messages:
            messages.error(request, reason, buttons=buttons)
        return
    messages.success(request, sentence, buttons=[messages.button(reverse("translation_waiting"), _("What else waits"))])
    if name == "send_to_review":
        _warn_of_terms(request, record)


def _warn_of_terms(request: HttpRequest, record: TranslationWork) -> None:
    """Say where the list of terms is not followed: it stands against nothing, and the reviewer sees it too."""
    translation = translation_of(record)
    warnings = warnings_for(translation) if translation else []
    for warning in warnings[:WARNINGS_SHOWN]:
        messages.warning(request, str(warning))
    if len(warnings) > WARNINGS_SHOWN:
        more = _("… and %(count)d more.") % {"count": len(warnings) - WARNINGS_SHOWN}
        messages.warning(request, more)
