"""Models that every page shares."""

from cms.core.models.base_page import BasePage
from cms.core.models.edition import Edition
from cms.core.models.locale_profile import LocaleProfile
from cms.core.models.site_settings import SiteSettings

__all__ = ["BasePage", "Edition", "LocaleProfile", "SiteSettings"]
