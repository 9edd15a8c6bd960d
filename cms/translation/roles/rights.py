"""Who may do what with translations.

Editing and publishing are Wagtail's page permissions, given on the front page of a language and inherited below it.
Approving, assigning and submitting come from the roles that somebody's groups stand for. Administrators may all.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from wagtail.models import Locale, Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from cms.translation.models import LocaleRole, TranslationSettings, TranslationWork
from cms.translation.roles.authorship import wrote_or_sent_in

Role = LocaleRole.Role
_CACHE = "_translation_roles"


def can_edit(user: Any, page: Page) -> bool:
    """Return whether the user may write on this very page."""
    return page.permissions_for_user(user).can_edit()


def can_publish(user: Any, page: Page) -> bool:
    """Return whether the user may put this very page on the air."""
    return page.permissions_for_user(user).can_publish()


def is_locked_for(user: Any, page: Page) -> bool:
    """Return whether a lock, set by a person, a workflow or a schedule, keeps the user from changing this very page.

    Somebody without an account, None, is kept out by every lock.
    """
    lock = page.get_lock()
    return lock is not None and (user is None or bool(lock.for_user(user)))


def can_approve(user: Any, locale: Locale) -> bool:
    """Return whether the user approves wording in this language; of a certain text, ask `can_approve_work` too."""
    return _may_all(user) or (Role.REVIEWER, locale.pk) in roles_of(user)


def can_approve_work(user: Any, work: TranslationWork) -> bool:
    """Return whether the user may approve this work: where the office asks for four eyes, nobody approves their own."""
    if not can_approve(user, work.locale):
        return False
    return not (TranslationSettings.load().four_eyes and wrote_or_sent_in(user, work))


def can_assign(user: Any) -> bool:
    """Return whether the user hands out work, in all languages."""
    return _may_all(user) or is_coordinator(user)


def can_submit(user: Any, source_page: Page, locales: Iterable[Locale]) -> bool:
    """Return whether the user may start translations of a page into all of these languages.

    Coordinators may. Others must be allowed to edit the page, and in each language the page that the translation
    replaces or comes below.
    """
    if can_assign(user):
        return True
    return can_edit(user, source_page) and all(may_write_at(user, place_of(source_page, one)) for one in locales)


def may_see(user: Any, locale: Locale) -> bool:
    """Return whether the user is shown how far this language is: its roles, its editors, and coordinators are."""
    return locales_seen_by(user).filter(pk=locale.pk).exists()


def locales_seen_by(user: Any) -> QuerySet[Locale]:
    """Return the languages of which the user is shown how far they are."""
    pages = [one.page for one in PagePermissionPolicy().get_cached_permissions_for_user(user)]
    if can_assign(user) or any(page.is_root() for page in pages):
        return Locale.objects.all()
    of_roles = {locale_id for _role, locale_id in roles_of(user)}
    return Locale.objects.filter(pk__in=of_roles | {page.locale_id for page in pages})


def takes_part(user: Any) -> bool:
    """Return whether the user writes, translates, reviews or publishes anything, and so sees how far languages are."""
    if can_assign(user) or roles_of(user):
        return True
    return PagePermissionPolicy().user_has_any_permission(user, {"change", "publish"})


def is_coordinator(user: Any) -> bool:
    """Return whether the user coordinates all languages. Administrators do only where they are in the group."""
    return (Role.COORDINATOR, None) in roles_of(user)


def roles_of(user: Any) -> frozenset[tuple[str, int | None]]:
    """Return the user's roles with the ids of their languages. Asked once, then kept at `user`, as Django does."""
    if not user.is_active:
        return frozenset()
    if not hasattr(user, _CACHE):
        roles = LocaleRole.objects.filter(group__user=user)
        setattr(user, _CACHE, frozenset(roles.values_list("role", "locale_id")))
    return getattr(user, _CACHE)


def translators_of(locale: Locale) -> QuerySet[Any]:
    """Return the active users who translate into this language."""
    return _holders(Role.TRANSLATOR, locale)


def reviewers_of(locale: Locale) -> QuerySet[Any]:
    """Return the active users who approve wording in this language."""
    return _holders(Role.REVIEWER, locale)


def publishers_of(locale: Locale) -> QuerySet[Any]:
    """Return the active users who put pages in this language on the air."""
    return _holders(Role.PUBLISHER, locale)


def coordinators() -> QuerySet[Any]:
    """Return the active users who coordinate all languages."""
    return _holders(Role.COORDINATOR, None)


def assigners() -> QuerySet[Any]:
    """Return the people to ask for work: the coordinators, where there are none the administrators."""
    found = coordinators()
    return found if found.exists() else get_user_model().objects.filter(is_active=True, is_superuser=True)


def place_of(source_page: Page, locale: Locale) -> Page:
    """Return the page in this language that a translation replaces, else the one it comes below."""
    line = source_page.get_ancestors(inclusive=True).values("translation_key")
    there = Page.objects.filter(locale=locale, translation_key__in=line, depth__gt=1)
    return there.order_by("-depth").first() or source_page.get_root()


def _holders(role: Role, locale: Locale | None) -> QuerySet[Any]:
    group_ids = LocaleRole.objects.filter(role=role, locale=locale).values("group_id")
    return get_user_model().objects.filter(is_active=True, groups__in=group_ids).distinct()


def may_write_at(user: Any, page: Page) -> bool:
    """Return the same as `can_edit`; of the root too, of which Wagtail's page rights say no to everybody.

    Tasks of workflows do not count, which makes this free of queries.
    """
    return PagePermissionPolicy().user_has_permission_for_instance(user, "change", page)


def _may_all(user: Any) -> bool:
    return user.is_active and user.is_superuser
