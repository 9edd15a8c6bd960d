"""Pages that are to be brought into another language, with all that their files say."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Max
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from cms.translation.models import TranslationWork
from cms.translation.texts.units import Unit, units_of_each

CHUNK = 50
"""So many pages are looked up together."""


@dataclass
class Commission:
    """One page in one language: wagtail-localize's record, the source page, the work on it if any, and its texts.

    `as_of` is when anything of it was last changed.
    """

    translation: Translation
    page: Page
    work: TranslationWork | None = None
    units: list[Unit] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.as_of: datetime = self.translation.source.last_updated_at

    @property
    def is_approved(self) -> bool:
        """Return whether a reviewer approved the wording."""
        return self.work is not None and self.work.state == TranslationWork.State.APPROVED


def with_texts(commissions: Iterable[Commission]) -> list[Commission]:
    """Return the commissions, all into one language, with their texts: five queries for every fifty pages."""
    commissions = list(commissions)
    for start in range(0, len(commissions), CHUNK):
        _look_up(commissions[start : start + CHUNK])
    return commissions


def _look_up(chunk: list[Commission]) -> None:
    latest = _latest(chunk)
    for commission, units in zip(chunk, units_of_each([one.translation for one in chunk]), strict=True):
        # Rich text may say the same twice at one place; files name it once.
        commission.units = list({unit.id: unit for unit in reversed(units)}.values())[::-1]
        source = commission.translation.source
        commission.as_of = max(source.last_updated_at, latest.get(source.object_id, source.last_updated_at))


def _latest(chunk: list[Commission]) -> dict[UUID, datetime]:
    keys = {one.translation.source.object_id for one in chunk}
    records = StringTranslation.objects.filter(
        context__object_id__in=keys, locale_id=chunk[0].translation.target_locale_id
    )
    found = records.values("context__object_id").annotate(latest=Max("updated_at")).order_by()
    return {row["context__object_id"]: row["latest"] for row in found}
