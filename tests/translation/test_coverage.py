"""The coverage matrix: what it says, for whom, and what it costs."""

import csv
from typing import Any
from urllib.parse import parse_qsl

from bs4 import BeautifulSoup, Tag
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from cms.accounts.models import User
from cms.core.languages import Languages
from cms.translation.coverage.matrix import Cell, rows
from cms.translation.coverage.selection import ReaderSees, Selection
from cms.translation.coverage.totals import Total, totals
from cms.translation.models import Basis, TranslationWork
from cms.translation.texts.units import Origin, units_of
from cms.translation.texts.writing import write
from home.models import HomePage, StandardPage
from tests.factories.accounts import UserFactory
from tests.factories.core import publish, translate
from tests.factories.home import StandardPageFactory
from tests.factories.roles import editor_of
from tests.translation.team import assemble

State = TranslationWork.State


def cell(page: Page, code: str) -> Cell:
    selection = Selection.of([])
    row = next(row for row in rows(selection.pages(), selection.languages) if row.page.pk == page.pk)
    return next(cell for cell in row.cells if cell.language.code == code)


def total(code: str) -> Total:
    selection = Selection.of([])
    return next(one for one in totals(selection.pages(), selection.languages) if one.language.code == code)


def titles(**filters: Any) -> list[str]:
    return [page.title for page in Selection.of(filters.pop("codes", []), **filters).pages()]


def outdate(page: Page, words: int) -> None:
    Basis.objects.update_or_create(edition=page.edition, defaults={"words_changed": words})


def test_a_page_nobody_touched_is_open_and_readers_see_nothing(german: StandardPage) -> None:
    found = cell(german, "en")
    assert (found.reader_sees, found.state, found.page_id) == (ReaderSees.NOTHING, State.OPEN, None)
    assert cell(german, "de").is_source


def test_a_published_translation_is_current_until_its_source_changes(
    german: StandardPage, locales: dict[str, Locale]
) -> None:
    english = publish(translate(german, locales["en"]))
    assert (cell(german, "en").reader_sees, cell(german, "en").state) == (ReaderSees.CURRENT, "")
    outdate(english, 5)
    found = cell(german, "en")
    assert (found.reader_sees, found.outdated, found.state) == (ReaderSees.OUTDATED, 5, State.OPEN)


def test_words_are_counted_by_their_origin(french: Translation, german: StandardPage, admin: User) -> None:
    texts = {
        "Über uns": ("À propos de nous", Origin.PERSON),
        "Wer wir sind.": ("Qui nous sommes.", Origin.MEMORY),
        "Partnerschaft": ("Partenariat", Origin.MACHINE),
    }
    for unit in units_of(french):
        if unit.source in texts:
            text, origin = texts[unit.source]
            write(french, unit, text, user=admin, origin=origin)
    assert cell(german, "fr").words == {Origin.PERSON: 4, Origin.MEMORY: 3, Origin.MACHINE: 1}


def test_what_is_not_planned_leaves_the_totals(german: StandardPage, locales: dict[str, Locale]) -> None:
    before = total("en")
    TranslationWork.objects.create(
        translation_key=german.translation_key, locale=locales["en"], state=State.NOT_PLANNED, reason="Only for Berlin."
    )
    after = total("en")
    assert (after.planned, after.missing) == (before.planned - 1, before.missing - 1)
    assert not cell(german, "en").counts


def test_totals_add_up(german: StandardPage, home: HomePage, locales: dict[str, Locale]) -> None:
    publish(translate(home, locales["en"]))
    outdate(publish(translate(german, locales["en"])), 7)
    found = total("en")
    assert (found.planned, found.current, found.outdated, found.missing) == (2, 1, 1, 0)
    assert (found.outdated_words, found.percent) == (7, 50)


