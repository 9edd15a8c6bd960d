"""The list of terms as TBX, the exchange format of terminology tools.

Written as TBX-Basic in its form of 2008 (`martif`), which these tools open best. Read in that form and in the form of
ISO 30042:2019 (`tbx`), with categories as elements of their own (DCT) or as attributes (DCA).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _
from wagtail.models import Locale

from cms.translation.exchange.codes import code_of, is_of
from cms.translation.exchange.faults import Unreadable
from cms.translation.exchange.parsing import parse
from cms.translation.exchange.xml import Node, document, node
from cms.translation.models import Term
from cms.translation.terms.entries import TermEntry, forbidden_of, kind_named

STATUS, KIND, TRANSACTION = "administrativeStatus", "subjectField", "transactionType"
PREFERRED, DEPRECATED = "preferredTerm-admn-sts", "deprecatedTerm-admn-sts"
CREATED, CHANGED = "origination", "modification"
_FORBIDDEN = ("deprecated", "superseded")


def write_tbx(terms: Iterable[Term], source: Locale, target: Locale) -> bytes:
    """Return the terms of a language pair, sorted by their words; the same terms are the same bytes."""
    codes = code_of(source), code_of(target)
    in_order = sorted(terms, key=lambda one: (one.term, one.pk))
    entries = (_concept(term, f"t{number}", *codes) for number, term in enumerate(in_order, start=1))
    about = node("fileDesc", node("sourceDesc", node("p", "City Relations")))
    rules = node("encodingDesc", node("p", "TBXBasicXCSV02.xcs", type="XCSURI"))
    text = node("text", node("body", *entries))
    return document(node("martif", node("martifHeader", about, rules), text, type="TBX-Basic", xml_lang=codes[0]))


def read_tbx(data: bytes, source: Locale, target: Locale) -> Iterator[TermEntry | int]:
    """Yield the terms of a language pair; for a concept that lacks a language or a usable word its line.

    Raises Unreadable with the line that is wrong.
    """
    root = parse(data, may_name_document_type=True)
    if root.name not in ("martif", "tbx"):
        raise Unreadable(_("This is no TBX file. Export the list as TBX or as CSV."), root.line)
    for concept in root.deep("termEntry", "conceptEntry"):
        yield from _entries(concept, source, target)


def _concept(term: Term, number: str, source_code: str, target_code: str) -> Node:
    deprecated = [_word(word, DEPRECATED) for word in forbidden_of(term)]
    return node(
        "termEntry",
        node("descrip", term.kind, type=KIND),
        _transaction(CREATED, term.created_at),
        _transaction(CHANGED, term.changed_at),
        node("note", term.note) if term.note else None,
        node("langSet", _word(term.term, None), xml_lang=source_code),
        node("langSet", _word(term.preferred, PREFERRED), *deprecated, xml_lang=target_code),
        id=number,
    )


def _word(word: str, status: str | None) -> Node:
    return node("tig", node("term", word), node("termNote", status, type=STATUS) if status else None)


def _transaction(kind: str, moment: datetime) -> Node:
    date = moment.astimezone(UTC).isoformat(timespec="seconds")
    return node("transacGrp", node("transac", kind, type=TRANSACTION), node("date", date))


@dataclass(frozen=True)
class _Word:
    text: str
    status: str

    @property
    def is_forbidden(self) -> bool:
        return self.status.startswith(_FORBIDDEN)


def _entries(concept: Node, source: Locale, target: Locale) -> Iterator[TermEntry | int]:
    terms = [word for word in _words(concept, source) if not word.is_forbidden]
    translations = _words(concept, target)
    allowed = sorted(
        (word for word in translations if not word.is_forbidden), key=lambda word: word.status != PREFERRED
    )
    if not terms or not allowed:
        yield concept.line
        return
    notes = [one.text.strip() for one in concept.deep("note") if one.text.strip()]
    for word in terms:
        yield TermEntry(
            line=concept.line,
            term=word.text,
            preferred=min(allowed, key=lambda one: one.status != PREFERRED).text,
            forbidden=tuple(one.text for one in translations if one.is_forbidden),
            kind=kind_named(_category(concept, KIND)),
            note=" ".join(dict.fromkeys(notes)),
            created_at=_date(concept, CREATED),
            changed_at=_date(concept, CHANGED),
        )


def _words(concept: Node, locale: Locale) -> list[_Word]:
    """Return the words of a concept in a language, in whatever region."""
    sections = (one for one in concept.nodes("langSet", "langSec") if is_of(one.attributes.get("xml:lang", ""), locale))
    words = (
        _Word(" ".join(term.text.split()), _category(section, STATUS))
        for language in sections
        for section in language.nodes("tig", "ntig", "termSec")
        for term in section.deep("term")
    )
    return [word for word in words if word.text]


def _category(place: Node, name: str) -> str:
    """Return the value of a data category: of the element with its name, or of the element of that `type`."""
    for one in place.deep(name, "descrip", "termNote", "admin"):
        if one.name == name or one.attributes.get("type") == name:
            return one.text.strip()
    return ""


def _date(concept: Node, kind: str) -> datetime | None:
    """Return the moment of a transaction of the concept itself; single words may have others."""
    for group in concept.nodes("transacGrp"):
        date = group.first("date")
        if date is not None and _transaction_type(group) == kind:
            return _moment(date.text.strip())
    return None


def _transaction_type(group: Node) -> str:
    kind = group.first("transac") or group.first(TRANSACTION)
    return kind.text.strip() if kind is not None else ""


def _moment(text: str) -> datetime | None:
    try:
        moment, day = parse_datetime(text), parse_date(text)
    except ValueError:
        return None
    if moment is None and day is not None:
        moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    if moment is None:
        return None
    return moment if timezone.is_aware(moment) else moment.replace(tzinfo=UTC)
