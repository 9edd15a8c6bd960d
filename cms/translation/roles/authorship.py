"""Whose words a translation is made of."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef
from wagtail.models import Page, Revision
from wagtail_localize.models import StringSegment, StringTranslation

from cms.translation.models import TranslationWork


def wrote_or_sent_in(user: Any, work: TranslationWork) -> bool:
    """Return whether the user wrote any of the present words, or sent them to review."""
    return work.submitted_by_id == user.pk or _wrote_texts(user, work) or _wrote_drafts(user, work)


def _wrote_texts(user: Any, work: TranslationWork) -> bool:
    """Return whether a text that the source has now was last translated by the user."""
    present = StringSegment.objects.filter(
        source__object_id=work.translation_key, string=OuterRef("translation_of"), context=OuterRef("context")
    )
    texts = StringTranslation.objects.filter(locale_id=work.locale_id, last_translated_by=user)
    return texts.filter(Exists(present)).exists()


def _wrote_drafts(user: Any, work: TranslationWork) -> bool:
    """Return whether the user saved the page, which is written and not translated, since it last went live."""
    if StringSegment.objects.filter(
        source__object_id=work.translation_key, source__translations__target_locale_id=work.locale_id
    ).exists():
        return False
    pages = Page.objects.filter(translation_key=work.translation_key, locale_id=work.locale_id)
    drafts = Revision.page_revisions.filter(user=user, base_content_type=ContentType.objects.get_for_model(Page))
    return any(
        drafts.filter(object_id=str(page.pk), pk__gt=page.live_revision_id or 0).exists()
        for page in pages.only("pk", "live_revision_id")
    )
