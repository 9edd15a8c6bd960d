"""Writing a document as HTML."""

from itertools import groupby

from django.utils.html import escape

from cms.translation.easy.documents.parts import Kind, Part, inline_html

MEDIA_TYPE = "text/html; charset=utf-8"
_LISTS = {Kind.BULLET: "ul", Kind.NUMBER: "ol"}


def html_file(parts: list[Part], *, title: str, language: str) -> bytes:
    """Return the parts as a whole HTML document in UTF-8."""
    body = "\n".join(_group(kind, list(group)) for kind, group in groupby(parts, key=lambda part: part.kind))
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    ).encode()


def _group(kind: Kind, parts: list[Part]) -> str:
    lines = [_element(part) for part in parts]
    name = _LISTS.get(kind)
    return "\n".join([f"<{name}>", *lines, f"</{name}>"] if name else lines)


def _element(part: Part) -> str:
    names = {Kind.TITLE: "h1", Kind.HEADING: f"h{part.level}", Kind.PARAGRAPH: "p"}
    name = names.get(part.kind, "li")
    return f"<{name}>{inline_html(part.runs)}</{name}>"
