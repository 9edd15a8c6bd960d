"""How the content API answers whatever the question: methods, caching, languages, errors, limits."""

from base64 import b64encode
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from cms.api import middleware
from tests.api.asking import API, get

pytestmark = pytest.mark.usefixtures("sections")


def test_same_answer_whatever_languages_the_client_prefers() -> None:
    answers = {get("site", headers={"Accept-Language": tag}).content for tag in ("de", "fr", "ar", "*")}
    assert len(answers) == 1


def test_answers_set_no_cookie_and_depend_on_none(staff: Client) -> None:
    answer = get("pages", staff)
    assert answer.content == get("pages").content
    assert not answer.cookies
    assert "cookie" not in answer.headers["Vary"].lower()


def test_unchanged_answer_is_not_sent_again() -> None:
    answer = get("locales")
    assert answer.headers["ETag"].startswith('"')
    again = get("locales", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_answer_names_what_it_was_made_from() -> None:
    answer = get("pages/by-path", path="/de/cities/")
    assert {"navigation", "list-partnercitypage"} <= set(answer.headers["Cache-Tag"].split(","))
    assert answer.headers["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_head_has_the_headers_alone(client: Client) -> None:
    head, answer = client.head(f"{API}locales"), client.get(f"{API}locales")
    assert (head.status_code, head.content) == (200, b"")
    for name in ("Content-Type", "Content-Length", "ETag", "Cache-Tag"):
        assert head.headers[name] == answer.headers[name]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    answer = getattr(client, method)(f"{API}locales")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert answer.json()["status"] == 405


def test_options_tells_what_is_allowed(client: Client) -> None:
    answer = client.options(f"{API}locales")
    assert (answer.status_code, answer.headers["Allow"]) == (204, "GET, HEAD, OPTIONS")


def test_scripts_of_other_origins_may_read(client: Client) -> None:
    answer = client.get(f"{API}locales", headers={"Origin": "https://www.example.org"})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    asked = {"Origin": "https://www.example.org", "Access-Control-Request-Method": "GET"}
    assert (
        client.options(f"{API}locales", headers=asked).headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    )


def test_only_the_origins_that_are_set_may_read(client: Client, settings: Any) -> None:
    settings.CORS_ALLOW_ALL_ORIGINS = False
    settings.CORS_ALLOWED_ORIGINS = ["https://www.example.org"]
    for origin, allowed in (("https://www.example.org", True), ("https://evil.example", False)):
        answer = client.get(f"{API}locales", headers={"Origin": origin})
        assert (answer.headers.get("Access-Control-Allow-Origin") == origin) is allowed


@pytest.mark.parametrize("accept", ["text/html", "image/*"])
def test_other_media_types_are_refused(accept: str) -> None:
    answer = get("locales", headers={"Accept": accept})
    assert (answer.status_code, answer.headers["Content-Type"]) == (406, "application/problem+json")


@pytest.mark.parametrize("address", ["nope", "pages/not-a-uuid", "", "../v2/pages/"])
def test_unknown_addresses_are_problems_and_never_redirected(client: Client, address: str) -> None:
    Redirect.add_redirect("/api/v1/nope", "/de/")
    answer = client.get(API + address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json")


def test_too_many_questions_have_to_wait(client: Client, settings: Any) -> None:
    settings.API_REQUESTS_PER_MINUTE = 2
    cache.clear()
    answers = [client.get(f"{API}locales") for _time in range(5)]
    last = answers[-1]
    assert last.status_code == 429
    assert 1 <= int(last.headers["Retry-After"]) <= 61
    assert client.get(f"{API}locales", REMOTE_ADDR="192.0.2.7").status_code == 200


def test_failure_is_a_problem_without_details(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(middleware, "resolve", lambda path: 1 / 0)
    answer = client.get(f"{API}locales")
    assert (answer.status_code, answer.headers["Content-Type"]) == (500, "application/problem+json")
    assert b"ZeroDivision" not in answer.content
    assert "ZeroDivisionError" in caplog.text


def test_unknown_language_names_those_there_are() -> None:
    answer = get("site", locale="nl")
    assert answer.status_code == 404
    assert "de, en, fr, ar, de-simple" in answer.json()["detail"]


@pytest.mark.parametrize("cursor", ["x", "cD1ub3QtYS1wYXRo", "/" * 400, "cj0x"])
def test_cursor_that_is_none_is_named(cursor: str) -> None:
    answer = get("pages", cursor=cursor)
    assert answer.status_code in (200, 404)
    if answer.status_code == 404:
        assert [one["name"] for one in answer.json()["parameters"]] == ["cursor"]


@pytest.mark.parametrize(
    "cursor", ["p=%00", "p=0001-01-01T00:00:00%2B14:00", "p=9999-12-31T23:59:59-14:00", "o=99999999999&p=1"]
)
@pytest.mark.parametrize("address", ["pages", "events", "redirects"])
def test_cursor_made_up_by_hand_is_no_failure(address: str, cursor: str) -> None:
    assert get(address, cursor=b64encode(cursor.encode()).decode()).status_code in (200, 404)


def test_addresses_of_parts_are_the_sites_own(client: Client, settings: Any) -> None:
    settings.SITE_URL = "https://relations.example.org"
    found = client.get(f"{API}pages?limit=1").json()
    assert found["next"].startswith("https://relations.example.org/api/v1/pages?cursor=")


def test_wrong_host_is_a_problem(client: Client) -> None:
    answer = client.get(f"{API}pages", headers={"host": "evil.example"})
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "application/problem+json")


def test_answers_without_a_body_have_no_length(client: Client) -> None:
    etag = get("locales").headers["ETag"]
    for answer in (client.options(f"{API}locales"), get("locales", headers={"If-None-Match": etag})):
        assert "Content-Length" not in answer.headers


def test_conditions_of_writers_change_nothing() -> None:
    assert get("locales", headers={"If-Match": '"x"'}).status_code == 200


def test_problems_are_not_kept() -> None:
    assert get("nope").headers["Cache-Control"] == "no-store"
    assert "Accept" in get("locales", headers={"Accept": "text/html"}).headers["Vary"]


@pytest.mark.parametrize("query", ['"', 'a"', '"a b', "a' OR 1", "(", "*", "NEAR("])
def test_search_takes_every_sign(client: Client, query: str) -> None:
    assert get("search", q=query).status_code == 200
    assert get("pages", q=query).status_code == 200
    assert client.get("/de/search/", {"q": query}).status_code == 200
