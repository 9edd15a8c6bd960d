"""The languages of the installation, read once per request."""

from dataclasses import dataclass
from functools import cached_property

from wagtail.models import Locale

from cms.core.models.locale_profile import LocaleProfile


@dataclass(frozen=True)
class Language:
    """One locale as readers meet it. `code` is the BCP 47 tag, `direction` the HTML `dir`."""

    code: str
    locale_id: int
    own_name: str
    direction: str
    is_public: bool
    is_written: bool
    fallbacks: tuple[str, ...]
    digits: str

    @property
    def is_simple(self) -> bool:
        """Return whether this is the simplified form of a language (BCP 47 variant `simple`)."""
        return self.code.endswith("-simple")


class Languages:
    """All locales that have a profile, in the order editors gave them."""

    def __init__(self, languages: list[Language]) -> None:
        self.all = languages

    @classmethod
    def load(cls) -> "Languages":
        """Read them in one query."""
        profiles = LocaleProfile.objects.select_related("locale").order_by("order", "own_name")
        return cls([_language(profile) for profile in profiles])

    @cached_property
    def public(self) -> list[Language]:
        """Return those that readers are offered."""
        return [language for language in self.all if language.is_public]

    @cached_property
    def _by_code(self) -> dict[str, Language]:
        return {language.code: language for language in self.all}

    @cached_property
    def _by_locale(self) -> dict[int, Language]:
        return {language.locale_id: language for language in self.all}

    def get(self, code: str) -> Language | None:
        """Return the language with the BCP 47 tag `code`, or None."""
        return self._by_code.get(code)

    def of(self, locale_id: int) -> Language:
        """Return the language of a Wagtail locale by its primary key."""
        return self._by_locale[locale_id]

    def chain(self, language: Language) -> list[Language]:
        """Return the language and, in order, the public ones whose text may stand in for it."""
        if language.is_written:
            return [language]
        found = (self.get(code) for code in language.fallbacks)
        return [language, *(one for one in found if one and one.is_public and not one.is_written and one != language)]


def _language(profile: LocaleProfile) -> Language:
    locale: Locale = profile.locale
    return Language(
        code=locale.language_code,
        locale_id=locale.pk,
        own_name=profile.own_name,
        direction=profile.direction,
        is_public=profile.is_public,
        is_written=profile.mode == LocaleProfile.Mode.WRITTEN,
        fallbacks=tuple(profile.fallbacks.split()),
        digits=profile.digits,
    )
