"""Reading an HTML document that came back: an allow list of what is taken, everything else is dropped or told."""

from collections.abc import Iterator

from bs4 import BeautifulSoup, PageElement, Tag
from bs4.exceptions import ParserRejectedMarkup
from django.utils.translation import gettext as _

from cms.translation.easy.documents.left_out import LeftOut
from cms.translation.easy.documents.links import is_allowed
from cms.translation.easy.documents.parts import Kind, Part, Refused, joined
from cms.translation.easy.documents.received import Received
from cms.translation.easy.documents.rich_text import LISTS, runs_of
from cms.translation.easy.documents.word_safety import MOST_BYTES

MOST_DEEP = 100
DROPPED = {"script", "style", "head", "title", "template", "noscript", "svg", "math", "link", "meta"}
TOLD = {
    "img": "picture", "picture": "picture", "table": "table", "video": "film", "audio": "film", "form": "form",
    "iframe": "object", "object": "object", "embed": "object",
}  # fmt: skip
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 3, "h5": 3, "h6": 3}
INLINE = {"a", "b", "strong", "i", "em", "cite", "span", "u", "font", "br", "small", "mark", "abbr", "sub", "sup", "q"}


def read_html(data: bytes) -> Received:
    """Return what an HTML file says and what of it is left out, or raise Refused."""
    if len(data) > MOST_BYTES:
        raise Refused(_("The file is larger than 20 MB. Take the pictures out of it and try again."))
    if b"\0" in data[:1000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused(_("This is neither HTML nor a Word document. Save it as .docx or as HTML and try again."))
    reader = _Reader()
    try:
        soup = BeautifulSoup(data, "html.parser")
        parts = list(reader.parts(soup.body or soup))
    except ParserRejectedMarkup as error:
        raise Refused(_("The file is damaged. Save it once more as .docx and try again.")) from error
    except RecursionError as error:
        raise Refused(_("The tags of this file are nested too deep. Copy the text into a new document.")) from error
    return Received(parts, reader.left_out.sentences())


class _Reader:
    """Goes through a document and counts what it leaves out."""

    def __init__(self) -> None:
        self.left_out = LeftOut()

    def parts(self, parent: Tag, depth: int = 0) -> Iterator[Part]:
        """Yield the parts inside an element; text outside paragraphs makes paragraphs too."""
        if depth > MOST_DEEP:
            raise RecursionError
        loose: list[PageElement] = []
        for child in parent.children:
            name = getattr(child, "name", None)
            if name is None or name in INLINE:
                loose.append(child)
                continue
            yield from self._paragraph(loose)
            loose = []
            yield from self._element(child, depth)
        yield from self._paragraph(loose)

    def _element(self, element: Tag, depth: int) -> Iterator[Part]:
        if element.name in TOLD:
            self.left_out.count(TOLD[element.name])
        elif element.name in DROPPED:
            return
        elif element.name in HEADINGS:
            level = HEADINGS[element.name]
            kind = Kind.TITLE if level == 1 else Kind.HEADING
            yield from self._paragraph(list(element.children), kind, level if level > 1 else 0)
        elif element.name == "p":
            yield from self._paragraph(list(element.children))
        elif element.name in LISTS:
            yield from self._list(element, depth)
        else:
            yield from self.parts(element, depth + 1)

    def _list(self, element: Tag, depth: int) -> Iterator[Part]:
        if depth > MOST_DEEP:
            raise RecursionError
        for item in element.find_all("li", recursive=False):
            own = [child for child in item.children if getattr(child, "name", None) not in LISTS]
            yield from self._paragraph(own, LISTS[element.name])
            for inner in item.find_all(list(LISTS), recursive=False):
                yield from self._list(inner, depth + 1)

    def _paragraph(self, children: list[PageElement], kind: Kind = Kind.PARAGRAPH, level: int = 0) -> Iterator[Part]:
        for child in children:
            self._clear(child)
        runs = joined(run for child in children for run in runs_of(child, self._address))
        if any(run.text.strip() for run in runs):
            yield Part(kind, runs, level)

    def _clear(self, child: PageElement) -> None:
        """Take out of a paragraph what must not be in it, telling what readers could have seen."""
        if not isinstance(child, Tag):
            return
        for tag in [child, *child.find_all(True)]:
            if tag.decomposed:
                continue
            if tag.name in TOLD:
                self.left_out.count(TOLD[tag.name])
            if tag.name in TOLD or tag.name in DROPPED:
                tag.clear()

    def _address(self, link: Tag) -> str:
        address = str(link.get("href", "")).strip()
        if address and not is_allowed(address):
            if not address.startswith("#"):
                self.left_out.link(address)
            return ""
        return address
