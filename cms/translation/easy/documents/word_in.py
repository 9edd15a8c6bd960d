"""Reading a Word document that came back."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

from cms.translation.easy.documents.left_out import LeftOut
from cms.translation.easy.documents.links import is_allowed
from cms.translation.easy.documents.parts import Kind, Part, Refused, Run, joined
from cms.translation.easy.documents.received import Received
from cms.translation.easy.documents.word_safety import refuse_hostile
from cms.translation.exchange.damage import DAMAGE

PARAGRAPH, TABLE, CONTROL, CONTENT = qn("w:p"), qn("w:tbl"), qn("w:sdt"), qn("w:sdtContent")
RUN, LINK, GONE = qn("w:r"), qn("w:hyperlink"), {qn("w:del"), qn("w:moveFrom")}
BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): " ", qn("w:noBreakHyphen"): "‑"}
TEXT = qn("w:t")
LEFT_OUT = {
    qn("w:drawing"): "picture",
    qn("w:pict"): "picture",
    qn("w:object"): "object",
    qn("w:footnoteReference"): "footnote",
    qn("w:endnoteReference"): "footnote",
    qn("w:commentReference"): "comment",
}


def read_word(data: bytes) -> Received:
    """Return what a .docx file says and what of it is left out, or raise Refused."""
    refuse_hostile(data)
    try:
        document = Document(BytesIO(data))
        reader = _Reader(document)
        parts = list(reader.parts())
    except (KeyError, TypeError, AttributeError, etree.LxmlError, *DAMAGE) as error:
        raise Refused(_("The file is damaged. Save it once more as .docx and try again.")) from error
    return Received(parts, reader.sentences())


class _Reader:
    """Goes through a document and counts what it leaves out."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.left_out = LeftOut()
        self.tables: list[str] = []

    def parts(self) -> Iterator[Part]:
        """Yield the parts of the body."""
        for element in self._blocks(self.document.element.body):
            if element.tag == TABLE:
                self.tables.append(" ".join(text.text or "" for text in element.iter(TEXT))[:80])
            else:
                yield from self._paragraph(element)

    def sentences(self) -> list[str]:
        """Return a sentence for each thing that was left out."""
        sentence = _("A table was left out: “%(text)s…”. Put it in by hand.")
        return [sentence % {"text": text} for text in self.tables] + self.left_out.sentences()

    def _blocks(self, parent: Any) -> Iterator[Any]:
        for element in parent:
            if element.tag in (PARAGRAPH, TABLE):
                yield element
            elif element.tag == CONTROL:
                for content in element.iterchildren(CONTENT):
                    yield from self._blocks(content)

    def _paragraph(self, element: Any) -> Iterator[Part]:
        paragraph = Paragraph(element, self.document)
        runs = joined(self._runs(element, ""))
        if any(run.text.strip() for run in runs):
            kind, level = self._kind(paragraph)
            yield Part(kind, _stripped(runs), level)

    def _runs(self, parent: Any, href: str) -> Iterator[Run]:
        """Yield the runs inside; inserted text, fields and controls are gone into, deleted text is not."""
        for child in parent:
            if child.tag in GONE:
                self.left_out.count("change")
            elif child.tag == RUN:
                yield from self._run(child, href)
            elif child.tag == LINK:
                yield from self._runs(child, self._address(child) or href)
            elif child.tag == qn("w:ins"):
                self.left_out.count("change")
                yield from self._runs(child, href)
            elif child.tag not in (qn("w:pPr"), qn("w:rPr")):
                yield from self._runs(child, href)

    def _run(self, element: Any, href: str) -> Iterator[Run]:
        look = element.find(qn("w:rPr"))
        text = ""
        for child in element:
            if child.tag == TEXT:
                text += child.text or ""
            elif child.tag in BREAKS:
                text += BREAKS[child.tag]
            elif child.tag in LEFT_OUT:
                self.left_out.count(LEFT_OUT[child.tag])
        yield Run(text, _is_on(look, "w:b"), _is_on(look, "w:i"), href)

    def _address(self, link: Any) -> str:
        relation = self.document.part.rels.get(link.get(qn("r:id"), ""))
        address = str(relation.target_ref) if relation is not None and relation.is_external else ""
        if address and not is_allowed(address):
            self.left_out.link(address)
            return ""
        return address

    def _kind(self, paragraph: Paragraph) -> tuple[Kind, int]:
        style = (paragraph.style.name if paragraph.style is not None else "") or ""
        name = style.lower()
        if name == "title":
            return Kind.TITLE, 0
        if name.startswith("heading"):
            level = int(name.removeprefix("heading").strip() or 2) if name[-1].isdigit() else 2
            return Kind.HEADING, 3 if level > 2 else level
        if name.startswith("list number"):
            return Kind.NUMBER, 0
        if name.startswith("list bullet"):
            return Kind.BULLET, 0
        return self._numbered(paragraph), 0

    def _numbered(self, paragraph: Paragraph) -> Kind:
        """Return what a paragraph is by its own numbering, which editors set where no style of theirs is used."""
        properties = paragraph._p.pPr
        numbering = properties.numPr if properties is not None else None
        if numbering is None or numbering.numId is None or numbering.numId.val == 0:
            return Kind.PARAGRAPH
        format_ = self._number_format(numbering.numId.val)
        return Kind.BULLET if format_ in ("bullet", "none", "") else Kind.NUMBER

    def _number_format(self, number_id: int) -> str:
        try:
            root = self.document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return ""
        path = f"w:num[@w:numId='{int(number_id)}']/w:abstractNumId/@w:val"
        found = root.xpath(path)
        path = f"w:abstractNum[@w:abstractNumId='{int(found[0])}']/w:lvl[1]/w:numFmt/@w:val" if found else "."
        formats = root.xpath(path) if found else []
        return str(formats[0]) if formats else ""


def _is_on(look: Any, name: str) -> bool:
    toggle = look.find(qn(name)) if look is not None else None
    return toggle is not None and toggle.get(qn("w:val"), "true") not in ("0", "false", "off")


def _stripped(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return runs without line breaks at their ends."""
    if not runs:
        return runs
    found = list(runs)
    found[0] = Run(found[0].text.lstrip(), found[0].bold, found[0].italic, found[0].href)
    found[-1] = Run(found[-1].text.rstrip(), found[-1].bold, found[-1].italic, found[-1].href)
    return joined(found)
