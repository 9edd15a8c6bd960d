"""Lists in parts: keyset cursors, so that a list that grows meanwhile repeats and leaves out nothing."""

from base64 import b64decode
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_to_bytes

from django.core.exceptions import ValidationError as FieldError
from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field, Schema
from ninja.errors import ValidationError
from ninja.pagination import CursorPagination
from pydantic import ConfigDict
from pydantic import ValidationError as CursorError

from cms.api.problems import bad_parameter
from cms.core.content.words import absolute

LIMIT = 20
MOST = 100


class Paging(Schema):
    """Which part of a list is asked for."""

    model_config = ConfigDict(extra="ignore")

    limit: int = Field(LIMIT, ge=1, le=MOST, description="How many items at most.")
    cursor: str | None = Field(None, max_length=500, description="From `next` or `previous` of another answer.")


class Part(Schema):
    """What a part of a list has beside its items. The addresses are null at the ends."""

    next: str | None
    previous: str | None


@dataclass(frozen=True)
class _Here:
    """What Ninja's paginator asks of a request: its address, which is made of the site's, not of the Host header."""

    path: str

    def build_absolute_uri(self) -> str:
        return absolute(self.path)


def refuse_control_characters(cursor: str) -> None:
    """Raise ValueError for a cursor that hides characters in it which databases refuse (NUL on PostgreSQL)."""
    decoded = unquote_to_bytes(b64decode(cursor))
    if any(byte < 0x20 for byte in decoded):
        raise ValueError("control characters")


def part_of(rows: QuerySet, ordering: tuple[str, ...], paging: Paging, request: HttpRequest) -> dict[str, Any]:
    """Return `next`, `previous` and `results`, the rows of the part asked for; a problem for a cursor that is none.

    The first of `ordering` is the key; the others make it unique.
    """
    pagination = CursorPagination(ordering=ordering, page_size=LIMIT, max_page_size=MOST)
    asked = pagination.Input(page_size=paging.limit, cursor=paging.cursor)
    try:
        refuse_control_characters(paging.cursor or "")
        return pagination.paginate_queryset(rows, asked, _Here(request.get_full_path()))
    except (ValidationError, CursorError, FieldError, ValueError, TypeError, OverflowError):
        raise bad_parameter("cursor", "take it as it stands in `next` or `previous`.", status=404) from None
