"""Writing what is to be translated into a ZIP, a file for each page."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import IO

from wagtail.models import Page

from cms.core.models import Edition
from cms.core.progress import Progress, silent
from cms.translation.exchange.archive import write_archive
from cms.translation.exchange.formats import FileFormat, write
from cms.translation.exchange.manifest import NAME, manifest
from cms.translation.exchange.packing import Commission, packed
from cms.translation.exchange.submission import commissioned
from cms.translation.models import TranslationWork


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
    files = []
    for number, commission in enumerate(commissions, start=1):
        progress("files", number - 1, len(commissions))
        file = packed(commission, number)
        name = f"{file.name}.{file_format.ending}"
        files.append((name, file))
        yield name, write(file, commission, file_format)
    yield NAME, manifest(files, with_tmx=with_tmx)


def _of(works: list[TranslationWork]) -> list[Commission]:
    keys = [work.translation_key for work in works]
    pages = Page.objects.filter(live=True, edition__kind=Edition.Kind.SOURCE, translation_key__in=keys)
    found = commissioned(pages.select_related("locale__profile").order_by("path"), works[0].locale)
    return [one for one in found if one.units]
