"""Writing the record that a page counts in its language."""

from wagtail.models import Page

from cms.core.models.edition import Edition
from cms.core.models.locale_profile import LocaleProfile
from cms.core.slugs import name_translation


def record_edition(page: Page) -> Edition:
    """Return the edition of a page that a person published; the first page of a translation key is its source."""
    edition, created = Edition.objects.get_or_create(page_id=page.pk, defaults={"kind": _kind(page)})
    if not created:
        _take_empty_place(edition, page)
    if created and edition.kind != Edition.Kind.SOURCE:
        source = Page.objects.filter(translation_key=page.translation_key, edition__kind=Edition.Kind.SOURCE).first()
        if source:
            name_translation(page, source)
    return edition


def _kind(page: Page) -> str:
    if LocaleProfile.objects.filter(locale_id=page.locale_id, mode=LocaleProfile.Mode.WRITTEN).exists():
        return Edition.Kind.WRITTEN
    others = Edition.objects.filter(page__translation_key=page.translation_key).exclude(page_id=page.pk)
    has_source = others.filter(kind=Edition.Kind.SOURCE).exists()
    return Edition.Kind.TRANSLATION if has_source else Edition.Kind.SOURCE


def _take_empty_place(edition: Edition, page: Page) -> None:
    """Let a translation whose source was deleted become the source, now that somebody publishes it."""
    if edition.kind == Edition.Kind.TRANSLATION and _kind(page) == Edition.Kind.SOURCE:
        edition.kind = Edition.Kind.SOURCE
        edition.save(update_fields=["kind"])


def keep_alias_behind_source(alias: Page) -> None:
    """Take an alias off the air whose source is not live: Wagtail makes a scheduled draft's aliases live at once."""
    if alias.live and not Page.objects.filter(pk=alias.alias_of_id, live=True).exists():
        Page.objects.filter(pk=alias.pk).update(live=False)


def forget_edition(alias: Page) -> None:
    """Let a translation that was turned into an alias not count any more: it has no words of its own."""
    Edition.objects.filter(page_id=alias.pk).delete()
