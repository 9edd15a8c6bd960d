"""What a document holds that a page does not take from it, counted and told."""

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

LONGEST_ADDRESS = 120
SENTENCES = {
    "picture": ngettext_lazy(
        "%(count)d picture was left out. Put it in by hand, with alt text and credit.",
        "%(count)d pictures were left out. Put them in by hand, with alt text and credit.",
        "count",
    ),
    "table": ngettext_lazy(
        "%(count)d table was left out. Put it in by hand.",
        "%(count)d tables were left out. Put them in by hand.",
        "count",
    ),
    "film": ngettext_lazy(
        "%(count)d film or sound was left out. Put it in by hand.",
        "%(count)d films or sounds were left out. Put them in by hand.",
        "count",
    ),
    "form": ngettext_lazy("%(count)d form was left out.", "%(count)d forms were left out.", "count"),
    "object": ngettext_lazy(
        "%(count)d embedded object was left out.", "%(count)d embedded objects were left out.", "count"
    ),
    "footnote": ngettext_lazy(
        "%(count)d footnote was left out. Say in the text what it says.",
        "%(count)d footnotes were left out. Say in the text what they say.",
        "count",
    ),
    "comment": ngettext_lazy(
        "%(count)d comment was left out. Read it in the document.",
        "%(count)d comments were left out. Read them in the document.",
        "count",
    ),
    "change": ngettext_lazy(
        "%(count)d tracked change was taken over as if it was accepted.",
        "%(count)d tracked changes were taken over as if they were accepted.",
        "count",
    ),
}


class LeftOut:
    """Counts what is left out, by the names of SENTENCES, and keeps the addresses that lead nowhere."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._addresses: list[str] = []

    def count(self, name: str) -> None:
        """Count one."""
        self._counts[name] += 1

    def link(self, address: str) -> None:
        """Keep the address of a link that is not taken."""
        self._addresses.append(address[:LONGEST_ADDRESS])

    def sentences(self) -> list[str]:
        """Return a sentence for each kind of thing and for each address."""
        found = [str(SENTENCES[name] % {"count": number}) for name, number in sorted(self._counts.items())]
        sentence = _("The link to “%(address)s” was left out: it leads nowhere on the web.")
        return found + [sentence % {"address": address} for address in self._addresses]
