"""Who may see and resend messages of webhooks."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from wagtail.permission_policies import BasePermissionPolicy

KEEPS_WEBHOOKS = "publishing.change_webhook"
SEES = "view"


class OfWebhooks(BasePermissionPolicy):
    """Whoever may change webhooks sees what was sent to them. Nobody adds, changes or deletes a message."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Return whether the user may do this with messages."""
        return action == SEES and user.has_perm(KEEPS_WEBHOOKS)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Any]:
        """Return the messages with which the user may do any of this."""
        may = any(self.user_has_permission(user, action) for action in actions)
        return self.model._default_manager.all() if may else self.model._default_manager.none()

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[Any]:
        """Return the users who keep webhooks."""
        people = get_user_model().objects
        return people.with_perm(KEEPS_WEBHOOKS) if SEES in actions else people.none()
