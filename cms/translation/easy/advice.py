"""Advice on the words of a page: what all checks of its language find, in the order of the page."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from cms.translation.easy.checks import Finding, checks_for
from cms.translation.easy.passages import Passage, passages_of


def advice_on(page: Any) -> list[Finding]:
    """Return what to look at again on the specific page. Without a query but for its locale."""
    language = page.locale.language_code
    return list(findings_in(passages_of(page, language), language))


def findings_in(passages: Iterable[Passage], language: str) -> Iterator[Finding]:
    """Yield the findings of these passages; a passage's stand together."""
    checks = checks_for(language)
    for passage in passages:
        for check in checks:
            yield from check(passage)


def headings_over(page: Any) -> dict[str, str]:
    """Return for each path of the specific page the heading its text stands under, by which people find it."""
    found: dict[str, str] = {}
    field, heading = "", ""
    for passage in passages_of(page, page.locale.language_code):
        name = passage.path.split(".")[0]
        if name != field:
            field, heading = name, ""
        if passage.is_heading:
            heading = passage.text
        found.setdefault(passage.path, heading)
    return found


def by_place(findings: list[Finding]) -> Iterator[tuple[tuple[str, str], list[Finding]]]:
    """Yield ((path, field path), findings) of each place."""
    for place, found in groupby(findings, key=lambda finding: (finding.path, finding.field_path)):
        yield place, list(found)
