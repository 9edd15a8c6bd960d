"""One call for a page: the page, where it has moved, or which languages have it."""

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, PageViewRestriction

from cms.translation.models import Basis
from home.models import HomePage, StandardPage
from tests.api.asking import ask, get
from tests.factories.core import publish, reloaded, translate
from tests.factories.home import StandardPageFactory

pytestmark = pytest.mark.django_db


ADDRESSES = [
    *("/de/", "/de", "/de/ueber-uns/", "/de/ueber-uns", "/de/UEBER-UNS/", "/de/ueber-uns/2024/", "/de/no/", "/de/a.b"),
    *("/en/ueber-uns/", "/de-simple/", "/de//ueber-uns/", "/de/ueber-uns/?utm_source=x", "/de/news/", "/de/news/2024/"),
    *("/xx/", "/admins/"),
]


@pytest.fixture
def about(sections: dict, home: HomePage, locales: dict[str, Locale]) -> StandardPage:
    """Return a page that is published in German only, below front pages in all translated languages."""
    publish(translate(home, locales["en"]))
    for code in ("fr", "ar"):
        reloaded(home).copy_for_translation(locales[code], alias=True)
    made = publish(StandardPageFactory(parent=reloaded(home), title="Über uns", slug="ueber-uns", intro="Wer wir sind"))
    return reloaded(made)


@pytest.fixture
def aliased(about: StandardPage, locales: dict[str, Locale]) -> StandardPage:
    """Return the same page with aliases in the languages that are translated."""
    for code in ("en", "fr", "ar"):
        about.copy_for_translation(locales[code], alias=True)
    return reloaded(about)


def by_path(path: str) -> dict:
    return ask("pages/by-path", path=path)


def missing(path: str) -> dict:
    answer = get("pages/by-path", path=path)
    assert answer.status_code == 404, answer.content
    return answer.json()


def test_page_has_everything_around_it(about: StandardPage) -> None:
    answer = by_path("/de/ueber-uns/")
    assert answer["kind"] == "page"
    assert answer["page"]["type"] == "home.StandardPage"
    assert answer["page"]["id"] == str(about.translation_key)
    assert (answer["page"]["title"], answer["page"]["intro"]) == ("Über uns", "Wer wir sind")
    assert (answer["page"]["path"], answer["page"]["url"]) == ("/de/ueber-uns/", "http://localhost/de/ueber-uns/")
    assert [crumb["path"] for crumb in answer["breadcrumbs"]] == ["/de/"]
    assert answer["page"]["seo"]["canonical"] == "http://localhost/de/ueber-uns/"


def test_alternates_tell_how_each_language_stands(aliased: StandardPage) -> None:
    stands = {
        one["locale"]: (one["state"], one["shown"], one["path"]) for one in by_path("/de/ueber-uns/")["alternates"]
    }
    assert stands == {
        "de": ("current", "de", "/de/ueber-uns/"),
        "en": ("fallback", "de", "/en/ueber-uns/"),
        "fr": ("fallback", "de", "/fr/ueber-uns/"),
        "ar": ("fallback", "de", "/ar/ueber-uns/"),
    }


def test_fallback_says_whose_words_they_are(aliased: StandardPage) -> None:
    found = by_path("/fr/ueber-uns/")["page"]
    assert (found["locale"], found["language"]["code"], found["state"]) == ("fr", "de", "fallback")
    assert found["seo"]["canonical"] == "http://localhost/de/ueber-uns/"
    assert found["seo"]["hreflang"] == []


def test_outdated_translation_says_by_how_many_words(about: StandardPage, locales: dict) -> None:
    english = publish(translate(about, locales["en"], title="About us"))
    Basis.objects.filter(edition__page=english.page_ptr).update(words_changed=5)
    found = by_path("/en/about-us/")["page"]
    assert (found["state"], found["words_changed"]) == ("outdated", 5)
    assert found["newest"]["path"] == "/de/ueber-uns/"


def test_text_that_is_not_to_be_shown_is_withheld(about: StandardPage, locales: dict) -> None:
    english = publish(translate(about, locales["en"], title="About us", intro="Old and wrong"))
    Basis.objects.filter(edition__page=english.page_ptr).update(words_changed=5, urgent_since="2026-01-01T00:00Z")
    answer = get("pages/by-path", path="/en/about-us/")
    assert answer.json()["page"]["type"] == "withheld"
    assert b"Old and wrong" not in answer.content


def test_written_language_has_no_page_but_says_who_has(aliased: StandardPage, locales: dict) -> None:
    reloaded(aliased).get_parent().specific.copy_for_translation(locales["de-simple"])
    assert [one["locale"] for one in missing("/de-simple/ueber-uns/")["available"]] == []
    found = get(f"pages/{aliased.translation_key}", locale="de-simple")
    assert found.status_code == 404
    assert [one["locale"] for one in found.json()["available"]] == ["de", "en", "fr", "ar"]


def test_redirect_is_told_with_its_status(about: StandardPage) -> None:
    Redirect.add_redirect("/de/alt", about, is_permanent=False)
    for path in ("/de/alt/", "/de/alt"):
        assert by_path(path) == {"kind": "redirect", "status": 302, "target": "/de/ueber-uns/"}


def test_missing_slash_is_added(about: StandardPage) -> None:
    assert by_path("/de/ueber-uns") == {"kind": "redirect", "status": 301, "target": "/de/ueber-uns/"}


@pytest.mark.parametrize("path", ADDRESSES)
def test_html_and_api_agree(client: Client, aliased: StandardPage, path: str) -> None:
    html, answer = client.get(path), get("pages/by-path", path=path)
    expected = 404 if html.status_code == 404 else 200
    assert answer.status_code == expected
    if html.status_code in (301, 302):
        moved = {"kind": "redirect", "status": html.status_code, "target": html.headers["Location"]}
        assert answer.json() == moved


def test_foreign_scripts_are_found_encoded_and_decoded(about: StandardPage, locales: dict, client: Client) -> None:
    publish(translate(about, locales["ar"], title="من نحن"))
    encoded = "/ar/%D9%85%D9%86-%D9%86%D8%AD%D9%86/"
    assert client.get(encoded).status_code == 200
    for path in (encoded, "/ar/من-نحن/"):
        assert by_path(path)["page"]["path"] == encoded


def test_private_page_is_not_there(about: StandardPage) -> None:
    PageViewRestriction.objects.create(page=about.page_ptr, restriction_type=PageViewRestriction.LOGIN)
    assert "available" not in missing("/de/ueber-uns/") or missing("/de/ueber-uns/")["available"] == []
    assert get(f"pages/{about.translation_key}").status_code == 404


def test_private_page_opens_for_those_who_may(about: StandardPage, staff: Client, client: Client) -> None:
    PageViewRestriction.objects.create(page=about.page_ptr, restriction_type=PageViewRestriction.LOGIN)
    assert "Wer wir sind" in staff.get("/de/ueber-uns/").content.decode()
    assert Client().get("/de/ueber-uns/").status_code == 302


@pytest.mark.parametrize("path", ["", "de/", "/" + "x" * 2001])
def test_path_that_is_none_is_named(sections: dict, path: str) -> None:
    answer = get("pages/by-path", path=path)
    assert answer.status_code == 422
    assert [one["name"] for one in answer.json()["parameters"]] == ["path"]
