"""Texts with inline tags, taken apart and put together again."""

import random

import pytest
from wagtail_localize.strings import StringValue

from cms.translation.exchange.assembly import Assembly
from cms.translation.exchange.faults import BrokenMarkup
from cms.translation.exchange.inline import Mark, Paired, Text, html_of, name_in, pieces_of, text_of

LETTERS = [
    "a",
    "ß",
    " ",
    "\n",
    "\u00a0",
    "&",
    "<",
    ">",
    '"',
    "'",
    "{",
    "}",
    "س",
    "🌍",
    "\u000b",
    "\r",
    "]]>",
    "%",
    "\\",
]
TAGS = ["abbr", "acronym", "b", "code", "em", "i", "strong", "a"]


def random_html(chance: random.Random, depth: int = 0) -> str:
    """Return a text as wagtail-localize stores it, with anything that may stand in one."""
    parts = []
    for _number in range(chance.randrange(1, 6)):
        kind = chance.randrange(8)
        if kind == 0:
            parts.append("<br/>")
        elif kind == 1:
            parts.append("{count:partner-cities;status=resting}")
        elif kind < 4 and depth < 4:
            tag = chance.choice(TAGS)
            link = f' id="a{chance.randrange(1, 4)}"' if tag == "a" and chance.random() < 0.8 else ""
            parts.append(f"<{tag}{link}>{random_html(chance, depth + 1)}</{tag}>")
        else:
            parts.append(StringValue.from_plaintext("".join(chance.choices(LETTERS, k=4)).replace("\n", " ")).data)
    return "".join(parts)


def test_a_text_falls_into_letters_tags_and_marks() -> None:
    pieces = pieces_of('Zu <b>{count:partner-cities}</b> <a id="a1">Städten &amp; mehr</a><br/>')
    assert pieces == (
        Text("Zu "),
        Paired("b1", "b", (Mark("count1", "count", "{count:partner-cities}"),)),
        Text(" "),
        Paired("a1", "a", (Text("Städten & mehr"),)),
        Mark("br1", "br", "\n"),
    )
    assert text_of(pieces) == "Zu {count:partner-cities} Städten & mehr\n"


@pytest.mark.parametrize("seed", range(300))
def test_every_text_comes_back_byte_for_byte(seed: int) -> None:
    html = random_html(random.Random(seed))  # noqa: S311 - no secret
    assert html_of(pieces_of(html)) == html


def test_no_two_pieces_share_an_id() -> None:
    pieces = pieces_of("<b>x</b><a>y</a><b><i>{count:networks}</i></b><br/><br/>{count:networks}")
    assert [piece.id for piece in pieces if not isinstance(piece, Text)] == [
        "b1",
        "link1",
        "b2",
        "br1",
        "br2",
        "count2",
    ]


@pytest.mark.parametrize(("code_id", "name"), [("b12", "b"), ("strong1", "strong"), ("a3", "a"), ("br1", "br")])
def test_an_id_says_what_it_stands_for(code_id: str, name: str) -> None:
    assert name_in(code_id) == name


@pytest.mark.parametrize("code_id", ["1", "script1", "b", "", "b1x", "B1"])
def test_other_ids_say_nothing(code_id: str) -> None:
    assert name_in(code_id) == ""


@pytest.mark.parametrize("html", ["a <![ b", "<b>" * 1000, "<b>" * 51 + "x" + "</b>" * 51])
def test_a_text_that_nobody_could_walk_through_is_broken(html: str) -> None:
    with pytest.raises(BrokenMarkup):
        pieces_of(html)


def test_fifty_tags_inside_each_other_come_back() -> None:
    html = "<b>" * 50 + "x" + "</b>" * 50
    assert html_of(pieces_of(html)) == html


@pytest.mark.parametrize("code", ["U+0000", "U+D800", "U+FFFFFF", "U+0041"])
def test_a_mark_stands_for_no_sign_that_the_database_cannot_hold(code: str) -> None:
    with pytest.raises(BrokenMarkup):
        Assembly().mark("sign1", code)


def test_codes_inside_each_other_without_end_are_broken() -> None:
    assembly = Assembly()
    for number in range(50):
        assembly.open(f"b{number}")
    with pytest.raises(BrokenMarkup):
        assembly.open("b50")
