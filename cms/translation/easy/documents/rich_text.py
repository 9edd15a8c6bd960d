"""Between HTML and the parts of a document."""

from collections.abc import Callable, Iterator

from bs4 import BeautifulSoup, NavigableString, PageElement, Tag

from cms.translation.easy.documents.parts import Kind, Part, Run, inline_html, joined

Address = Callable[[Tag], str]
BOLD, ITALIC = {"b", "strong"}, {"i", "em", "cite"}
LISTS = {"ul": Kind.BULLET, "ol": Kind.NUMBER}


def parts_of(source: str, address: Address) -> Iterator[Part]:
    """Yield the paragraphs and list items of stored rich text; `address` says where a link leads."""
    for element in BeautifulSoup(source, "html.parser").find_all(["p", "li"]):
        kind = LISTS.get(element.parent.name if element.parent else "", Kind.PARAGRAPH)
        runs = joined(runs_of(element, address))
        if any(run.text.strip() for run in runs):
            yield Part(kind if element.name == "li" else Kind.PARAGRAPH, runs)


def runs_of(
    element: PageElement, address: Address, *, bold: bool = False, italic: bool = False, href: str = ""
) -> Iterator[Run]:
    """Yield the runs inside an element, without the lists in it."""
    if isinstance(element, NavigableString):
        if type(element) is NavigableString:
            yield Run(_collapsed(str(element)), bold, italic, href)
        return
    if not isinstance(element, Tag):
        return
    if element.name == "br":
        yield Run("\n", bold, italic, href)
        return
    bold, italic = bold or element.name in BOLD, italic or element.name in ITALIC
    href = address(element) if element.name == "a" else href
    for child in element.children:
        if getattr(child, "name", None) not in LISTS:
            yield from runs_of(child, address, bold=bold, italic=italic, href=href)


def html_of(parts: list[Part]) -> str:
    """Return paragraphs and list items as rich text."""
    html, open_list = "", ""
    for part in parts:
        wanted = {Kind.BULLET: "ul", Kind.NUMBER: "ol"}.get(part.kind, "")
        if wanted != open_list:
            html += (f"</{open_list}>" if open_list else "") + (f"<{wanted}>" if wanted else "")
            open_list = wanted
        tag = "li" if wanted else "p"
        html += f"<{tag}>{inline_html(part.runs)}</{tag}>"
    return html + (f"</{open_list}>" if open_list else "")


def _collapsed(text: str) -> str:
    """Return text with white space as browsers show it."""
    start, end = text[:1].isspace(), text[-1:].isspace()
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' if start else ''}{words}{' ' if end else ''}"
