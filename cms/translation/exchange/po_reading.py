"""Reading PO files as tools give them back."""

import codecs
import re
from collections.abc import Iterator
from tempfile import NamedTemporaryFile
from uuid import UUID

import polib
from django.utils.translation import gettext as _
from wagtail_localize.models import String

from cms.translation.exchange.faults import Unreadable
from cms.translation.exchange.incoming import IncomingFile, IncomingUnit, key_in, moment_of
from cms.translation.exchange.outgoing import State
from cms.translation.exchange.po import AS_OF, TRANSLATION

_LINE = re.compile(r"\(line (\d+)\)")
_CUT_OFF = re.compile(r'(?m)^(?:msg\w+(?:\[\d+\])?[ \t]+(?!".*"[ \t]*\r?$)|"(?!.*"[ \t]*\r?$))')
_CHARSET = re.compile(rb"charset=([\w-]+)")
_NO_CHARSETS = {"idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"}
"""What Python decodes as well: into half signs that no file and no database takes, or without an end in sight."""


def read(data: bytes, name: str) -> Iterator[IncomingFile]:
    """Yield what the file says. Raises Unreadable with the line that is wrong."""
    po = _parsed(decoded(data))
    yield IncomingFile(
        name=name,
        line=1,
        key=key_in(po.metadata.get("Project-Id-Version")),
        translation=_uuid(po.metadata.get(TRANSLATION, "")),
        source_code=po.metadata.get("X-Source-Language", ""),
        target_code=po.metadata.get("Language", ""),
        as_of=moment_of(po.metadata.get(AS_OF, "")),
        units=tuple(_unit(entry) for entry in po if not entry.obsolete),
    )


def decoded(data: bytes) -> str:
    """Return the letters of a text file: by its byte-order mark, else by the charset it names, else UTF-8."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    else:
        charset = _CHARSET.search(data[:4096])
        encoding = charset[1].decode("ascii") if charset and data[:3] != b"\xef\xbb\xbf" else "utf-8-sig"
    try:
        if codecs.lookup(encoding).name in _NO_CHARSETS:
            raise LookupError(encoding)
        return data.decode(encoding).replace("\0", "")
    except (LookupError, UnicodeError) as error:
        raise Unreadable(_("The encoding of the file is not known here. Save it as UTF-8.")) from error


def _parsed(text: str) -> polib.POFile:
    # polib takes the last line of a file that was cut off as if it were whole.
    cut_off = _CUT_OFF.search(text)
    if cut_off:
        raise _not_whole(text.count("\n", 0, cut_off.start()) + 1)
    # polib takes text that happens to be a path for a file to open, and splits lines at signs that end none.
    with NamedTemporaryFile("w", encoding="utf-8", suffix=".po", newline="") as file:
        file.write(text)
        file.flush()
        try:
            return polib.pofile(file.name, encoding="utf-8")
        except (OSError, ValueError, LookupError, AttributeError) as error:
            line = _LINE.search(str(error))
            raise _not_whole(int(line[1]) if line else 0) from error


def _not_whole(line: int) -> Unreadable:
    return Unreadable(_("This is no whole PO file. Export it again and hand that in."), line)


def _unit(entry: polib.POEntry) -> IncomingUnit:
    path = entry.msgctxt or ""
    return IncomingUnit(
        id=f"{path}|{String._get_data_hash(entry.msgid).hex}",
        path=path,
        line=entry.linenum,
        source=entry.msgid,
        target=entry.msgstr,
        state=State.UNTRANSLATED if entry.fuzzy or not entry.msgstr else State.TRANSLATED,
        notes=(entry.tcomment,) if entry.tcomment else (),
    )


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
