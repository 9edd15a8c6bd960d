"""Profiles of new locales."""

from wagtail.models import Locale

from cms.core.formats.languages import own_name, text_direction
from cms.core.models.locale_profile import LocaleProfile


def create_profile(locale: Locale) -> LocaleProfile:
    """Return the profile of `locale`, made from CLDR where there is none yet. A new one is not public."""
    profile, _created = LocaleProfile.objects.get_or_create(
        locale=locale,
        defaults={
            "own_name": own_name(locale.language_code),
            "direction": text_direction(locale.language_code),
            "exchange_code": locale.language_code,
        },
    )
    return profile
