"""A written page travels as a document and comes back as a draft."""

import re
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image

from home.models import HomePage, StandardPage
from tests.factories.accounts import UserFactory
from tests.factories.core import reloaded
from tests.translation.easy.documents import address, bytes_of, fetched, kept, remarks, sent_in, word, words


@pytest.mark.parametrize("ending", ["docx", "html"])
def test_a_document_that_comes_back_as_it_went_changes_nothing(
    ending: str, staff: Client, travelling: StandardPage
) -> None:
    before = words(reloaded(travelling))
    preview = sent_in(staff, travelling, fetched(staff, travelling, ending), f"text.{ending}")
    assert remarks(preview) == ""
    page = kept(staff, travelling, preview)
    assert (page.title, page.intro) == (travelling.title, travelling.intro)
    assert words(page) == before
    assert [block.id for block in page.body] == [block.id for block in reloaded(travelling).body]


def test_the_word_document_is_made_for_easy_language(staff: Client, travelling: StandardPage) -> None:
    document = Document(BytesIO(fetched(staff, travelling, "docx")))
    assert document.styles["Normal"].font.size.pt == 14
    assert document.core_properties.language == "de"
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == "Das sind wir"
    assert "[[block:33333333-3333-4333-8333-333333333333]] " in "\n".join(texts)
    assert "Das Rote Rathaus" in "\n".join(texts)


def test_what_the_source_says_stands_at_the_end_to_be_read(staff: Client, travelling: StandardPage) -> None:
    texts = [paragraph.text for paragraph in Document(BytesIO(fetched(staff, travelling, "docx"))).paragraphs]
    end = next(number for number, text in enumerate(texts) if text.startswith("[[end]]"))
    assert texts[end + 1 :] == ["Über uns", "Wer wir im Amt sind."]


def test_what_an_office_wrote_comes_in(staff: Client, travelling: StandardPage) -> None:
    document = Document(BytesIO(fetched(staff, travelling, "docx")))
    for paragraph in document.paragraphs:
        if paragraph.text == "Das sind wir":
            paragraph.runs[0].text = "Wer sind wir?"
        if paragraph.text.startswith("Was ist das?"):
            paragraph.runs[0].text = "Was macht das Amt?"
        if paragraph.text.startswith("Das ist ein Amt"):
            paragraph.add_run("\nUnd es ").bold = False
            paragraph.add_run("hört").bold = True
            paragraph.add_run(" zu.")
    page = kept(staff, travelling, sent_in(staff, travelling, bytes_of(document)))
    assert page.title == "Wer sind wir?"
    assert words(page)[0] == ("heading", ("Was macht das Amt?", "h2"))
    assert "Es hilft &amp; berät.<br/>Und es <b>hört</b> zu.</p>" in words(page)[1][1]


def test_a_document_without_the_lines_goes_into_the_body(staff: Client, travelling: StandardPage) -> None:
    document = word()
    document.add_heading("Neuer Titel", 1)
    document.add_heading("Teil", 2)
    document.add_heading("Unter-Teil", 3)
    document.add_paragraph("Punkt", style="List Bullet")
    document.add_paragraph("Satz.")
    preview = sent_in(staff, travelling, bytes_of(document))
    assert "does not name “Picture" in remarks(preview)
    page = kept(staff, travelling, preview)
    assert (page.title, page.intro) == ("Neuer Titel", travelling.intro)
    assert words(page) == [
        ("heading", ("Teil", "h2")),
        ("heading", ("Unter-Teil", "h3")),
        ("rich_text", "<ul><li>Punkt</li></ul><p>Satz.</p>"),
    ]


def test_links_inside_the_site_come_back_as_such_and_others_as_they_are(
    staff: Client, travelling: StandardPage, easy_home: HomePage
) -> None:
    html = fetched(staff, travelling, "html").decode()
    assert f'href="{easy_home.full_url}"' in html
    html = html.replace("Erst das", '<a href="https://example.org/a?b=1&amp;c=2">Erst</a> das')
    page = kept(staff, travelling, sent_in(staff, travelling, html.encode(), "text.html"))
    assert f'<a id="{easy_home.pk}" linktype="page">' in words(page)[1][1]
    assert '<a href="https://example.org/a?b=1&amp;c=2">Erst</a> das' in words(page)[3][1]


def test_readers_see_the_page_as_before_and_the_draft_before_is_in_the_history(
    staff: Client, client: Client, travelling: StandardPage
) -> None:
    before = travelling.latest_revision
    preview = sent_in(staff, travelling, bytes_of(word("[[intro]]", "Ganz neu.")))
    assert not travelling.revisions.filter(pk__gt=before.pk).exists()
    page = kept(staff, travelling, preview)
    assert page.intro == "Ganz neu."
    assert reloaded(travelling).intro == travelling.intro
    assert before.as_object().intro == travelling.intro
    history = staff.get(reverse("wagtailadmin_pages:history", args=[travelling.pk])).content.decode()
    assert "Took the text of a document in as a draft" in history


