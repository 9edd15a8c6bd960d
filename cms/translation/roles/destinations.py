"""Into which languages somebody may start translations of a page."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Locale, Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from cms.core.models import LocaleProfile
from cms.translation.lifecycle.editions import source_edition
from cms.translation.roles import rights


def source_of(page: Page) -> Page:
    """Return the row that translations of this page are made from: its source edition, or what an alias follows."""
    edition = source_edition(page)
    if edition:
        return edition.page
    return page.alias_of or page


def open_locales(source: Page) -> QuerySet[Locale]:
    """Return the languages that a page is not in yet, whoever asks. Written languages are never translated into."""
    there = Page.objects.filter(translation_key=source.translation_key, alias_of=None)
    locales = Locale.objects.exclude(pk__in=there.values("locale"))
    return locales.exclude(profile__mode=LocaleProfile.Mode.WRITTEN).order_by("profile__order", "pk")


def locales_for(user: Any, source: Page) -> QuerySet[Locale]:
    """Return the open languages into which this user may start translations."""
    locales = open_locales(source)
    if rights.can_assign(user):
        return locales
    return locales.filter(pk__in=[one.pk for one in locales if rights.can_submit(user, source, [one])])


def may_offer(user: Any, page: Page) -> bool:
    """Return whether to offer translating a page in a list, without asking the database about each page.

    The user may edit the page and something in another language, or is a coordinator.
    """
    if page.is_root():
        return False
    if rights.can_assign(user):
        return True
    if not rights.may_write_at(user, page):
        return False
    held = PagePermissionPolicy().get_cached_permissions_for_user(user)
    return any(one.page.is_root() or one.page.locale_id != page.locale_id for one in held)


def refused_below(user: Any, source: Page, locales: Iterable[Locale]) -> bool:
    """Return whether something below the page, or what it would replace in these languages, is not the user's."""
    if rights.can_assign(user):
        return False
    below = Page.objects.descendant_of(source)
    there = Page.objects.filter(translation_key__in=below.values("translation_key"), locale__in=locales)
    editable = PagePermissionPolicy().instances_user_has_permission_for(user, "change").values("pk")
    return below.exclude(pk__in=editable).exists() or there.exclude(pk__in=editable).exists()
