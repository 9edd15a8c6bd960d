"""What happens when a page is submitted for translation."""

from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource


def submit(page: Page, locale: Locale) -> Translation:
    """Return its translation into this language: submitted, nothing translated, a draft."""
    source, _created = TranslationSource.get_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=locale)
    translation.save_target(publish=False)
    return translation
