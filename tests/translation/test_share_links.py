"""Links for translators without an account, from the outside and from the admin."""

from datetime import timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Locale, PageLogEntry
from wagtail_localize.models import Translation

from cms.translation.models import Notice, ShareLink, TranslationWork
from cms.translation.texts.units import units_of
from cms.translation.work import share_links, transitions
from cms.translation.work.pages import page_of
from home.models import HomePage, StandardPage
from tests.factories.core import publish, reloaded
from tests.factories.home import StandardPageFactory
from tests.translation.exchange.filling import filled
from tests.translation.team import Team, assemble

State = TranslationWork.State
LINKS = "/admin/translation/share-links/"
FROM_HERE = {"HTTP_SEC_FETCH_SITE": "same-origin", "HTTP_ORIGIN": "null"}


@pytest.fixture
def team(french_home: HomePage) -> Team:
    return assemble(french_home)


@pytest.fixture
def record(french: Translation, team: Team) -> TranslationWork:
    return transitions.hand_out(transitions.work_on(french), "Agency", by=team.coordinator)


@pytest.fixture
def shared(record: TranslationWork, team: Team) -> tuple[ShareLink, str]:
    tomorrow = timezone.now() + timedelta(days=1)
    return share_links.create([record], record.locale, label="Agency", expires_at=tomorrow, by=team.coordinator)


@pytest.fixture
def link(shared: tuple[ShareLink, str]) -> ShareLink:
    return shared[0]


@pytest.fixture
def address(shared: tuple[ShareLink, str]) -> str:
    return f"/translation/share/{shared[1]}/"


@pytest.fixture
def outside() -> Client:
    """Return the browser of somebody without an account, which insists on CSRF tokens where they are asked for."""
    return Client(enforce_csrf_checks=True, headers={"Accept-Language": "en"})


def text_of(response: Any, status: int = 200) -> str:
    assert response.status_code == status
    return " ".join(BeautifulSoup(response.content, "html.parser").find("main").get_text(" ").split())


