"""From a cell of the matrix to the work behind it."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from cms.translation.coverage.matrix import Cell
from cms.translation.models import TranslationWork
from cms.translation.roles import rights

FRONT_PAGE_DEPTH = 2


class CellLinks:
    """The links of one person, found without a query for each cell; "" where the person has nothing to do.

    `back` is where forms about a cell lead back to.
    """

    def __init__(self, user: Any, back: str = "") -> None:
        self._back = back
        self._may_all = user.is_superuser
        self._may_assign = rights.can_assign(user)
        self._places = [] if self._may_all else _places_to_write(user)

    def of(self, page: Page, cell: Cell) -> str:
        """Return where the person writes the text, hands the work out, or starts it."""
        if cell.page_id and self._may_edit(cell.path):
            return _edit(cell.page_id)
        if cell.is_source:
            return ""
        if cell.work and self._may_assign and _has_begun(cell):
            return reverse("translation_work", args=[cell.work.pk])
        if cell.language.is_written and not cell.page_id and self._may_write_in(cell):
            return _write(page, cell)
        if self._may_assign:
            return _assign(page, cell, self._back)
        if not cell.page_id and not cell.language.is_written and self._may_start(page, cell):
            return _start(page, cell, self._back)
        return ""

    def _may_edit(self, path: str) -> bool:
        return self._may_all or any(path.startswith(place.path) for place in self._places)

    def _may_write_in(self, cell: Cell) -> bool:
        """Return whether the person writes everywhere in a language: on its front page and below."""
        return self._may_all or any(
            place.is_root() or (place.depth == FRONT_PAGE_DEPTH and place.locale_id == cell.language.locale_id)
            for place in self._places
        )

    def _may_start(self, page: Page, cell: Cell) -> bool:
        is_planned = cell.state != TranslationWork.State.NOT_PLANNED
        return is_planned and self._may_edit(page.path) and self._may_write_in(cell)


def _places_to_write(user: Any) -> list[Page]:
    """Return the pages at which the person was given the right to change what is there and below."""
    given = PagePermissionPolicy().get_cached_permissions_for_user(user)
    return [one.page for one in given if one.permission.codename == "change_page"]


def _has_begun(cell: Cell) -> bool:
    return cell.work.state != TranslationWork.State.OPEN


def _assign(page: Page, cell: Cell, back: str) -> str:
    return _address(reverse("translation_assign"), {"id": page.pk, "language": cell.language.code}, back)


def _start(page: Page, cell: Cell, back: str) -> str:
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return _address(address, {"select_locale": cell.language.code}, back)


def _address(path: str, arguments: dict[str, Any], back: str) -> str:
    return f"{path}?{urlencode(arguments | ({'next': back} if back else {}))}"


def _write(page: Page, cell: Cell) -> str:
    return reverse("translation_written_start", args=[page.pk, cell.language.code])


def _edit(page_id: int) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page_id])