def test_the_preview_shows_what_comes_in(staff: Client, travelling: StandardPage) -> None:
    preview = sent_in(staff, travelling, bytes_of(word("[[intro]]", "Ganz <neu>.", "[[body]]", "Satz.")))
    shown = {field.h3.get_text(): field.div.get_text(strip=True) for field in preview.select(".written-preview")}
    assert shown == {"Introduction": "Ganz <neu>.", "Body": "Satz."}


def test_tables_pictures_footnotes_and_changes_are_told(staff: Client, travelling: StandardPage) -> None:
    document = word("Vorher.", "Nachher.")
    document.add_table(1, 1).cell(0, 0).text = "Preise"
    picture = BytesIO()
    Image.new("RGB", (4, 4)).save(picture, "PNG")
    picture.seek(0)
    document.add_picture(picture)
    paragraph = document.paragraphs[1]._p
    inserted = parse_xml(
        f'<w:ins {nsdecls("w")} w:id="1" w:author="x"><w:r><w:t xml:space="preserve"> Neu.</w:t></w:r></w:ins>'
    )
    deleted = parse_xml(f'<w:del {nsdecls("w")} w:id="2" w:author="x"><w:r><w:delText>Alt.</w:delText></w:r></w:del>')
    note = OxmlElement("w:r")
    note.append(OxmlElement("w:footnoteReference"))
    for element in (inserted, deleted, note):
        paragraph.append(element)
    preview = sent_in(staff, travelling, bytes_of(document))
    told = remarks(preview)
    assert "A table was left out: “Preise…”." in told
    assert "1 picture was left out. Put it in by hand, with alt text and credit." in told
    assert "1 footnote was left out." in told
    assert "2 tracked changes were taken over as if they were accepted." in told
    assert words(kept(staff, travelling, preview)) == [("rich_text", "<p>Vorher.</p><p>Nachher. Neu.</p>")]


def test_text_in_content_controls_is_taken(staff: Client, travelling: StandardPage) -> None:
    document = word("Erst.")
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Dann.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    document.element.body.insert(1, control)
    page = kept(staff, travelling, sent_in(staff, travelling, bytes_of(document)))
    assert words(page) == [("rich_text", "<p>Erst.</p><p>Dann.</p>")]


def test_a_lost_number_and_unknown_lines_are_told(staff: Client, travelling: StandardPage) -> None:
    told = remarks(
        sent_in(staff, travelling, bytes_of(word("[[intro]]", "Wir haben 19 Städte.", "[[nonsense]] Etwas")))
    )
    assert "“{count:partner-cities}” is missing now." in told
    assert "“[[nonsense]] Etwas” names no part of this page." in told


def test_a_locked_page_takes_no_document(staff: Client, travelling: StandardPage) -> None:
    preview = sent_in(staff, travelling, bytes_of(word("Das ist neu.")))
    StandardPage.objects.filter(pk=travelling.pk).update(locked=True)
    before = reloaded(travelling).latest_revision_id
    kept(staff, travelling, preview)
    assert reloaded(travelling).latest_revision_id == before


def test_a_block_of_another_page_is_told(staff: Client, travelling: StandardPage) -> None:
    preview = sent_in(
        staff, travelling, bytes_of(word("Satz.", "[[block:55555555-5555-4555-8555-555555555555]] Picture"))
    )
    assert "is not on this page, or stands twice" in remarks(preview)


@pytest.mark.parametrize(
    ("html", "taken"),
    [
        ("<p>Gut.<script>alert(1)</script></p>", "<p>Gut.</p>"),
        ('<p onclick="x()" style="color:red">Gut.</p>', "<p>Gut.</p>"),
        ("<style>p{}</style><p>Gut.</p>", "<p>Gut.</p>"),
        ("<div>Gut.<div>Besser.</div></div>", "<p>Gut.</p><p>Besser.</p>"),
        ("<p><span><strong>Gut</strong></span> &lt;b&gt;</p>", "<p><b>Gut</b> &lt;b&gt;</p>"),
        ("<ul><li>Eins<ul><li>Zwei</li></ul></li></ul>", "<ul><li>Eins</li><li>Zwei</li></ul>"),
        ('<p><a href="javascript:alert(1)">Gut</a>.</p>', "<p>Gut.</p>"),
        ('<p>Gut.<img src="x" onerror="alert(1)"></p>', "<p>Gut.</p>"),
        ("<svg onload=alert(1)><p>Weg</p></svg><p>Gut.</p>", "<p>Gut.</p>"),
        ("<p>Gut.<br>Besser.</p>\r\n", "<p>Gut.<br/>Besser.</p>"),
        ("\ufeff<p>Gut.</p>", "<p>Gut.</p>"),
        ("<p>Gut.", "<p>Gut.</p>"),
        ('<iframe src="https://evil.example"></iframe><p>Gut.</p>', "<p>Gut.</p>"),
        ("<!-- <p>Weg</p> --><p>Gut.<!-- auch weg --></p>", "<p>Gut.</p>"),
    ],
)
def test_of_html_only_what_is_allowed_comes_in(html: str, taken: str, staff: Client, travelling: StandardPage) -> None:
    page = kept(staff, travelling, sent_in(staff, travelling, html.encode(), "text.html"))
    assert words(page) == [("rich_text", taken)]


