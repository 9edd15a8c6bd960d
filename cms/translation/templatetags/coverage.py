"""A cell of the coverage matrix."""

from typing import Any

from django import template
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.translation.coverage.links import CellLinks
from cms.translation.coverage.matrix import Cell

register = template.Library()


@register.inclusion_tag("translation/parts/coverage_cell.html")
def coverage_cell(page: Page, cell: Cell, links: CellLinks) -> dict[str, Any]:
    """Show what readers see, the work and where the words come from, linked to the next step."""
    label = _("%(title)s in %(language)s") % {
        "title": page.get_admin_display_title(),
        "language": cell.language.own_name,
    }
    return {"cell": cell, "page": page, "href": links.of(page, cell), "label": label}
