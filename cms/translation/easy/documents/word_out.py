"""Writing a document for Word: large type, flush left, no hyphenation, as texts in easy language are worked on."""

from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from cms.translation.easy.documents.parts import Kind, Part, Run

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
STYLES = {
    Kind.TITLE: "Title",
    Kind.PARAGRAPH: "Normal",
    Kind.BULLET: "List Bullet",
    Kind.NUMBER: "List Number",
}


def word_file(parts: list[Part], *, title: str, language: str) -> bytes:
    """Return the parts as a .docx file; `language` is the exchange code of the text, such as `de-DE`."""
    document = Document()
    _set_up(document, title, language)
    for part in parts:
        style = f"Heading {part.level}" if part.kind == Kind.HEADING else STYLES[part.kind]
        paragraph = document.add_paragraph(style=style)
        for run in part.runs:
            _add(paragraph, run)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _set_up(document: WordDocument, title: str, language: str) -> None:
    document.core_properties.title = title
    document.core_properties.author = document.core_properties.comments = ""
    document.core_properties.language = language
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(14)
    normal.paragraph_format.line_spacing = 1.5
    normal.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3"):
        document.styles[name].font.name = "Arial"
    spelling = OxmlElement("w:lang")
    spelling.set(qn("w:val"), language)
    normal.element.get_or_add_rPr().append(spelling)


def _add(paragraph: Paragraph, run: Run) -> None:
    """Add a run; Word keeps links as a relation of the document with the run inside."""
    added = paragraph.add_run(run.text)
    added.bold, added.italic = run.bold or None, run.italic or None
    if run.href:
        link = OxmlElement("w:hyperlink")
        relation = paragraph.part.relate_to(run.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link.set(qn("r:id"), relation)
        added.underline = True
        link.append(added._r)
        paragraph._p.append(link)
