"""What keeps a version of a page in another language off the air."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page, Revision
from wagtail_localize.models import Translation
from wagtail_localize.strings import StringValue

from cms.core.problems import registry
from cms.core.problems.registry import Problem
from cms.translation.editions import source_edition
from cms.translation.models import DraftBasis
from cms.translation.units import Unit, units_of

NAMED = 3
"""How many of the texts that are missing a sentence names."""


def register() -> None:
    """Add these checks to the gate."""
    registry.register(missing_texts)
    registry.register(source_off_the_air)


def missing_texts(page: Any) -> Iterator[Problem]:
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


def source_off_the_air(page: Any) -> Iterator[Problem]:
    """Yield a problem where the page that this one is a version of is not live, nor will be when this one goes live."""
    source = _source(page)
    if source is None or source.pk == page.pk or source.live:
        return
    goes_live_at = max(timezone.now(), page.go_live_at or timezone.now())
    if not _is_scheduled(source, goes_live_at):
        names = {"title": source.title, "language": source.locale.get_display_name()}
        yield Problem(_("“%(title)s” (%(language)s), which this page is a version of, is not published.") % names)


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
    edition = source_edition(page)
    if edition:
        return edition.page
    locales = _translations(page).values("source__locale_id")
    return Page.objects.filter(translation_key=page.translation_key, locale_id__in=locales).first()


def _is_scheduled(page: Page, moment: datetime) -> bool:
    return Revision.page_revisions.filter(object_id=str(page.pk), approved_go_live_at__lte=moment).exists()
