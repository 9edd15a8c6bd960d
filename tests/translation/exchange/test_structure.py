"""Our files against what the standards say of the elements we use (OASIS XLIFF 1.2 and 2.0): order and attributes."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from wagtail_localize.models import Translation

from cms.accounts.models import User
from cms.translation.texts.units import Origin, units_of
from cms.translation.texts.writing import write
from home.models import StandardPage
from tests.factories.core import publish
from tests.translation.exchange.filling import X12, X20

Export = Callable[..., dict[str, bytes]]
XML_LANG, XML_SPACE = "xml:lang", "xml:space"
INLINE_12, INLINE_20 = r"((g|x) )*", r"((pc|ph) )*"

# For each element: the children it may have in their order, the attributes it must have, and those it may have.
RULES_12 = {
    "xliff": (r"(file )+", {"version"}, set()),
    "file": (r"header body ", {"original", "source-language", "datatype"}, {"target-language", "date"}),
    "header": (r"(note )*", set(), set()),
    "body": (r"(trans-unit )*", set(), set()),
    "trans-unit": (
        r"source (target )?((note|alt-trans) )*",
        {"id"},
        {"resname", XML_SPACE, "approved", "maxwidth", "size-unit"},
    ),
    "source": (INLINE_12, set(), {XML_LANG}),
    "target": (INLINE_12, set(), {XML_LANG, "state", "state-qualifier"}),
    "alt-trans": (r"source target ", set(), {"alttranstype", "origin"}),
    "note": (r"", set(), {"from"}),
    "g": (INLINE_12, {"id"}, {"ctype", "clone"}),
    "x": (r"", {"id"}, {"ctype", "clone", "equiv-text"}),
}
RULES_20 = {
    "xliff": (r"(file )+", {"version", "srcLang"}, {"trgLang"}),
    "file": (r"(notes )?(unit )+", {"id"}, {"original"}),
    "notes": (r"(note )+", set(), set()),
    "note": (r"", set(), {"category"}),
    "unit": (r"(notes )?(segment )+", {"id"}, {"name", XML_SPACE}),
    "segment": (r"source (target )?", set(), {"state"}),
    "source": (INLINE_20, set(), set()),
    "target": (INLINE_20, set(), set()),
    "pc": (INLINE_20, {"id"}, {"type", "subType", "canCopy", "canDelete"}),
    "ph": (r"", {"id"}, {"type", "subType", "canCopy", "canDelete", "equiv", "disp"}),
}
VALUES = {
    "state": {"needs-translation", "needs-review-translation", "translated", "final", "initial"},
    "state-qualifier": {"leveraged-mt", "exact-match"},
    "ctype": re.compile(r"bold|italic|link|lb|x-.+"),
    "alttranstype": {"previous-version"},
    "size-unit": {"char"},
    "approved": {"yes"},
    "type": {"fmt", "ui", "link", "other"},
    "subType": {"xlf:b", "xlf:i", "xlf:lb", "xlf:var"},
    "id": re.compile(r"\S+"),
    "date": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z"),
}


def faults(element: ElementTree.Element, space: str, rules: dict) -> list[str]:
    """Return what breaks the rules, here and below."""
    name = element.tag.removeprefix(f"{{{space}}}")
    order, must, may = rules[name]
    attributes = {key.replace("{http://www.w3.org/XML/1998/namespace}", "xml:"): v for key, v in element.items()}
    found = [f"{name} lacks {one}" for one in must - set(attributes)]
    found += [f"{name} may have no {one}" for one in set(attributes) - must - may]
    found += [f"{key}={value}" for key, value in attributes.items() if not _is_allowed(key, value)]
    children = "".join(f"{child.tag.removeprefix(f'{{{space}}}')} " for child in element)
    if not re.fullmatch(order, children):
        found.append(f"{name} holds {children}")
    return found + [fault for child in element for fault in faults(child, space, rules)]


def _is_allowed(key: str, value: str) -> bool:
    rule = VALUES.get(key)
    if rule is None:
        return True
    return value in rule if isinstance(rule, set) else bool(rule.fullmatch(value))


@pytest.mark.parametrize(
    ("file_format", "space", "rules"), [("xliff12", X12, RULES_12), ("xliff20", X20, RULES_20)], ids=["1.2", "2.0"]
)
def test_files_keep_to_the_standard_in_every_state_of_a_text(
    file_format: str,
    space: str,
    rules: dict,
    rich: StandardPage,
    rich_french: Translation,
    admin: User,
    export: Export,
) -> None:
    first, second, third, *_rest = units_of(rich_french)
    write(rich_french, first, "Réseau", user=admin)
    write(rich_french, second, "Ligne", user=None, origin=Origin.MACHINE, tool="Engine")
    write(rich_french, third, third.source, user=None, origin=Origin.MEMORY)
    rich.title = "Netze & Städte"
    publish(rich)
    write(rich_french, units_of(rich_french)[5], "Deuxièmement", user=admin)
    root = ElementTree.fromstring(next(iter(export(rich, file_format=file_format).values())))  # noqa: S314 - our own
    assert faults(root, space, rules) == []
    seen = {element.tag.removeprefix(f"{{{space}}}") for element in root.iter()}
    assert seen == set(rules)
