"""Links to drafts: made, renewed and revoked by those who may edit the page. Each step stands in its history."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from cms.core.tokens import digest_of, new_token
from cms.publishing.drafts.history import Action, enter
from cms.publishing.models import DraftLink
from cms.translation.roles.rights import can_edit

USUAL_DAYS = 14
MOST_DAYS = 90


@transaction.atomic
def create(page: Page, *, label: str, expires_at: datetime, by: Any) -> tuple[DraftLink, str]:
    """Return a new link to the draft of the page, and its token, which is kept nowhere."""
    token = new_token()
    link = DraftLink.objects.create(
        digest=digest_of(token), page=page, label=label.strip(), created_by=by, expires_at=expires_at
    )
    enter(link, Action.SHARE, by=by)
    return link, token


@transaction.atomic
def renew(link: DraftLink, *, expires_at: datetime, by: Any) -> bool:
    """Let the link, at its address, open the draft until another moment; return False where it was revoked."""
    if not DraftLink.objects.filter(pk=link.pk, revoked_at=None).update(expires_at=expires_at):
        return False
    link.expires_at = expires_at
    enter(link, Action.RENEW, by=by)
    return True


@transaction.atomic
def revoke(link: DraftLink, *, by: Any) -> None:
    """Close the link for good."""
    if link.revoke():
        enter(link, Action.REVOKE, by=by)


def note_use(link: DraftLink) -> None:
    """Count that somebody saw the draft."""
    DraftLink.objects.filter(pk=link.pk).update(uses=F("uses") + 1, last_used_at=timezone.now())


def can_share(user: Any, page: Page) -> bool:
    """Return whether the user may make links to the draft of this page, and revoke them.

    An alias has no draft: it repeats another page.
    """
    return not page.is_root() and page.alias_of_id is None and can_edit(user, page)


def links_of(user: Any) -> QuerySet[DraftLink]:
    """Return the links to drafts of all pages that the user may edit."""
    pages = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    return DraftLink.objects.filter(page__in=pages.order_by())


def keeps_links(user: Any) -> bool:
    """Return whether there is any page whose draft the user may share."""
    return PagePermissionPolicy().user_has_any_permission(user, {"add", "change"})
