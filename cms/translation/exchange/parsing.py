"""Reading somebody else's XML: no document types, no entities, nothing from elsewhere, bounded size and depth."""

from io import BytesIO
from typing import Any
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler, feature_namespaces
from xml.sax.xmlreader import AttributesNSImpl, InputSource

from defusedxml.common import DefusedXmlException
from django.utils.translation import gettext as _

from cms.translation.exchange.expat import parser_for
from cms.translation.exchange.faults import Unreadable
from cms.translation.exchange.limits import DEEPEST, MOST_ELEMENTS
from cms.translation.exchange.xml import XML, Node


def parse(data: bytes, *, may_name_document_type: bool = False) -> Node:
    """Return the root element of an XML document. Raises Unreadable with the line that is wrong.

    TMX and TBX files name their document type in their first lines. Where that is allowed it is still not fetched,
    and a file that declares anything itself or needs entities is refused.
    """
    tree = _Tree()
    parser = parser_for(may_name_document_type=may_name_document_type)
    parser.setFeature(feature_namespaces, True)
    parser.setContentHandler(tree)
    source = InputSource()
    source.setByteStream(BytesIO(data))
    try:
        parser.parse(source)
    except DefusedXmlException as error:
        sentence = _("The file has a document type or entities of its own. That is not safe: export it without them.")
        raise Unreadable(sentence, tree.line) from error
    except SAXParseException as error:
        sentence = _("This is no whole XML file (%(reason)s). Export it again and hand that in.")
        raise Unreadable(sentence % {"reason": error.getMessage()}, error.getLineNumber() or 0) from error
    except (LookupError, ValueError) as error:
        raise Unreadable(_("The encoding of the file is not known here. Save it as UTF-8.")) from error
    return tree.root


class _Tree(ContentHandler):
    """Builds the nodes while the parser reads."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Node("")
        self._open = [self.root]
        self._letters: list[str] = []
        self._count = 0
        self._locator: Any = None

    @property
    def line(self) -> int:
        """Return the line that is being read."""
        return self._locator.getLineNumber() or 0 if self._locator else 0

    def setDocumentLocator(self, locator: Any) -> None:
        """Take what knows the line."""
        self._locator = locator

    def startElementNS(self, name: tuple[str | None, str], qname: str | None, attrs: AttributesNSImpl) -> None:
        """Open an element; attributes of foreign namespaces are left out."""
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise Unreadable(_("The file has too many elements. Hand in fewer pages at a time."), self.line)
        if len(self._open) > DEEPEST:
            raise Unreadable(_("The elements of the file lie too deep inside each other."), self.line)
        known = {_prefixed(*key): value for key, value in attrs.items() if key[0] in (None, XML)}
        self._close_text()
        new = Node(name[1], known, namespace=name[0] or "", line=self.line)
        self._open[-1].children.append(new)
        self._open.append(new)

    def endElementNS(self, name: tuple[str | None, str], qname: str | None) -> None:
        """Close it."""
        self._close_text()
        closed = self._open.pop()
        if len(self._open) == 1:
            self.root = closed

    def characters(self, content: str) -> None:
        """Add letters; the parser may hand them over in parts."""
        self._letters.append(content)

    def skippedEntity(self, name: str) -> None:
        """Refuse an entity that only a document type from elsewhere would explain, rather than lose it."""
        sentence = _("The sign &%(name)s; is not known here. Write it as the sign itself.")
        raise Unreadable(sentence % {"name": name}, self.line)

    def _close_text(self) -> None:
        if self._letters:
            self._open[-1].children.append("".join(self._letters))
            self._letters.clear()


def _prefixed(namespace: str | None, name: str) -> str:
    return f"xml:{name}" if namespace else name