def fetch(client: Client, address: str, file_format: str = "xliff12") -> dict[str, bytes]:
    response = client.get(f"{address}files/", {"format": file_format})
    assert response["Content-Type"] == "application/zip"
    with ZipFile(BytesIO(response.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: dict[str, bytes]) -> SimpleUploadedFile:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return SimpleUploadedFile("back.zip", out.getvalue())


def translated(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: filled(name, data) for name, data in files.items() if name.endswith((".xlf", ".po"))}


def hand_in(client: Client, address: str, file: SimpleUploadedFile, **headers: str) -> Any:
    return client.post(address, {"file": file}, **(headers or FROM_HERE))


@pytest.mark.parametrize("file_format", ["xliff12", "xliff20", "po"])
def test_an_agency_fetches_files_and_hands_them_in_to_review(
    file_format: str, outside: Client, address: str, record: TranslationWork, french: Translation, team: Team
) -> None:
    page = text_of(outside.get(address))
    assert "Translation into Français" in page
    assert "Über uns" in page
    response = hand_in(outside, address, packed(translated(fetch(outside, address, file_format))))
    text = text_of(response)
    assert "Taken: 5" in text
    assert "These pages are complete and went to review: Über uns" in text
    assert all(unit.is_translated for unit in units_of(french))
    record.refresh_from_db()
    assert (record.state, record.submitted_by, record.assignee) == (State.IN_REVIEW, None, None)
    assert reloaded(page_of(record)).live is False
    assert list(Notice.objects.values_list("recipient__username", "event")) == [("rene", "review_waits")]
    entry = PageLogEntry.objects.get(action="cms.translation.send_to_review")
    assert (entry.user, entry.message) == (
        None,
        "Sent the translation (fr) to review through the share link for Agency",
    )


def test_a_page_that_the_office_sent_on_meanwhile_is_skipped_and_its_texts_are_kept(
    outside: Client, address: str, record: TranslationWork, french: Translation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def be_slower(work: TranslationWork, **kwargs: Any) -> TranslationWork:
        TranslationWork.objects.filter(pk=work.pk).update(state=State.IN_REVIEW)
        return send_to_review(work, **kwargs)

    send_to_review = transitions.send_to_review
    monkeypatch.setattr(transitions, "send_to_review", be_slower)
    text = text_of(hand_in(outside, address, packed(translated(fetch(outside, address)))))
    assert "Taken: 5" in text
    assert "went to review:" not in text
    assert all(unit.is_translated for unit in units_of(french))


def test_an_unfinished_file_is_kept_and_the_page_stays_open(
    outside: Client, address: str, record: TranslationWork, french: Translation
) -> None:
    whole = translated(fetch(outside, address))
    empty = {name: data for name, data in fetch(outside, address).items() if name.endswith(".xlf")}
    text = text_of(hand_in(outside, address, packed(empty)))
    assert "No page is complete yet." in text
    record.refresh_from_db()
    assert record.state == State.ASSIGNED
    name, data = next(iter(whole.items()))
    text = text_of(hand_in(outside, address, SimpleUploadedFile(name, data)))
    assert "went to review" in text


def test_every_text_that_was_not_taken_says_why(outside: Client, address: str) -> None:
    files = {name: data.replace(b"{{", b"") for name, data in fetch(outside, address).items()}
    broken = {
        name: filled(name, data, lambda text: f"{text} {{count:partner-cities}}")
        for name, data in files.items()
        if name.endswith(".xlf")
    }
    text = text_of(hand_in(outside, address, packed(broken)))
    assert "Refused: " in text
    assert "is not in the source. Delete it." in text


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (SimpleUploadedFile("notes.docx", b"PK\x03\x04nonsense"), "Refused: 1"),
        (SimpleUploadedFile("empty.xlf", b""), "The submitted file is empty|Refused: 1"),
        (SimpleUploadedFile("x.xlf", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "Refused: 1"),
    ],
)
def test_files_that_cannot_be_read_are_reported_and_change_nothing(
    file: SimpleUploadedFile, sentence: str, outside: Client, address: str, record: TranslationWork
) -> None:
    text = text_of(hand_in(outside, address, file))
    assert any(part in text for part in sentence.split("|"))
    record.refresh_from_db()
    assert record.state == State.ASSIGNED


def test_a_form_without_a_file_asks_for_one(outside: Client, address: str) -> None:
    assert "Choose the file with your translation first." in text_of(outside.post(address, **FROM_HERE), 400)


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(
    outside: Client, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cms.translation.views.share.MOST_BYTES", 1024 * 1024)
    big = SimpleUploadedFile("big.xlf", b"x" * 2 * 1024 * 1024)
    assert "The file is larger than 1 MB." in text_of(hand_in(outside, address, big), 413)


def test_pages_that_were_not_handed_out_cannot_be_written(
    outside: Client, address: str, link: ShareLink, home: HomePage, team: Team, locales: dict[str, Locale]
) -> None:
    files = translated(fetch(outside, address))
    other = TranslationWork.objects.create(translation_key=home.translation_key, locale=locales["fr"])
    link.works.set([other])
    text = text_of(hand_in(outside, address, packed(files)))
    assert "This page is not among those handed out." in text
    assert TranslationWork.objects.get(pk=other.pk).state == State.OPEN


def test_what_is_in_review_or_approved_takes_nothing_from_outside(
    outside: Client, address: str, record: TranslationWork, team: Team, french: Translation
) -> None:
    files = translated(fetch(outside, address))
    hand_in(outside, address, packed(files))
    record.refresh_from_db()
    transitions.approve(record, by=team.reviewer)
    assert "There is nothing to translate here at the moment" in text_of(outside.get(address))
    assert outside.get(f"{address}files/").status_code == 404
    changed = {name: data.replace("« ".encode(), b"") for name, data in files.items()}
    hand_in(outside, address, packed(changed))
    record.refresh_from_db()
    assert record.state == State.APPROVED


def test_the_agency_reads_what_the_review_says(
    outside: Client, address: str, record: TranslationWork, team: Team
) -> None:
    hand_in(outside, address, packed(translated(fetch(outside, address))))
    record.refresh_from_db()
    transitions.return_to_translator(record, by=team.reviewer, comment="The title is too long.")
    text = text_of(outside.get(address))
    assert "Returned, to be corrected" in text
    assert "The review says: The title is too long." in text


def test_the_page_sets_no_cookie_and_is_kept_by_nobody(outside: Client, address: str) -> None:
    for response in (
        outside.get(address),
        outside.get(f"{address}files/"),
        hand_in(outside, address, SimpleUploadedFile("x.xlf", b"<a/>")),
        outside.get("/translation/share/nonsense/"),
    ):
        assert not response.cookies
        assert response["Cache-Control"] == "no-store"
        assert response["Referrer-Policy"] == "no-referrer"
        assert "noindex" in response["X-Robots-Tag"]
        assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"HTTP_SEC_FETCH_SITE": "same-origin", "HTTP_ORIGIN": "null"}, 200),
        ({"HTTP_ORIGIN": "http://localhost"}, 200),
        ({"HTTP_USER_AGENT": "curl/8"}, 200),
        ({"HTTP_SEC_FETCH_SITE": "cross-site", "HTTP_ORIGIN": "http://localhost"}, 403),
        ({"HTTP_SEC_FETCH_SITE": "same-site"}, 403),
        ({"HTTP_ORIGIN": "https://elsewhere.example"}, 403),
        ({"HTTP_ORIGIN": "null"}, 403),
    ],
)
def test_only_the_page_itself_may_send_files(
    headers: dict[str, str], status: int, outside: Client, address: str
) -> None:
    outside.defaults["HTTP_HOST"] = "localhost"
    response = hand_in(outside, address, SimpleUploadedFile("x.xlf", b"<a/>"), **headers)
    assert response.status_code == status


