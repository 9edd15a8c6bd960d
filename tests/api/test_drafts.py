"""Drafts in the content API, for whoever has the token of a link."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings
from wagtail.models import Locale, Page, Site

from cms.publishing.models import DraftLink
from home.models import HomePage, StandardPage
from tests.api.asking import ask, get, titles
from tests.core.test_publishing_page_types import Case, every_type
from tests.factories import cityrelations as factories
from tests.factories.core import mirror, publish, reloaded, translate
from tests.factories.home import StandardPageFactory
from tests.factories.publishing import draft_link

HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


@pytest.fixture
def page(site: Site, home: HomePage) -> StandardPage:
    """Return a published page with a draft."""
    page = publish(StandardPageFactory(parent=home, title="Besuch", slug="besuch", intro="Wie es war"))
    return save_draft(page, title="Besuch aus Paris", intro="Wie es wird")


def save_draft(page: Page, **values: Any) -> Any:
    draft = reloaded(page)
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save_revision()
    return reloaded(page)


def draft_of(page: Page) -> dict[str, Any]:
    return ask(f"drafts/{draft_link(page)[1]}")


def refused(token: str) -> dict[str, Any]:
    """Return the problem that a token opens nothing."""
    answer = get(f"drafts/{token}")
    assert answer.status_code == 403
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    (fault,) = answer.json()["parameters"]
    assert (fault["name"], fault["place"]) == ("token", "path")
    return {"reason": fault["message"], "detail": answer.json()["detail"]}


def test_draft_is_given_like_a_page(page: StandardPage) -> None:
    link, token = draft_link(page, label="Agency")
    draft, live = ask(f"drafts/{token}"), ask("pages/by-path", path="/de/besuch/")
    assert (draft.pop("kind"), live.pop("kind")) == ("draft", "page")
    assert (draft.pop("label"), draft.pop("until")[:19]) == ("Agency", link.expires_at.isoformat()[:19])
    assert (draft["page"].pop("title"), draft["page"].pop("intro")) == ("Besuch aus Paris", "Wie es wird")
    assert (live["page"].pop("title"), live["page"].pop("intro")) == ("Besuch", "Wie es war")
    for name in ("first_published_at", "last_published_at"):  # a revision keeps milliseconds
        assert draft["page"].pop(name)[:19] == live["page"].pop(name)[:19]
    assert draft["page"]["seo"].pop("title") != live["page"]["seo"].pop("title")
    assert draft == live


def test_draft_is_kept_by_no_cache_and_has_neither_etag_nor_tags(page: StandardPage) -> None:
    answer = get(f"drafts/{draft_link(page)[1]}", headers={"If-None-Match": "*"})
    assert answer.status_code == 200
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert not {"ETag", "Cache-Tag", "Last-Modified"} & set(answer.headers)
    assert not answer.cookies


@pytest.mark.parametrize("code", ["en", "fr", "ar"])
def test_draft_of_a_translation_is_in_its_language(code: str, page: StandardPage, locales: dict[str, Locale]) -> None:
    draft = translate(page, locales[code], title=f"Titel {code}")
    found = draft_of(save_draft(draft, title=f"Neuer {code}"))["page"]
    assert (found["title"], found["locale"], found["language"]["code"]) == (f"Neuer {code}", code, code)
    assert found["language"]["direction"] == ("rtl" if code == "ar" else "ltr")


def test_facts_are_those_of_the_draft(site: Site) -> None:
    index = publish(factories.EventIndexPageFactory(parent=site.root_page, slug="aktuell"))
    event = publish(factories.EventPageFactory(parent=index, title="Besuch", slug="besuch"))
    moved = save_draft(event, start_date=event.start_date + timedelta(days=3), end_date=None)
    live = ask("pages/by-path", path="/de/aktuell/besuch/")["page"]
    assert str(event.start_date) in str(live)
    found = draft_of(moved)["page"]
    assert str(event.start_date + timedelta(days=3)) in str(found)
    assert str(event.start_date) not in str(found)


@pytest.mark.parametrize(
    ("first_day", "rule"), [(None, "FREQ=WEEKLY;COUNT=4"), (date(2030, 5, 1), "nonsense"), (None, "nonsense")]
)
def test_draft_of_an_event_whose_days_are_not_known_yet(first_day: date | None, rule: str, site: Site) -> None:
    news = publish(factories.EventIndexPageFactory(parent=site.root_page, slug="aktuell"))
    draft = factories.EventPageFactory(parent=news, title="Serie")
    draft.start_date, draft.recurrence = first_day, rule
    draft.save_revision(clean=False)
    _link, token = draft_link(reloaded(draft))
    assert ask(f"drafts/{token}")["page"]["further"] == []
    assert "Serie" in Client().get(f"/draft/{token}/").content.decode()


@every_type
def test_draft_of_every_type_needs_no_more_than_a_title(case: Case, site: Site) -> None:
    parent = case.parent(parent=site.root_page) if case.parent else site.root_page
    draft = parent.add_child(instance=case.model(title="Ein Entwurf", slug="entwurf", live=False))
    draft.save_revision(clean=False)
    _link, token = draft_link(reloaded(draft))
    assert ask(f"drafts/{token}")["page"]["title"] == "Ein Entwurf"
    assert "Ein Entwurf" in Client().get(f"/draft/{token}/").content.decode()


def test_token_that_opens_nothing_says_why(page: StandardPage, locales: dict[str, Locale]) -> None:
    link, token = draft_link(page)
    for forged in ("x", token[:-1], f"{token}A", link.digest, "ä" * 400):
        assert refused(forged)["reason"] == "forged"
    DraftLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert refused(token)["reason"] == "expired"
    assert str(timezone.now().year) in refused(token)["detail"]
    link.revoke()
    assert refused(token)["reason"] == "revoked"
    _link, of_alias = draft_link(mirror(page, locales["fr"]))
    assert refused(of_alias)["reason"] == "gone"
    assert "Besuch" not in str(refused(token))


def test_draft_is_given_nowhere_else(page: StandardPage, home: HomePage) -> None:
    draft = StandardPageFactory(parent=home, title="Geheimer Plan", slug="plan", show_in_menus=True)
    save_draft(draft, title="Geheimer Plan")
    ask(f"drafts/{draft_link(draft)[1]}")
    assert "Geheim" not in str(draft_of(page))
    assert titles("pages", q="Geheimer") == []
    assert titles("pages", parent=home.translation_key) == ["Besuch"]
    assert titles("search", q="Geheimer") == []
    assert get("pages/by-path", path="/de/plan/").status_code == 404
    assert get(f"pages/{draft.translation_key}").status_code == 404
    for address in ("navigation", "pages", "changes"):
        assert "Geheim" not in get(address).content.decode()


def test_use_is_counted_and_head_is_like_get(page: StandardPage) -> None:
    link, token = draft_link(page)
    ask(f"drafts/{token}")
    answer = Client().head(f"/api/v1/drafts/{token}")
    assert (answer.status_code, answer.content) == (200, b"")
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    link.refresh_from_db()
    assert link.uses == 2


def test_tokens_count_against_the_rate_limit(page: StandardPage, settings: Settings) -> None:
    cache.clear()
    settings.API_REQUESTS_PER_MINUTE = 2
    assert [get("drafts/x").status_code for _ in range(3)] == [403, 403, 429]
    cache.clear()


def test_draft_costs_few_queries(page: StandardPage, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    _link, token = draft_link(page)
    ask(f"drafts/{token}")
    with django_assert_max_num_queries(16):
        ask(f"drafts/{token}")
