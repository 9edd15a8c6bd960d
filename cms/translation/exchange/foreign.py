"""Files that translation tools and offices use among themselves, and what to hand in instead."""

from django.utils.translation import gettext as _

TRADOS, MEMOQ, PHRASE, WORDFAST = "Trados Studio", "memoQ", "Phrase", "Wordfast"
_PACKAGE, _MEMORY, _TERMS, _DOCUMENT = "package", "memory", "terms", "document"
_DOCUMENTS = ["doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "csv", "pdf", "htm", "html", "txt", "md", "json"]
_ENDINGS = {
    "sdlxliff": TRADOS,
    "sdlppx": TRADOS,
    "sdlrpx": TRADOS,
    "sdlproj": TRADOS,
    "mqxliff": MEMOQ,
    "mqxlz": MEMOQ,
    "mqout": MEMOQ,
    "mqback": MEMOQ,
    "mxliff": PHRASE,
    "txml": WORDFAST,
    "txlf": WORDFAST,
    "wsxz": _PACKAGE,
    "xlz": _PACKAGE,
    "ttx": _PACKAGE,
    "tipp": _PACKAGE,
    "rar": _PACKAGE,
    "7z": _PACKAGE,
    "tar": _PACKAGE,
    "gz": _PACKAGE,
    "tgz": _PACKAGE,
    "tmx": _MEMORY,
    "sdltm": _MEMORY,
    "tbx": _TERMS,
    **dict.fromkeys(_DOCUMENTS, _DOCUMENT),
}
_SIGNS = {
    b"sdl.com/FileTypes/SdlXliff": TRADOS,
    b"MQXliff": MEMOQ,
    b"memsource.com/mxlf": PHRASE,
    b"<txml": WORDFAST,
    b"gs4tr.org/schema/xliff-ext": WORDFAST,
    b"<tmx": _MEMORY,
    b"<martif": _TERMS,
}


def instead_of(name: str, data: bytes) -> str:
    """Return a sentence that says what to hand in instead of this file, "" for files that are read here."""
    kind = _ENDINGS.get(name.rpartition(".")[2].lower()) or _kind_of(data)
    return _sentence(kind) if kind else ""


def _kind_of(data: bytes) -> str:
    head = data[:8192].replace(b"\0", b"")
    return next((kind for sign, kind in _SIGNS.items() if sign in head), "")


def _sentence(kind: str) -> str:
    tools = {
        TRADOS: _(
            "This is a file of Trados Studio's own. Use “Generate target translations” there and hand in the .xlf."
        ),
        MEMOQ: _("This is a file of memoQ's own. Use “Export (dialog)” there and hand in the .xlf."),
        PHRASE: _("This is a file of Phrase's own. Use “Download – completed file” there and hand in the .xlf."),
        WORDFAST: _("This is a file of Wordfast's own. Use “Save translated file” there and hand in the .xlf."),
        _PACKAGE: _("This is a package. Unpack it and hand in the XLIFF or PO files, single or as a ZIP."),
        _MEMORY: _("This is a translation memory. Import it under “Translation memory”."),
        _TERMS: _("This is a list of terms. Import it under “Terms”."),
        _DOCUMENT: _("This is a document. Hand in the XLIFF or PO files that were exported here, translated."),
    }
    return tools[kind]
