"""Reading the inline elements of a format one by one."""

from collections.abc import Callable, Iterable, Mapping

from django.utils.translation import gettext as _

from cms.translation.exchange.assembly import Assembly
from cms.translation.exchange.faults import BrokenMarkup
from cms.translation.exchange.inline import Piece
from cms.translation.exchange.xml import Node


class CodesReader:
    """Hands text and codes to an assembly. A format says in `ways` what each of its inline elements means."""

    def __init__(self, known: Mapping[str, str] | None = None) -> None:
        self.assembly = Assembly(known)
        self._begun: dict[str, str] = {}

    @classmethod
    def pieces(cls, texts: Iterable[Node | None], known: Mapping[str, str] | None = None) -> tuple[Piece, ...]:
        """Return the pieces of texts that are read as one. Raises BrokenMarkup."""
        reader = cls(known)
        for text in texts:
            if text is not None:
                reader.feed(text)
        return reader.assembly.pieces()

    @classmethod
    def pieces_or_none(cls, texts: Iterable[Node | None]) -> tuple[Piece, ...] | None:
        """Return the same, None for what is broken."""
        try:
            return cls.pieces(texts)
        except BrokenMarkup:
            return None

    def ways(self) -> dict[str, Callable[[Node], None]]:
        """Return what to do with each inline element."""
        raise NotImplementedError

    def feed(self, text: Node) -> None:
        """Read what is inside an element."""
        ways = self.ways()
        for child in text.children:
            if isinstance(child, str):
                self.assembly.text(child)
            elif child.name in ways:
                ways[child.name](child)
            else:
                raise BrokenMarkup(_("The element <%(name)s> is not known here. Delete it.") % {"name": child.name})

    def around(self, code: Node, code_id: str) -> None:
        """Read a tag with what it encloses."""
        self.assembly.open(code_id)
        self.feed(code)
        self.assembly.close(code_id)

    def begin(self, code_id: str, reference: str) -> None:
        """Read the beginning of a tag whose end is an element of its own that names `reference`."""
        self._begun[reference] = code_id
        self.assembly.open(code_id)

    def end(self, reference: str) -> None:
        """Read that end."""
        self.assembly.close(self._begun.get(reference, reference))
