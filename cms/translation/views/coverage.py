"""The coverage matrix in the admin, on screen and as CSV."""

import csv
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.translation.coverage.links import CellLinks
from cms.translation.coverage.matrix import Row, rows
from cms.translation.coverage.selection import Selection
from cms.translation.coverage.totals import totals
from cms.translation.forms.coverage import CoverageForm
from cms.translation.roles import rights
from cms.translation.texts.units import Origin
from cms.translation.work.asking import names_of_assigners

ROWS_A_PAGE = 50
CSV_CHUNK = 500


class CoverageView(WagtailAdminTemplateMixin, TemplateView):
    """Pages by languages, with filters. For everybody who has a part in translation."""

    template_name = "translation/coverage.html"
    header_icon = "table"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let in those who have a role in some language."""
        if not rights.takes_part(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [*self.breadcrumbs_items, {"url": "", "label": _("Coverage")}]

    def get_page_title(self) -> str:
        """Return the title in the language of the person."""
        return _("Coverage")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the filters, one page of rows, and the totals of all selected pages."""
        form = CoverageForm(self.request.GET)
        selection = form.selection()
        pages = selection.pages().select_related("locale")
        shown = Paginator(pages, ROWS_A_PAGE).get_page(self.request.GET.get("p"))
        return {
            **super().get_context_data(**kwargs),
            "form": form,
            "languages": selection.languages,
            "shown": shown,
            "rows": rows(shown.object_list, selection.languages),
            "links": CellLinks(self.request.user, self.request.get_full_path()),
            "totals": totals(selection.pages(), selection.languages),
            "arguments": _arguments(self.request),
            "assigners": [] if rights.can_assign(self.request.user) else names_of_assigners(),
        }


def coverage_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Answer with the selected cells as CSV (RFC 4180), a line each."""
    if not rights.takes_part(request.user):
        raise PermissionDenied
    lines = csv.writer(_Echo())
    selection = CoverageForm(request.GET).selection()
    answer = StreamingHttpResponse(
        (lines.writerow(line) for line in _lines(selection)), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = 'attachment; filename="coverage.csv"'
    return answer


class _Echo:
    """Hands the line back that csv.writer writes."""

    def write(self, line: str) -> str:
        return line


def _lines(selection: Selection) -> Iterator[list[Any]]:
    yield [
        "page", "title", "source_language", "language", "readers_see", "outdated_words", "urgent", "work", "reason",
        "translator", "due", "words_by_person", "words_from_memory", "words_by_machine",
    ]  # fmt: skip
    pages = selection.pages().select_related("locale")
    for start in range(0, pages.count(), CSV_CHUNK):
        for row in rows(pages[start : start + CSV_CHUNK], selection.languages):
            yield from _cells(row)


def _cells(row: Row) -> Iterator[list[Any]]:
    for cell in row.cells:
        if cell.is_source:
            continue
        work = cell.work
        yield [
            row.page.pk,
            _harmless(row.page.title),
            row.page.locale.language_code,
            cell.language.code,
            cell.reader_sees,
            cell.outdated,
            "yes" if cell.is_urgent else "",
            cell.state,
            _harmless(work.reason if work else ""),
            _harmless(str(work.assignee) if work and work.assignee else ""),
            work.due.isoformat() if work and work.due else "",
            *(cell.words.get(origin, 0) for origin in (Origin.PERSON, Origin.MEMORY, Origin.MACHINE)),
        ]


def _harmless(text: str) -> str:
    """Return a text that a spreadsheet does not take for a formula (OWASP, CSV injection)."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _arguments(request: HttpRequest) -> str:
    """Return the filters of the address without the number of the page."""
    given = request.GET.copy()
    given.pop("p", None)
    return given.urlencode()
