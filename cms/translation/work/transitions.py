"""How work on a translation goes from hand to hand.

Each step locks the record, so that of two people at once the second gets a sentence and takes nothing from the first;
it is entered into the history of the page, and tells those who go on. Whether somebody may take a step is asked before.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import get_user_display_name
from wagtail_localize.models import Translation

from cms.translation.memory import remember_all
from cms.translation.models import TranslationWork
from cms.translation.notices import telling
from cms.translation.roles import rights
from cms.translation.work import comments
from cms.translation.work.completeness import obstacles
from cms.translation.work.history import Action, enter
from cms.translation.work.pages import translation_of

State = TranslationWork.State
IN_HAND = frozenset({State.OPEN, State.ASSIGNED, State.IN_WORK, State.RETURNED})


def work_on(translation: Translation) -> TranslationWork:
    """Return the record of the work on a translation, made where there is none yet."""
    work, _created = TranslationWork.objects.get_or_create(
        translation_key=translation.source.object_id, locale_id=translation.target_locale_id
    )
    return work


@transaction.atomic
def assign(
    work: TranslationWork, assignee: Any, *, by: Any, reviewer: Any = None, due: date | None = None, note: str = ""
) -> TranslationWork:
    """Give the work to a translator. What was already begun or returned stays so, approved work begins anew."""
    locked = lock(work, {*IN_HAND, State.APPROVED}, gettext_lazy("It cannot be assigned now."))
    if locked.state in (State.OPEN, State.APPROVED):
        _forget_review(locked)
        locked.state = State.ASSIGNED
    locked.assignee, locked.reviewer, locked.due, locked.note = assignee, reviewer, due, note.strip()
    locked.save()
    names = {"assignee": assignee.pk, "assignee_name": get_user_display_name(assignee)}
    enter(locked, Action.ASSIGN, by=by, **names, due=due.isoformat() if due else None, comment=locked.note)
    _tell([assignee], telling.Event.ARRIVED, locked, by, locked.note)
    return locked


@transaction.atomic
def hand_out(work: TranslationWork, label: str, *, by: Any, due: date | None = None, note: str = "") -> TranslationWork:
    """Give the work to somebody without an account, known by `label`; whoever has it here keeps it beside them."""
    locked = lock(work, {*IN_HAND, State.APPROVED}, gettext_lazy("It cannot be handed out now."))
    if locked.state in (State.OPEN, State.APPROVED):
        _forget_review(locked)
        locked.state = State.ASSIGNED
    locked.due, locked.note = due or locked.due, note.strip() or locked.note
    locked.save()
    enter(locked, Action.HAND_OUT, by=by, through=label, due=due.isoformat() if due else None, comment=note.strip())
    return locked


@transaction.atomic
def began(work: TranslationWork, user: Any) -> TranslationWork:
    """Note that somebody wrote on the translation: what was sent to review or approved is in work again.

    Only the corrections of a reviewer leave a text in review that somebody else sent there.
    """
    if work.state == State.IN_WORK or _is_correction(work, user):
        return work
    locked = TranslationWork.objects.select_for_update().get(pk=work.pk)
    _forget_review(locked)
    locked.state, locked.reason = State.IN_WORK, ""
    if locked.assignee_id is None and user is not None and user.is_authenticated:
        locked.assignee = user
    locked.save()
    enter(locked, Action.START, by=user)
    return locked


@transaction.atomic
def send_to_review(work: TranslationWork, *, by: Any, comment: str = "", through: str = "") -> TranslationWork:
    """Say that the translation is ready to be read. Raises ValidationError where texts are not ready.

    `through` names the share link of somebody without an account, in whose case `by` is None.
    """
    locked = lock(work, IN_HAND, gettext_lazy("It cannot be sent to review now."))
    _refuse_unfinished(locked)
    locked.state, locked.submitted_by, locked.submitted_at = State.IN_REVIEW, by, timezone.now()
    locked.approved_by = locked.approved_at = None
    locked.save()
    _comment(locked, comment, by)
    enter(locked, Action.SEND_TO_REVIEW, by=by, comment=comment.strip(), through=through)
    readers = [locked.reviewer] if locked.reviewer else rights.reviewers_of(locked.locale)
    _tell(readers, telling.Event.REVIEW_WAITS, locked, by, comment)
    return locked


@transaction.atomic
def take_back(work: TranslationWork, *, by: Any) -> TranslationWork:
    """Take the translation out of review to go on with it oneself."""
    locked = lock(work, {State.IN_REVIEW}, gettext_lazy("It is not in review."))
    _forget_review(locked)
    locked.state = State.IN_WORK
    locked.save()
    enter(locked, Action.TAKE_BACK, by=by)
    return locked


@transaction.atomic
def return_to_translator(work: TranslationWork, *, by: Any, comment: str) -> TranslationWork:
    """Give a translation back that was sent to review, or whose approval is withdrawn; the comment says why."""
    if not comment.strip():
        raise ValidationError(_("Write in the comment what is to be changed, then return the translation."))
    locked = lock(work, {State.IN_REVIEW, State.APPROVED}, gettext_lazy("It was not sent to review."))
    translator = locked.assignee or locked.submitted_by
    _forget_review(locked)
    locked.state = State.RETURNED
    locked.assignee = translator
    locked.save()
    _comment(locked, comment, by)
    enter(locked, Action.RETURN, by=by, comment=comment.strip())
    _tell([translator], telling.Event.RETURNED, locked, by, comment)
    return locked


@transaction.atomic
def approve(work: TranslationWork, *, by: Any, comment: str = "") -> TranslationWork:
    """Approve the wording: the draft of the page gets it, ready to be published."""
    locked = lock(work, {State.IN_REVIEW}, gettext_lazy("Only what was sent to review can be approved."))
    translation = _refuse_unfinished(locked)
    locked.state, locked.approved_by, locked.approved_at = State.APPROVED, by, timezone.now()
    locked.save()
    if translation:
        translation.save_target(user=by, publish=False)
        remember_all(translation, by)
    _comment(locked, comment, by)
    enter(locked, Action.APPROVE, by=by, comment=comment.strip())
    _tell(rights.publishers_of(locked.locale), telling.Event.APPROVED, locked, by, comment)
    return locked


@transaction.atomic
def plan_not(work: TranslationWork, reason: str, *, by: Any) -> TranslationWork:
    """Say that the page is not to be translated into this language, and why. Texts that are there stay."""
    reason = reason.strip()
    if not reason:
        raise ValidationError(_("Say why the page is not planned in this language."))
    most = TranslationWork._meta.get_field("reason").max_length
    if len(reason) > most:
        raise ValidationError(_("Say it in at most %(most)d characters.") % {"most": most})
    locked = lock(work, set(State) - {State.NOT_PLANNED}, gettext_lazy("It is already not planned."))
    _forget_review(locked)
    locked.state, locked.reason = State.NOT_PLANNED, reason
    locked.assignee = locked.reviewer = locked.due = None
    locked.save()
    enter(locked, Action.PLAN_NOT, by=by, comment=reason)
    return locked


@transaction.atomic
def plan_again(work: TranslationWork, *, by: Any) -> TranslationWork:
    """Open the work on a page that was not planned in this language."""
    locked = lock(work, {State.NOT_PLANNED}, gettext_lazy("It is planned."))
    locked.state, locked.reason = State.OPEN, ""
    locked.save()
    enter(locked, Action.PLAN_AGAIN, by=by)
    return locked


def lock(work: TranslationWork, states: Iterable[str], refusal: Promise) -> TranslationWork:
    """Return the record as it is now, locked. Raises ValidationError where another state was seen than it has now."""
    locked = TranslationWork.objects.select_for_update().select_related("locale").get(pk=work.pk)
    if locked.state != work.state:
        raise ValidationError(
            _("Somebody was faster: this translation is now “%(state)s”. Nothing was changed; look at it again.")
            % {"state": locked.get_state_display()}
        )
    if locked.state not in states:
        raise ValidationError(
            _("This translation is “%(state)s”. %(refusal)s")
            % {"state": locked.get_state_display(), "refusal": refusal}
        )
    return locked


def _refuse_unfinished(work: TranslationWork) -> Translation | None:
    translation = translation_of(work)
    unfinished = obstacles(work, translation)
    if unfinished:
        raise ValidationError(unfinished)
    return translation


def _forget_review(work: TranslationWork) -> None:
    work.submitted_by = work.submitted_at = work.approved_by = work.approved_at = None


def _is_correction(work: TranslationWork, user: Any) -> bool:
    return (
        work.state == State.IN_REVIEW
        and user is not None
        and user.pk not in (work.submitted_by_id, work.assignee_id)
        and rights.can_approve(user, work.locale)
    )


def _comment(work: TranslationWork, text: str, by: Any) -> None:
    if text.strip():
        comments.add(work, text, author=by, origin=comments.Origin.REVIEW)


def _tell(people: Iterable[Any], event: telling.Event, work: TranslationWork, by: Any, text: str) -> None:
    """Tell the people what happened, but not the one who did it."""
    text = text.strip()
    said = f"{get_user_display_name(by)}: {text}" if text and by else text
    telling.tell([person for person in people if person and person != by], event, work, said)
