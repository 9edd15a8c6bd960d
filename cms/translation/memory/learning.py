"""How the memory comes to know a text. It learns what a person approved or published, never a machine's words."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation

from cms.core.models import Edition, LocaleProfile
from cms.translation.memory.pairs import Pair, entry_of
from cms.translation.models import MemoryEntry
from cms.translation.texts.said import said, said_by
from cms.translation.texts.units import Origin, Unit, units_of

BATCH = 1000


def remember(translation: Translation, unit: Unit, text: str, user: Any) -> int:
    """Learn one translated text; return how many entries are new."""
    return _remember(translation, [replace(unit, target=text)], user)


def remember_all(translation: Translation, user: Any) -> int:
    """Learn all texts of a translation whose wording was approved; return how many entries are new.

    Unconfirmed words of a machine are left out. A corrected wording takes the place of what the same page said before.
    """
    return _remember(translation, _units_of_persons(translation), user)


def remember_published(page: Any, user: Any) -> int:
    """Learn what a page says that was just published as a translation, approved or not; return how many are new.

    Texts that were written since the published draft wait for their own publication.
    """
    translation = (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
        )
        .select_related("source__locale", "target_locale")
        .first()
    )
    if translation is None:
        return 0
    present = said_by(page)
    units = [unit for unit in _units_of_persons(translation) if said(unit.path, unit.target) in present]
    return _remember(translation, units, user)


def _units_of_persons(translation: Translation) -> list[Unit]:
    return [unit for unit in units_of(translation) if unit.is_translated and unit.origin != Origin.MACHINE]


@transaction.atomic
def _remember(translation: Translation, units: Iterable[Unit], user: Any) -> int:
    pair = Pair(translation.source.locale, translation.target_locale)
    if not pair.is_remembered:
        return 0
    page, now = translation.source.object_id, timezone.now()
    author = user if user is not None and user.is_authenticated else None
    entries = {
        (entry.source_hash, entry.target_hash): entry
        for unit in units
        for entry in (
            entry_of(pair, *one, now, page, created_by=author) for one in pair.texts(unit.source, unit.target)
        )
    }
    stored = _stored(pair, entries)
    _forget_former(stored, entries, page)
    again = [entry.pk for entry in stored if (entry.source_hash, entry.target_hash) in entries]
    MemoryEntry.objects.filter(pk__in=again).update(changed_at=now, used_in=page)
    known = {(entry.source_hash, entry.target_hash) for entry in stored}
    new = [entry for key, entry in entries.items() if key not in known]
    MemoryEntry.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def _stored(pair: Pair, entries: Iterable[tuple[UUID, UUID]]) -> list[MemoryEntry]:
    """Return what the memory says of these source texts."""
    hashes = {source for source, _target in entries}
    return list(
        MemoryEntry.objects.filter(source_locale=pair.source, target_locale=pair.target, source_hash__in=hashes).defer(
            "source_text", "target_text"
        )
    )


def _forget_former(stored: list[MemoryEntry], entries: Iterable[tuple[UUID, UUID]], page: UUID) -> None:
    kept = set(entries)
    former = [
        entry.pk
        for entry in stored
        if entry.used_in == page
        and entry.origin == MemoryEntry.Origin.PERSON
        and (entry.source_hash, entry.target_hash) not in kept
    ]
    MemoryEntry.objects.filter(pk__in=former).delete()


def learn_existing() -> int:
    """Learn the texts of all published translations, as after loading a bundle; return how many entries are new.

    What is known already stays as it is: it can be done again at any time.
    """
    locales = {locale.pk: locale for locale in _translated_locales()}
    before = MemoryEntry.objects.count()
    rows = _published(locales).iterator(chunk_size=BATCH)
    while batch := list(islice(rows, BATCH)):
        entries = [entry for row in batch for entry in _entries(row, locales)]
        MemoryEntry.objects.bulk_create(_unlike(entries), ignore_conflicts=True)
    return MemoryEntry.objects.count() - before


def _unlike(entries: Iterable[MemoryEntry]) -> list[MemoryEntry]:
    """Return the first of each two that say the same."""
    found: dict[Any, MemoryEntry] = {}
    for entry in entries:
        found.setdefault((entry.source_locale_id, entry.target_locale_id, entry.source_hash, entry.target_hash), entry)
    return list(found.values())


def _translated_locales() -> QuerySet[Locale]:
    return Locale.objects.exclude(profile__mode=LocaleProfile.Mode.WRITTEN)


def _published(locales: Iterable[int]) -> QuerySet[Any]:
    """Return the texts that persons wrote for pages that count in their language, the newest first."""
    page = Edition.objects.filter(
        page__translation_key=OuterRef("context__object_id"), page__locale_id=OuterRef("locale_id"), page__live=True
    )
    written = StringTranslation.objects.filter(
        Exists(page),
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        has_error=False,
        locale__in=locales,
        translation_of__locale__in=locales,
    )
    return written.order_by("-updated_at", "-pk").values_list(
        "translation_of__locale_id", "locale_id", "translation_of__data", "data", "context__object_id", "updated_at"
    )


def _entries(row: tuple[int, int, str, str, UUID, datetime], locales: dict[int, Locale]) -> Iterable[MemoryEntry]:
    source_id, target_id, source, target, page, moment = row
    pair = Pair(locales[source_id], locales[target_id])
    return (entry_of(pair, *texts, moment, page) for texts in pair.texts(source, target))
