"""Saving a page live, after the same questions an editor is asked."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.fields import StreamField

from cms.bundles.errors import BundleError, reason_of, refusal, validate
from cms.bundles.page_fields import field_of
from cms.core.models import BasePage
from cms.core.problems.registry import publishing_problems


def save_live(page: BasePage, file: str) -> None:
    """Save a page that is marked as live. Raises BundleError where its type, blocks or the site refuse it."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            _check_stream(page, field, file)
    for problem in publishing_problems(page):
        raise BundleError(file, problem.field, str(problem.message))
    save_unasked(page, file)


def save_unasked(page: BasePage, file: str) -> None:
    """Save a page whose blocks were checked elsewhere; the page itself is still validated."""
    try:
        page.save()
    except ValidationError as error:
        raise refusal(error, file) from None


def check_children(page: BasePage, file: str) -> None:
    """Validate the rows of child relations, which nobody else does outside a form. Raises BundleError."""
    for name in page.fact_names:
        relation = field_of(type(page), name)
        if isinstance(relation, models.ManyToOneRel):
            for number, child in enumerate(getattr(page, relation.get_accessor_name()).all()):
                validate(child, file, f"{name}[{number}]", exclude={relation.field.name})


def _check_stream(page: BasePage, field: StreamField, file: str) -> None:
    try:
        field.stream_block.clean(getattr(page, field.name))
    except ValidationError as error:
        place, reason = next(_leaves(error, field.name))
        raise BundleError(file, place, reason) from None


def _leaves(error: Any, place: str) -> Iterator[tuple[str, str]]:
    """Yield place and reason of everything a stream is refused for."""
    for inner in getattr(error, "non_block_errors", None) or []:
        yield place, str(inner)
    for name, inner in (getattr(error, "block_errors", None) or {}).items():
        yield from _leaves(inner, f"{place}[{name}]" if isinstance(name, int) else f"{place}.{name}")
    if not hasattr(error, "block_errors"):
        yield place, reason_of(error)
