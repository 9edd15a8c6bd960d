"""What people are told who look for work: where texts are missing, and whom to ask for them."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Locale

from cms.translation.roles import rights

NAMES = 3


def where_to_look(user: Any) -> dict[str, Any]:
    """Return for a template the address of the matrix in the user's languages, and who hands out work.

    `assigners` is empty for those who hand it out themselves.
    """
    return {
        "may_assign": rights.can_assign(user),
        "assigners": [] if rights.can_assign(user) else names_of_assigners(),
        "coverage_url": f"{reverse('translation_coverage')}?{urlencode([('language', code) for code in _codes(user)])}",
    }


def names_of_assigners() -> list[str]:
    """Return the names of the first people to ask for work."""
    return [get_user_display_name(person) for person in rights.assigners().order_by("last_name", "username")[:NAMES]]


def _codes(user: Any) -> list[str]:
    """Return the languages in which the user holds a role."""
    ids = {locale_id for _role, locale_id in rights.roles_of(user) if locale_id}
    return sorted(Locale.objects.filter(pk__in=ids).values_list("language_code", flat=True)) if ids else []
