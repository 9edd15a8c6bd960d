"""What each edition of a loaded site was made from: the source as the bundle holds it."""

from collections.abc import Iterable, Mapping
from typing import Any

from wagtail_localize.segments import StringSegmentValue

from cms.bundles.loading.history import BATCH
from cms.bundles.loading.rows import Rows
from cms.bundles.loading.translations import Translated
from cms.bundles.outline import Row, RowKind
from cms.core.models import BasePage, Edition
from cms.translation.lifecycle.basis import measure
from cms.translation.models import Basis
from cms.translation.texts.plain import page_texts, texts_of


def record_bases(rows: Iterable[Row], pages: Rows, translations: Mapping[Any, list[Translated]]) -> None:
    """Write the basis of every edition. A partial translation lags behind by the words it lacks."""
    rows = [row for row in rows if row.kind is not RowKind.ALIAS]
    texts = {row.page.key: _texts(pages[row.place], translations) for row in rows if row.kind is RowKind.SOURCE}
    said = {one.page.pk: _said(one) for made in translations.values() for one in made}
    editions = Edition.objects.in_bulk([pages[row.place].pk for row in rows], field_name="page_id")
    bases = []
    for row in rows:
        page = pages[row.place]
        present = texts.get(row.page.key)
        if present is not None:
            bases.append(_basis(editions[page.pk], said.get(page.pk, present), present))
    Basis.objects.bulk_create(bases, batch_size=BATCH)


def _texts(source: BasePage, translations: Mapping[Any, list[Translated]]) -> dict[str, str]:
    """Return the texts of a source page, which were cut already where it has a translation."""
    made = translations.get(source.translation_key)
    return texts_of(made[0].segments.every) if made else page_texts(source)


def _said(translated: Translated) -> dict[str, str]:
    """Return the source texts that a translation says."""
    return texts_of(
        segment
        for segment in translated.segments.every
        if isinstance(segment, StringSegmentValue) and segment.order in translated.texts
    )


def _basis(edition: Edition, texts: dict[str, str], present: dict[str, str]) -> Basis:
    basis = Basis(edition=edition)
    measure(basis, texts, present)
    return basis
