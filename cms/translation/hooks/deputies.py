"""The list of deputies in menu and addresses."""

from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet
from wagtail.permissions import register_permission_policy

from cms.translation.models import Deputyship
from cms.translation.roles.deputy_rights import DeputyPolicy
from cms.translation.views.deputies import deputy_viewset

register_permission_policy(Deputyship, DeputyPolicy(Deputyship))


@hooks.register("register_admin_viewset")
def deputies() -> ViewSet:
    """Add the list."""
    return deputy_viewset
