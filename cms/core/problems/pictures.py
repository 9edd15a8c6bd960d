"""No picture without credit and alt text is published."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from cms.core.blocks.picture import PictureBlock, PictureValue
from cms.core.blocks.walk import stream_values
from cms.core.problems.registry import Problem
from cms.core.problems.registry import register as register_check


def register() -> None:
    """Add this check to the gate."""
    register_check(picture_problems)


def picture_problems(page: Any) -> Iterator[Problem]:
    """Yield a problem for each picture on the page that lacks its credit or its alt text."""
    for field, block, value in stream_values(page):
        if isinstance(block, PictureBlock) and value and value.image:
            for sentence in _sentences(value):
                yield Problem(sentence, field)


def _sentences(value: PictureValue) -> Iterator[str]:
    title = value.image.title
    if not value.has_credit:
        yield _(
            "The picture “%(title)s” has no credit. Open it under Images and add author or agency, "
            "or the reason why no credit is due."
        ) % {"title": title}
    if not value.has_alt_text:
        yield _("The picture “%(title)s” has no alt text. Describe it here, or mark it as decorative.") % {
            "title": title
        }