def test_a_link_that_ended_was_revoked_or_never_was_opens_nothing(
    outside: Client, address: str, link: ShareLink
) -> None:
    link.revoke()
    assert "The link was closed." in text_of(outside.get(address), 403)
    assert outside.get(f"{address}files/").status_code == 403
    assert hand_in(outside, address, SimpleUploadedFile("x.xlf", b"<a/>")).status_code == 403
    ShareLink.objects.update(revoked_at=None, expires_at=timezone.now() - timedelta(minutes=1))
    assert "The link was valid until" in text_of(outside.get(address), 403)
    assert "Check that the link was copied whole." in text_of(outside.get("/translation/share/x/"), 404)


def test_only_a_digest_of_the_address_is_kept(shared: tuple[ShareLink, str]) -> None:
    link, token = shared
    assert len(token) >= 43
    assert token not in str(ShareLink.objects.values().get(pk=link.pk))
    assert ShareLink.find(link.digest) is None


@pytest.mark.parametrize(
    ("header", "code", "direction"),
    [("ar,en;q=0.5", "ar", "rtl"), ("fr-CA", "fr", "ltr"), ("tlh", "de", "ltr"), ("", "de", "ltr")],
)
def test_the_page_speaks_a_language_of_the_reader(
    header: str, code: str, direction: str, address: str, client: Client
) -> None:
    response = client.get(address, headers={"Accept-Language": header})
    html = BeautifulSoup(response.content, "html.parser").find("html")
    assert (html["lang"], html["dir"]) == (code, direction)
    assert response["Content-Language"] == code
    assert "Accept-Language" in response["Vary"]


def test_use_is_noted(outside: Client, address: str, link: ShareLink) -> None:
    outside.get(address)
    link.refresh_from_db()
    assert link.last_used_at is not None


