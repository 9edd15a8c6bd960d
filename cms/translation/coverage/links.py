"""From a cell of the matrix to the work behind it."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from wagtail.models import Page

from cms.translation import rights
from cms.translation.coverage.matrix import Cell


class CellLinks:
    """The links of one person, found without a query for each cell; "" where the person has nothing to do."""

    def __init__(self, user: Any) -> None:
        self._may_all = user.is_superuser
        self._may_start = rights.can_assign(user)
        self._locale_ids = {locale_id for _role, locale_id in rights.roles_of(user)}

    def of(self, page: Page, cell: Cell) -> str:
        """Return the address of the text, or of the form that starts it."""
        if cell.is_source:
            return _edit(page.pk) if self._may_all else ""
        if cell.page_id:
            return _edit(cell.page_id) if self._is_at_work_in(cell) else ""
        if cell.language.is_written:
            return _write(page, cell) if self._is_at_work_in(cell) else ""
        return _start(page, cell) if self._may_start else ""

    def _is_at_work_in(self, cell: Cell) -> bool:
        return self._may_all or cell.language.locale_id in self._locale_ids


def _start(page: Page, cell: Cell) -> str:
    chosen = urlencode({"select_locale": cell.language.code})
    return f"{reverse('wagtail_localize:submit_page_translation', args=[page.pk])}?{chosen}"


def _write(page: Page, cell: Cell) -> str:
    return reverse("translation_written_start", args=[page.pk, cell.language.code])


def _edit(page_id: int) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page_id])
