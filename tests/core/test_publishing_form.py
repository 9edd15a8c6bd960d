"""The page form: drafts are always saved, problems stand once and where they can be solved."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page, Site
from wagtail.test.utils.form_data import inline_formset, streamfield

from cityrelations.models import EventPage, PartnerCityPage
from cms.images.models import CustomImage
from home.models import StandardPage
from tests.factories.cityrelations import EventIndexPageFactory, PartnerCityIndexPageFactory, PartnerCityPageFactory
from tests.factories.core import publish, reloaded
from tests.factories.forms import page_form, picture_form
from tests.factories.home import StandardPageFactory
from tests.factories.images import ImageFactory

CREDIT = "has no credit. Open it under Images and add author or agency, or the reason why no credit is due."
ALT_TEXT = "Please add some alt text for your image or mark it as decorative"
AGREEMENTS = "Tick “the relation counts from here” at exactly one agreement."


def save(staff: Client, page: Page, action: str = "", **values: Any) -> HttpResponse:
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return staff.post(url, page_form(page, action, **values), follow=True)


def lead(image: CustomImage, alt_text: str = "A bridge") -> dict[str, Any]:
    return streamfield([("picture", picture_form(image, alt_text))])


def agreements(*counting: bool) -> dict[str, Any]:
    return inline_formset(
        [
            {"kind": "joint_declaration", "date": f"199{i}-01-01", "precision": "day"}
            | ({"counts_from_here": "on"} if counts else {})
            for i, counts in enumerate(counting)
        ]
    )


@pytest.fixture
def about(site: Site) -> StandardPage:
    page = StandardPageFactory(parent=site.root_page)
    page.save_revision()
    return page


@pytest.fixture
def city(site: Site) -> PartnerCityPage:
    city = PartnerCityPageFactory(parent=PartnerCityIndexPageFactory(parent=site.root_page))
    city.save_revision()
    return city


@pytest.mark.parametrize(
    ("uncredited", "alt_text", "place", "sentence"),
    [(True, "A bridge", ["picture"], CREDIT), (False, "", ["picture", "alt_text"], ALT_TEXT)],
    ids=["credit", "alt text"],
)
def test_what_a_picture_lacks_is_told_once_and_at_the_picture(
    uncredited: bool, alt_text: str, place: list[str], sentence: str, staff: Client, about: StandardPage
) -> None:
    picture = lead(ImageFactory(uncredited=uncredited), alt_text)
    save(staff, about, lead_picture=picture)
    answer = save(staff, about, "action-publish", lead_picture=picture)
    assert answer.content.decode().count(sentence) == 1
    errors = answer.context["form"].errors
    assert {name: len(told) for name, told in errors.items()} == {"lead_picture": 1}
    with translation.override("en"):
        error = errors["lead_picture"].as_data()[0].as_json_data()["blockErrors"][0]
    for name in place:
        error = error["blockErrors"][name]
    assert sentence in error["messages"][0]


@pytest.mark.parametrize("is_live", [False, True], ids=["draft", "live page"])
def test_draft_with_problems_is_saved(is_live: bool, staff: Client, about: StandardPage) -> None:
    if is_live:
        about = publish(about)
    answer = save(staff, about, title="Changed", lead_picture=lead(ImageFactory(uncredited=True), ""))
    assert "has been updated" in answer.content.decode()
    draft = reloaded(about).get_latest_revision_as_object()
    assert (draft.title, len(draft.lead_picture), draft.live) == ("Changed", 1, is_live)


def test_credit_for_one_use_is_enough(staff: Client, about: StandardPage) -> None:
    value = picture_form(ImageFactory(uncredited=True)) | {"credit": "Studio Nord"}
    save(staff, about, "action-publish", lead_picture=streamfield([("picture", value)]))
    assert reloaded(about).live


def test_unknown_computed_value_is_told_at_its_field(staff: Client, about: StandardPage) -> None:
    answer = save(staff, about, "action-publish", intro="We have {count:tunnels}.")
    assert answer.context["form"].errors == {
        "intro": ["“{count:tunnels}” is no value this site can compute. Correct its name or delete it."]
    }


def test_problems_of_one_field_are_told_beside_errors_of_another(staff: Client, about: StandardPage) -> None:
    image = ImageFactory(uncredited=True)
    answer = save(staff, about, "action-publish", intro="{count:tunnels}", lead_picture=lead(image))
    assert set(answer.context["form"].errors) == {"intro", "lead_picture"}


def test_gate_judges_the_rows_that_were_posted(staff: Client, city: PartnerCityPage) -> None:
    answer = save(staff, city, "action-publish", agreements=agreements(True, True))
    assert answer.content.decode().count(AGREEMENTS) == 1
    assert answer.context["form"].formsets["agreements"].non_form_errors() == [AGREEMENTS]
    assert not reloaded(city).live
    save(staff, city, "action-publish", agreements=agreements(True, False))
    city = reloaded(city)
    assert city.live
    assert [one.counts_from_here for one in city.agreements.all()] == [True, False]


def test_rows_are_stored_once_though_the_gate_looked_at_them_before(staff: Client, city: PartnerCityPage) -> None:
    save(staff, city, "action-publish", agreements=agreements(True))
    row = reloaded(city).agreements.get()
    kept = {"id": str(row.pk), "kind": "memorandum", "date": "1990-01-01", "precision": "day", "counts_from_here": "on"}
    new = {"kind": "other", "date": "1999-01-01", "precision": "day"}
    save(staff, city, "action-publish", agreements=inline_formset([kept, new], initial=1))
    found = reloaded(city).agreements.all()
    assert [(one.pk == row.pk, one.kind) for one in found] == [(True, "memorandum"), (False, "other")]
    removed = {**kept, "id": str(found[1].pk), "counts_from_here": "", "DELETE": "on"}
    save(staff, city, "action-publish", agreements=inline_formset([kept, removed], initial=2))
    assert [one.pk for one in reloaded(city).agreements.all()] == [row.pk]


def test_draft_event_needs_no_dates_and_a_published_one_does(staff: Client, site: Site) -> None:
    news = EventIndexPageFactory(parent=site.root_page)
    url = reverse("wagtailadmin_pages:add", args=["cityrelations", "eventpage", news.pk])
    staff.post(url, page_form(EventPage(), title="Visit", slug="visit"))
    event = EventPage.objects.get()
    answer = save(staff, event, "action-publish")
    assert "start_date" in answer.context["form"].errors
    save(staff, event, "action-publish", start_date="2027-05-04", time_zone="Europe/Berlin")
    assert reloaded(event).live
