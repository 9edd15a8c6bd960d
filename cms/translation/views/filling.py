"""Filling a translation in from the memory or from a machine, at the press of a button."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail_localize.models import Translation

from cms.translation.machine import Drafted, MachineUnavailable, draft
from cms.translation.memory.filling import prefill
from cms.translation.roles.guards import edits_target, target_of


@require_POST
def fill_from_memory(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Write in what the memory knows for certain."""
    translation = _editable(request, translation_id)
    filled = prefill(translation, request.user)
    if filled:
        sentence = ngettext(
            "%(count)d text was filled in from the memory.",
            "%(count)d texts were filled in from the memory.",
            filled,
        )
        messages.success(request, sentence % {"count": filled})
        translation.save_target(user=request.user, publish=False)
    else:
        messages.warning(request, _("The memory knows none of the open texts as a whole. Nothing was changed."))
    return _back(translation)


@require_POST
def fill_by_machine(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Let the machine draft what is open."""
    translation = _editable(request, translation_id)
    try:
        drafted = draft(translation, request.user)
    except MachineUnavailable as error:
        messages.error(request, str(error))
        return _back(translation)
    if drafted.filled:
        translation.save_target(user=request.user, publish=False)
    _tell(request, drafted)
    return _back(translation)


def _editable(request: HttpRequest, translation_id: int) -> Translation:
    records = Translation.objects.filter(enabled=True).select_related("source__locale", "target_locale")
    translation = get_object_or_404(records, pk=translation_id)
    if not edits_target(request.user, translation_id=translation.pk):
        raise PermissionDenied
    return translation


def _back(translation: Translation) -> HttpResponse:
    return redirect("wagtailadmin_pages:edit", target_of(translation).pk)


def _tell(request: HttpRequest, drafted: Drafted) -> None:
    if drafted.filled:
        messages.success(request, _filled(drafted.filled))
    for sentence in _left(drafted):
        messages.warning(request, sentence)
    if drafted == Drafted():
        messages.warning(request, _("No text is open. Nothing was changed."))


def _filled(count: int) -> str:
    sentence = ngettext(
        "A machine drafted %(count)d text. Read and correct it, then confirm it.",
        "A machine drafted %(count)d texts. Read and correct each, then confirm it.",
        count,
    )
    return sentence % {"count": count}


def _left(drafted: Drafted) -> list[str]:
    """Return a sentence for each kind of text that is still open."""
    found: list[tuple[Any, int]] = [
        (
            ngettext(
                "%(count)d text stays open: the machine lost a link, a computed value or the limit of length.",
                "%(count)d texts stay open: the machine lost links, computed values or limits of length.",
                drafted.broken,
            ),
            drafted.broken,
        ),
        (
            ngettext(
                "There was no time for %(count)d text. Press the button again.",
                "There was no time for %(count)d texts. Press the button again.",
                drafted.still_open,
            ),
            drafted.still_open,
        ),
    ]
    return [sentence % {"count": count} for sentence, count in found if count]
