"""What somebody without an account sees behind a link to a draft."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from django.utils.translation import gettext, override
from wagtail.models import Locale, Page, PageViewRestriction

from cms.core.formats.dates import format_date
from cms.core.models import LocaleProfile
from cms.publishing.models import DraftLink
from home.models import HomePage, StandardPage
from tests.factories.core import mirror, publish, reloaded, translate
from tests.factories.home import HomePageFactory, StandardPageFactory
from tests.factories.publishing import draft_link

pytestmark = pytest.mark.usefixtures("site")

BANNER = ".draft-banner"
HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


@pytest.fixture
def page(home: HomePage) -> StandardPage:
    """Return a published page with a draft."""
    page = publish(StandardPageFactory(parent=home, title="Besuch", slug="besuch", intro="Wie es war"))
    return save_draft(page, title="Besuch aus Paris", intro="Wie es wird")


def save_draft(page: Page, **words: Any) -> Any:
    """Save a revision of the page with other words, and return the page."""
    draft = reloaded(page)
    for name, value in words.items():
        setattr(draft, name, value)
    draft.save_revision()
    return reloaded(page)


def in_language(code: str, page: StandardPage, locales: dict[str, Locale]) -> Any:
    """Return a draft in a language: the page, a translation of it, or one that was written."""
    if code == "de":
        return page
    if code == "de-simple":
        home = HomePageFactory(parent=page.get_root(), locale=locales[code], slug="einfach")
        return save_draft(StandardPageFactory(parent=home, locale=locales[code]), title="Titel")
    return translate(page, locales[code], title="Titel")


def see(token: str, status: int = 200, **headers: str) -> BeautifulSoup:
    """Return what a browser without cookies shows at the address of a link."""
    response = Client().get(f"/draft/{token}/", headers=headers)
    assert response.status_code == status
    assert not response.cookies
    assert {name: response.headers[name] for name in HEADERS} == HEADERS
    assert "Cookie" not in response.headers.get("Vary", "")
    return BeautifulSoup(response.content, "html.parser")


def words(soup: BeautifulSoup, selector: str = "main") -> str:
    return soup.select_one(selector).get_text(" ", strip=True)


def test_link_shows_the_newest_draft_below_a_banner(page: StandardPage) -> None:
    link, token = draft_link(page, label="Pressestelle")
    soup = see(token)
    assert soup.h1.get_text(strip=True) == "Besuch aus Paris"
    assert "Wie es wird" in words(soup)
    assert "Wie es war" not in soup.get_text()
    assert "Pressestelle" in words(soup, BANNER)
    assert str(link.last_day.year) in words(soup, BANNER)
    save_draft(page, title="Besuch aus Lyon")
    assert see(token).h1.get_text(strip=True) == "Besuch aus Lyon"


def test_search_engines_are_told_to_keep_out_and_given_no_other_address(page: StandardPage) -> None:
    head = see(draft_link(page)[1]).head
    assert head.find("meta", attrs={"name": "robots"})["content"] == "noindex, nofollow"
    assert head.find("link", rel="canonical") is None
    assert head.find("link", rel="alternate") is None


def test_page_that_was_never_published_is_shown(home: HomePage) -> None:
    draft = save_draft(StandardPageFactory(parent=home, slug="neu"), title="Ganz neu")
    assert see(draft_link(draft)[1]).h1.get_text(strip=True) == "Ganz neu"
    assert Client().get("/de/neu/").status_code == 404


def test_page_that_was_unpublished_or_moved_is_still_shown(page: StandardPage, home: HomePage) -> None:
    _link, token = draft_link(page)
    reloaded(page).unpublish()
    assert see(token).h1.get_text(strip=True) == "Besuch aus Paris"
    reloaded(page).move(publish(StandardPageFactory(parent=reloaded(home))), pos="last-child")
    assert see(token).h1.get_text(strip=True) == "Besuch aus Paris"


@pytest.mark.parametrize("code", ["en", "fr", "ar"])
def test_draft_of_a_translation_is_shown_in_its_language(
    code: str, page: StandardPage, locales: dict[str, Locale]
) -> None:
    draft = translate(page, locales[code], title=f"Titel {code}")
    _link, token = draft_link(draft)
    save_draft(draft, title=f"Neuer {code}")
    soup = see(token, **{"Accept-Language": "de"})
    assert soup.h1.get_text(strip=True) == f"Neuer {code}"
    assert (soup.html["lang"], soup.html["dir"]) == (code, "rtl" if code == "ar" else "ltr")
    assert soup.select_one(".notice") is None
    assert not reloaded(draft).live


@pytest.mark.parametrize("code", ["de", "en", "fr", "ar", "de-simple"])
def test_banner_is_in_the_language_of_the_page(code: str, page: StandardPage, locales: dict[str, Locale]) -> None:
    link, token = draft_link(in_language(code, page, locales))
    profile = LocaleProfile.objects.get(locale=locales[code])
    banner = words(see(token, **{"Accept-Language": "en" if code == "fr" else "fr"}), BANNER)
    with override(code):
        assert gettext("Draft. Not for publication.") in banner
        assert format_date(link.last_day, code, profile.digits) in banner


def test_draft_in_a_language_that_readers_are_not_offered_yet(page: StandardPage, locales: dict[str, Locale]) -> None:
    draft = translate(page, locales["fr"], title="Bientôt")
    LocaleProfile.objects.filter(locale=locales["fr"]).update(is_public=False)
    soup = see(draft_link(draft)[1])
    assert (soup.html["lang"], soup.h1.get_text(strip=True)) == ("fr", "Bientôt")


def test_draft_of_a_page_behind_a_restriction_is_shown(page: StandardPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert see(draft_link(page)[1]).h1.get_text(strip=True) == "Besuch aus Paris"


def test_link_shows_no_other_drafts(page: StandardPage, home: HomePage) -> None:
    save_draft(StandardPageFactory(parent=home, title="Geheim", slug="geheim", show_in_menus=True), title="Geheimer")
    save_draft(home, title="Neues Amt", site_name="Neues Amt")
    html = str(see(draft_link(page)[1]))
    assert "Geheim" not in html
    assert "Neues Amt" not in html


def test_draft_is_shown_nowhere_else(page: StandardPage) -> None:
    see(draft_link(page)[1])
    for address in ("/de/besuch/", "/de/", "/sitemap.xml", "/de/search/?q=Paris"):
        assert "aus Paris" not in Client().get(address).content.decode(), address


def test_forged_link_opens_nothing_and_says_so(page: StandardPage) -> None:
    link, token = draft_link(page)
    for forged in ("x", token[:-1], f"{token}A", token.swapcase(), link.digest, "ä" * 400, "%00"):
        assert "There is no such link." in words(see(forged, 403, **{"Accept-Language": "en"}))


def test_expired_link_opens_nothing_and_says_so(page: StandardPage) -> None:
    _link, token = draft_link(page)
    DraftLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    text = words(see(token, 403, **{"Accept-Language": "en"}))
    assert "The link has expired: it was valid until" in text
    assert "Besuch" not in text


def test_revoked_link_opens_nothing_and_says_so_even_when_it_also_expired(page: StandardPage) -> None:
    link, token = draft_link(page)
    link.revoke()
    assert "The link was revoked." in words(see(token, 403, **{"Accept-Language": "en"}))
    DraftLink.objects.update(expires_at=timezone.now() - timedelta(days=1))
    assert "The link was revoked." in words(see(token, 403, **{"Accept-Language": "en"}))


def test_link_to_a_draft_that_became_an_alias_opens_nothing(page: StandardPage, locales: dict[str, Locale]) -> None:
    alias = mirror(page, locales["fr"])
    _link, token = draft_link(alias)
    assert "is not there any more" in words(see(token, 403, **{"Accept-Language": "en"}))


def test_link_to_a_deleted_page_is_unknown(page: StandardPage) -> None:
    _link, token = draft_link(page)
    reloaded(page).delete()
    assert "There is no such link." in words(see(token, 403, **{"Accept-Language": "en"}))


@pytest.mark.parametrize(("code", "direction"), [("de", "ltr"), ("ar", "rtl"), ("de-simple", "ltr")])
def test_closed_link_speaks_the_language_of_the_reader(code: str, direction: str, site: Any) -> None:
    response = Client().get("/draft/x/", headers={"Accept-Language": code})
    html = BeautifulSoup(response.content, "html.parser").html
    assert (html["lang"], html["dir"], response["Content-Language"]) == (code, direction, code)
    assert "Accept-Language" in response["Vary"]


def test_every_use_is_counted_and_a_refusal_is_not(page: StandardPage) -> None:
    link, token = draft_link(page)
    see(token)
    see(token)
    link.refresh_from_db()
    assert link.uses == 2
    assert timezone.now() - link.last_used_at < timedelta(minutes=1)
    link.revoke()
    see(token, 403)
    link.refresh_from_db()
    assert link.uses == 2


def test_only_a_digest_of_the_token_is_kept(page: StandardPage) -> None:
    _link, token = draft_link(page)
    assert len(token) >= 43
    assert token not in str(DraftLink.objects.values().get())


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_nothing_is_written_through_a_link(method: str, page: StandardPage) -> None:
    _link, token = draft_link(page)
    assert getattr(Client(), method)(f"/draft/{token}/").status_code == 405