def test_filters_keep_pages_with_a_cell_that_matches_all_of_them(
    german: StandardPage, home: HomePage, locales: dict[str, Locale], admin: User
) -> None:
    other = publish(StandardPageFactory(parent=home, title="Impressum"))
    outdate(publish(translate(german, locales["en"])), 3)
    TranslationWork.objects.create(
        translation_key=other.translation_key, locale=locales["fr"], state=State.ASSIGNED, assignee=admin
    )
    assert titles(reader_sees=ReaderSees.OUTDATED) == ["Über uns"]
    assert titles(reader_sees=ReaderSees.OUTDATED, codes=["fr"]) == []
    assert titles(state=State.ASSIGNED) == ["Impressum"]
    assert titles(state=State.ASSIGNED, codes=["en"]) == []
    assert titles(person=admin) == ["Impressum"]
    assert titles(reader_sees=ReaderSees.NOTHING, codes=["en"], query="impress") == ["Impressum"]
    assert titles(section=german) == ["Über uns"]


def test_a_scheduled_source_that_was_never_published_is_not_there(german: StandardPage, home: HomePage) -> None:
    StandardPageFactory(parent=home, title="Geheim")
    assert "Geheim" not in titles()


# In the admin


def matrix(client: Client, **arguments: Any) -> BeautifulSoup:
    answer = client.get(reverse("translation_coverage"), arguments)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def cells_of(page: BeautifulSoup, title: str) -> list[Tag]:
    row = next(row for row in page.select(".coverage tbody tr") if row.th.get_text(strip=True).startswith(title))
    return row.select("td")


def test_every_cell_leads_to_its_work(staff: Client, french: Translation) -> None:
    page = matrix(staff)
    links = [td.a["href"] if td.a else "" for td in cells_of(page, "Über uns")]
    target = french.get_target_instance()
    assert reverse("wagtailadmin_pages:edit", args=[target.pk]) in links
    assert all(links)
    for link in links:
        assert staff.get(link, follow=True).status_code == 200


def test_cells_say_in_words_what_readers_see(staff: Client, german: StandardPage, locales: dict[str, Locale]) -> None:
    outdate(publish(translate(german, locales["en"])), 5)
    texts = [td.get_text(" ", strip=True) for td in cells_of(matrix(staff), "Über uns")]
    assert texts[:3] == ["Source", "5 words changed Open", "Nothing Open"]


def test_people_without_a_part_in_it_are_refused(client: Client, german: StandardPage) -> None:
    user = UserFactory()
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    for name in ("translation_coverage", "translation_coverage_csv"):
        assert client.get(reverse(name)).status_code in (302, 403)
    assert "translation-coverage" not in client.get(reverse("wagtailadmin_home")).content.decode()


def link(client: Client, code: str) -> str:
    """Return where the cell of “Über uns” in a language leads, "" where nowhere."""
    cells = dict(zip([one.code for one in Languages.load().all], cells_of(matrix(client), "Über uns"), strict=True))
    return cells[code].a["href"] if cells[code].a else ""


def path_of(address: str) -> str:
    return address.partition("?")[0]


def test_people_of_a_language_get_links_only_to_its_texts(
    client: Client, french: Translation, french_home: HomePage
) -> None:
    client.force_login(assemble(french_home).translator)
    links = [td.a["href"] for td in cells_of(matrix(client), "Über uns") if td.a]
    assert links == [reverse("wagtailadmin_pages:edit", args=[french.get_target_instance().pk])]


def test_an_open_cell_leads_coordinators_to_the_form_that_hands_it_out(
    client: Client, german: StandardPage, french_home: HomePage
) -> None:
    team = assemble(french_home)
    client.force_login(team.coordinator)
    address = link(client, "fr")
    assert path_of(address) == reverse("translation_assign")
    form = BeautifulSoup(client.get(address).content, "html.parser").find("main")
    assert form.find("bdi").get_text() == "Über uns"
    [translator] = form.select("select[name^=translator-]")
    assert translator.select_one("option[selected]").get_text() == "tara"
    assert form.find("a", string="Cancel")["href"] == reverse("translation_coverage")
    everything = BeautifulSoup(client.get(form.find("a", string="Show all languages")["href"]).content, "html.parser")
    assert not everything.find("a", string="Show all languages")
    assert everything.select_one("select[name^=translator-] option[selected]").get_text() == "Nobody"


