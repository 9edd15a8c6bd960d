"""Looking at a file before it is read as a Word document: what is hostile or no document is refused."""

import re
import zipfile
from io import BytesIO

from django.utils.translation import gettext as _

from cms.translation.easy.documents.parts import Refused
from cms.translation.exchange.damage import DAMAGE

MOST_BYTES = 20 * 1024 * 1024
MOST_BYTES_UNPACKED = 100 * 1024 * 1024
MOST_ENTRIES = 2000
MAIN_PART = "word/document.xml"
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_EXTERNAL = re.compile(rb"<Relationship\b[^>]*\bTargetMode\s*=\s*[\"']External[\"'][^>]*>", re.IGNORECASE)
_HYPERLINK = re.compile(rb"\bType\s*=\s*[\"'][^\"']*/hyperlink[\"']", re.IGNORECASE)


def refuse_hostile(data: bytes) -> None:
    """Raise Refused unless the file is a Word document that can be read without harm."""
    if len(data) > MOST_BYTES:
        raise Refused(_("The file is larger than 20 MB. Take the pictures out of it and try again."))
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except DAMAGE as error:
        raise Refused(_("This is no Word document. Save it as .docx or as HTML and try again.")) from error
    with archive:
        _refuse_archive(archive)
        for entry in archive.infolist():
            if entry.filename.lower().endswith((".xml", ".rels")):
                _refuse_part(_read(archive, entry))


def _refuse_archive(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    if MAIN_PART not in archive.namelist():
        raise Refused(_("This is no Word document. Save it as .docx or as HTML and try again."))
    too_large = sum(entry.file_size for entry in entries) > MOST_BYTES_UNPACKED or len(entries) > MOST_ENTRIES
    if too_large:
        raise Refused(_("The file unpacks to far more than a text. Copy the text into a new document and try again."))
    if any(entry.filename.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", entry.filename) for entry in entries):
        raise Refused(_("The file has parts outside itself. Copy the text into a new document and try again."))
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused(_("The file is locked with a password. Save it without one and try again."))


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return a part of the file, whose size was looked at in its own words only."""
    try:
        with archive.open(entry) as part:
            data = part.read(MOST_BYTES_UNPACKED + 1)
    except DAMAGE as error:
        raise Refused(_("The file is damaged. Save it once more as .docx and try again.")) from error
    if len(data) > MOST_BYTES_UNPACKED:
        raise Refused(_("The file unpacks to far more than a text. Copy the text into a new document and try again."))
    return data


def _refuse_part(data: bytes) -> None:
    # Without its null bytes, UTF-16 is searched like UTF-8.
    text = data.replace(b"\0", b"")
    if _DECLARATION.search(text):
        raise Refused(_("The file declares entities, as no word processor does. Copy the text into a new document."))
    for relation in _EXTERNAL.findall(text):
        if not _HYPERLINK.search(relation):
            raise Refused(
                _("The file loads something from elsewhere. Copy the text into a new document without linked content.")
            )