def test_html_in_another_encoding_is_read(staff: Client, travelling: StandardPage) -> None:
    html = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>Größe „gut“</p>'
    page = kept(staff, travelling, sent_in(staff, travelling, html.encode("windows-1252"), "text.htm"))
    assert words(page) == [("rich_text", "<p>Größe „gut“</p>")]


def test_what_html_cannot_bring_is_told(staff: Client, travelling: StandardPage) -> None:
    html = '<p>Gut.</p><table><tr><td>1</td></tr></table><img src="a.png"><a href="file:///c:/x">x</a>'
    told = remarks(sent_in(staff, travelling, html.encode(), "text.html"))
    assert "1 table was left out." in told
    assert "1 picture was left out." in told
    assert "file:///c:/x" in told


def test_a_draft_that_was_saved_meanwhile_is_not_overwritten(staff: Client, travelling: StandardPage) -> None:
    preview = sent_in(staff, travelling, bytes_of(word("Satz.")))
    other = reloaded(travelling)
    other.intro = "Von jemand anderem."
    other.save_revision()
    seal = preview.find("input", attrs={"name": "seal"})["value"]
    response = staff.post(address(travelling, "keep"), {"seal": seal}, follow=True)
    assert "Somebody saved this page meanwhile." in response.content.decode()
    assert reloaded(travelling).get_latest_revision_as_object().intro == "Von jemand anderem."


@pytest.mark.parametrize("seal", ["", "nonsense", "a:b:c"])
def test_a_made_up_seal_is_refused(seal: str, staff: Client, travelling: StandardPage) -> None:
    response = staff.post(address(travelling, "keep"), {"seal": seal}, follow=True)
    assert "The preview is too old." in response.content.decode()


def test_a_seal_is_for_one_page(staff: Client, travelling: StandardPage, easy_home: HomePage) -> None:
    seal = sent_in(staff, travelling, bytes_of(word("Satz."))).find("input", attrs={"name": "seal"})["value"]
    staff.post(reverse("translation_written_keep", args=[easy_home.pk]), {"seal": seal})
    assert reloaded(easy_home).latest_revision_id == easy_home.latest_revision_id


@pytest.mark.parametrize("name", ["documents", "download", "keep"])
def test_only_people_who_may_edit_the_page_have_its_documents(
    name: str, client: Client, travelling: StandardPage
) -> None:
    client.force_login(UserFactory())
    where = address(travelling, name, "docx") if name == "download" else address(travelling, name)
    response = client.post(where, {}) if name == "keep" else client.get(where)
    assert response.status_code in (302, 403)
    assert not re.search(rf"/pages/{travelling.pk}/edit", response.headers.get("location", ""))


def test_translated_pages_have_no_documents(staff: Client, source_of_travelling: StandardPage) -> None:
    assert staff.get(address(source_of_travelling)).status_code == 404


def test_the_editor_leads_to_the_documents(staff: Client, travelling: StandardPage) -> None:
    shown = staff.get(reverse("wagtailadmin_pages:edit", args=[travelling.pk])).content.decode()
    assert address(travelling) in shown


def test_a_front_page_travels_with_its_texts(staff: Client, easy_home: HomePage) -> None:
    html = fetched(staff, easy_home, "html").decode()
    assert "[[welcome]]" in html
    page = kept(staff, easy_home, sent_in(staff, easy_home, b"<p>[[welcome]]</p><p>Hallo!</p>", "a.html"))
    assert page.welcome == "<p>Hallo!</p>"


def test_numbering_of_paragraphs_tells_lists(staff: Client, travelling: StandardPage) -> None:
    document = word("Eins", "Zwei")
    numbers = document.part.numbering_part.element.xpath("w:num/@w:numId")
    for paragraph in document.paragraphs:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().val = int(numbers[0])
        properties.get_or_add_ilvl().val = 0
    [(_kind, html)] = words(kept(staff, travelling, sent_in(staff, travelling, bytes_of(document))))
    assert html in ("<ul><li>Eins</li><li>Zwei</li></ul>", "<ol><li>Eins</li><li>Zwei</li></ol>")
