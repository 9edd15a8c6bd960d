"""Saying, where a group is edited, that it holds a role in a language."""

from typing import Any

from django.contrib.auth.models import Group
from django.forms import Media
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from cms.translation.models import LocaleRole

Role = LocaleRole.Role
MEANINGS = {
    Role.TRANSLATOR: _("Its members write translations. On which pages, the page permissions say."),
    Role.REVIEWER: _("Its members approve the wording. Which pages they may edit, the page permissions say."),
    Role.PUBLISHER: _("Its members are told what is approved. What they may publish, the page permissions say."),
    Role.COORDINATOR: _("Its members start translations and assign them, in every language. They publish nothing."),
}


class RolePanel:
    """Nothing to fill in: whatever is changed at the group, it goes on holding its role."""

    media = Media()

    def __init__(self, *, instance: Group | None = None, data: Any = None, files: Any = None) -> None:
        roles = LocaleRole.objects.filter(group_id=instance.pk if instance else None)
        self.held = roles.select_related("locale__profile").first()

    def is_valid(self) -> bool:
        """Return that nothing is wrong."""
        return True

    def save(self) -> None:
        """Save nothing."""

    def as_admin_panel(self) -> SafeString:
        """Return the panel; nothing for a group without a role."""
        if self.held is None:
            return SafeString("")
        context = {"held": self.held, "meaning": MEANINGS[Role(self.held.role)]}
        return render_to_string("translation/parts/role_panel.html", context)


@hooks.register("register_group_permission_panel")
def role_panel() -> type[RolePanel]:
    """Add the panel."""
    return RolePanel
