"""XML as a tree of small nodes: written without surprises, and read without trusting it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

XML = "http://www.w3.org/XML/1998/namespace"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
NOT_IN_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that no XML 1.0 file can hold."""

_LINE_ENDS = {"\r": "&#13;"}
_WHITE = {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}


@dataclass(slots=True)
class Node:
    """One element. `name` and the names of attributes are without prefix; `line` is where it was read."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)
    namespace: str = ""
    line: int = 0

    def nodes(self, *names: str) -> Iterator["Node"]:
        """Yield the child elements with one of these names, all of them where none is given."""
        for child in self.children:
            if isinstance(child, Node) and (not names or child.name in names):
                yield child

    def first(self, name: str) -> "Node | None":
        """Return the first child element with this name, or None."""
        return next(self.nodes(name), None)

    def deep(self, *names: str) -> Iterator["Node"]:
        """Yield the elements with one of these names at any depth, in the order of the file."""
        for child in self.nodes():
            if child.name in names:
                yield child
            yield from child.deep(*names)

    @property
    def text(self) -> str:
        """Return all letters inside."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


def has_content(text: Node | None) -> bool:
    """Return whether an element is there and holds letters or other elements."""
    return text is not None and (bool(text.text.strip()) or next(text.nodes(), None) is not None)


def node(name: str, /, *children: Node | str | None, **attributes: str | None) -> Node:
    """Return an element; None among children and attributes is left out.

    `_` in the name of an attribute stands for `-`, and `xml_` at its beginning for the prefix `xml:`.
    """
    named = {_attribute(key): value for key, value in attributes.items() if value is not None}
    return Node(name, named, [child for child in children if child is not None])


def document(root: Node) -> bytes:
    """Return the XML document: UTF-8, one element a line except inside text. Signs XML cannot hold are left out."""
    return (DECLARATION + "".join(_lines(root, 0))).encode("utf-8")


def _attribute(key: str) -> str:
    if key.startswith("xml_"):
        return f"xml:{key.removeprefix('xml_')}"
    return key.rstrip("_").replace("_", "-")


def _lines(one: Node, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if not one.children or _is_text(one):
        yield f"{indent}{_flat(one)}\n"
        return
    yield f"{indent}{_opening(one)}>\n"
    for child in one.nodes():
        yield from _lines(child, depth + 1)
    yield f"{indent}</{one.name}>\n"


def _is_text(one: Node) -> bool:
    """Return whether white space inside would be part of a text."""
    return one.name in ("source", "target", "seg") or any(isinstance(child, str) for child in one.children)


def _flat(child: Node | str) -> str:
    if isinstance(child, str):
        return escape(NOT_IN_XML.sub("", child), _LINE_ENDS)
    inner = "".join(_flat(one) for one in child.children)
    return f"{_opening(child)}>{inner}</{child.name}>" if inner else f"{_opening(child)}/>"


def _opening(one: Node) -> str:
    attributes = "".join(f" {name}={_quoted(value)}" for name, value in one.attributes.items())
    return f"<{one.name}{attributes}"


def _quoted(value: str) -> str:
    return quoteattr(NOT_IN_XML.sub("", value), _WHITE)
