"""Giving pages and sections to translators."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from cms.accounts.models import User
from cms.translation.models import Notice, TranslationWork
from cms.translation.texts.units import units_of
from cms.translation.texts.writing import write
from cms.translation.work import assigning_task, transitions
from cms.translation.work.assigning_task import progress_key
from cms.translation.work.pages import page_of
from home.models import HomePage, StandardPage
from tests.factories.core import publish, reloaded
from tests.factories.home import StandardPageFactory
from tests.translation.submitting import submit
from tests.translation.tasks import run_tasks
from tests.translation.team import Role, Team, assemble, somebody

State = TranslationWork.State
ASSIGN = "/admin/translation/assign/"


@pytest.fixture
def french(german: StandardPage, locales: dict[str, Locale]) -> Translation:
    """Return the French translation, submitted anew for each test: some need a page that nobody has submitted."""
    return submit(german, locales["fr"])


@pytest.fixture
def team(french_home: HomePage) -> Team:
    return assemble(french_home)


@pytest.fixture
def coordinator(client: Client, team: Team) -> Client:
    client.force_login(team.coordinator)
    return client


@pytest.fixture
def form(team: Team, locales: dict[str, Locale]) -> dict[str, Any]:
    return {f"translator-{locales['fr'].pk}": team.translator.pk, "note": "", "due": ""}


def text_of(response: Any) -> str:
    assert response.status_code == 200
    return " ".join(BeautifulSoup(response.content, "html.parser").find("main").get_text(" ").split())


def address(*pages: Page, **arguments: Any) -> str:
    return f"{ASSIGN}?{urlencode([('id', page.pk) for page in pages] + list(arguments.items()))}"


def test_a_page_is_assigned_as_a_draft_with_everything_its_translator_needs(
    german: StandardPage, coordinator: Client, form: dict[str, Any], team: Team, locales: dict[str, Locale]
) -> None:
    due = timezone.localdate() + timedelta(days=7)
    reviewer = {f"reviewer-{locales['fr'].pk}": team.reviewer.pk}
    response = coordinator.post(address(german), {**form, **reviewer, "due": due.isoformat(), "note": "Short."})
    assert "1 translation was assigned" in text_of(response)
    record = TranslationWork.objects.get()
    assert (record.translation_key, record.locale.language_code) == (german.translation_key, "fr")
    assert (record.state, record.assignee, record.reviewer) == (State.ASSIGNED, team.translator, team.reviewer)
    assert (record.due, record.note) == (due, "Short.")
    draft = page_of(record)
    assert (draft.live, draft.alias_of_id) == (False, None)
    assert len(units_of(Translation.objects.get())) == 5
    assert list(Notice.objects.values_list("recipient__username", "event")) == [("tara", "arrived")]


def test_a_language_nobody_translates_into_says_how_to_go_on(german: StandardPage, coordinator: Client) -> None:
    response = coordinator.get(address(german, language="ar"))
    text = text_of(response)
    assert "Nobody has the role of translator yet in: العربية. Administrators give it under Settings, Users." in text
    assert "Give it to somebody without an account…" in text
    assert not BeautifulSoup(response.content, "html.parser").select("select[name^=translator-]")


def test_a_section_is_assigned_with_all_that_is_below(
    german: StandardPage, coordinator: Client, form: dict[str, Any]
) -> None:
    publish(StandardPageFactory(parent=german, title="Anfahrt", slug="anfahrt"))
    coordinator.post(address(german), form)
    assert TranslationWork.objects.count() == 1
    response = coordinator.post(address(german), {**form, "below": "on"})
    assert "tara already has it." in text_of(response)
    assert TranslationWork.objects.count() == 2


def test_what_is_left_out_is_named_with_the_reason(
    home: HomePage, german: StandardPage, coordinator: Client, form: dict[str, Any], team: Team, french: Translation
) -> None:
    def page(title: str) -> StandardPage:
        return publish(StandardPageFactory(parent=home, title=title))

    def record(one: StandardPage, **values: Any) -> None:
        TranslationWork.objects.create(translation_key=one.translation_key, locale=french.target_locale, **values)

    unplanned, taken, reviewed = page("Unplanned"), page("Taken"), page("Reviewed")
    record(unplanned, state=State.NOT_PLANNED, reason="Local news.")
    record(taken, state=State.IN_WORK, assignee=team.reviewer)
    record(reviewed, state=State.IN_REVIEW)
    for unit in units_of(french):
        write(french, unit, unit.source, user=team.translator)
    done = transitions.approve(
        transitions.send_to_review(transitions.work_on(french), by=team.translator), by=team.reviewer
    )
    publish(page_of(done).specific.get_latest_revision_as_object())
    chosen = [unplanned, taken, reviewed, german, page("Fresh")]
    text = text_of(coordinator.post(address(*chosen), form))
    assert "1 translation was assigned" in text
    assert "Fresh Français" in text
    assert "4 were left out" in text
    assert "Unplanned Français It is not planned: Local news." in text
    assert "Taken Français rene already has it." in text
    assert "Reviewed Français It is in review." in text
    assert "Über uns Français The translation is up to date." in text
    text = text_of(coordinator.post(address(taken), {**form, "reassign": "on"}))
    assert "1 translation was assigned" in text
    assert TranslationWork.objects.get(translation_key=taken.translation_key).state == State.IN_WORK


def test_the_page_itself_is_never_published_and_a_live_alias_stays_unread(
    german: StandardPage, coordinator: Client, form: dict[str, Any], client: Client, french_home: HomePage
) -> None:
    german.copy_for_translation(french_home.locale, alias=True)
    coordinator.post(address(german), form)
    row = reloaded(page_of(TranslationWork.objects.get()))
    assert not hasattr(row, "edition")


def test_a_page_that_nobody_published_yet_is_assigned_as_its_draft_says(
    home: HomePage, french_home: HomePage, coordinator: Client, form: dict[str, Any]
) -> None:
    page = StandardPageFactory(parent=home, title="Entwurf")
    page.title = "Entwurf, zweite Fassung"
    page.save_revision()
    coordinator.post(address(page), form)
    assert [unit.source for unit in units_of(Translation.objects.get())] == ["Entwurf, zweite Fassung"]


def test_a_page_written_by_hand_is_not_handed_over_to_localize(
    german: StandardPage, french_home: HomePage, coordinator: Client, form: dict[str, Any]
) -> None:
    own = german.copy_for_translation(french_home.locale)
    own.title = "De notre main"
    own.save_revision()
    coordinator.post(address(german), form)
    assert TranslationWork.objects.get().state == State.ASSIGNED
    assert not Translation.objects.exists()
    assert reloaded(own).get_latest_revision_as_object().title == "De notre main"


def test_easy_german_is_assigned_to_its_writers_without_a_translation(
    german: StandardPage, coordinator: Client, locales: dict[str, Locale], home: HomePage
) -> None:
    easy = locales["de-simple"]
    writer = somebody(Role.TRANSLATOR, home, username="wanda")
    _role_in(easy, writer)
    response = coordinator.post(address(german), {f"translator-{easy.pk}": writer.pk, "due": "", "note": ""})
    assert "1 translation was assigned" in text_of(response)
    assert not Translation.objects.exists()
    coordinator.force_login(writer)
    page = BeautifulSoup(coordinator.get("/admin/translation/waiting/").content, "html.parser")
    link = page.select_one(".work-rows__next a")
    assert link["href"] == f"/admin/translation/written/start/{german.pk}/de-simple/"


def _role_in(locale: Locale, user: User) -> None:
    from cms.translation.models import LocaleRole
    from tests.factories.groups import AdminGroupFactory

    role = LocaleRole.objects.filter(locale=locale, role=Role.TRANSLATOR).first()
    group = role.group if role else AdminGroupFactory()
    if not role:
        LocaleRole.objects.create(locale=locale, role=Role.TRANSLATOR, group=group)
    user.groups.add(group)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"translator": ""}, "Choose a translator for at least one language."),
        ({"due": "2001-01-01"}, "This day has passed. Choose today or a later one."),
        ({"due": "soon"}, "Enter a valid date."),
        ({"translator": "reviewer"}, "Select a valid choice."),
        ({"page": "none"}, "This field is required."),
    ],
)
def test_a_form_that_cannot_be_carried_out_says_why(
    values: dict[str, str], sentence: str, german: StandardPage, coordinator: Client, form: dict[str, Any], team: Team
) -> None:
    given = {**form, "due": values.get("due", "")}
    if "translator" in values:
        name = next(name for name in form if name.startswith("translator"))
        given[name] = team.reviewer.pk if values["translator"] == "reviewer" else ""
    where = ASSIGN if "page" in values else address(german)
    assert sentence in text_of(coordinator.post(where, given))
    assert not TranslationWork.objects.exists()


def test_only_people_who_hold_the_role_are_offered(
    german: StandardPage, coordinator: Client, locales: dict[str, Locale], team: Team
) -> None:
    page = BeautifulSoup(coordinator.get(address(german)).content, "html.parser")
    options = page.find("select", attrs={"name": f"translator-{locales['fr'].pk}"}).find_all("option")
    assert [option.get_text(strip=True) for option in options] == ["Nobody", "tara"]
    assert "Nobody has the role of translator yet in: Deutsch, English, العربية" in page.get_text()


def test_who_hands_out_no_work_is_neither_offered_it_nor_let_in(
    german: StandardPage, client: Client, team: Team, form: dict[str, Any], french_home: HomePage
) -> None:
    client.force_login(team.publisher)
    assert client.post(address(german), form).status_code == 302
    assert not TranslationWork.objects.exists()
    bulk = f"/admin/bulk/wagtailcore/page/assign_translation/?id={german.pk}"
    assert client.get(bulk).status_code == 302
    listing = client.get(f"/admin/pages/{french_home.pk}/").content.decode()
    assert "Assign translation" not in listing
    assert "Publish selected pages" in listing


def test_pages_ticked_in_a_list_are_assigned_and_one_comes_back_to_the_list(
    home: HomePage, french_home: HomePage, staff: Client, form: dict[str, Any]
) -> None:
    pages = [publish(StandardPageFactory(parent=home)) for _number in range(2)]
    listing = staff.get(f"/admin/pages/{home.pk}/").content.decode()
    assert "Assign translation…" in listing
    assert f"/admin/translation/assign/?id={pages[0].pk}" in listing
    query = urlencode([("id", page.pk) for page in pages] + [("next", f"/admin/pages/{home.pk}/")])
    bulk = f"/admin/bulk/wagtailcore/page/assign_translation/?{query}"
    assert all(page.title in text_of(staff.get(bulk)) for page in pages)
    response = staff.post(bulk, {**form, "next": f"/admin/pages/{home.pk}/"})
    assert "2 translations were assigned" in text_of(response)
    assert f'href="/admin/pages/{home.pk}/"' in response.content.decode()
    everything = f"/admin/bulk/wagtailcore/page/assign_translation/?id=all&childOf={home.pk}"
    assert all(page.title in text_of(staff.get(everything)) for page in pages)


def test_a_large_section_is_assigned_in_the_background_with_progress(
    german: StandardPage, coordinator: Client, form: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cms.translation.views.assigning.AT_ONCE", 2)
    for number in range(3):
        publish(StandardPageFactory(parent=german, title=f"Seite {number}"))
    response = coordinator.post(address(german), {**form, "below": "on"})
    assert response.status_code == 302
    assert not TranslationWork.objects.exists()
    assert "It waits for its turn." in text_of(coordinator.get(response.url))
    result = DBTaskResult.objects.get(task_path="cms.translation.work.assigning_task.assign_section")
    cache.set(progress_key(str(result.pk)), [1, 4])
    assert "1 of 4 pages are through" in text_of(coordinator.get(response.url))
    run_tasks()
    assert "4 translations were assigned" in text_of(coordinator.get(response.url))
    assert TranslationWork.objects.filter(state=State.ASSIGNED).count() == 4
    assert assigning_task.progress_of(str(result.pk)) == (4, 4)


def test_an_order_of_somebody_deactivated_meanwhile_gives_nothing_to_anybody(
    german: StandardPage, coordinator: Client, form: dict[str, Any], team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cms.translation.views.assigning.AT_ONCE", 0)
    coordinator.post(address(german), form)
    User.objects.filter(pk=team.coordinator.pk).update(is_active=False)
    run_tasks()
    result = DBTaskResult.objects.get(task_path="cms.translation.work.assigning_task.assign_section")
    assert result.return_value == {"done": [], "left_out": [], "work_ids": []}
    assert not TranslationWork.objects.exists()


def test_progress_of_nothing_is_not_found(coordinator: Client, team: Team) -> None:
    assert coordinator.get(f"{ASSIGN}nonsense/").status_code == 404
