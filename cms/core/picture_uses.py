"""Where readers see a picture: the streams of public pages, looked through together.

Wagtail's reference index says which pages may show a picture; it is brought up to date by the worker, a moment after
a page was published. The stored streams then decide.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, F, IntegerField, QuerySet
from django.db.models.functions import Cast
from wagtail.fields import StreamField
from wagtail.models import Page, ReferenceIndex, get_page_models

from cms.core.models.base_page import BasePage
from cms.core.models.edition import Edition
from cms.core.resolver import with_age
from cms.images.models import CustomImage

WITHHELD_SHOWS = "lead_picture"
"""The one stream that lists still show of a page whose text is withheld."""


@dataclass(frozen=True)
class PictureUse:
    """One place where readers see a picture. The alt text of a decorative picture is ""."""

    image_id: int
    page: Page
    alt_text: str
    is_decorative: bool
    own_credit: str


def used_on(pages: QuerySet) -> QuerySet:
    """Return the pictures that the reference index finds on `pages`."""
    return CustomImage.objects.filter(pk__in=_references(pages).values(number=Cast("to_object_id", IntegerField())))


def uses_of(image_ids: Iterable[int], pages: QuerySet) -> dict[int, list[PictureUse]]:
    """Return where pictures stand on `pages`, in the order of the tree, by primary key. One query."""
    wanted = {pk: [] for pk in image_ids}
    references = _references(pages).filter(to_object_id__in=[str(pk) for pk in wanted])
    rows = with_age(pages.filter(pk__in=references.values(number=Cast("object_id", IntegerField()))))
    for row in rows.annotate(**{one.alias: F(one.column) for one in _streams()}).order_by("path"):
        for use in (use for stream in _shown_streams(row) for use in _uses_in(stream, row)):
            if use.image_id in wanted:
                wanted[use.image_id].append(use)
    return wanted


def _references(pages: QuerySet) -> QuerySet:
    types = ContentType.objects.get_for_models(Page, CustomImage, for_concrete_models=True)
    return ReferenceIndex.objects.filter(
        base_content_type=types[Page],
        to_content_type=types[CustomImage],
        object_id__in=pages.order_by().values(key=Cast("pk", CharField())),
    )


@dataclass(frozen=True)
class _Stream:
    """A stream of a page type: its lookup from Page, its name, the lookup of what is shown in its place or ""."""

    column: str
    name: str
    replaced_by: str

    @property
    def alias(self) -> str:
        """Return the name under which a query annotates it."""
        return f"stream_{self.column.replace('__', '_')}"


@cache
def _streams() -> list[_Stream]:
    """Return the streams of all page types."""
    models = [model for model in get_page_models() if issubclass(model, BasePage)]
    return [_stream(model, field) for model in models for field in model._meta.fields if isinstance(field, StreamField)]


def _stream(model: type[BasePage], field: StreamField) -> _Stream:
    prefix = f"{model._meta.model_name}__"
    other = model.replaced_streams.get(field.name)
    return _Stream(prefix + field.name, field.name, prefix + other if other else "")


def _shown_streams(row: Any) -> Iterator[Any]:
    """Yield the streams of a row that readers are shown."""
    basis = getattr(row.edition, "basis", None) if row.edition.kind != Edition.Kind.SOURCE else None
    is_withheld = bool(basis and basis.urgent_since)
    filled = {one.column for one in _streams() if getattr(row, one.alias)}
    for one in _streams():
        if one.column in filled and one.replaced_by not in filled and (one.name == WITHHELD_SHOWS or not is_withheld):
            yield getattr(row, one.alias)


def _uses_in(stream: Any, page: Page) -> Iterator[PictureUse]:
    for value in _picture_values(list(stream.raw_data)):
        stored = value["picture"]
        is_decorative = bool(stored.get("decorative"))
        alt_text = "" if is_decorative else stored.get("alt_text") or ""
        yield PictureUse(stored["image"], page, alt_text, is_decorative, value.get("credit") or "")


def _picture_values(raw: Any) -> Iterator[dict[str, Any]]:
    """Yield the stored value of every picture block inside `raw`."""
    if isinstance(raw, dict):
        if isinstance(raw.get("picture"), dict) and raw["picture"].get("image"):
            yield raw
        for value in raw.values():
            yield from _picture_values(value)
    elif isinstance(raw, list):
        for value in raw:
            yield from _picture_values(value)
