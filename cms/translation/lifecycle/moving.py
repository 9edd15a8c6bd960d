"""Letting versions of a page follow their source to another place or address, with redirects from the former ones."""

from django.db import transaction
from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from cms.core.models import LocaleProfile
from cms.translation.lifecycle.editions import rows_beside
from cms.translation.lifecycle.history import Step, enter


@transaction.atomic
def move_versions(source: Page, parent: Page) -> None:
    """Move the versions of a source that was moved below `parent` to the corresponding places.

    Wagtail redirects from the former addresses. What cannot be moved stays, and its history says why.
    """
    if parent.is_root():
        return
    for pk in list(rows_beside(source).values_list("pk", flat=True)):
        page = Page.objects.select_related("locale").get(pk=pk)
        target = _place(parent, page)
        if target is None:
            enter(page, Step.NOT_MOVED, reason="no_place", parent=parent.title)
        elif page.get_parent() != target:
            _move(page, target)


def follow_address(source: Page, former_slug: str) -> None:
    """Give the source's new slug to those of its versions that bore the former one and have no words of their own.

    A translation that was ever published has a slug of its own language, which stays.
    """
    rows = rows_beside(source).filter(slug=former_slug, edition=None).select_related("locale")
    for page in rows.specific():
        page.slug = find_available_slug(page.get_parent(), source.slug, ignore_page_id=page.pk)
        page.save(clean=False)
        revision = page.latest_revision
        if revision and revision.content.get("slug") == former_slug:
            revision.content["slug"] = page.slug
            revision.save(update_fields=["content"])
        enter(page, Step.ADDRESS, slug=page.slug)


def _place(parent: Page, page: Page) -> Page | None:
    """Return the version of `parent` in the language of `page`; where pages are translated it is made as an alias."""
    found = Page.objects.filter(translation_key=parent.translation_key, locale_id=page.locale_id).first()
    if found or LocaleProfile.objects.filter(locale_id=page.locale_id, mode=LocaleProfile.Mode.WRITTEN).exists():
        return found
    return parent.specific.copy_for_translation(page.locale, copy_parents=True, alias=True)


def _move(page: Page, target: Page) -> None:
    if target.is_descendant_of(page) or target.pk == page.pk:
        enter(page, Step.NOT_MOVED, reason="inside_itself", parent=target.title)
    elif not Page._slug_is_available(page.slug, target, page):
        enter(page, Step.NOT_MOVED, reason="address_taken", parent=target.title)
    else:
        page.move(target, pos="last-child")
        enter(page, Step.MOVE, parent=target.title)
