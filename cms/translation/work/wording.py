"""Pages whose words are written on the page itself, not text by text: whether these changed, and that work began."""

import json
from datetime import datetime
from typing import Any

from bs4 import BeautifulSoup
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.fields import TranslatableField

from cms.translation.easy.languages import is_written, source_of
from cms.translation.models import TranslationWork
from cms.translation.work.pages import translation_of
from cms.translation.work.transitions import began

State = TranslationWork.State
PARAGRAPH_KEY = "data-block-key"
"""What the page editor gives to every paragraph. It is no part of the text."""


def note_writing(page: Any, user: Any) -> None:
    """Note that the user saved a draft of the specific page: it is in work again where that changed what others read.

    Texts of a translation note it themselves. A draft without unpublished changes just passed the publishing gate, as
    did one that waits for its hour.
    """
    if page.alias_of_id or not page.has_unpublished_changes or page.approved_schedule:
        return
    work = _work_on(page)
    if work and translation_of(work) is None and _is_news(work, page):
        began(work, user)


def changed_since(page: Any, moment: datetime) -> bool:
    """Return whether the specific page, with the values it carries now, says anything else than it did at a moment.

    Words are compared and not revisions, because publishing from the page editor saves one more. Where no revision of
    that time is left, nobody can tell: it did.
    """
    then = page.revisions.filter(created_at__lte=moment).order_by("-created_at", "-pk").first()
    return then is None or _wording(then.as_object()) != _wording(page)


def _work_on(page: Page) -> TranslationWork | None:
    """Return the record of the work; where nobody opened one, only pages that are written from others get it."""
    key = {"translation_key": page.translation_key, "locale_id": page.locale_id}
    work = TranslationWork.objects.filter(**key).select_related("locale").first()
    if work is None and is_written(page.locale) and source_of(page):
        return TranslationWork.objects.get_or_create(**key)[0]
    return work


def _is_news(work: TranslationWork, page: Any) -> bool:
    """Return whether reviewers or publishers who saw the page would find other words now."""
    seen_at = {State.IN_REVIEW: work.submitted_at, State.APPROVED: work.approved_at}.get(work.state)
    return seen_at is None or changed_since(page, seen_at)


def _wording(page: Any) -> dict[str, Any]:
    declared = (one.field_name for one in page.translatable_fields if isinstance(one, TranslatableField))
    return {name: _plain(_stored(page, name)) for name in declared}


def _stored(page: Any, name: str) -> Any:
    field = page._meta.get_field(name)
    return json.loads(field.value_to_string(page)) if isinstance(field, StreamField) else getattr(page, name)


def _plain(value: Any) -> Any:
    """Return a stored value with all rich text in it written in one way."""
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if not isinstance(value, str) or "<" not in value:
        return value
    text = BeautifulSoup(value, "html.parser")
    for element in text.find_all(attrs={PARAGRAPH_KEY: True}):
        del element[PARAGRAPH_KEY]
    return str(text)
