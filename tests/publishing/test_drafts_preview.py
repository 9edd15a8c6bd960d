"""The preview in a separate front end beside the form, as Wagtail's panel asks for it."""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import Page, Site

from cms.accounts.models import User
from cms.core import periodic
from cms.publishing.drafts import snapshots
from cms.publishing.models import PreviewSnapshot
from home.models import HomePage, StandardPage
from tests.api.asking import ask, get
from tests.core.test_publishing_page_types import Case, every_type
from tests.factories.core import publish, reloaded
from tests.factories.forms import page_form
from tests.factories.home import StandardPageFactory
from tests.factories.roles import editor_of

pytestmark = pytest.mark.usefixtures("site")

FRONT_END = "https://front.example.org"
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _front_end(settings: Settings) -> None:
    settings.FRONT_END_URL = FRONT_END


@pytest.fixture
def page(home: HomePage) -> StandardPage:
    """Return a published page."""
    return publish(StandardPageFactory(parent=home, title="Besuch", slug="besuch"))


def edit_address(page: Page) -> str:
    return reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])


def new_address(model: type[Page], parent: Page) -> str:
    return reverse("wagtailadmin_pages:preview_on_add", args=[model._meta.app_label, model._meta.model_name, parent.pk])


def preview(client: Client, address: str, form: dict[str, str]) -> Any:
    """Post the form to the panel's address as it stands, and return the panel's answer in the front end's mode."""
    assert client.post(address, form).json() == {"is_valid": True, "is_available": True}
    return client.get(address, {"mode": "front-end", "in_preview_panel": "true"})


def token_of(answer: Any) -> str:
    """Return the token with which the browser is sent to the front end."""
    assert answer.status_code == 302
    target = urlsplit(answer.url)
    assert (f"{target.scheme}://{target.netloc}", target.path) == (FRONT_END, "/preview")
    return parse_qs(target.query)["token"][0]


def shown(client: Client, address: str, form: dict[str, str]) -> dict[str, Any]:
    """Return what the front end gets for the form."""
    return ask(f"drafts/{token_of(preview(client, address, form))}")


def test_form_is_shown_as_it_stands_unsaved(staff: Client, page: StandardPage) -> None:
    form = page_form(page, title="Besuch aus Lyon", intro="Noch nicht gesichert")
    found = shown(staff, edit_address(page), form)
    assert (found["kind"], found["label"]) == ("draft", "")
    assert (found["page"]["title"], found["page"]["intro"]) == ("Besuch aus Lyon", "Noch nicht gesichert")
    assert (found["page"]["path"], found["page"]["id"]) == ("/de/besuch/", str(page.translation_key))
    assert reloaded(page).title == "Besuch"
    assert reloaded(page).get_latest_revision_as_object().title == "Besuch"
    assert ask("pages/by-path", path="/de/besuch/")["page"]["title"] == "Besuch"


@every_type
def test_every_type_is_shown_before_it_was_ever_saved(case: Case, staff: Client, site: Site) -> None:
    parent = case.parent(parent=site.root_page) if case.parent else site.root_page
    form = page_form(case.model(), title="Ein Entwurf", slug="entwurf") | dict.fromkeys(case.needs, "")
    found = shown(staff, new_address(case.model, parent), form)["page"]
    assert (found["type"], found["title"], found["locale"]) == (case.model._meta.label, "Ein Entwurf", "de")
    assert found["path"].endswith("/entwurf/")
    assert not case.model.objects.filter(title="Ein Entwurf").exists()


@every_type
def test_every_type_is_shown_as_it_is_edited(case: Case, staff: Client, site: Site) -> None:
    parent = case.parent(parent=site.root_page) if case.parent else site.root_page
    page = parent.add_child(instance=case.model(title="Ein Entwurf", slug="entwurf", live=False))
    form = page_form(page, title="Ein neuer Entwurf") | dict.fromkeys(case.needs, "")
    assert shown(staff, edit_address(page), form)["page"]["title"] == "Ein neuer Entwurf"


def test_front_page_is_shown_with_its_new_words(staff: Client, home: HomePage) -> None:
    found = shown(staff, edit_address(home), page_form(home, title="Internationales", site_name="Amt"))
    assert found["page"]["title"] == "Internationales"


