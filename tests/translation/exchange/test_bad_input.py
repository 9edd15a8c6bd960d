"""Files that are broken, hostile, or not what was asked for: a sentence each, and nothing half imported."""

import stat
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile, ZipInfo

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page, Revision
from wagtail_localize.models import StringTranslation, Translation

from cms.accounts.models import User
from cms.translation.exchange import limits, unpacking
from cms.translation.exchange.importing import import_file
from cms.translation.exchange.report import Outcome, Report
from home.models import StandardPage
from tests.translation.exchange.filling import filled

Export = Callable[..., dict[str, bytes]]
LAUGHS = b"""<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<xliff version="1.2"><file>&c;</file></xliff>"""
EXTERNAL = b'<!DOCTYPE x SYSTEM "file:///etc/hostname"><xliff version="1.2"/>'


def take(data: bytes, name: str = "file.xlf", **options: object) -> Report:
    return import_file(BytesIO(data), name, **options)


def zipped(*files: tuple[str | ZipInfo, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()


def link(name: str) -> ZipInfo:
    entry = ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def refusal(report: Report) -> str:
    (entry,) = report.entries
    assert entry.outcome == Outcome.REFUSED
    return entry.sentences[0]


@pytest.fixture
def good(german: StandardPage, french: Translation, export: Export) -> bytes:
    """Return a good file with five texts."""
    return filled("x.xlf", next(iter(export(german).values())))


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "x.xlf", "The file is empty."),
        (b"  \n ", "x.po", "The file is empty."),
        (LAUGHS, "x.xlf", "document type or entities of its own"),
        (EXTERNAL, "x.xlf", "document type or entities of its own"),
        (b"<xliff version='1.2'>" + b"<group>" * 80, "x.xlf", "too deep inside each other"),
        (b"<xliff version='1.2'><file>", "x.xlf", "no whole XML file (no element found)"),
        (b"<html/>", "x.xlf", "This is no XLIFF file."),
        (b"<xliff version='1.0'/>", "x.xlf", "This is XLIFF 1.0."),
        (b"<xliff/>", "x.xlf", "This is XLIFF ?."),
        (b"<?xml version='1.0' encoding='klingon'?><xliff/>", "x.xlf", "Save it as UTF-8"),
        (b"<xliff version='1.2'>\xff\xfe\xff</xliff>", "x.xlf", "no whole XML file"),
        (b'msgid "a"\nmsgstr "b\n', "x.po", "no whole PO file"),
        (b'msgid "a"\nmsgstr ""\n"bc\n', "x.po", "no whole PO file"),
        (b'msgid "a"\nmsgid "b"\n', "x.po", "no whole PO file"),
        (b'msgid ""\nmsgstr "charset=klingon"\n', "x.po", "Save it as UTF-8"),
        (b'msgid ""\nmsgstr "charset=UTF-8"\n\xff\xff', "x.po", "Save it as UTF-8"),
        (b'msgid ""\nmsgstr "charset=utf-7"\n\nmsgid "a"\nmsgstr "+2AA-"\n', "x.po", "Save it as UTF-8"),
        (b'msgid ""\nmsgstr "charset=unicode_escape"\n\nmsgid "a"\nmsgstr "\\ud800"\n', "x.po", "Save it as UTF-8"),
        (b'msgid ""\nmsgstr "charset=punycode"\n# -', "x.po", "Save it as UTF-8"),
        (b"PK\x03\x04 and then nothing", "x.zip", "damaged or protected"),
        (b"Hello", "x.xlf", "no whole XML file"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(data: bytes, name: str, sentence: str, admin: User) -> None:
    assert sentence in refusal(take(data, name, user=admin))


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("x.sdlxliff", b"<xliff/>", "Use “Generate target translations” there"),
        ("x.xlf", b"<xliff xmlns:sdl='http://sdl.com/FileTypes/SdlXliff/1.0'/>", "Trados Studio"),
        ("x.xlf", "<xliff xmlns:m='http://www.memsource.com/mxlf/2.0'/>".encode("utf-16"), "Phrase"),
        ("x.mqxliff", b"<xliff/>", "memoQ"),
        ("x.txml", b"<txml/>", "Wordfast"),
        ("x.sdlppx", zipped(("a.xlf", b"<xliff/>")), "Trados Studio"),
        ("x.docx", zipped(("word/document.xml", b"<w/>")), "This is a document."),
        ("x.xlsx", zipped(("xl/workbook.xml", b"<w/>")), "This is a document."),
        ("x.tmx", b"<tmx/>", "This is a translation memory."),
        ("x.tbx", b"<martif/>", "This is a list of terms."),
        ("x.7z", b"7z", "This is a package."),
    ],
)
def test_tools_own_formats_are_named_with_what_to_hand_in_instead(
    name: str, data: bytes, sentence: str, admin: User
) -> None:
    assert sentence in refusal(take(data, name, user=admin))


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ([("../../etc/x.xlf", b"<xliff/>")], "a file outside itself, “../../etc/x.xlf”"),
        ([("/etc/x.xlf", b"<xliff/>")], "a file outside itself"),
        ([("C:\\x.xlf", b"<xliff/>")], "a file outside itself"),
        ([("a\\..\\x.xlf", b"<xliff/>")], "a file outside itself"),
        ([(link("x.xlf"), b"/etc/hostname")], "a file outside itself"),
        ([("x.zip", zipped(("y.xlf", b"<xliff/>")))], "another archive, “x.zip”"),
        ([("x.xlf", zipped(("y.xlf", b"<xliff/>")))], "another archive, “x.xlf”"),
        ([("README.txt", b"x")], "The ZIP is empty."),
        ([], "The ZIP is empty."),
        ([("x.xlf", b"\0" * (limits.MOST_BYTES + 1))], "“x.xlf” in the ZIP is too large."),
    ],
)
def test_a_zip_that_is_not_safe_is_refused_as_a_whole(
    files: list[tuple[str | ZipInfo, bytes]], sentence: str, good: bytes, admin: User
) -> None:
    first = [] if "empty" in sentence else [("good.xlf", good)]
    assert sentence in refusal(take(zipped(*first, *files), "x.zip", user=admin))
    assert not StringTranslation.objects.exists()


