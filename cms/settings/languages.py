"""The languages a city may add as locales."""

from django.conf import global_settings

SIMPLE = "-simple"
"""BCP 47 variant of the IANA registry for simplified language: `de-simple` is Easy German."""


def content_languages() -> list[tuple[str, str]]:
    """Return (BCP 47 tag, English name) of every language Django knows, each also in simplified form."""
    plain = list(global_settings.LANGUAGES)
    return plain + [(code + SIMPLE, f"Easy {name}") for code, name in plain]
