"""The memory as TMX files, out and in."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Locale
from wagtail_localize.models import Translation

from cms.accounts.models import User
from cms.core.models import LocaleProfile
from cms.translation.exchange.faults import Unreadable
from cms.translation.exchange.limits import MOST_BYTES
from cms.translation.import_report import ImportReport
from cms.translation.memory import remember_all
from cms.translation.models import MemoryEntry
from cms.translation.models.memory import text_hash
from cms.translation.texts.units import units_of
from cms.translation.texts.writing import write
from cms.translation.tmx import entries_for, export_tmx, import_tmx

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
HEADER = """<header creationtool="OmegaT" creationtoolversion="6.0" segtype="sentence" o-tmf="OmegaT TMX"
 adminlang="EN-US" srclang="DE-DE" datatype="plaintext"/>"""


def tmx(*units: str, header: str = HEADER, before: str = "") -> bytes:
    """Return a TMX file; the first unit begins on line 4."""
    body = "\n".join(units)
    text = f'<?xml version="1.0" encoding="UTF-8"?>{before}\n<tmx version="1.4">{header}<body>\n{body}\n</body></tmx>'
    return text.encode()


def unit(german: str, french: str, attributes: str = "", target: str = "fr-CA", props: str = "") -> str:
    return (
        f'<tu {attributes}>{props}<tuv xml:lang="de-AT"><seg>{german}</seg></tuv>'
        f'<tuv xml:lang="{target}"><seg>{french}</seg></tuv></tu>'
    )


def take(data: bytes, user: User, **more: Any) -> ImportReport:
    return import_tmx(BytesIO(data), user, **more)


def memory() -> dict[str, str]:
    return dict(MemoryEntry.objects.values_list("source_text", "target_text"))


@pytest.fixture
def filled(locales: dict[str, Locale]) -> None:
    """Fill the memory with texts of every kind."""
    LocaleProfile.objects.filter(locale=locales["fr"]).update(exchange_code="fr-FR")
    texts = {
        "Über uns": "À propos",
        "Wir haben <b>neun <i>gute</i></b> &amp; treue Partner.": "Nous avons <b>neuf <i>bons</i></b> amis &amp; plus.",
        'Mehr <a id="a1">hier</a> und <a id="a2">da</a>.': 'Ici <a id="a2">là</a> et <a id="a1">plus</a>.',
        "Zeile<br/>Zeile {count:partner-cities}": "Ligne<br/>ligne {count:partner-cities}",
        "a &lt;b&gt; c": "a &lt;b&gt; c",
    }
    for number, (source, target) in enumerate(texts.items()):
        MemoryEntry.objects.create(
            source_locale=locales["de"],
            target_locale=locales["fr"],
            source_text=source,
            source_hash=text_hash(source),
            target_text=target,
            target_hash=text_hash(target),
            tool="OmegaT" if number else "",
            origin="import" if number else "person",
            used_in=None if number else "00000000-0000-4000-8000-000000000001",
            created_at=datetime(2024, 1, 2, 3, 4, 5 + number, tzinfo=UTC),
            changed_at=datetime(2025, 1, 2, 3, 4, 5 + number, tzinfo=UTC),
        )


FACTS = ("source_text", "target_text", "origin", "tool", "used_in", "created_at", "changed_at")


def test_what_goes_out_comes_back_in_with_its_dates_tools_and_origins(
    filled: None, locales: dict[str, Locale], admin: User
) -> None:
    before = set(MemoryEntry.objects.values_list(*FACTS))
    data = export_tmx(locales["de"], locales["fr"])
    MemoryEntry.objects.all().delete()
    assert take(data, admin).added == len(before)
    assert set(MemoryEntry.objects.values_list(*FACTS)) == before
    assert export_tmx(locales["de"], locales["fr"]) == data
    again = take(data, admin)
    assert (again.added, again.unchanged) == (0, len(before))


def test_the_file_is_tmx_as_other_tools_expect_it(filled: None, admin: User) -> None:
    data = export_tmx(*(Locale.objects.get(language_code=code) for code in ("de", "fr")))
    assert admin.username.encode() not in data
    root = ElementTree.fromstring(data)  # noqa: S314 - our own file
    assert (root.tag, root.get("version")) == ("tmx", "1.4")
    header = root.find("header")
    required = ("creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype")
    assert all(header.get(name) for name in required)
    assert {variant.get(LANG) for variant in root.iter("tuv")} == {"de", "fr-FR"}
    links = next(one for one in root.iter("tu") if "Mehr" in "".join(one.itertext()))
    numbers = [[tag.get("x") for tag in variant.iter("bpt")] for variant in links.iter("tuv")]
    assert numbers == [["1", "2"], ["2", "1"]]
    ends = [[tag.get("i") for tag in variant.iter("ept")] for variant in links.iter("tuv")]
    assert ends == numbers


def test_a_file_of_another_tool_is_read_in_any_region(locales: dict[str, Locale], admin: User) -> None:
    attributes = 'creationdate="20230405T060708Z" creationid="Maria Muster" changedate="20240405T060708Z"'
    report = take(tmx(unit("Guten Tag", "Bonjour", attributes)), admin)
    entry = MemoryEntry.objects.get()
    assert (report.added, entry.source_locale, entry.target_locale) == (1, locales["de"], locales["fr"])
    assert (entry.tool, entry.origin) == ("OmegaT", "import")
    assert entry.created_at == datetime(2023, 4, 5, 6, 7, 8, tzinfo=UTC)
    assert entry.changed_at == datetime(2024, 4, 5, 6, 7, 8, tzinfo=UTC)
    assert "Muster" not in str(MemoryEntry.objects.values().get())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le-bom", "windows-1252", "crlf"])
def test_encodings_and_line_ends_do_not_matter(encoding: str, locales: dict[str, Locale], admin: User) -> None:
    text = tmx(unit("Über uns", "À propos")).decode()
    match encoding:
        case "utf-8-sig":
            data = text.encode("utf-8-sig")
        case "utf-16" | "windows-1252":
            data = text.replace("UTF-8", encoding).encode(encoding)
        case "utf-16-le-bom":
            data = b"\xff\xfe" + text.replace("UTF-8", "UTF-16").encode("utf-16-le")
        case _:
            data = text.replace("\n", "\r\n").encode()
    assert take(data, admin).added == 1
    assert memory() == {"Über uns": "À propos"}


@pytest.mark.parametrize(
    ("segment", "stored"),
    [
        ('<bpt i="1" type="bold">&lt;strong&gt;</bpt>x<ept i="1">&lt;/strong&gt;</ept>', "<strong>x</strong>"),
        ('<bpt i="1" type="bold">{\\b </bpt>x<ept i="1">}</ept>', "<b>x</b>"),
        ('<bpt i="1">&lt;span class="n"&gt;</bpt>x<ept i="1">&lt;/span&gt;</ept> y', "x y"),
        ('<bpt i="1">&lt;A HREF="https://e.example/"&gt;</bpt>x<ept i="1">&lt;/A&gt;</ept>', '<a id="a1">x</a>'),
        ('x<ph type="lb"/>y', "x<br/>y"),
        ("x <ph>{count:partner-cities}</ph>", "x {count:partner-cities}"),
        ('x<ut>junk</ut><it pos="begin">junk</it> <hi>y</hi>', "x y"),
        ('x<ph type="x-sign">U+000B</ph>y', "x\u000by"),
        ('x<ph type="x-sign">U+0000</ph>y<ph type="x-sign">U+D800</ph>', "xy"),
        ('x<ph type="x-sign">U+FFFFFF</ph>y<ph type="x-sign">U+0041</ph>', "xy"),
        ("x &amp; y &lt; z", "x &amp; y &lt; z"),
        ("x\n   y", "x y"),
    ],
)
def test_tags_of_other_tools_become_ours(segment: str, stored: str, locales: dict[str, Locale], admin: User) -> None:
    report = take(tmx(unit(segment, segment)), admin)
    assert [str(line) for line in report.refused] == []
    assert memory() == {stored: stored}


@pytest.mark.parametrize(
    ("german", "french", "reason"),
    [
        ("x <ph>{count:partner-cities}</ph>", "x", "“{count:partner-cities}” is missing"),
        ('<bpt i="1">&lt;a id="a1"&gt;</bpt>x<ept i="1"/>', "x", 'The link <a id="a1">…</a> is missing'),
        ('<bpt i="1">&lt;b&gt;</bpt>x', "x", "never closed"),
        ('<bpt i="1">&lt;b&gt;</bpt>x<bpt i="2">&lt;i&gt;</bpt>y<ept i="1"/>z<ept i="2"/>', "x", "The tags overlap"),
        ('<bpt i="1">&lt;b&gt;</bpt>' * 1000 + '<ept i="1"/>' * 1000, "x", "Too many tags lie inside each other."),
        ("", "x", "One side has no text."),
    ],
)
def test_broken_units_are_refused_by_line_and_the_others_taken(
    german: str, french: str, reason: str, locales: dict[str, Locale], admin: User
) -> None:
    report = take(tmx(unit("Guten Tag", "Bonjour"), unit(german, french)), admin)
    assert report.added == 1
    assert [line.line for line in report.refused] == [5]
    assert reason in str(report.refused[0])
    assert memory() == {"Guten Tag": "Bonjour"}


def test_languages_this_site_has_not_are_counted_and_left_out(locales: dict[str, Locale], admin: User) -> None:
    report = take(tmx(unit("Guten Tag", "Buenos días", target="es-ES"), unit("Tag", "Jour")), admin)
    assert (report.added, report.foreign) == (1, 1)


def test_only_languages_that_somebody_may_change_are_taken(locales: dict[str, Locale], admin: User) -> None:
    data = tmx(unit("Guten Tag", "Bonjour"), unit("Guten Tag", "Good day", target="en"))
    report = take(data, admin, targets=[locales["en"]])
    assert (report.added, report.foreign) == (1, 1)
    assert memory() == {"Guten Tag": "Good day"}


def test_a_written_language_is_neither_source_nor_target(locales: dict[str, Locale], admin: User) -> None:
    report = take(tmx(unit("Guten Tag", "Guten Tag!", target="de-simple")), admin)
    assert (report.added, report.foreign) == (0, 1)


def test_a_file_without_a_source_language_teaches_every_direction(locales: dict[str, Locale], admin: User) -> None:
    take(tmx(unit("Guten Tag", "Bonjour"), header='<header srclang="*all*"/>'), admin)
    assert memory() == {"Guten Tag": "Bonjour", "Bonjour": "Guten Tag"}


def test_a_named_document_type_is_allowed_and_never_fetched(locales: dict[str, Locale], admin: User) -> None:
    data = tmx(unit("Guten Tag", "Bonjour"), before='<!DOCTYPE tmx SYSTEM "http://127.0.0.1:1/tmx14.dtd">')
    assert take(data, admin).added == 1


BOMB = '<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
DEFAULTS = f'<!DOCTYPE tmx [<!ATTLIST prop a CDATA "{"a" * 1000}">]>'
OUTSIDE = '<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (tmx(unit("&b;", "x"), before=BOMB), "entities of its own"),
        (tmx(unit("&a;", "x"), before=OUTSIDE), "entities of its own"),
        (tmx(unit("x", "y", props="<prop/>"), before=DEFAULTS), "document type or entities of its own"),
        (tmx(unit("x", "y"), before='<!DOCTYPE tmx SYSTEM "tmx14.dtd" [<!ELEMENT tu ANY>]>'), "document type"),
        (tmx(unit("a&nbsp;b", "x"), before='<!DOCTYPE tmx SYSTEM "tmx14.dtd">'), "&nbsp; is not known"),
        (tmx(unit("Guten Tag", "Bonjour"))[:-20], "no whole XML file"),
        (b"<xliff version='1.2'><body/></xliff>", "This is no TMX file."),
        (b"", "no whole XML file"),
        (b"Guten Tag;Bonjour", "no whole XML file"),
        (b"x" * (MOST_BYTES + 1), "larger than 20 MB"),
    ],
)
def test_what_cannot_be_read_is_refused_as_a_whole(
    data: bytes, reason: str, locales: dict[str, Locale], admin: User
) -> None:
    with pytest.raises(Unreadable, match=reason):
        take(data, admin)
    assert memory() == {}


def test_a_cut_off_file_says_where_and_takes_nothing(locales: dict[str, Locale], admin: User) -> None:
    with pytest.raises(Unreadable) as refusal:
        take(tmx(unit("Guten Tag", "Bonjour"), unit("Tag", "<Jour")), admin)
    assert refusal.value.line == 5
    assert memory() == {}


def test_a_thousand_units_need_few_queries(
    locales: dict[str, Locale], admin: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    data = tmx(*(unit(f"Satz Nummer {n}", f"Phrase numéro {n}") for n in range(1000)))
    with django_assert_max_num_queries(60):
        assert take(data, admin).added == 1000


def test_the_memory_of_some_pages_is_what_their_texts_and_sentences_say(
    french: Translation, filled: None, admin: User
) -> None:
    title = next(one for one in units_of(french) if one.source == "Über uns")
    write(french, title, "Qui nous sommes", user=admin)
    remember_all(french, admin)
    assert {entry.target_text for entry in entries_for([french])} == {"À propos", "Qui nous sommes"}
    assert b"amis" not in export_tmx(french.source.locale, french.target_locale, entries_for([french]))
