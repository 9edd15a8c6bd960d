"""How work on a translation goes from hand to hand."""

from typing import Any

from wagtail_localize.models import Translation

from cms.translation.models import TranslationWork

State = TranslationWork.State


def work_on(translation: Translation) -> TranslationWork:
    """Return the record of the work on a translation, made where there is none yet."""
    work, _created = TranslationWork.objects.get_or_create(
        translation_key=translation.source.object_id, locale_id=translation.target_locale_id
    )
    return work


def began(work: TranslationWork, user: Any) -> None:
    """Note that somebody wrote on the translation: what was sent to review or approved is in work again."""
    if work.state == State.IN_WORK:
        return
    work.state = State.IN_WORK
    work.submitted_by = work.approved_by = work.submitted_at = work.approved_at = None
    if work.assignee_id is None and user is not None and user.is_authenticated:
        work.assignee = user
    work.save()
