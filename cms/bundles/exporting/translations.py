"""The texts of a translated page, put against the source page they belong to."""

from collections.abc import Container
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup
from wagtail_localize.segments import StringSegmentValue

from cms.bundles.exporting.outgoing import Outgoing
from cms.bundles.segments import PageSegments, is_link, link_path, reference_kind
from cms.core.models import BasePage


@dataclass
class OutgoingTexts:
    """Texts and overrides by context path. `lost` counts the texts that do not fit the source page, `missing` those
    of the source page that have no translation."""

    strings: dict[str, Any] = field(default_factory=dict)
    overrides: dict[str, Any] = field(default_factory=dict)
    lost: int = 0
    missing: int = 0


def outgoing_texts(
    source: BasePage, translated: BasePage, way: Outgoing, recorded: Container[str] | None = None
) -> OutgoingTexts:
    """Return what is live on the page `translated`, by the context paths of the live page `source`.

    `recorded` holds the paths of which wagtail-localize knows a translation: a text that is the source's own and has
    none only stands in for one. None where wagtail-localize does not look after the page.
    """
    wanted, found = PageSegments.of(source), PageSegments.of(translated)
    texts = OutgoingTexts(lost=sum(path not in wanted.strings for path in found.strings))
    for path, segments in wanted.strings.items():
        live = found.strings.get(path, [])
        stands_in = recorded is not None and path not in recorded and _data(live) == _data(segments)
        text = _text(path, segments, live, wanted, texts)  # an address may differ where no text does
        if text is None or stands_in:
            texts.missing += 1
            texts.lost += path in found.strings and not stands_in
        else:
            texts.strings[path] = text
    for path, segment in wanted.overridable.items():
        other = found.overridable.get(path)
        if other is not None and not is_link(path) and other.data != segment.data:
            _add_override(texts, path, (segment.data, other.data), reference_kind(source, path), way)
    return texts


def _data(segments: list[StringSegmentValue]) -> list[str]:
    return [segment.string.data for segment in segments]


def _add_override(texts: OutgoingTexts, path: str, data: tuple[Any, Any], kind: str, way: Outgoing) -> None:
    """Note that a translation has the second value, where it does not just say the same in another way."""
    own, other = (way.named(kind, one, path) if kind else one for one in data)
    if own != other:
        texts.overrides[path] = other


def _text(
    path: str,
    wanted: list[StringSegmentValue],
    found: list[StringSegmentValue],
    source: PageSegments,
    texts: OutgoingTexts,
) -> str | list[str] | None:
    """Return one text, None where it does not fit; notes in `texts` the addresses that differ."""
    if len(wanted) != len(found):
        return None
    if path not in source.rich:
        return found[0].render_text()
    fragments, addresses = _Fragments(), {}
    made = [fragments.fitting(one, other, addresses) for one, other in zip(wanted, found, strict=True)]
    if None in made:
        return None
    texts.overrides.update({link_path(path, old): new for old, new in addresses.items() if old != new})
    return made


class _Fragments:
    """The fragments of one rich text, in which a sentence and an address may change in one way only."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def fitting(
        self, source: StringSegmentValue, translated: StringSegmentValue, addresses: dict[str, str]
    ) -> str | None:
        """Return the translated fragment with its links named as in the source, None where that cannot be."""
        names = _link_names(source.attrs or {}, translated.attrs or {}, addresses)
        if names is None:
            return None
        soup = BeautifulSoup(translated.string.data, "html.parser")
        for element in soup.find_all(id=True):
            element["id"] = names[element["id"]]
        fragment = str(soup)
        return fragment if self._known.setdefault(source.string.data, fragment) == fragment else None


def _link_names(source: dict[str, Any], translated: dict[str, Any], addresses: dict[str, str]) -> dict[str, str] | None:
    """Return the name in the source of each link in the translation: the one that leads to the same place, else the
    next one that leads elsewhere. None where a link has no counterpart."""
    free, names = dict(source), {}
    for name, attrs in translated.items():
        same = next((one for one, others in free.items() if others == attrs), None)
        if same is not None:
            names[name] = same
            _note(addresses, free.pop(same), attrs)
    for name, attrs in translated.items():
        if name not in names:
            other = next((one for one, others in free.items() if others.keys() == attrs.keys()), None)
            if other is None or not _note(addresses, free.pop(other), attrs):
                return None
            names[name] = other
    return names


def _note(addresses: dict[str, str], old: dict[str, Any], new: dict[str, Any]) -> bool:
    """Note where an address of the source leads in the translation; return whether that is possible."""
    if "href" not in old:
        return old == new
    return addresses.setdefault(old["href"], new["href"]) == new["href"]
