"""Publishing the draft of a translation."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from cms.translation.models import TranslationWork
from cms.translation.work.pages import translation_of
from cms.translation.work.transitions import lock

State = TranslationWork.State


def is_unpublished(page: Page | None) -> bool:
    """Return whether the page has a draft that readers do not see."""
    return page is not None and page.alias_of_id is None and (not page.live or page.has_unpublished_changes)


@transaction.atomic
def release(work: TranslationWork, page: Page, *, by: Any) -> None:
    """Publish the page with all texts as they are now. Raises ValidationError where it may not be published."""
    lock(work, set(State) - {State.NOT_PLANNED}, gettext_lazy("Plan it first."))
    translation = translation_of(work)
    if translation:
        translation.save_target(user=by, publish=False)
    page = Page.objects.get(pk=page.pk).specific
    revision = page.get_latest_revision() or page.save_revision(user=by)
    revision.publish(user=by)
