"""Language tags in files: those we write, and those that others write for the same language."""

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.models import Locale


@dataclass(frozen=True)
class Tag:
    """The parts of a BCP 47 tag that tell languages apart; regions do not."""

    language: str
    script: str
    variants: frozenset[str]

    @classmethod
    def of(cls, code: str) -> "Tag":
        """Return the parts of a tag written with hyphens or underscores."""
        language, *rest = code.strip().replace("_", "-").lower().split("-")
        script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
        return cls(language, script, frozenset(part for part in rest if len(part) > 4))

    def is_language_of(self, other: "Tag") -> bool:
        """Return whether both mean one language: a script counts only where both name one, a region never."""
        same_script = not self.script or not other.script or self.script == other.script
        return self.language == other.language and same_script and self.variants == other.variants


def code_of(locale: Locale) -> str:
    """Return the tag of a language in files, such as `fr-FR`."""
    profile = getattr(locale, "profile", None)
    return (profile.exchange_code if profile else "") or locale.language_code


def is_of(code: str, locale: Locale) -> bool:
    """Return whether a file whose tag is `code` is in the language of `locale`, in whatever region."""
    return Tag.of(code).is_language_of(Tag.of(locale.language_code))


def locale_of(code: str, locales: Iterable[Locale]) -> Locale | None:
    """Return the one of the locales that a tag means: the very same tag if there is one, else any region of it."""
    locales = list(locales)
    exact = (one for one in locales if code.lower() in (code_of(one).lower(), one.language_code.lower()))
    return next(exact, None) or next((one for one in locales if is_of(code, one)), None)
