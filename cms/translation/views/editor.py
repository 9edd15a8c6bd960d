"""The translation editor: every text of a page beside its source."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from cms.translation.editor.saving import Outcome, keep_nothing, save_texts
from cms.translation.editor.sheet import Sheet
from cms.translation.editor.third_language import languages_beside
from cms.translation.models import TranslationWork
from cms.translation.roles.rights import is_locked_for
from cms.translation.views.step_answers import take_and_tell
from cms.translation.work.steps import Steps
from cms.translation.work.transitions import work_on


def editor(request: HttpRequest, translation: Translation, page: Page) -> HttpResponse:
    """Show the texts of `page`, the target of `translation`, or keep what was typed. Wagtail asked for the right."""
    if request.method != "POST":
        return _show(request, translation, page, Outcome())
    if is_locked_for(request.user, page):
        return _show(request, translation, page, _refuse_locked(request, translation))
    outcome = save_texts(translation, request.POST, request.user)
    _save_draft(translation, outcome, request.user)
    if outcome.faults:
        _tell_faults(request, outcome)
        return _show(request, translation, page, outcome)
    _tell_saved(request, outcome)
    if step := request.POST.get("then"):
        take_and_tell(request, work_on(translation), step, request.POST.get("comment", ""), comment_id="comment")
    return redirect(request.get_full_path())


def _refuse_locked(request: HttpRequest, translation: Translation) -> Outcome:
    messages.error(request, _("The page was locked meanwhile. Nothing was saved."))
    reason = _("Not saved. Copy your text from here to keep it, and enter it again once the page is unlocked.")
    return keep_nothing(translation, request.POST, reason)


def _save_draft(translation: Translation, outcome: Outcome, user: Any) -> None:
    if outcome.changed:
        translation.save_target(user=user, publish=False)


def _tell_saved(request: HttpRequest, outcome: Outcome) -> None:
    if outcome.changed:
        sentence = ngettext("%(count)d text was saved.", "%(count)d texts were saved.", outcome.changed)
        messages.success(request, sentence % {"count": outcome.changed})
    elif "then" not in request.POST:
        messages.success(request, _("Nothing was changed."))


def _tell_faults(request: HttpRequest, outcome: Outcome) -> None:
    sentence = ngettext(
        "%(count)d text could not be saved. It is marked below and still as you typed it.",
        "%(count)d texts could not be saved. They are marked below and still as you typed them.",
        len(outcome.faults),
    )
    messages.error(request, sentence % {"count": len(outcome.faults)})


def _show(request: HttpRequest, translation: Translation, page: Page, outcome: Outcome) -> HttpResponse:
    work = _work(translation)
    beside = languages_beside(translation)
    sheet = Sheet(translation, _third(request, beside), outcome)
    context = {
        "sheet": sheet,
        "work": work,
        # Where nothing waits and nobody began, there is nothing to hand on.
        "steps": Steps(work, request.user).all() if work.pk or sheet.first_open else [],
        "page": page,
        "is_locked": is_locked_for(request.user, page),
        # What stood in the field of comments is not kept unless the texts are.
        "comment": request.POST.get("comment", ""),
        "beside": beside,
        "header_title": _("Translate: %(title)s") % {"title": page.get_admin_display_title()},
        "breadcrumbs_items": _breadcrumbs(page),
        "history_url": reverse("wagtailadmin_pages:history", args=[page.pk]),
        "preview_url": reverse("wagtail_localize:preview_translation", args=[translation.pk]),
        "source_page": translation.source.get_source_instance(),
        "others_url": f"{request.path}?pictures",
    }
    return TemplateResponse(request, "translation/editor.html", context)


def _work(translation: Translation) -> TranslationWork:
    """Return the record of the work; where nobody has touched the page, one that is not saved."""
    key = {"translation_key": translation.source.object_id, "locale": translation.target_locale}
    return TranslationWork.objects.filter(**key).first() or TranslationWork(**key)


def _third(request: HttpRequest, beside: list[Locale]) -> Locale | None:
    wanted = request.GET.get("beside", "")
    return next((locale for locale in beside if locale.language_code == wanted), None)


def _breadcrumbs(page: Page) -> list[dict[str, str]]:
    ancestors = page.get_ancestors().filter(depth__gt=1).order_by("depth")
    items = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}]
    items += [
        {"url": reverse("wagtailadmin_explore", args=[one.pk]), "label": one.get_admin_display_title()}
        for one in ancestors
    ]
    return [*items, {"url": "", "label": page.get_admin_display_title()}]
