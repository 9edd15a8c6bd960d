"""Taking versions of a page off the air together with their source, and bringing them back with it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Page, Revision

from cms.translation.lifecycle.editions import rows_beside
from cms.translation.lifecycle.history import Step, enter
from cms.translation.models import Withdrawal

Reason = Withdrawal.Reason


@transaction.atomic
def withdraw_versions(source: Page) -> None:
    """Take the versions of a source that left the air off the air. Wagtail does that for its aliases.

    What was scheduled for them stays scheduled, and is refused while the source is not live.
    """
    for page in rows_beside(source).filter(live=True, alias_of=None).specific():
        _withdraw(page, Reason.UNPUBLISHED)
        enter(page, Step.WITHDRAW, source=source.title)


@transaction.atomic
def leave_versions(source: Page) -> None:
    """Keep the versions of a source that is about to be deleted: off the air, as pages of their own.

    Their translated texts stay too. Aliases say nothing of their own, so they go with the page they follow, except
    those that other pages stand below.
    """
    _delete_aliases(source)
    for page in rows_beside(source).specific():
        if page.live:
            _withdraw(page, Reason.DELETED)
        else:
            _note_draft(page)
        enter(page, Step.LOSE_SOURCE, source=source.title)


@transaction.atomic
def bring_back(source: Page) -> None:
    """Put those versions of a source on the air again that left it together with the source.

    They say what they said then. What may not be published stays away, and its history says why.
    """
    versions = Withdrawal.objects.filter(page__translation_key=source.translation_key).exclude(page_id=source.pk)
    withdrawn = versions.filter(reason=Reason.UNPUBLISHED, was_live=True)
    for withdrawal in withdrawn.select_related("page__edition", "page__locale", "revision"):
        page = withdrawal.page
        try:
            with transaction.atomic():
                _return(page, withdrawal.revision)
                withdrawal.delete()
        except ValidationError as error:
            enter(page, Step.NOT_RETURNED, source=source.title, reasons=[str(one) for one in error.messages])
        else:
            enter(page, Step.RETURN, source=source.title)


def _withdraw(page: Any, reason: Reason) -> None:
    scheduled = dict(page.revisions.exclude(approved_go_live_at=None).values_list("pk", "approved_go_live_at"))
    values = {"revision_id": page.live_revision_id, "reason": reason, "was_live": True}
    page.unpublish(log_action=False)
    for revision_id, moment in scheduled.items():
        Revision.objects.filter(pk=revision_id).update(approved_go_live_at=moment)
    Withdrawal.objects.update_or_create(page_id=page.pk, defaults=values)


def _note_draft(page: Any) -> None:
    """Note that a page lost its source; where it had left the air with that before, what it said stays noted."""
    reason = {"reason": Reason.DELETED}
    Withdrawal.objects.update_or_create(page_id=page.pk, defaults=reason, create_defaults={**reason, "was_live": False})


def _return(page: Page, revision: Revision | None) -> None:
    if not hasattr(page, "edition"):
        # It showed its fallback's text, and shows it again.
        Page.objects.filter(pk=page.pk).update(live=True)
        return
    (revision or page.specific.save_revision(clean=False)).publish(log_action=False)


def _delete_aliases(source: Page) -> None:
    for alias in source.aliases.all():
        below = alias.get_descendants()
        own = below.exclude(alias_of__path__startswith=source.path)
        if not own.exists():
            Page.objects.get(pk=alias.pk).delete()
