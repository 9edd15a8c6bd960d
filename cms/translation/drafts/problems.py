"""What keeps a version of a page in another language off the air."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page, Revision
from wagtail_localize.models import Translation
from wagtail_localize.strings import StringValue

from cms.core.problems import registry
from cms.core.problems.registry import Problem
from cms.translation.lifecycle.editions import Kind
from cms.translation.models import DraftBasis
from cms.translation.texts.units import Unit, units_of

NAMED = 3
"""How many of the texts that are missing a sentence names."""


def register() -> None:
    """Add this check to the gate."""
    registry.register(version_problems)


def version_problems(page: Any) -> Iterator[Problem]:
    """Yield what stands between a page that is made from another one and its readers. One query for other pages."""
    source = _source(page)
    if source is not None:
        yield from _off_the_air(page, source)
        yield from _missing_texts(page)


def _off_the_air(page: Any, source: Page) -> Iterator[Problem]:
    """Yield a problem where the source is not live, nor will be when this page goes live."""
    goes_live_at = max(timezone.now(), page.go_live_at or timezone.now())
    if not source.live and not _is_scheduled(source, goes_live_at):
        names = {"title": source.title, "language": source.locale.get_display_name()}
        yield Problem(_("“%(title)s” (%(language)s), which this page is a version of, is not published.") % names)


def _missing_texts(page: Any) -> Iterator[Problem]:
    """Yield a problem where texts of a translation have never been translated, or are not in its draft.

    A text whose source changed since does not stand in the way: its former translation is shown.
    """
    translation = _translations(page).select_related("source__specific_content_type").first()
    if translation is None:
        return
    units = units_of(translation)
    missing = [unit for unit in units if not unit.is_translated and not unit.previous_target]
    if missing:
        yield Problem(_missing(missing, len(units)))
    elif _not_in_draft(page, units):
        yield Problem(_("Texts were translated after the draft was saved. Save the translation, then publish it."))


def _missing(missing: list[Unit], total: int) -> str:
    sentence = ngettext(
        "%(missing)d of %(all)d texts is not translated yet: %(texts)s",
        "%(missing)d of %(all)d texts are not translated yet: %(texts)s",
        len(missing),
    )
    texts = (Truncator(StringValue(unit.source).render_text()).chars(60) for unit in missing[:NAMED])
    named = ", ".join(_("“%(text)s”") % {"text": text} for text in texts)
    return sentence % {"missing": len(missing), "all": total, "texts": named + (", …" if len(missing) > NAMED else "")}


def _not_in_draft(page: Any, units: list[Unit]) -> bool:
    draft = DraftBasis.objects.filter(revision_id=page.latest_revision_id).first()
    return draft is not None and any(unit.path not in draft.texts for unit in units)


def _translations(page: Any) -> Any:
    return Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    ).order_by("pk")


def _source(page: Any) -> Page | None:
    """Return what the page is made from: the source edition, else what it is being translated from."""
    others = Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)
    made_from = Q(edition__kind=Kind.SOURCE) | Q(locale_id__in=_translations(page).values("source__locale_id"))
    rows = list(others.filter(made_from).select_related("locale", "edition"))
    published = [row for row in rows if hasattr(row, "edition") and row.edition.kind == Kind.SOURCE]
    return next(iter([*published, *rows]), None)


def _is_scheduled(page: Page, moment: datetime) -> bool:
    return Revision.page_revisions.filter(object_id=str(page.pk), approved_go_live_at__lte=moment).exists()