def test_a_zip_with_too_many_files_or_too_many_bytes_is_refused(admin: User, monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped(("a.xlf", b"<xliff/>"), ("b.xlf", b"<xliff/>" * 9))
    monkeypatch.setattr(unpacking, "MOST_BYTES_UNPACKED", 50)
    assert "“b.xlf” in the ZIP is too large." in refusal(take(data, "x.zip", user=admin))
    monkeypatch.setattr(unpacking, "MOST_ENTRIES", 1)
    assert "more than 1 files" in refusal(take(data, "x.zip", user=admin))


def test_a_zip_that_says_it_is_small_is_measured_all_the_same(admin: User) -> None:
    data = bytearray(zipped(("x.xlf", b"\0" * (limits.MOST_BYTES + 9))))
    at = data.rindex(b"PK\x01\x02") + 24
    data[at : at + 4] = (7).to_bytes(4, "little")
    assert refusal(take(bytes(data), "x.zip", user=admin))


@pytest.mark.parametrize("method", [ZIP_DEFLATED, ZIP_LZMA])
def test_a_zip_that_was_damaged_on_its_way_is_refused(method: int, admin: User) -> None:
    out = BytesIO()
    with ZipFile(out, "w", method) as archive:
        archive.writestr("x.xlf", bytes(range(256)) * 9)
    data = bytearray(out.getvalue())
    data[55:75] = b"\xff" * 20
    assert "damaged or protected" in refusal(take(bytes(data), "x.zip", user=admin))


def test_fifty_megabytes_are_refused_before_they_are_read(good: bytes, admin: User) -> None:
    assert "It may have 20 MB" in refusal(take(good + b" " * (50 * limits.MEGABYTE), user=admin))
    assert not StringTranslation.objects.exists()


def test_a_file_cut_off_in_the_middle_changes_nothing(good: bytes, french: Translation, admin: User) -> None:
    revisions = Revision.objects.count()
    report = take(good[: len(good) // 2], user=admin)
    assert "no whole XML file" in refusal(report)
    assert report.entries[0].line > 5
    assert not StringTranslation.objects.exists()
    assert Revision.objects.count() == revisions


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_windows_line_ends_byte_order_marks_and_utf_16_do_no_harm(
    encoding: str, line_end: str, good: bytes, french: Translation, admin: User
) -> None:
    declared = encoding.replace("utf-8-sig", "utf-8").replace("utf-16-be", "utf-16")
    text = good.decode().replace("'utf-8'", f"'{declared}'").replace("\n", line_end)
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    report = take(mark + text.encode(encoding), user=admin)
    assert report.counts[Outcome.TAKEN] == 5
    assert "« Über uns »" in [record.data for record in StringTranslation.objects.all()]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8", "iso-8859-1"])
def test_so_they_do_in_po_files(
    encoding: str, german: StandardPage, french: Translation, export: Export, admin: User
) -> None:
    data = filled("x.po", next(iter(export(german, file_format="po").values())), lambda text: f"ça, {text}")
    text = data.decode().replace("charset=utf-8", f"charset={encoding}").replace("\n", "\r\n")
    report = take(text.encode(encoding, "replace"), "x.po", user=admin)
    assert report.counts[Outcome.TAKEN] == 5
    assert "ça, Über uns" in [record.data for record in StringTranslation.objects.all()]


def test_a_po_file_that_holds_a_path_opens_no_other_file(tmp_path: Path, admin: User) -> None:
    secret = tmp_path / "secret.po"
    secret.write_text('msgctxt "x"\nmsgid "secret"\nmsgstr "geheim"\n')
    assert refusal(take(str(secret).encode(), "x.po", user=admin))


def test_texts_with_line_separators_come_back_from_a_po_file(
    home: Page, french: Translation, german: StandardPage, export: Export, admin: User
) -> None:
    data = filled("x.po", next(iter(export(german, file_format="po").values())), lambda text: f"{text}\u2028\x85x")
    assert take(data, "x.po", user=admin).counts[Outcome.TAKEN] == 5


def test_a_text_with_signs_that_no_page_can_hold_is_taken_without_them(
    german: StandardPage, french: Translation, export: Export, admin: User
) -> None:
    data = filled("x.xlf", next(iter(export(german, file_format="xliff20").values())))
    data = data.replace("« Über uns »".encode(), b'A<cp hex="0000"/><cp hex="D800"/><cp hex="zz"/>B')
    assert take(data, user=admin).is_clean
    assert "AB" in [record.data for record in StringTranslation.objects.all()]


@pytest.mark.parametrize(
    ("there", "instead", "sentence"),
    [
        ('msgid "Über uns"', 'msgid "Über uns <![ x"', "a comment or a declaration of HTML"),
        ('msgid "Über uns"', f'msgid "{"<b>" * 1000}"', "Too many tags lie inside each other."),
        ('msgstr "« Über uns »"', f'msgstr "{"<b>" * 1000}"', "Too many tags lie inside each other."),
    ],
)
def test_a_text_that_no_parser_takes_is_refused_and_the_others_taken(
    there: str, instead: str, sentence: str, german: StandardPage, french: Translation, export: Export, admin: User
) -> None:
    text = filled("x.po", next(iter(export(german, file_format="po").values()))).decode()
    assert there in text
    report = take(zipped(("x.po", text.replace(there, instead).encode())), "x.zip", user=admin)
    assert (report.counts[Outcome.REFUSED], report.counts[Outcome.TAKEN]) == (1, 4)
    assert sentence in next(entry for entry in report.entries if entry.outcome == Outcome.REFUSED).sentences[0]


def test_tags_of_xliff_that_open_one_in_another_without_end_are_refused(
    german: StandardPage, french: Translation, export: Export, admin: User
) -> None:
    data = filled("x.xlf", next(iter(export(german).values()))).decode()
    tags = "".join(f'<bpt id="b{number}" rid="b{number}"/>' for number in range(1000))
    report = take(data.replace("« Über uns »", tags).encode(), user=admin)
    assert (report.counts[Outcome.REFUSED], report.counts[Outcome.TAKEN]) == (1, 4)
    assert "Too many tags lie inside each other." in report.entries[0].sentences[0]


def test_what_the_database_refuses_leaves_the_whole_page_as_it_was(
    good: bytes, french: Translation, admin: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise ValidationError("No draft of this page can be saved.")

    monkeypatch.setattr(Translation, "save_target", refuse)
    report = take(good, user=admin)
    assert refusal(report) == "No draft of this page can be saved."
    assert not StringTranslation.objects.exists()
    assert report.pages == []
