"""Whatever stands in a text comes back from a file byte for byte."""

import random
from collections.abc import Callable
from datetime import UTC, datetime
from uuid import uuid4

import polib
import pytest

from cms.translation.exchange import po_reading, xliff12, xliff20
from cms.translation.exchange.inline import pieces_of, text_of
from cms.translation.exchange.outgoing import About, Note, OutgoingFile, OutgoingUnit, State
from cms.translation.exchange.reading import BadFile, read
from tests.translation.exchange.test_inline import random_html


def outgoing(*pairs: tuple[str, str]) -> OutgoingFile:
    units = tuple(
        OutgoingUnit(
            id=f"body.{number}|{'0' * 32}",
            path=f"body.{number}",
            source=source,
            target=target,
            state=State.TRANSLATED,
            is_machine=False,
            max_length=None,
            notes=(Note(About.PLACE, "Ort › \u000b<b>&\n"),),
            previous_source=target,
            previous_target=source,
        )
        for number, (source, target) in enumerate(pairs)
    )
    return OutgoingFile(uuid4(), "0001-x.fr", "X", "de-DE", "fr-FR", datetime(2026, 1, 2, 3, 4, 5, 6, UTC), (), units)


@pytest.mark.parametrize("write", [xliff12.write, xliff20.write], ids=["1.2", "2.0"])
@pytest.mark.parametrize("seed", range(60))
def test_any_text_survives_a_file(write: Callable[[OutgoingFile], bytes], seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    pairs = [(f"x{random_html(chance)}", f"y{random_html(chance)}") for _number in range(8)]
    file = outgoing(*pairs)
    (back,) = read(write(file), "x.xlf")
    assert not isinstance(back, BadFile)
    assert [(unit.source, unit.target, unit.fault) for unit in back.units] == [(*pair, "") for pair in pairs]
    assert [(unit.id, unit.path) for unit in back.units] == [(unit.id, unit.path) for unit in file.units]
    assert (back.key, back.as_of) == (file.key, file.as_of)
    assert (back.source_code, back.target_code) == ("de-DE", "fr-FR")
    assert {unit.notes for unit in back.units} == {()}


@pytest.mark.parametrize("seed", range(60))
def test_any_text_survives_a_po_file(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    pairs = [(f"x{number}{random_html(chance)}", f"y{random_html(chance)}") for number in range(8)]
    file = polib.POFile()
    file.extend(polib.POEntry(msgctxt="x", msgid=source, msgstr=target) for source, target in pairs)
    (back,) = po_reading.read(str(file).encode(), "x.po")
    assert [(unit.source, unit.target) for unit in back.units] == pairs


def test_segments_and_seg_source_of_tools_are_joined_with_the_spaces_between_them() -> None:
    data = b"""<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file target-language="fr"><body>
    <trans-unit id="1"><source>Eins. <g id="b1">Zwei.</g> Drei.</source>
    <seg-source><mrk mtype="seg" mid="0">Eins.</mrk> <mrk mtype="seg" mid="1"><g id="b1">Zwei.</g></mrk> <mrk
    mtype="seg" mid="2">Drei.</mrk></seg-source>
    <target><mrk mtype="seg" mid="0">Un.</mrk><mrk mtype="seg" mid="1"><g id="b1">Deux.</g></mrk> <mrk mtype="seg"
    mid="2">Trois.</mrk></target></trans-unit>
    <trans-unit id="2"><source>A. B.</source><target state="translated"><mrk mtype="seg" mid="0">A.</mrk> <mrk
    mtype="seg" mid="1"/></target></trans-unit></body></file></xliff>"""
    (file,) = read(data, "x.xlf")
    assert [unit.target for unit in file.units] == ["Un. <b>Deux.</b> Trois.", "A. "]
    assert [unit.state for unit in file.units] == [None, State.UNTRANSLATED]


def test_codes_in_two_halves_are_tags_again() -> None:
    data = b"""<xliff version="1.2"><file target-language="fr"><body><trans-unit id="1"><source>x</source>
    <target><bpt id="b1" rid="1">&lt;b&gt;</bpt>un <it id="i1" pos="open"/>deux<it id="i1" pos="close"/><ept id="9"
    rid="1">&lt;/b&gt;</ept><ph id="br1"/></target></trans-unit></body></file></xliff>"""
    (file,) = read(data, "x.xlf")
    assert [(unit.target, unit.fault) for unit in file.units] == [("<b>un <i>deux</i></b><br/>", "")]


@pytest.mark.parametrize("version", ["2.0", "2.1"])
def test_several_segments_in_another_order_make_one_text(version: str) -> None:
    data = f"""<xliff version="{version}" srcLang="de" trgLang="fr"><file id="f"><unit id="1">
    <notes><note category="site-place">Ort</note></notes>
    <segment id="s1" state="final"><source>Eins <sc id="b1"/>zwei.</source><target order="3"><mrk id="m">un</mrk><ec
    startRef="b1"/>.</target></segment>
    <ignorable><source> </source></ignorable>
    <segment id="s2" state="reviewed"><source>drei<ec startRef="b1"/>.</source><target order="1">Trois <sc
    id="b1"/>deux<sm id="m2"/>,</target></segment></unit>
    <unit id="2"><segment state="translated"><source>A.</source><target>A.</target></segment>
    <segment><source>B.</source></segment></unit></file></xliff>"""
    (file,) = read(data.encode(), "x.xlf")
    assert [(unit.target, unit.fault) for unit in file.units] == [("Trois <b>deux, un</b>.", ""), ("A.B.", "")]
    assert [unit.state for unit in file.units] == [State.TRANSLATED, State.UNTRANSLATED]
    assert file.units[0].notes == ()


def test_a_copied_tag_is_the_tag_it_was_copied_from() -> None:
    data = b"""<xliff version="2.0" srcLang="de" trgLang="fr"><file id="f"><unit id="1"><segment>
    <source><pc id="b1">x</pc></source>
    <target><pc id="b1">x</pc> <pc id="7" copyOf="b1">y</pc></target>
    </segment></unit></file></xliff>"""
    (file,) = read(data, "x.xlf")
    assert file.units[0].target == "<b>x</b> <b>y</b>"


def test_letters_alone_are_what_people_read() -> None:
    assert text_of(pieces_of("<b>1</b> &lt;2<br/>{count:networks}")) == "1 <2\n{count:networks}"