def test_a_cell_in_work_leads_coordinators_to_the_work(
    client: Client, german: StandardPage, french_home: HomePage, locales: dict[str, Locale]
) -> None:
    client.force_login(assemble(french_home).coordinator)
    record = TranslationWork.objects.create(
        translation_key=german.translation_key, locale=locales["fr"], state=State.NOT_PLANNED, reason="Only for Berlin."
    )
    assert link(client, "fr") == reverse("translation_work", args=[record.pk])


def test_editors_of_everything_start_translations_from_the_matrix(
    client: Client, french: Translation, german: StandardPage
) -> None:
    client.force_login(editor_of(Page.get_first_root_node()))
    assert link(client, "de") == reverse("wagtailadmin_pages:edit", args=[german.pk])
    assert link(client, "fr") == reverse("wagtailadmin_pages:edit", args=[french.get_target_instance().pk])
    assert path_of(link(client, "en")) == reverse("wagtail_localize:submit_page_translation", args=[german.pk])
    assert client.get(link(client, "en")).status_code == 200


def test_who_cannot_hand_out_work_reads_whom_to_ask(
    client: Client, german: StandardPage, french_home: HomePage
) -> None:
    team = assemble(french_home)
    client.force_login(team.translator)
    assert "Work is handed out by: cleo." in matrix(client).find("main").get_text(" ", strip=True)
    client.force_login(team.coordinator)
    assert "Work is handed out by" not in matrix(client).find("main").get_text(" ", strip=True)


def test_totals_lead_to_what_they_count(staff: Client, german: StandardPage) -> None:
    totals_shown = matrix(staff).select_one(".coverage-totals")
    missing = totals_shown.find("a", string="2 missing")
    assert "Über uns" in str(matrix(staff, **dict(parse_qsl(missing["href"].partition("?")[2]))).select(".coverage"))


def test_csv_has_a_line_for_each_cell_and_no_formulas(
    staff: Client, german: StandardPage, home: HomePage, locales: dict[str, Locale]
) -> None:
    publish(StandardPageFactory(parent=home, title="=cmd|' /C calc'!A0"))
    answer = staff.get(reverse("translation_coverage_csv"), {"language": ["en", "fr"]})
    lines = list(csv.DictReader(b"".join(answer.streaming_content).decode().splitlines()))
    assert {line["language"] for line in lines} == {"en", "fr"}
    assert [line["title"] for line in lines].count("Über uns") == 2
    assert [line["title"] for line in lines if line["title"].startswith("=")] == []


def test_nonsense_in_the_filters_shows_everything(staff: Client, german: StandardPage) -> None:
    page = matrix(staff, section="x", language="tlh", sees="?", state="?", person="-1", p="abc")
    assert cells_of(page, "Über uns")


def test_no_match_says_what_to_do(staff: Client, german: StandardPage) -> None:
    assert "Clear some of them." in matrix(staff, q="no such page").get_text()


def test_the_number_of_queries_does_not_grow_with_pages_or_languages(
    staff: Client, german: StandardPage, home: HomePage, django_assert_max_num_queries: Any, locales: dict[str, Locale]
) -> None:
    counts = []
    for more in (3, 30):
        for _number in range(more):
            publish(translate(publish(StandardPageFactory(parent=home)), locales["en"]))
        matrix(staff)
        with django_assert_max_num_queries(200) as captured:
            matrix(staff)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_the_home_of_the_admin_shows_the_totals(staff: Client, german: StandardPage) -> None:
    page = BeautifulSoup(staff.get(reverse("wagtailadmin_home")).content, "html.parser")
    assert [item.strong.get_text() for item in page.select(".coverage-totals li")][:2] == ["English", "Français"]
