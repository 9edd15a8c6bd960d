"""Pictures: where readers see them, what is said of them, and who gets their files."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction

from cms.images.models import CustomImage
from cms.translation.models import Basis
from tests.api.asking import ask, get, queries, wrong
from tests.factories.cityrelations import EventPageFactory, PartnerCityPageFactory
from tests.factories.core import publish, reloaded, translate
from tests.factories.home import StandardPageFactory
from tests.factories.images import ImageFactory, lead_picture, picture

pytestmark = pytest.mark.django_db

FEW, MANY, MOST = 3, 30, 6
AGREED = {"licence": "agreement"}
OPEN = {"licence": "CC-BY-4.0"}


def index() -> None:
    """Let the reference index know every page, as the worker does after each publish."""
    call_command("rebuild_references_index", verbosity=0)


def show(sections: dict[str, Any], image: CustomImage, **values: Any) -> Any:
    """Return a published city with this lead picture."""
    stream = lead_picture(image, **values)
    city = publish(PartnerCityPageFactory(parent=reloaded(sections["cities"]), lead_picture=stream))
    index()
    return city


def numbers(**parameters: Any) -> list[int]:
    return [one["image"] for one in ask("pictures", **parameters)["results"]]


def test_a_picture_with_every_place_where_readers_see_it(sections: dict, home: Any, locales: dict) -> None:
    image = ImageFactory(title="Bridge", focal_point_x=30, focal_point_y=10, focal_point_width=2, focal_point_height=2)
    city = show(sections, image, alt_text="Eine Brücke", credit="Archiv/Meier")
    blocks = [("gallery", {"heading": "", "pictures": [("picture", picture(image, decorative=True))]})]
    page = publish(StandardPageFactory(parent=reloaded(home), body=blocks))
    publish(translate(city, locales["en"], title="City", lead_picture=lead_picture(image, "A bridge")))
    index()
    [german] = ask("pictures", locale="de")["results"]
    assert (german["image"], german["title"]) == (image.pk, "Bridge")
    assert german["focal_point"] == {"x": 0.5, "y": 0.25}
    assert german["credit"]["text"] == "Bild: Thie/Land Berlin"
    uses = {use["page"]["path"]: use for use in german["uses"]}
    assert set(uses) == {city.url, page.url}
    assert uses[city.url]["alt"] == "Eine Brücke"
    assert uses[city.url]["credit"]["parts"] == [{"kind": "author", "text": "Archiv/Meier", "url": ""}]
    assert (uses[page.url]["alt"], uses[page.url]["is_decorative"]) == ("", True)
    [english] = ask("pictures", locale="en")["results"]
    assert [use["alt"] for use in english["uses"]] == ["A bridge"]
    assert len(ask(f"pictures/{image.pk}", locale="en")["uses"]) == 3
    assert ask("pictures", locale="fr")["results"] == []


def test_a_page_outside_of_the_sites_tree_has_a_path_too(sections: dict, site: Any) -> None:
    image = ImageFactory()
    city = show(sections, image)
    city.slug = "paris"
    publish(city)
    site.root_page = sections["news"]
    site.save()
    [use] = ask(f"pictures/{image.pk}")["uses"]
    assert (city.url, use["page"]["path"]) == (None, "/de/cities/paris/")


def test_files_of_all_roles(sections: dict) -> None:
    image = ImageFactory(**OPEN)
    show(sections, image)
    found = ask(f"pictures/{image.pk}")
    assert [one["role"] for one in found["renditions"]] == ["card", "lead", "body", "logo"]
    for one in found["renditions"]:
        assert one["files"]
        for file in one["files"]:
            assert file["media_type"] == "image/jpeg"  # the worker makes the others
            assert file["width"] > 0 < file["height"]
            assert file["url"].startswith("http://localhost/media/renditions/")
        assert one["files_left_out"] is None
    assert found["rights"]["licence"] == "CC-BY-4.0"
    assert (found["width"], found["height"]) == (60, 40)


def test_what_is_not_seen_is_not_there(sections: dict, home: Any) -> None:
    private = Collection.get_first_root_node().add_child(name="Private")
    below = private.add_child(name="Below")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    today = timezone.localdate()
    hidden = {
        "unused": ImageFactory(),
        "out of rights": ImageFactory(rights_until=today - timedelta(days=1)),
        "rights begin later": ImageFactory(rights_from=today + timedelta(days=1)),
        "private": ImageFactory(collection=below),
        "in a draft": ImageFactory(),
        "behind the report": ImageFactory(),
    }
    for name in ("out of rights", "rights begin later", "private"):
        show(sections, hidden[name])
    PartnerCityPageFactory(parent=reloaded(sections["cities"]), lead_picture=lead_picture(hidden["in a draft"]))
    publish(
        EventPageFactory(
            parent=reloaded(sections["news"]),
            announcement=[("picture", picture(hidden["behind the report"]))],
            report=[("quote", {"text": "It was good.", "source": ""})],
        )
    )
    index()
    assert numbers() == []
    for image in hidden.values():
        assert wrong(f"pictures/{image.pk}") == (404, ["number"])


def test_gone_at_once_when_its_page_is(sections: dict) -> None:
    image = ImageFactory()
    city = show(sections, image)
    assert numbers() == [image.pk]
    city.unpublish()
    assert numbers() == []
    assert get(f"pictures/{image.pk}").status_code == 404


def test_a_withheld_page_still_shows_its_lead_picture(sections: dict, locales: dict) -> None:
    lead, body = ImageFactory(), ImageFactory()
    city = show(sections, lead)
    english = publish(translate(city, locales["en"], body=[("picture", picture(body))]))
    Basis.objects.filter(edition__page_id=english.pk).update(urgent_since=timezone.now())
    index()
    assert numbers(locale="en") == [lead.pk]


@pytest.mark.parametrize("parameters", [{"locale": "xx"}, {"cursor": "cD1hYmM="}, {"limit": 0}])
def test_wrong_conditions_are_named(sections: dict, parameters: dict) -> None:
    status, names = wrong("pictures", **parameters)
    assert status in (404, 422)
    assert names == list(parameters)


@pytest.mark.parametrize(("number", "status"), [("0", 422), ("99999999999999999999", 422), ("77", 404), ("a", 404)])
def test_numbers_that_are_none(sections: dict, number: str, status: int) -> None:
    answer = get(f"pictures/{number}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")


def test_many_cost_as_many_queries_as_few(sections: dict) -> None:
    for _number in range(FEW):
        show(sections, ImageFactory())
    few = queries("pictures", limit=100)
    for _number in range(MANY - FEW):
        publish(PartnerCityPageFactory(parent=reloaded(sections["cities"]), lead_picture=lead_picture(ImageFactory())))
    index()
    many = queries("pictures", limit=100)
    assert len(numbers(limit=100)) == MANY
    assert len(many) == len(few) <= MOST, "\n".join(many)


@pytest.mark.parametrize(
    ("headers", "gets"),
    [
        ({}, False),
        ({"Origin": "https://elsewhere.example"}, False),
        ({"Origin": "null"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Origin": "http://localhost"}, True),
        ({"Origin": "https://app.example.org"}, True),
    ],
)
def test_only_own_hosts_get_files_that_must_not_be_passed_on(
    sections: dict, settings: Any, headers: dict, gets: bool
) -> None:
    settings.API_OWN_ORIGINS = ["https://app.example.org"]
    image = ImageFactory(**AGREED)
    city = show(sections, image)
    answers = {
        address: get(address, headers=headers)
        for address in (f"pictures/{image.pk}", "pictures", "partner-cities", f"pages/by-path?path={city.url}")
    }
    for address, answer in answers.items():
        assert answer.status_code == 200
        assert (b"/media/" in answer.content) == gets, address
        assert (b'"own-hosts-only"' in answer.content) != gets, address
        varied = {name.strip().lower() for name in answer.headers["Vary"].split(",")}
        assert {"origin", "sec-fetch-site"} <= varied, address


@pytest.mark.parametrize("rights", [OPEN, {"no_credit_reason": "public-domain"}, {"passing_on_agreed": True}])
def test_all_hosts_get_files_that_may_be_passed_on(sections: dict, rights: dict) -> None:
    image = ImageFactory(**rights)
    show(sections, image)
    answer = get(f"pictures/{image.pk}")
    assert b"/media/" in answer.content
    assert answer.json()["rights"]["may_be_passed_on"] is True
    assert "sec-fetch-site" not in answer.headers["Vary"].lower()


def test_an_editor_may_say_that_it_may_be_passed_on(sections: dict, staff: Any) -> None:
    image = ImageFactory(**AGREED)
    form = staff.get(f"/admin/images/{image.pk}/").content.decode()
    assert 'name="passing_on_agreed"' in form
    assert "others may show it too" in form
