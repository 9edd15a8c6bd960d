"""Our files in the hands of translate-toolkit, which knows nothing of us."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from translate.storage import po, xliff, xliff2
from wagtail_localize.models import Translation

from cms.accounts.models import User
from cms.translation.exchange.importing import import_file
from cms.translation.exchange.report import Outcome
from cms.translation.models import WorkComment
from cms.translation.texts.units import units_of
from home.models import StandardPage

Export = Callable[..., dict[str, bytes]]
XLIFF = pytest.mark.parametrize(
    ("file_format", "library"), [("xliff12", xliff.xlifffile), ("xliff20", xliff2.Xliff2File)]
)


def exported(export: Export, page: StandardPage, file_format: str) -> bytes:
    return next(iter(export(page, file_format=file_format).values()))


def stored(library: Any) -> bytes:
    out = BytesIO()
    library.serialize(out)
    return out.getvalue()


@XLIFF
def test_the_library_reads_every_text_its_languages_and_its_notes(
    file_format: str, library: Any, rich: StandardPage, rich_french: Translation, export: Export
) -> None:
    file = library.parsestring(exported(export, rich, file_format))
    assert (file.sourcelanguage, file.targetlanguage) == ("de", "fr")
    assert len(file.units) == len(units_of(rich_french)) == 9
    assert file.units[0].source == "Netz & Städte"
    assert not any(unit.istranslated() for unit in file.units)
    assert len({unit.getid() for unit in file.units}) == 9


@XLIFF
def test_what_the_library_fills_in_is_taken_with_tags_and_values(
    file_format: str, library: Any, rich: StandardPage, rich_french: Translation, admin: User, export: Export
) -> None:
    file = library.parsestring(exported(export, rich, file_format))
    for unit in file.units:
        target = unit.rich_source[0].copy()
        target.apply_to_strings(str.upper)
        unit.rich_target = [target]
        unit.marktranslated()
    file.units[0].addnote("Vraiment ?", origin="translator")
    report = import_file(BytesIO(stored(file)), "x.xlf", user=admin)
    assert [entry.sentences for entry in report.entries] == [[]] * 9
    assert report.counts[Outcome.TAKEN] == 9
    assert [unit.target for unit in units_of(rich_french)][:4] == [
        "NETZ &amp; STÄDTE",
        "ZEILE EINS",
        "WIR HABEN <b>{count:partner-cities}</b> <i>PARTNER\u00adSTÄDTE</i> &amp; FREUNDE.",
        'MEHR BEI <a id="a1">UNSEREM <b>NETZ</b></a><br/>UND ANDERSWO.',
    ]
    assert WorkComment.objects.get().text == "Vraiment ?"


def test_what_the_library_fills_into_a_po_file_is_taken(
    rich: StandardPage, rich_french: Translation, admin: User, export: Export
) -> None:
    file = po.pofile.parsestring(exported(export, rich, "po"))
    for unit in file.units:
        if unit.istranslatable():
            unit.target = unit.source.replace("Wir haben", "Nous avons")
    report = import_file(BytesIO(stored(file)), "x.po", user=admin)
    assert report.counts[Outcome.TAKEN] == 9
    assert "Nous avons <b>{count:partner-cities}</b>" in units_of(rich_french)[2].target


def test_marks_of_the_library_for_unfinished_work_are_understood(
    german: StandardPage, french: Translation, admin: User, export: Export
) -> None:
    file = xliff.xlifffile.parsestring(exported(export, german, "xliff12"))
    for unit in file.units:
        unit.target = unit.source
        unit.markfuzzy()
    report = import_file(BytesIO(stored(file)), "x.xlf", user=admin)
    assert report.counts[Outcome.SKIPPED] == 5
