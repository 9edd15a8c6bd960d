"""Who exports and imports texts, and of which languages."""

from typing import Any

from wagtail.models import Locale

from cms.core.models import LocaleProfile
from cms.translation.roles import rights


def may_exchange(user: Any) -> bool:
    """Return whether the user has a part in translation. Which pages they may change is asked page by page."""
    return rights.can_assign(user) or bool(rights.roles_of(user))


def languages_for(user: Any) -> list[Locale]:
    """Return the languages that pages are translated into and that the user has a part in."""
    locales = rights.locales_seen_by(user).filter(profile__mode=LocaleProfile.Mode.TRANSLATED)
    return list(locales.select_related("profile").order_by("profile__order", "pk"))
