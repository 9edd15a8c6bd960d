"""What readers of a written page see of its tests."""

from typing import Any

from django import template

from cms.core.resolver import Reading
from cms.translation.easy.reader_tests import state_of

register = template.Library()


@register.inclusion_tag("layout/reader_test.html")
def reader_test(reading: Reading | None) -> dict[str, Any]:
    """Say at the end of a written page who tested it with readers and when, or that nobody has yet."""
    is_written = reading is not None and reading.language.is_written
    return {"state": state_of(reading.words) if reading and is_written else None}
