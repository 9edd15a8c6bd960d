"""Which languages are written, and which row of a page they are written from."""

from django.db.models import Q, QuerySet
from wagtail.models import Locale, Page

from cms.core.models import Edition, LocaleProfile


def written_locales() -> QuerySet[Locale]:
    """Return the locales whose pages are written for their readers, in the order of their profiles."""
    return Locale.objects.filter(profile__mode=LocaleProfile.Mode.WRITTEN).order_by("profile__order", "pk")


def is_written(locale: Locale) -> bool:
    """Return whether pages in this language are written for its readers."""
    return written_locales().filter(pk=locale.pk).exists()


def source_of(page: Page) -> Page | None:
    """Return the row a written page is written from: the source of its translation key; of `page` itself, `page`.

    None for a written page that never had a source. A page that nobody published yet is taken by its language: the
    first row that is neither written nor an alias.
    """
    rows = Page.objects.filter(translation_key=page.translation_key).exclude(locale__in=written_locales())
    published = rows.filter(edition__kind=Edition.Kind.SOURCE).first()
    return published or rows.filter(Q(alias_of__isnull=True)).order_by("pk").first()


def written_version(page: Page, locale: Locale) -> Page | None:
    """Return the row of this page in a written language, draft or live, or None."""
    return Page.objects.filter(translation_key=page.translation_key, locale=locale).first()
