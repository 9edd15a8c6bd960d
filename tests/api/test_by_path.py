"""One call for a page: the page, where it has moved, or which languages have it."""

import json

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, PageViewRestriction

from cms.core.cachetags import page_tag
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


def test_redirect_with_a_query_is_found_as_it_is_asked_for(about: StandardPage, client: Client) -> None:
    Redirect.add_redirect("/old.php?id=5", about)
    assert client.get("/old.php?id=5").headers["Location"] == "/de/ueber-uns/"
    assert by_path("/old.php?id=5")["target"] == "/de/ueber-uns/"


def test_redirect_to_what_readers_may_not_see_is_none(about: StandardPage) -> None:
    Redirect.add_redirect("/de/alt", about)
    assert [one["path"] for one in ask("redirects")["results"]] == ["/de/alt"]
    PageViewRestriction.objects.create(page=about.page_ptr, restriction_type=PageViewRestriction.LOGIN)
    assert ask("redirects")["results"] == []
    assert missing("/de/alt/")["status"] == 404


@pytest.mark.parametrize("path", ["//[", "//a]d", "/de/" + 900 * "a/", "/de/" + "x" * 1900 + "/"])
def test_odd_addresses_are_only_missing(about: StandardPage, client: Client, path: str) -> None:
    assert missing(path)["status"] == 404
    assert path.startswith("//") or client.get(path).status_code == 404  # a client reads // as a host


def test_link_whose_target_was_deleted_has_no_address(about: StandardPage) -> None:
    link = {"text": "Weg", "page": 987654}
    links = {"heading": "", "links": [{"type": "link", "value": link}]}
    StandardPage.objects.filter(pk=about.pk).update(body=json.dumps([{"type": "link_list", "value": links}]))
    (block,) = by_path("/de/ueber-uns/")["page"]["body"]
    assert [(one["text"], one["href"], one["kind"]) for one in block["links"]] == [("Weg", None, None)]


def test_breadcrumbs_stand_in_for_a_parent_that_is_off_the_air(about: StandardPage, locales: dict) -> None:
    below = publish(StandardPageFactory(parent=about, title="Team", slug="team"))
    publish(translate(about, locales["en"], title="About us"))
    publish(translate(below, locales["en"], title="The team"))
    StandardPage.objects.get(title="About us").unpublish()
    crumbs = by_path("/en/about-us/the-team/")["breadcrumbs"]
    assert [(one["title"], one["language"]["code"]) for one in crumbs][-1] == ("Über uns", "de")


def test_site_stays_while_the_source_front_page_is_off_the_air(
    about: StandardPage, home: HomePage, client: Client, locales: dict
) -> None:
    HomePage.objects.filter(pk=home.pk).update(live=False)
    english = HomePage.objects.get(locale=locales["en"])
    assert by_path("/en/")["page"]["title"] == english.title
    assert ask("site", locale="en")["name"] == english.site_name
    assert client.get("/en/").status_code == 200


def test_private_page_keeps_the_facts_of_its_source(about: StandardPage, staff: Client, locales: dict) -> None:
    english = publish(translate(about, locales["en"], title="About us"))
    StandardPage.objects.filter(pk=about.pk).update(review_date="2026-03-01")
    StandardPage.objects.filter(pk=english.pk).update(review_date=None)
    for page in (about, english):
        PageViewRestriction.objects.create(page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN)
    assert "1 March 2026" in staff.get("/en/about-us/").content.decode()


def test_private_page_without_words_of_its_own_shows_the_fallback(aliased: StandardPage, staff: Client) -> None:
    for page in StandardPage.objects.filter(translation_key=aliased.translation_key):
        PageViewRestriction.objects.get_or_create(page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN)
    assert "Wer wir sind" in staff.get("/fr/ueber-uns/").content.decode()


def test_every_answer_about_a_page_carries_its_tag(about: StandardPage) -> None:
    for address, asked in ((f"pages/{about.translation_key}", {}), ("pages/by-path", {"path": "/de/ueber-uns/"})):
        assert page_tag(about.translation_key) in get(address, **asked).headers["Cache-Tag"].split(",")
