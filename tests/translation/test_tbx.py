"""The list of terms as TBX and CSV files, out and in."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Locale

from cms.translation.exchange.faults import Unreadable
from cms.translation.import_report import ImportReport
from cms.translation.models import Term
from cms.translation.terms.csv_file import write_csv
from cms.translation.terms.importing import import_terms
from cms.translation.terms.tbx import write_tbx

MARTIF = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="de"><martifHeader/><text><body>
<termEntry id="c1"><descrip type="subjectField">place</descrip>
<transacGrp><transac type="transactionType">origination</transac><date>2020-01-02</date></transacGrp>
<langSet xml:lang="de-AT"><tig><term>Kyjiw</term></tig><tig><term>Kiew</term></tig></langSet>
<langSet xml:lang="fr-CA">
<tig><term>Kiev</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
<tig><term>Kyiv</term></tig><tig><term>Kyïv</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig><tig><term>Kyjiv</term></tig>
</langSet><langSet xml:lang="en"><tig><term>Kyiv</term></tig></langSet></termEntry>
<termEntry id="c2"><langSet xml:lang="de"><tig><term>Haus</term></tig></langSet></termEntry>
</body></text></martif>"""

DCT = """<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dct" type="TBX-Basic" xml:lang="de" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><tbxHeader/><text><body>
<conceptEntry id="c1"><min:subjectField>body</min:subjectField>
<langSec xml:lang="de"><termSec><term>Senat</term><basic:note>Von Berlin</basic:note></termSec></langSec>
<langSec xml:lang="fr"><termSec><term>Sénat</term>
<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>Gouvernement</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
</langSec></conceptEntry></body></text></tbx>"""

DCA = DCT.replace('style="dct"', 'style="dca"')
for element, name in {
    "min:subjectField": 'descrip type="subjectField"',
    "min:administrativeStatus": 'termNote type="administrativeStatus"',
    "basic:note": "note",
}.items():
    DCA = DCA.replace(f"<{element}>", f"<{name}>").replace(f"</{element}>", f"</{name.split()[0]}>")


@pytest.fixture
def pair(locales: dict[str, Locale]) -> tuple[Locale, Locale]:
    """Return German and French."""
    return locales["de"], locales["fr"]


def take(data: str | bytes, pair: tuple[Locale, Locale]) -> ImportReport:
    return import_terms(BytesIO(data.encode() if isinstance(data, str) else data), *pair)


def terms() -> dict[str, tuple[str, str, str, str]]:
    return {one.term: (one.preferred, one.forbidden, one.kind, one.note) for one in Term.objects.all()}


def lines(report: ImportReport) -> list[tuple[int, str]]:
    return [(one.line, one.sentence) for one in report.refused]


@pytest.fixture
def filled(pair: tuple[Locale, Locale]) -> list[Term]:
    """Fill the list."""
    for word, more in {
        "Städtepartnerschaft": {"preferred": "partenariat", "forbidden": "jumelage\njumelage de villes"},
        "=1+1": {"preferred": "-2", "note": 'Achtung, "Formel"; mit\nZeile', "kind": "body"},
        "برلين": {"preferred": "Berlin", "kind": "place"},
    }.items():
        Term.objects.create(source_locale=pair[0], target_locale=pair[1], term=word, **more)
    Term.objects.update(
        created_at=datetime(2021, 2, 3, 4, 5, 6, tzinfo=UTC), changed_at=datetime(2022, 2, 3, 4, 5, 6, tzinfo=UTC)
    )
    return list(Term.objects.all())


@pytest.mark.parametrize("form", ["csv", "tbx"])
def test_what_goes_out_comes_back_in_with_its_dates(form: str, filled: list[Term], pair: tuple[Locale, Locale]) -> None:
    data = write_csv(filled) if form == "csv" else write_tbx(filled, *pair)
    before, dates = terms(), set(Term.objects.values_list("term", "created_at", "changed_at"))
    Term.objects.all().delete()
    assert take(data, pair).added == 3
    assert terms() == before
    assert set(Term.objects.values_list("term", "created_at", "changed_at")) == dates
    again = take(data, pair)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 3)
    written = list(Term.objects.all())
    assert (write_csv(written) if form == "csv" else write_tbx(written, *pair)) == data