def test_answer_to_the_panel_is_kept_nowhere_and_may_be_framed(staff: Client, page: StandardPage) -> None:
    answer = preview(staff, edit_address(page), page_form(page))
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_two_editors_do_not_see_each_others_forms(client: Client, page: StandardPage) -> None:
    tokens = {}
    for name in ("Anna", "Ben"):
        person = Client()
        person.force_login(editor_of(page))
        tokens[name] = token_of(preview(person, edit_address(page), page_form(page, title=f"Von {name}")))
    for name, token in tokens.items():
        assert ask(f"drafts/{token}")["page"]["title"] == f"Von {name}"


def test_earlier_preview_stays_what_it_was(staff: Client, page: StandardPage) -> None:
    first = token_of(preview(staff, edit_address(page), page_form(page, title="Erst")))
    shown(staff, edit_address(page), page_form(page, title="Dann"))
    assert ask(f"drafts/{first}")["page"]["title"] == "Erst"


def test_editor_without_the_right_gets_no_preview(client: Client, page: StandardPage, home: HomePage) -> None:
    other = publish(StandardPageFactory(parent=reloaded(home)))
    client.force_login(editor_of(other))
    assert client.get(edit_address(page), {"mode": "front-end"}).status_code == 302
    assert Client().get(edit_address(page), {"mode": "front-end"}).url.startswith("/admin/login/")
    assert not PreviewSnapshot.objects.exists()


def test_preview_ends_after_an_hour_and_is_forgotten_a_day_later(staff: Client, page: StandardPage) -> None:
    token = token_of(preview(staff, edit_address(page), page_form(page)))
    snapshot = PreviewSnapshot.objects.get()
    assert timezone.now() < snapshot.expires_at <= timezone.now() + HOUR
    snapshots.forget_old()
    PreviewSnapshot.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    snapshots.forget_old()
    answer = get(f"drafts/{token}")
    assert (answer.status_code, answer.json()["parameters"][0]["message"]) == (403, "expired")
    PreviewSnapshot.objects.update(expires_at=timezone.now() - timedelta(days=1))
    snapshots.forget_old()
    assert not PreviewSnapshot.objects.exists()
    assert snapshots.forget_old in [job.function for job in periodic.jobs()]


def test_only_the_newest_previews_of_one_person_are_kept(
    page: StandardPage, admin: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshots, "MOST_OF_ONE_PERSON", 2)
    other = snapshots.take(page, editor_of(page))
    tokens = [snapshots.take(page, admin) for _ in range(3)]
    statuses = [get(f"drafts/{token}").status_code for token in (other, *tokens)]
    assert statuses == [200, 403, 200, 200]


def test_only_a_digest_of_the_token_and_no_comment_is_kept(staff: Client, page: StandardPage) -> None:
    token = token_of(preview(staff, edit_address(page), page_form(page)))
    kept = PreviewSnapshot.objects.values().get()
    assert token not in str(kept)
    assert "wagtail_admin_comments" not in kept["content"]


def test_preview_of_a_page_whose_language_is_gone_says_so(page: StandardPage, admin: User) -> None:
    token = snapshots.take(page, admin)
    snapshot = PreviewSnapshot.objects.get()
    snapshot.content["locale"] = 9999
    snapshot.save()
    answer = get(f"drafts/{token}")
    assert (answer.status_code, answer.json()["parameters"][0]["message"]) == (403, "gone")


def test_token_of_a_preview_opens_no_page_here(staff: Client, page: StandardPage) -> None:
    token = token_of(preview(staff, edit_address(page), page_form(page)))
    assert Client().get(f"/draft/{token}/").status_code == 403


def test_panel_offers_both_modes_and_this_site_first(staff: Client, page: StandardPage) -> None:
    html = staff.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert html.index(">This site<") < html.index(">Front end<")
    assert staff.post(edit_address(page), page_form(page, title="Hier")).status_code == 200
    assert "Hier" in staff.get(edit_address(page), {"mode": ""}).content.decode()


def test_without_a_front_end_there_is_one_mode(staff: Client, page: StandardPage, settings: Settings) -> None:
    settings.FRONT_END_URL = ""
    assert "Front end" not in staff.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    staff.post(edit_address(page), page_form(page, title="Hier"))
    answer = staff.get(edit_address(page), {"mode": "front-end"})
    assert (answer.status_code, "Hier" in answer.content.decode()) == (200, True)
    assert not PreviewSnapshot.objects.exists()
