"""Pages of any types as a reader gets them, with their child rows, in one query."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.core.cachetags import list_tag, note
from cms.core.children import keep_children, with_children
from cms.core.models.edition import Edition
from cms.core.privacy import public
from cms.core.reader import Reader
from cms.core.resolver import Reading, choose, is_source, with_age
from cms.core.whole_pages import carry


def gather(wanted: Iterable[QuerySet], reader: Reader) -> dict[type, list[Reading]]:
    """Return the readings of the pages of each query set's model, in the order of the tree.

    `wanted` are query sets of source pages, any number for one model. What a reader can read nothing of is left out.
    The words of `lists`, which the models declare, are loaded; their other streams are not.
    """
    wanted = list(wanted)
    models = list(dict.fromkeys(source_pages.model for source_pages in wanted))
    note(reader, *(list_tag(model) for model in models))
    found: dict[type, list[Reading]] = {model: [] for model in models}
    versions: dict[Any, list[Any]] = {}
    for row in _rows(wanted, models, reader):
        page = _specific(row, models)
        if page is not None:
            versions.setdefault(page.translation_key, []).append(page)
    for rows in versions.values():
        source = next((row for row in rows if is_source(row)), None)
        reading = choose(source, rows, reader) if source else None
        if reading:
            found[type(source)].append(reading)
    return {model: sorted(made, key=lambda one: one.facts.path) for model, made in found.items()}


def gather_one(wanted: QuerySet, reader: Reader) -> list[Reading]:
    """Return the readings of the pages of one query set, in the order of the tree."""
    return gather([wanted], reader)[wanted.model]


def _rows(wanted: list[QuerySet], models: list[type], reader: Reader) -> QuerySet:
    keys = [Q(translation_key__in=pages.order_by().values("translation_key")) for pages in wanted]
    names = [model._meta.model_name for model in models]
    readable = Q(locale_id__in=list(reader.rank)) | Q(edition__kind=Edition.Kind.SOURCE)
    rows = with_age(public(Page.objects.live()).filter(reduce(or_, keys), readable)).select_related(*names)
    rows = rows.defer("edition__basis__texts", *(name for model in models for name in _not_listed(model)))
    for model in models:
        rows = with_children(rows, model, model.listed_children)
    return rows


def _not_listed(model: type) -> list[str]:
    streams = [field.name for field in model._meta.local_fields if isinstance(field, StreamField)]
    return [f"{model._meta.model_name}__{name}" for name in streams if name not in model.listed_streams]


def _specific(row: Page, models: list[type]) -> Any | None:
    """Return the row as the page type it is, carrying what the query looked up besides; None for another type."""
    for model in models:
        page = getattr(row, model._meta.model_name, None)
        if page is not None:
            carry(row, page)
            keep_children(page, row, model.listed_children)
            return page
    return None
