"""Columns of the lists of terms and of the memory, whose cells are in languages of their own."""

from collections.abc import Callable
from typing import Any

from django.utils.text import Truncator
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail_localize.strings import StringValue

MOST_CHARACTERS = 160


class WordsMixin:
    """A cell that says in which language its words are, and how they run. `locale` names the field that knows it."""

    locale = ""

    def get_cell_context_data(self, instance: Any, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Add the language tag and the direction."""
        context = super().get_cell_context_data(instance, parent_context)
        profile = getattr(instance, self.locale).profile
        language = getattr(instance, self.locale).language_code
        return {**context, "lang": language, "dir": profile.direction, "value": shortened(context["value"])}


class SourceTitleColumn(WordsMixin, TitleColumn):
    """The words translated from, with the buttons of the row."""

    locale = "source_locale"
    cell_template_name = "translation/tables/source_cell.html"


class TargetColumn(WordsMixin, Column):
    """Words translated into."""

    locale = "target_locale"
    cell_template_name = "translation/tables/words_cell.html"


def shortened(text: str) -> str:
    """Return as much of a text as fits into a cell."""
    return Truncator(text).chars(MOST_CHARACTERS)


def without_tags(field: str) -> Callable[[Any], str]:
    """Return what tells the text without its tags in a field of an entry: tags would not run in its direction."""
    return lambda entry: StringValue(getattr(entry, field)).render_text()


def own_name(field: str) -> Callable[[Any], str]:
    """Return what tells the own name of the language in a field of an entry."""
    return lambda entry: getattr(entry, field).profile.own_name
