"""Advice, tests and age of a written page, in the editor and in the report."""

from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale, Site
from wagtail.test.utils.form_data import rich_text, streamfield

from cms.translation.models import Basis, ReaderTest
from home.models import HomePage, StandardPage
from tests.factories.accounts import UserFactory
from tests.factories.core import publish, reloaded
from tests.factories.forms import page_form
from tests.factories.home import StandardPageFactory

BLOCK = "22222222-2222-4222-8222-222222222222"
BODY = [
    {"type": "heading", "value": {"text": "Was ist das?", "level": "h2"}},
    {"type": "rich_text", "value": "<p>Das Haus wird gebaut.</p><p>Das ist gut.</p>", "id": BLOCK},
]


@pytest.fixture
def easy(easy_home: HomePage, locales: dict[str, Locale]) -> StandardPage:
    return publish(StandardPageFactory(parent=easy_home, title="Das sind wir", body=BODY, locale=locales["de-simple"]))


def edit(page: StandardPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def panel(html: Any, name: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser").find(attrs={"data-side-panel": name})


def test_advice_stands_at_its_block(staff: Client, easy: StandardPage) -> None:
    shown = panel(staff.get(edit(easy)).content, "written_advice")
    [link] = shown.select("a[data-written-jump]")
    assert (link.get_text(), link["data-written-jump"]) == ("Body › Text Was ist das?", f"body.{BLOCK}")
    assert link["href"] == f"#block-{BLOCK}-section"
    assert shown.find("q").get_text() == "Das Haus wird gebaut."
    assert "write an active sentence" in shown.get_text()
    assert shown.find("cite").get_text() == "BITV 2.0, Anlage 2 Teil 2 Nr. 1"


def test_the_anchor_of_the_advice_is_in_the_editor(staff: Client, easy: StandardPage) -> None:
    assert BLOCK in staff.get(edit(easy)).content.decode()


def test_saving_says_how_much_advice_there_is(staff: Client, easy: StandardPage) -> None:
    text = streamfield([("rich_text", rich_text("<p>Die Gäste werden begrüßt.</p><p>Das wäre gut.</p>"))])
    response = staff.post(edit(easy), page_form(easy, body=text), follow=True)
    assert "2 places are not easy to read yet." in response.content.decode()


def test_a_good_text_is_saved_without_advice(staff: Client, easy: StandardPage) -> None:
    text = streamfield([("rich_text", rich_text("<p>Das ist gut.</p>"))])
    response = staff.post(edit(easy), page_form(easy, body=text), follow=True)
    assert "not easy to read" not in response.content.decode()
    assert "Nothing to look at again." in panel(response.content, "written_advice").get_text()


def test_autosave_brings_new_advice(staff: Client, easy: StandardPage) -> None:
    text = streamfield([("rich_text", rich_text("<p>Das wäre gut.</p>"))])
    response = staff.post(edit(easy), page_form(easy, body=text), headers={"accept": "application/json"})
    assert "Das wäre gut." in response.json()["html"]


def test_advice_never_stops_publishing(staff: Client, easy: StandardPage) -> None:
    staff.post(edit(easy), page_form(easy, "action-publish", title="Neu", body=streamfield([])))
    assert reloaded(easy).title == "Neu"


def test_a_test_with_readers_is_noted_and_shown(staff: Client, easy: StandardPage) -> None:
    address = reverse("translation_written_tests", args=[easy.pk])
    posted = {"tested_with": "Prüf-Gruppe Nord", "tested_on": "2026-11-03", "note": "Gut zu lesen."}
    response = staff.post(address, posted, follow=True)
    assert "Gut zu lesen." in response.content.decode()
    test = ReaderTest.objects.get()
    assert (test.revision, test.tested_on) == (easy.latest_revision, date(2026, 11, 3))
    assert "Das Haus wird gebaut." in test.text
    assert "Prüf-Gruppe Nord" in panel(staff.get(edit(easy)).content, "written_tests").get_text()


@pytest.mark.parametrize(
    ("posted", "sentence"),
    [
        ({"tested_with": "", "tested_on": "2026-11-03"}, "This field is required."),
        ({"tested_with": "Gruppe", "tested_on": "2999-01-01"}, "This day is still to come."),
        ({"tested_with": "Gruppe", "tested_on": "gestern"}, "Enter a valid date."),
    ],
)
def test_a_test_without_group_or_day_is_refused(
    posted: dict[str, str], sentence: str, staff: Client, easy: StandardPage
) -> None:
    response = staff.post(reverse("translation_written_tests", args=[easy.pk]), posted)
    assert sentence in response.content.decode()
    assert not ReaderTest.objects.exists()


def test_a_test_noted_by_mistake_is_deleted(staff: Client, easy: StandardPage) -> None:
    address = reverse("translation_written_tests", args=[easy.pk])
    staff.post(address, {"tested_with": "Gruppe", "tested_on": "2026-11-03"})
    staff.post(reverse("translation_written_test_delete", args=[easy.pk, ReaderTest.objects.get().pk]))
    assert not ReaderTest.objects.exists()


def test_the_age_of_the_page_stands_beside_it_and_can_be_settled(
    staff: Client, home: HomePage, site: Site, easy_home: HomePage, locales: dict[str, Locale]
) -> None:
    source = publish(StandardPageFactory(parent=home, intro="Wir sind ein Amt."))
    page = StandardPageFactory(parent=easy_home, locale=locales["de-simple"], translation_key=source.translation_key)
    publish(page)
    source.intro = "Wir sind ein großes Amt."
    publish(source)
    shown = panel(staff.get(edit(page)).content, "written_source").get_text()
    assert "The source changed by 1 word." in shown
    response = staff.post(reverse("translation_written_confirm", args=[page.pk]), follow=True)
    assert "Noted: checked, nothing to change." in response.content.decode()
    assert Basis.objects.get(edition__page_id=page.pk).words_changed == 0
    assert "Last checked on" in panel(staff.get(edit(page)).content, "written_source").get_text()


def test_a_draft_has_no_age_yet(staff: Client, easy_home: HomePage, locales: dict[str, Locale]) -> None:
    page = StandardPageFactory(parent=easy_home, locale=locales["de-simple"])
    response = staff.post(reverse("translation_written_confirm", args=[page.pk]), follow=True)
    assert "Publish the page first" in response.content.decode()


def test_the_report_lists_written_pages_with_advice_age_and_test(staff: Client, easy: StandardPage) -> None:
    ReaderTest.objects.create(page_id=easy.pk, tested_on=date(2026, 11, 3), tested_with="Gruppe", text="Ganz anders.")
    shown = BeautifulSoup(staff.get(reverse("translation_written_report")).content, "html.parser")
    rows = {row.th.a.get_text(): row.get_text(" ") for row in shown.select("tbody tr")}
    assert set(rows) == {"Die Welt ist unser Partner", "Das sind wir"}
    assert "1 place" in rows["Das sind wir"]
    assert "changed since" in rows["Das sind wir"]
    assert "not yet" in rows["Die Welt ist unser Partner"]


def test_the_report_takes_as_many_queries_for_thirty_pages_as_for_three(
    staff: Client, easy_home: HomePage, locales: dict[str, Locale]
) -> None:
    def add(number: int) -> None:
        for _one in range(number):
            publish(StandardPageFactory(parent=easy_home, body=BODY, locale=locales["de-simple"]))

    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert staff.get(reverse("translation_written_report")).status_code == 200
        return len(captured)

    add(2)
    count()
    few = count()
    add(27)
    assert count() == few


def test_the_menu_leads_to_the_report(staff: Client, easy: StandardPage) -> None:
    assert reverse("translation_written_report") in staff.get(reverse("wagtailadmin_home")).content.decode()


def test_people_without_a_part_in_translation_have_no_report(client: Client, easy: StandardPage) -> None:
    client.force_login(UserFactory())
    assert client.get(reverse("translation_written_report")).status_code in (302, 403)
