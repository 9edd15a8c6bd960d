"""The log of changes, as front ends read it."""

from typing import Any

import pytest
from django.utils import timezone

from cms.publishing.models import Change
from tests.api.asking import ask, get, wrong
from tests.factories.cityrelations import PartnerCityPageFactory
from tests.factories.core import publish, reloaded

pytestmark = pytest.mark.django_db


def end_of_log() -> str:
    """Return the cursor after everything that happened so far."""
    found = ask("changes", limit=500)
    assert len(found["results"]) < 500
    return found["next"]


def test_a_page_comes_moves_and_goes(sections: dict[str, Any], django_capture_on_commit_callbacks: Any) -> None:
    since = end_of_log()
    city = publish(PartnerCityPageFactory(parent=reloaded(sections["cities"]), slug="paris"))
    found = ask("changes", since=since)
    assert [one["kind"] for one in found["results"]] == ["page.published"]
    [published] = found["results"]
    assert published["page"] == str(city.translation_key)
    assert (published["locale"], published["paths"], published["gone_paths"]) == ("de", [city.url], [])
    assert f"page-{city.translation_key.hex[:16]}" in published["tags"]
    city.slug = "lutetia"
    moved = publish(city)
    after = ask("changes", since=found["next"])
    assert ([moved.url], ["/de/cities/paris/"]) in [(one["paths"], one["gone_paths"]) for one in after["results"]]
    moved.unpublish()
    gone = ask("changes", since=after["next"])["results"]
    assert [(one["kind"], one["gone_paths"]) for one in gone] == [("page.unpublished", [moved.url])]


def test_parts_go_on_from_the_cursor(sections: dict[str, Any]) -> None:
    whole = ask("changes", limit=500)
    first = ask("changes", limit=2)
    second = ask("changes", limit=500, since=first["next"])
    assert first["results"] + second["results"] == whole["results"]
    assert second["next"] == whole["next"] == first["latest"] == second["latest"]
    assert ask("changes", since=whole["next"]) == {"results": [], "next": whole["next"], "latest": whole["next"]}


def test_who_takes_the_latest_cursor_before_reading_the_site_misses_nothing(sections: dict[str, Any]) -> None:
    latest = ask("changes", limit=1)["latest"]
    city = publish(PartnerCityPageFactory(parent=reloaded(sections["cities"])))
    [change] = ask("changes", since=latest)["results"]
    assert change["page"] == str(city.translation_key)


def test_no_cache_keeps_the_log_since_nothing_tells_it_when_to_ask_again(sections: dict[str, Any]) -> None:
    answer = get("changes")
    assert answer.headers["Cache-Control"] == "no-cache"
    assert get("changes", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def test_a_draft_is_no_change(sections: dict[str, Any]) -> None:
    since = end_of_log()
    PartnerCityPageFactory(parent=reloaded(sections["cities"]), title="Draft").save_revision()
    assert ask("changes", since=since)["results"] == []


@pytest.mark.parametrize("cursor", ["abc", "-1", "1.5", "9" * 19, "٣"])
def test_a_cursor_that_is_none(sections: dict[str, Any], cursor: str) -> None:
    assert wrong("changes", since=cursor) == (404, ["since"])


@pytest.mark.parametrize(("name", "value"), [("since", "1" * 51), ("limit", 0), ("limit", 501), ("limit", "many")])
def test_parameters_out_of_range(sections: dict[str, Any], name: str, value: Any) -> None:
    assert wrong("changes", **{name: value}) == (422, [name])


def test_a_cursor_that_is_too_old(sections: dict[str, Any]) -> None:
    ask("changes")
    Change.objects.filter(sequence__lte=3).delete()
    for cursor in ("1", "999999"):
        answer = get("changes", since=cursor)
        assert (answer.status_code, answer.headers["Content-Type"]) == (410, "application/problem+json")
        assert "latest" in answer.json()["detail"]
    assert ask("changes", since=ask("changes")["latest"])["results"] == []
    assert ask("changes", since="3")["results"]
    assert Change.objects.latest("at").at <= timezone.now()
