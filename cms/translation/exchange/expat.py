"""The parser for somebody else's XML: a document type may be named at most, and nothing may be declared."""

from defusedxml.common import DTDForbidden
from defusedxml.expatreader import DefusedExpatParser


def parser_for(*, may_name_document_type: bool) -> DefusedExpatParser:
    """Return a parser that raises DefusedXmlException for what is not safe."""
    return _NamingParser(forbid_external=False) if may_name_document_type else DefusedExpatParser(forbid_dtd=True)


class _NamingParser(DefusedExpatParser):
    """Lets a file name its document type, and refuses declarations in the file itself.

    Refusing entities would not do: an attribute with a default of a megabyte costs that at each element.
    """

    def reset(self) -> None:
        """Look at the document type where it begins."""
        super().reset()
        self._parser.StartDoctypeDeclHandler = self._begin_document_type

    def _begin_document_type(self, name: str, system_id: str, public_id: str, has_declarations: int) -> None:
        if has_declarations:
            raise DTDForbidden(name, system_id, public_id)
