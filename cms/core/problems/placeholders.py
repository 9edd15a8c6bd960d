"""No text with an unknown computed value is published."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from cms.core.blocks.walk import stream_values
from cms.core.computed import unknown_placeholders
from cms.core.problems.registry import Problem
from cms.core.problems.registry import register as register_check


def register() -> None:
    """Add this check to the gate."""
    register_check(placeholder_problems)


def placeholder_problems(page: Any) -> Iterator[Problem]:
    """Yield a problem for each `{count:…}` on the page whose name or parameters nobody registered."""
    for field, text in _texts(page):
        for placeholder in unknown_placeholders(text):
            yield Problem(
                _("“%(placeholder)s” is no value this site can compute. Correct its name or delete it.")
                % {"placeholder": placeholder},
                field,
            )


def _texts(page: Any) -> Iterator[tuple[str, str]]:
    for name in page.words:
        value = getattr(page, name)
        if isinstance(value, str):
            yield name, value
    for field, _block, value in stream_values(page):
        text = value if isinstance(value, str) else getattr(value, "source", None)
        if isinstance(text, str):
            yield field, text