def test_a_table_program_takes_no_word_for_a_formula(filled: list[Term]) -> None:
    text = write_csv(filled).decode("utf-8-sig")
    assert "\n'=1+1,'-2," in text


def test_tbx_of_2008_is_read_in_any_region(pair: tuple[Locale, Locale]) -> None:
    report = take(MARTIF, pair)
    assert terms() == {"Kyjiw": ("Kyïv", "Kiev", "place", ""), "Kiew": ("Kyïv", "Kiev", "place", "")}
    assert {one.created_at for one in Term.objects.all()} == {datetime(2020, 1, 2, tzinfo=UTC)}
    assert lines(report) == [(12, "There is no word, or no allowed one, in one of the two languages.")]


@pytest.mark.parametrize("data", [DCT, DCA])
def test_tbx_of_2019_is_read_in_both_styles(data: str, pair: tuple[Locale, Locale]) -> None:
    assert take(data, pair).added == 1
    assert terms() == {"Senat": ("Sénat", "Gouvernement", "body", "Von Berlin")}


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("term,translation\nÄmter,bureaux\n", "utf-8"),
        ("term;translation;Unsinn\r\nÄmter;bureaux;x\r\n", "utf-8-sig"),
        ("Translation\tTerm\nbureaux\tÄmter", "utf-16"),
        ("term;translation\nÄmter;bureaux", "cp1252"),
        ('"term","translation"\n"Ämter ","bureaux"\n\n,,\n', "utf-8"),
    ],
)
def test_csv_of_any_table_program_is_read(text: str, encoding: str, pair: tuple[Locale, Locale]) -> None:
    assert take(text.encode(encoding), pair).added == 1
    assert terms() == {"Ämter": ("bureaux", "", "other", "")}


def test_lines_that_are_wrong_are_named_and_the_others_taken(pair: tuple[Locale, Locale]) -> None:
    text = f"""term,translation,forbidden,kind,note
Haus,maison,bâtiment| logis ,Place,"zwei
Zeilen"
,rien
Haus,demeure
…,!
{"x" * 256},long
Kind,enfant,enfant,nonsense,
"""
    report = take(text, pair)
    assert (report.added, [line for line, _sentence in lines(report)]) == (2, [4, 5, 6, 7])
    assert "stands in line 2 already" in lines(report)[1][1]
    assert terms() == {
        "Haus": ("maison", "bâtiment\nlogis", "place", "zwei\nZeilen"),
        "Kind": ("enfant", "", "other", ""),
    }


def test_a_known_word_gets_what_the_file_says(filled: list[Term], pair: tuple[Locale, Locale]) -> None:
    report = take("term,translation\nStädtepartnerschaft,jumelage\n", pair)
    assert (report.added, report.changed) == (0, 1)
    assert terms()["Städtepartnerschaft"][:2] == ("jumelage", "")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"Haus,maison\n", "must name the columns"),
        (b"<xliff/>", "no TBX file"),
        (MARTIF.replace("</text>", "").encode(), "no whole XML file"),
        (b'<!DOCTYPE tbx [<!ENTITY a "b">]><tbx/>', "entities of its own"),
        (b'<!DOCTYPE tbx [<!ATTLIST term a CDATA "aaaaaaaaaa">]><tbx/>', "document type or entities of its own"),
        (b"x" * (20 * 1024 * 1024 + 1), "larger than 20 MB"),
        (b'term,translation\n"' + b"x" * 200_000 + b'",y', "no CSV"),
    ],
)
def test_what_cannot_be_read_is_refused_as_a_whole(data: bytes, reason: str, pair: tuple[Locale, Locale]) -> None:
    with pytest.raises(Unreadable, match=reason):
        take(data, pair)
    assert not Term.objects.exists()


def test_a_thousand_terms_need_few_queries(
    pair: tuple[Locale, Locale], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    text = "term,translation\n" + "".join(f"Wort {number},mot {number}\n" for number in range(1000))
    with django_assert_max_num_queries(40):
        assert take(text, pair).added == 1000
