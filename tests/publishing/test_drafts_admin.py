"""Links to drafts in the admin: who makes, sees, renews and revokes them, and what the history says."""

from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries, Settings
from wagtail.models import Locale, PageLogEntry

from cms.accounts.models import User
from cms.publishing.models import DraftLink
from cms.translation.models import LocaleRole
from home.models import HomePage, StandardPage
from tests.factories.core import mirror, publish, reloaded, translate
from tests.factories.groups import AdminGroupFactory
from tests.factories.home import StandardPageFactory
from tests.factories.publishing import draft_link
from tests.factories.roles import editor_of, holder, member

pytestmark = pytest.mark.usefixtures("site")

ALL = "/admin/draft-links/"


@pytest.fixture
def page(home: HomePage) -> StandardPage:
    """Return a page that was never published."""
    draft = StandardPageFactory(parent=home, title="Besuch", slug="besuch")
    draft.save_revision()
    return reloaded(draft)


@pytest.fixture
def editor(page: StandardPage) -> User:
    """Return somebody who edits the page and no other."""
    return editor_of(page)


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    """Return the browser of that person."""
    client.force_login(editor)
    return client


def of_page(page: Any) -> str:
    return f"{ALL}page/{page.pk}/"


def day(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def in_english(one: date) -> str:
    with override("en"):
        return date_format(one)


def form(**values: Any) -> dict[str, Any]:
    return {"label": "Press office", "valid_until": day(14), **values}


def soup(response: Any) -> BeautifulSoup:
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def text(response: Any) -> str:
    return soup(response).main.get_text(" ", strip=True)


def rows(response: Any) -> list[str]:
    return [row.get_text(" ", strip=True) for row in soup(response).select("main tbody tr")]


def history(page: Any) -> list[tuple[str, str, Any]]:
    entries = PageLogEntry.objects.filter(page=page.pk, action__startswith="cms.publishing.").order_by("pk")
    with override("en"):
        return [(entry.action, entry.message, entry.user) for entry in entries]


def test_editor_makes_a_link_and_sees_its_address_once(desk: Client, page: StandardPage, editor: User) -> None:
    assert day(14) in desk.get(f"{of_page(page)}new/").content.decode()
    response = desk.post(f"{of_page(page)}new/", form())
    address = soup(response).find("input", id="draft-address")["value"]
    assert address.startswith("http://localhost/draft/")
    assert "no-store" in response["Cache-Control"]
    assert soup(response).find("input", id="front-end-address") is None
    assert Client().get(address.removeprefix("http://localhost")).status_code == 200
    link = DraftLink.objects.get()
    assert (link.label, link.created_by, link.last_day.isoformat()) == ("Press office", editor, day(14))
    for listing in (of_page(page), ALL):
        (row,) = rows(desk.get(listing))
        assert "Press office" in row
        assert in_english(link.last_day) in row
        assert "Once, on" in row
        assert str(editor) in row
        assert address.rsplit("/", 2)[1] not in desk.get(listing).content.decode()


def test_link_leads_to_the_front_end_too_where_there_is_one(
    desk: Client, page: StandardPage, settings: Settings
) -> None:
    settings.FRONT_END_URL = "https://www.example.org"
    response = desk.post(f"{of_page(page)}new/", form())
    address = soup(response).find("input", id="draft-address")["value"]
    token = address.rsplit("/", 2)[1]
    assert soup(response).find("input", id="front-end-address")["value"] == (
        f"https://www.example.org/preview?token={token}"
    )


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"label": ""}, "This field is required."),
        ({"label": "x" * 121}, "at most 120 characters"),
        ({"valid_until": ""}, "This field is required."),
        ({"valid_until": "soon"}, "Enter a valid date."),
        ({"valid_until": day(-1)}, "This day has passed."),
        ({"valid_until": day(91)}, "A link to a draft is valid for 90 days at most."),
    ],
)
def test_bad_values_are_refused_with_a_sentence(
    desk: Client, page: StandardPage, values: dict[str, str], sentence: str
) -> None:
    assert sentence in text(desk.post(f"{of_page(page)}new/", form(**values)))
    assert not DraftLink.objects.exists()


def test_link_is_valid_for_ninety_days_at_most(desk: Client, page: StandardPage) -> None:
    desk.post(f"{of_page(page)}new/", form(valid_until=day(90)))
    assert DraftLink.objects.get().last_day.isoformat() == day(90)


def test_link_is_renewed_at_its_address(desk: Client, page: StandardPage, editor: User) -> None:
    link, token = draft_link(page, days=-1)
    assert "Expired" in rows(desk.get(of_page(page)))[0]
    assert Client().get(f"/draft/{token}/").status_code == 403
    response = desk.post(f"{ALL}{link.pk}/renew/", {"valid_until": day(30)}, follow=True)
    assert "works again or longer" in text(response)
    assert Client().get(f"/draft/{token}/").status_code == 200
    with override("en"):
        until = date_format(timezone.localdate() + timedelta(days=30))
    sentence = f"Let the link to the draft for Press office be valid until {until}"
    assert history(page)[-1] == ("cms.publishing.renew_draft_link", sentence, editor)
    assert "90 days at most" in text(desk.post(f"{ALL}{link.pk}/renew/", {"valid_until": day(91)}))


def test_revoked_link_is_not_renewed(desk: Client, page: StandardPage) -> None:
    link, token = draft_link(page)
    link.revoke()
    response = desk.post(f"{ALL}{link.pk}/renew/", {"valid_until": day(30)})
    assert "This link was revoked, which is for good." in text(response)
    assert Client().get(f"/draft/{token}/").status_code == 403
    assert len(history(page)) == 1


