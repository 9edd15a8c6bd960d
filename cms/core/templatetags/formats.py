"""Dates, numbers and countries in templates, in the active language and the reader's digits.

A value that is missing is shown as nothing.
"""

from datetime import date, time

from django import template
from django.conf import settings
from django.utils import translation

from cms.core.formats import countries, dates, languages, numbers
from cms.core.formats.digits import active_digits

register = template.Library()


@register.filter
def partial_date(value: date | None, precision: str) -> str:
    """Show as much of a date as is known: `{{ agreement.date|partial_date:agreement.precision }}`."""
    return dates.format_partial(value, precision, _language(), active_digits()) if value else ""


@register.filter
def machine_date(value: date | None, precision: str) -> str:
    """Return as much of a date as is known for `<time datetime>`, "" where that is only about: see `partial_date`."""
    return dates.machine_date(value, precision) if value else ""


@register.simple_tag
def date_range(start: date | None, end: date | None = None) -> str:
    """Show the days from `start` to `end`, or the one day: `{% date_range start end %}`."""
    return dates.format_range(start, end, _language(), active_digits()) if start else ""


@register.simple_tag
def time_range(start: time | None, end: time | None = None) -> str:
    """Show the time from `start` to `end`, or when it starts: `{% time_range start end %}`."""
    if start is None:
        return ""
    return dates.format_time_range(start, end, _language(), active_digits())


@register.filter
def number(value: int | None) -> str:
    """Show an integer with its thousands grouped: `{{ count|number }}`."""
    return "" if value is None else numbers.format_number(value, _language(), active_digits())


@register.filter
def file_size(value: int | None) -> str:
    """Show a number of bytes in kB, MB or more: `{{ document.file_size|file_size }}`."""
    return "" if value is None else numbers.format_file_size(value, _language(), active_digits())


@register.filter
def country(value: str | None) -> str:
    """Show the name of a country by its ISO 3166-1 code: `{{ city.country|country }}`."""
    return countries.country_name(value, _language()) if value else ""


@register.filter
def name_of_language(tag: str | None) -> str:
    """Show the name of a language by its BCP 47 tag: `{{ document.language|name_of_language }}`."""
    return languages.language_name(tag, _language()) if tag else ""


def _language() -> str:
    return translation.get_language() or settings.LANGUAGE_CODE
