"""The page of explanations that lies beside the files of an export."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.translation.exchange.inline import pieces_of, text_of
from cms.translation.exchange.outgoing import OutgoingFile, State
from cms.translation.texts.words import count_words

NAME = "README.txt"


def manifest(files: Iterable[tuple[str, OutgoingFile]], *, with_tmx: bool) -> bytes:
    """Return the text for files given as (name, file), in the active language."""
    files = list(files)
    paragraphs = [
        _("Texts to be translated"),
        _(
            "Each file holds one page. Translate the files in your translation tool, keep their names, and hand in "
            "the translated files in the same format, single or together as a ZIP."
        ),
        _(
            "Tags and values in curly brackets, such as {count:partner-cities}, are protected: keep them all. Mark "
            "a text as translated when it is done; what is still marked as not translated is left out."
        ),
        _("A note you write at a text arrives as a comment."),
    ]
    if with_tmx:
        paragraphs.append(_("The file that ends in .tmx holds earlier translations of these pages as a memory."))
    return "\r\n\r\n".join([*paragraphs, "\r\n".join(_line(name, file) for name, file in files), ""]).encode(
        "utf-8-sig"
    )


def _line(name: str, file: OutgoingFile) -> str:
    todo = [unit for unit in file.units if unit.state in (State.UNTRANSLATED, State.DRAFT)]
    words = sum(count_words(text_of(pieces_of(unit.source))) for unit in todo)
    texts = ngettext("%(count)d text to do", "%(count)d texts to do", len(todo)) % {"count": len(todo)}
    amount = ngettext("%(count)d word", "%(count)d words", words) % {"count": words}
    return f"{name}: {file.title} ({file.source_code} → {file.target_code}; {texts}, {amount})"
