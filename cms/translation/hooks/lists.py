"""The list of terms and the memory in the admin."""

from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet
from wagtail.permissions import register_permission_policy

from cms.translation.models import MemoryEntry, Term
from cms.translation.roles.policies import KeptByLanguage
from cms.translation.views.memory import memory_viewset
from cms.translation.views.terms import terms_viewset

for model in (Term, MemoryEntry):
    register_permission_policy(model, KeptByLanguage(model))


@hooks.register("register_admin_viewset")
def lists() -> list[ViewSet]:
    """Add both."""
    return [terms_viewset, memory_viewset]
