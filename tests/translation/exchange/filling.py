"""What a translator's tool does with a file, done with Python's own XML reader."""

from collections.abc import Callable
from copy import deepcopy
from xml.etree import ElementTree

import polib

X12 = "urn:oasis:names:tc:xliff:document:1.2"
X20 = "urn:oasis:names:tc:xliff:document:2.0"
Translate = Callable[[str], str]


def french(text: str) -> str:
    """Return a text that is not the source, whatever the source is."""
    return f"« {text} »" if text.strip() else text


def filled(name: str, data: bytes, translate: Translate = french, state: str | None = "translated") -> bytes:
    """Return a translation file in which every text has a target: the source's tags with other words in them."""
    if name.endswith(".po"):
        return _filled_po(data, translate)
    root = ElementTree.fromstring(data)  # noqa: S314 - our own file
    space = root.tag[1:].partition("}")[0]
    ElementTree.register_namespace("", space)
    for holder in root.iter(f"{{{space}}}{'trans-unit' if space == X12 else 'segment'}"):
        _fill(holder, space, translate, state)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def _fill(holder: ElementTree.Element, space: str, translate: Translate, state: str | None) -> None:
    source, target = holder.find(f"{{{space}}}source"), holder.find(f"{{{space}}}target")
    if target is None:
        target = ElementTree.Element(f"{{{space}}}target")
        holder.insert(list(holder).index(source) + 1, target)
    copy = deepcopy(source)
    target[:], target.text = list(copy), copy.text
    for element in target.iter():
        element.text = translate(element.text) if element.text else element.text
        element.tail = translate(element.tail) if element.tail and element is not target else element.tail
    stated = target if space == X12 else holder
    if state is None:
        stated.attrib.pop("state", None)
    else:
        stated.set("state", state)


def _filled_po(data: bytes, translate: Translate) -> bytes:
    po = polib.pofile(data.decode())
    for entry in po:
        if not entry.obsolete:
            entry.msgstr = _outside_tags(entry.msgid, translate)
            entry.flags = []
    return str(po).encode()


def _outside_tags(html: str, translate: Translate) -> str:
    parts = html.replace("<", "\0<").replace(">", ">\0").split("\0")
    return "".join(part if part.startswith(("<", "&")) else translate(part) for part in parts)
