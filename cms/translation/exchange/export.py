"""Writing what is to be translated into a ZIP, a file for each page."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import IO

from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from cms.core.models import Edition
from cms.core.progress import Progress, silent
from cms.translation.exchange.archive import write_archive
from cms.translation.exchange.commission import Commission
from cms.translation.exchange.formats import FileFormat, write
from cms.translation.exchange.manifest import NAME, manifest
from cms.translation.exchange.packing import packed
from cms.translation.exchange.submission import commissioned
from cms.translation.models import TranslationWork
from cms.translation.tmx.export import entries_for, export_tmx


def export_works(
    works: Iterable[TranslationWork], file_format: str = FileFormat.XLIFF_12, *, with_tmx: bool = False
) -> bytes:
    """Return the ZIP of all pages that some work is about, whose source pages are on the air."""
    by_locale: dict[int, list[TranslationWork]] = {}
    for work in works:
        by_locale.setdefault(work.locale_id, []).append(work)
    commissions = [one for group in by_locale.values() for one in _of(group)]
    out = BytesIO()
    export_to(out, commissions, FileFormat(file_format), with_tmx=with_tmx)
    return out.getvalue()


def export_to(
    out: IO[bytes],
    commissions: list[Commission],
    file_format: FileFormat,
    *,
    with_tmx: bool = False,
    progress: Progress = silent,
) -> None:
    """Write the ZIP into `out`: the same bytes as long as no text changes. Notes are in the active language."""
    write_archive(out, _entries(commissions, file_format, with_tmx, progress))


def _entries(
    commissions: list[Commission], file_format: FileFormat, with_tmx: bool, progress: Progress
) -> Iterator[tuple[str, bytes]]:
    files, has_tmx = [], False
    for number, commission in enumerate(commissions, start=1):
        progress("files", number - 1, len(commissions))
        file = packed(commission, number)
        name = f"{file.name}.{file_format.ending}"
        files.append((name, file))
        yield name, write(file, commission, file_format)
    for name, content in _memories(commissions) if with_tmx else ():
        has_tmx = True
        yield name, content
    yield NAME, manifest(files, with_tmx=has_tmx)


def _memories(commissions: list[Commission]) -> Iterator[tuple[str, bytes]]:
    """Yield what the memory knows of these pages, a TMX file for each pair of languages."""
    pairs: dict[tuple[Locale, Locale], list[Translation]] = {}
    for one in commissions:
        pair = one.translation.source.locale, one.translation.target_locale
        pairs.setdefault(pair, []).append(one.translation)
    for (source, target), translations in pairs.items():
        entries = entries_for(translations)
        if entries:
            yield f"{source.language_code}-{target.language_code}.tmx", export_tmx(source, target, entries)


def _of(works: list[TranslationWork]) -> list[Commission]:
    keys = [work.translation_key for work in works]
    pages = Page.objects.filter(live=True, edition__kind=Edition.Kind.SOURCE, translation_key__in=keys)
    found = commissioned(pages.select_related("locale__profile").order_by("path"), works[0].locale)
    return [one for one in found if one.units]
