"""A page whole: from its light rows to the specific rows that hold its words and its facts, in one query."""

from dataclasses import replace
from typing import Any

from cms.core.children import child_relations, keep_children, with_children
from cms.core.resolver import Reading


def whole(reading: Reading) -> Reading | None:
    """Return the reading with specific pages as `words` and `facts`, child rows included, in place of light rows.

    None where one of them was deleted meanwhile.
    """
    model = reading.words.specific_class
    relations = child_relations(model, model.fact_names)
    light = {row.pk: row for row in (reading.words, reading.facts)}
    pages = {}
    for page in with_children(model._base_manager.filter(pk__in=light), model, relations):
        keep_children(page, page, relations)
        carry(light[page.pk], page)
        pages[page.pk] = page
    if len(pages) < len(light):
        return None
    return replace(reading, words=pages[reading.words.pk], facts=pages[reading.facts.pk])


def carry(row: Any, page: Any) -> None:
    """Let the specific `page` know the edition and locale that its light row was looked up with."""
    for name in ("edition", "locale"):
        if name in row._state.fields_cache:
            page._state.fields_cache[name] = row._state.fields_cache[name]
