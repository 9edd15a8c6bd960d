"""Networks, topics and projects: lists that are given whole."""

from datetime import date
from typing import Any

import pytest

from tests.api.asking import ask, get, titles, wrong
from tests.factories.cityrelations import NetworkPageFactory, ProjectPageFactory, TopicPageFactory
from tests.factories.core import publish, reloaded, translate

pytestmark = pytest.mark.django_db

LISTS = {"networks": NetworkPageFactory, "topics": TopicPageFactory, "projects": ProjectPageFactory}
MODELS = {"networks": "networkpage", "topics": "topicpage", "projects": "projectpage"}


def add(sections: dict[str, Any], name: str, title: str, **values: Any) -> Any:
    return publish(LISTS[name](parent=reloaded(sections[name]), title=title, **values))


@pytest.mark.parametrize("name", ["networks", "topics"])
def test_sorted_by_name_in_the_readers_language(sections: dict, name: str) -> None:
    for title in ("Zürich", "Ägypten", "Bern"):
        add(sections, name, title)
    assert titles(name, locale="de") == ["Ägypten", "Bern", "Zürich"]


def test_latest_project_first(sections: dict) -> None:
    add(sections, "projects", "Old", begins=date(2001, 1, 1))
    add(sections, "projects", "New", begins=date(2021, 1, 1), begins_precision="year")
    [new, old] = ask("projects", locale="en")["results"]
    assert (new["title"], old["title"]) == ("New", "Old")
    assert new["begins"] == {"date": "2021-01-01", "precision": "year", "text": "2021"}
    assert new["ends"] is None


def test_a_network_tells_since_when(sections: dict) -> None:
    add(sections, "networks", "Eurocities", short_name="EC", member_since=date(1992, 5, 1))
    [found] = ask("networks", locale="en")["results"]
    assert found["short_name"] == "EC"
    assert found["member_since"]["text"] == "1 May 1992"
    assert found["founded"] is None


@pytest.mark.parametrize("name", LISTS)
def test_words_of_the_language_or_those_that_stand_in(sections: dict, locales: dict, name: str) -> None:
    publish(translate(add(sections, name, "Eins"), locales["fr"], title="Un"))
    add(sections, name, "Zwei")
    found = {one["title"]: one["language"]["code"] for one in ask(name, locale="fr")["results"]}
    assert found == {"Un": "fr", "Zwei": "de"}
    assert titles(name, locale="de-simple") == []


@pytest.mark.parametrize("name", LISTS)
def test_unknown_language(sections: dict, name: str) -> None:
    assert wrong(name, locale="tlh") == (404, ["locale"])
    assert wrong(name, locale="x" * 36) == (422, ["locale"])


@pytest.mark.parametrize("name", LISTS)
def test_made_anew_when_the_list_changes(sections: dict, name: str) -> None:
    assert f"list-{MODELS[name]}" in get(name).headers["Cache-Tag"].split(",")
