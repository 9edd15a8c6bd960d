"""The registry of publishing problems. Every room may add checks; everything that publishes asks here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.functional import Promise


@dataclass(frozen=True)
class Problem:
    """One reason not to publish, in a sentence that says what to do.

    `field` is the model field or the child relation it stands in, or "" for the page as a whole.
    """

    message: str | Promise
    field: str = ""


Check = Callable[[Any], Iterable[Problem]]
_checks: list[Check] = []


class PublishingRefused(ValidationError):
    """Raised where a page that has publishing problems was about to be published or scheduled."""

    def __init__(self, page: Any, problems: list[Problem]) -> None:
        by_field: dict[str, list[str | Promise]] = {}
        for problem in problems:
            by_field.setdefault(problem.field or NON_FIELD_ERRORS, []).append(problem.message)
        super().__init__(by_field)
        self.page = page


def register(check: Check) -> None:
    """Let `check` be asked for every page before it is published or scheduled."""
    if check not in _checks:
        _checks.append(check)


def publishing_problems(page: Any) -> list[Problem]:
    """Return all reasons why the specific page, with the values it carries now, may not be published.

    An alias has none of its own: its source was asked.
    """
    if page.alias_of_id:
        return []
    return [problem for check in _checks for problem in check(page)]


def refuse_problems(page: Any) -> None:
    """Raise PublishingRefused if the specific page, with the values it carries now, may not be published."""
    problems = publishing_problems(page)
    if problems:
        raise PublishingRefused(page, problems)
