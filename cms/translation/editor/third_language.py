"""A third language beside source and target, for those who read it better."""

from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation


def languages_beside(translation: Translation) -> list[Locale]:
    """Return the other languages the page counts in and whose translations are known text by text."""
    counting = Page.objects.filter(translation_key=translation.source.object_id, edition__isnull=False)
    locales = Locale.objects.filter(
        pk__in=counting.values("locale_id"), translations__source_id=translation.source_id
    ).exclude(pk__in=[translation.target_locale_id, translation.source.locale_id])
    return list(locales.select_related("profile"))


def texts_in(translation: Translation, locale: Locale) -> dict[tuple[int, int], str]:
    """Return the texts of the page in a third language by (context, source string). One query."""
    found = StringTranslation.objects.filter(
        locale=locale, context__object_id=translation.source.object_id, has_error=False
    )
    return {(context, string): data for context, string, data in found.values_list("context", "translation_of", "data")}