def test_the_number_of_queries_does_not_depend_on_the_pages(
    outside: Client,
    address: str,
    link: ShareLink,
    home: HomePage,
    locales: dict[str, Locale],
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    outside.get(address)
    with django_assert_max_num_queries(60) as few:
        outside.get(address)
    for _number in range(12):
        page = publish(StandardPageFactory(parent=home))
        link.works.add(TranslationWork.objects.create(translation_key=page.translation_key, locale=locales["fr"]))
    with django_assert_max_num_queries(len(few)):
        assert "13 pages" in text_of(outside.get(address))


def new_link(pages: list[StandardPage], into: Locale, /, **values: Any) -> tuple[str, dict[str, Any]]:
    query = "&".join(f"id={page.pk}" for page in pages)
    until = (timezone.localdate() + timedelta(days=30)).isoformat()
    return f"{LINKS}new/?{query}", {"locale": into.pk, "label": "Agency", "valid_until": until, **values}


def test_a_coordinator_makes_a_link_and_sees_the_address_once(
    german: StandardPage, client: Client, outside: Client, team: Team, locales: dict[str, Locale]
) -> None:
    client.force_login(team.coordinator)
    where, form = new_link([german], locales["fr"])
    response = client.post(where, form)
    page = BeautifulSoup(response.content, "html.parser")
    address = page.find("input", id="share-address")["value"]
    assert address.startswith("http://localhost/translation/share/")
    assert "no-store" in response["Cache-Control"]
    record = TranslationWork.objects.get()
    assert (record.state, record.assignee) == (State.ASSIGNED, None)
    assert "Handed the translation (fr) out by a share link for Agency" in [
        entry.message for entry in PageLogEntry.objects.filter(page=page_of(record))
    ]
    assert "Über uns" in text_of(outside.get(address.removeprefix("http://localhost")))
    last_day = date_format(timezone.localdate() + timedelta(days=30))
    assert f"Valid until {last_day}." in text_of(response)
    assert f"This link is valid until {last_day};" in text_of(outside.get(address.removeprefix("http://localhost")))
    listing = client.get(LINKS)
    assert last_day in text_of(listing)
    assert "Agency" in text_of(listing)
    assert "1 of 1 still open" in text_of(listing)
    assert address.rsplit("/", 2)[1] not in listing.content.decode()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"valid_until": "2001-01-01"}, "This day has passed."),
        ({"valid_until": "2999-01-01"}, "A link is valid for a year at most."),
        ({"label": ""}, "This field is required."),
        ({"locale": "easy"}, "Select a valid choice."),
        ({"locale": "de"}, "None of these pages can be handed out in this language."),
    ],
)
def test_a_link_that_cannot_be_made_says_why(
    values: dict[str, str], sentence: str, german: StandardPage, client: Client, team: Team, locales: dict[str, Locale]
) -> None:
    client.force_login(team.coordinator)
    codes = {"easy": locales["de-simple"].pk, "de": locales["de"].pk}
    where, form = new_link([german], locales["fr"], **{name: codes.get(one, one) for name, one in values.items()})
    assert sentence in text_of(client.post(where, form))
    assert not ShareLink.objects.exists()
    assert not TranslationWork.objects.exists()


def test_a_page_that_has_no_file_is_left_out(
    home: HomePage, german: StandardPage, client: Client, team: Team, locales: dict[str, Locale]
) -> None:
    client.force_login(team.coordinator)
    draft = StandardPageFactory(parent=home, title="Entwurf")
    where, form = new_link([german, draft], locales["fr"])
    text = text_of(client.post(where, form))
    assert "1 page was handed out" in text
    assert "Entwurf : It is not published yet. Files are made of published pages." in text


def test_too_many_pages_for_one_link_are_refused(
    german: StandardPage, client: Client, team: Team, locales: dict[str, Locale], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cms.translation.views.share_links.MOST_PAGES", 1)
    publish(StandardPageFactory(parent=german, slug="anfahrt"))
    client.force_login(team.coordinator)
    where, form = new_link([german], locales["fr"], below="on")
    assert "These are 2 pages; a link takes 1." in text_of(client.post(where, form))


def test_a_link_is_revoked_in_the_list(
    link: ShareLink, address: str, client: Client, outside: Client, team: Team
) -> None:
    client.force_login(team.coordinator)
    response = client.post(f"{LINKS}{link.pk}/revoke/", follow=True)
    assert "Revoked" in text_of(response)
    assert outside.get(address).status_code == 403


def test_who_hands_out_no_work_makes_no_links(
    link: ShareLink, german: StandardPage, client: Client, team: Team, locales: dict[str, Locale]
) -> None:
    client.force_login(team.translator)
    where, form = new_link([german], locales["fr"])
    assert client.get(LINKS).status_code == 302
    assert client.post(where, form).status_code == 302
    assert client.post(f"{LINKS}{link.pk}/revoke/").status_code == 302
    link.refresh_from_db()
    assert link.is_valid
    assert ShareLink.objects.count() == 1


def test_the_list_of_links_says_what_they_are_for_while_there_are_none(client: Client, team: Team) -> None:
    client.force_login(team.coordinator)
    assert "There are no share links yet." in text_of(client.get(LINKS))
