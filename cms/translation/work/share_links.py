"""Links by which somebody without an account fetches work as files and hands it in."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale

from cms.core.tokens import digest_of, new_token
from cms.translation.models import ShareLink, TranslationWork
from cms.translation.work import transitions
from cms.translation.work.completeness import obstacles
from cms.translation.work.pages import WorkPages

MOST_PAGES = 100
"""Of one link: they are handed out while somebody waits."""


@transaction.atomic
def create(
    works: Iterable[TranslationWork], locale: Locale, *, label: str, expires_at: datetime, by: Any
) -> tuple[ShareLink, str]:
    """Return a new link to some work in one language, and its token, which is kept nowhere.

    Raises ValidationError where there is nothing to share.
    """
    works = [one for one in works if one.locale_id == locale.pk]
    if not works:
        raise ValidationError(_("None of these pages can be handed out in this language."))
    token = new_token()
    link = ShareLink.objects.create(
        digest=digest_of(token), label=label.strip(), locale=locale, created_by=by, expires_at=expires_at
    )
    link.works.set(works)
    return link, token


def open_works(link: ShareLink) -> list[TranslationWork]:
    """Return the work of the link that still takes texts: what is in review or approved takes none from outside."""
    return list(link.works.filter(state__in=transitions.IN_HAND).select_related("locale").order_by("pk"))


def hand_in(link: ShareLink, works: Iterable[TranslationWork], page_ids: Iterable[int]) -> list[str]:
    """Send those of the pages to review that are complete; return the titles of the pages sent.

    Nothing from outside gets further than that.
    """
    works = list(works)
    touched, sent = set(page_ids), []
    pages = WorkPages(works)
    for record in works:
        target = pages.target(record)
        if target is None or target.pk not in touched or obstacles(record, pages.translation(record)):
            continue
        record.refresh_from_db(fields=["state"])
        if record.state in transitions.IN_HAND and _is_sent(record, link):
            sent.append((pages.source(record) or target).get_admin_display_title())
    return sent


def _is_sent(record: TranslationWork, link: ShareLink) -> bool:
    """Send one page to review, unless somebody in the office was faster: its texts are kept all the same."""
    try:
        transitions.send_to_review(record, by=None, through=link.label)
    except ValidationError:
        return False
    return True