@pytest.mark.parametrize("listing", [ALL, "of page"])
def test_link_is_revoked_in_the_list_it_is_pressed_in(
    listing: str, desk: Client, page: StandardPage, editor: User
) -> None:
    link, token = draft_link(page)
    address = ALL if listing == ALL else of_page(page)
    button = soup(desk.get(address)).find("form", action=f"{ALL}{link.pk}/revoke/")
    next_url = button.find("input", attrs={"name": "next"})["value"]
    response = desk.post(button["action"], {"next": next_url}, follow=True)
    assert response.redirect_chain[-1][0] == address
    assert "Revoked" in rows(response)[0]
    assert Client().get(f"/draft/{token}/").status_code == 403
    desk.post(button["action"])
    assert [entry[0] for entry in history(page)] == ["cms.publishing.share_draft", "cms.publishing.revoke_draft_link"]
    assert history(page)[-1][1:] == ("Revoked the link to the draft for Press office", editor)


def test_history_says_for_whom_and_how_long(desk: Client, page: StandardPage, editor: User) -> None:
    desk.post(f"{of_page(page)}new/", form(label="Agency"))
    assert [(action, user) for action, _message, user in history(page)] == [("cms.publishing.share_draft", editor)]
    sentence = f"Shared the draft by a link for Agency, valid until {in_english(DraftLink.objects.get().last_day)}"
    assert sentence in text(desk.get(reverse("wagtailadmin_pages:history", args=[page.pk])))


def test_editors_find_it_at_the_page_and_in_lists(desk: Client, page: StandardPage) -> None:
    for address in (
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("wagtailadmin_explore", args=[page.pk]),
        reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
    ):
        assert of_page(page) in desk.get(address, follow=True).content.decode(), address
    assert ALL in desk.get(reverse("wagtailadmin_home")).content.decode()


def test_empty_lists_say_what_links_are_for(desk: Client, page: StandardPage) -> None:
    assert "There are no links to drafts yet." in text(desk.get(ALL))
    assert f"{of_page(page)}new/" in str(soup(desk.get(of_page(page))).main)


def _addresses(page: Any, link: DraftLink) -> list[str]:
    return [of_page(page), f"{of_page(page)}new/", f"{ALL}{link.pk}/renew/", f"{ALL}{link.pk}/revoke/"]


def _is_refused(client: Client, address: str) -> bool:
    answers = [client.post(address, form())]
    if not address.endswith("/revoke/"):
        answers.append(client.get(address))
    return all(answer.status_code == 302 and answer.url == reverse("wagtailadmin_home") for answer in answers)


def test_rights_follow_the_page_and_its_language(
    page: StandardPage, locales: dict[str, Locale], home: HomePage, client: Client
) -> None:
    source = publish(page)
    french = translate(source, locales["fr"], title="Visite")
    english = translate(source, locales["en"], title="Visit")
    links = {one.pk: draft_link(one)[0] for one in (source, french, english)}
    people = {
        "editor": (editor_of(source), {source.pk}),
        "publisher": (editor_of(source, publishes=True), {source.pk}),
        "translator": (holder(LocaleRole.Role.TRANSLATOR, locales["fr"]), {french.pk}),
        "reviewer": (holder(LocaleRole.Role.REVIEWER, locales["fr"]), {french.pk}),
        "nobody": (member(AdminGroupFactory()), set()),
    }
    for name, (person, may) in people.items():
        client.force_login(person)
        for one in (source, french, english):
            for address in _addresses(one, links[one.pk]):
                assert _is_refused(client, address) == (one.pk not in may), (name, address)
        if may:
            listed = {link.page_id for link in client.get(ALL).context["items"]}
            assert listed == may, name
        else:
            assert client.get(ALL).status_code == 302
            assert ALL not in client.get(reverse("wagtailadmin_home")).content.decode()
        DraftLink.objects.exclude(pk__in=[link.pk for link in links.values()]).delete()
        DraftLink.objects.update(revoked_at=None)


def test_people_who_are_not_signed_in_are_asked_to(page: StandardPage) -> None:
    link, _token = draft_link(page)
    for address in [ALL, *_addresses(page, link)]:
        assert Client().post(address, form()).url.startswith("/admin/login/")
    assert DraftLink.objects.get().is_valid


def test_alias_and_root_have_no_draft_to_share(
    staff: Client, page: StandardPage, home: HomePage, locales: dict[str, Locale]
) -> None:
    alias = mirror(publish(page), locales["fr"])
    for one in (alias, home.get_parent()):
        assert _is_refused(staff, f"{of_page(one)}new/")
        assert of_page(one) not in staff.get(reverse("wagtailadmin_explore", args=[one.pk])).content.decode()
    assert not DraftLink.objects.exists()


def test_unknown_pages_and_links_are_not_found(staff: Client, site: Any) -> None:
    for address in (f"{ALL}page/999/", f"{ALL}page/999/new/", f"{ALL}999/renew/"):
        assert staff.get(address).status_code == 404
    assert staff.post(f"{ALL}999/revoke/").status_code == 404


@pytest.mark.parametrize("number", [3, 30])
def test_lists_ask_as_much_whatever_their_number(
    number: int, staff: Client, page: StandardPage, admin: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        draft_link(page, by=admin)
    staff.get(ALL)
    with django_assert_num_queries(17):
        staff.get(ALL)
