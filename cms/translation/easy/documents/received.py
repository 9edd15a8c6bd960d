"""What was read from a document that came back."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cms.translation.easy.documents.parts import Part, Refused

MOST_CHARACTERS = 200_000


@dataclass(frozen=True)
class Received:
    """The parts of a document, and a sentence for each thing in it that is not taken."""

    parts: list[Part]
    left_out: list[str]

    def __post_init__(self) -> None:
        if sum(len(run.text) for part in self.parts for run in part.runs) > MOST_CHARACTERS:
            raise Refused(_("The document is far longer than a page. Take one page at a time."))
        if not any(part.text for part in self.parts):
            raise Refused(_("There is no text in this document. Choose another file."))
