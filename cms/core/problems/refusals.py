"""Telling an editor in the admin what may not be published."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin import messages

from cms.core.problems.registry import publishing_problems


def refused(request: HttpRequest, pages: Iterable[Any]) -> bool:
    """Return whether any of the specific pages may not be published; each problem becomes a message."""
    found = [(page, problem) for page in pages for problem in publishing_problems(page)]
    for page, problem in found:
        sentence = _("%(page)s: %(problem)s") % {"page": page.get_admin_display_title(), "problem": problem.message}
        messages.error(request, sentence)
    return bool(found)
