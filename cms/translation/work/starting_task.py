"""Starting the translations of a whole section in the background, with progress that can be looked at."""

from dataclasses import asdict
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import TaskContext, task
from wagtail.models import Locale, Page

from cms.translation.drafts.submitting import submit
from cms.translation.roles import rights
from cms.translation.work.assigning import Summary
from cms.translation.work.assigning_task import noting


@task(takes_context=True)
def start_section(
    context: TaskContext, user_id: int, page_id: int, below: bool, locale_ids: list[int], language: str
) -> Any:
    """Start the translations of a page, and of all below it where asked for; return the summary of that.

    It speaks the language of the person. Who or what was deleted meanwhile starts nothing, nor is anything started
    for somebody who may not work here any more.
    """
    user = get_user_model().objects.filter(pk=user_id, is_active=True).first()
    pages = _section(page_id, below=below) if user else []
    locales = list(Locale.objects.filter(pk__in=locale_ids).select_related("profile").order_by("profile__order", "pk"))
    note = noting(context, len(pages))
    summary = Summary()
    with translation.override(language):
        for through, page in enumerate(pages, 1):
            for locale in locales:
                _start(page, locale, user, summary)
            note(through)
    return asdict(summary)


def _section(page_id: int, *, below: bool) -> list[Page]:
    """Return the pages, parents first: their translations come below each other."""
    page = Page.objects.filter(pk=page_id).first()
    if page is None:
        return []
    return list(page.get_descendants(inclusive=True).order_by("path")) if below else [page]


def _start(page: Page, locale: Locale, user: Any, summary: Summary) -> None:
    place = (page.get_admin_display_title(), locale.profile.own_name)
    try:
        _carry_out(page, locale, user)
    except ValidationError as error:
        summary.left_out.append((*place, " ".join(error.messages)))
    else:
        summary.done.append(place)


@transaction.atomic
def _carry_out(page: Page, locale: Locale, user: Any) -> None:
    """Start one page in one language as a whole, in a transaction of its own, so that others can write in between."""
    if not rights.can_submit(user, page, [locale]):
        sentence = _("You may not translate “%(page)s” into this language.")
        raise ValidationError(sentence % {"page": page.get_admin_display_title()})
    if submit(page, locale, user) is None:
        raise ValidationError(_("The page is written in this language."))
