"""What a date of an event may be: the same for its own dates and for further ones."""

from datetime import date, time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import Site
from wagtail.test.utils.form_data import inline_formset

from cityrelations.models import EventPage, FurtherDate
from tests.factories.cityrelations import EventIndexPageFactory, EventPageFactory
from tests.factories.core import reloaded
from tests.factories.forms import page_form

pytestmark = pytest.mark.django_db

DAY = date(2027, 5, 4)
ENDS_BEFORE = "An event cannot end before it begins."
NO_START = "Give the time it begins as well, or leave both times empty."
WRONG = [
    ({"start_time": time(18), "end_time": time(16)}, ENDS_BEFORE),
    ({"start_time": time(18), "end_time": time(18)}, ENDS_BEFORE),
    ({"start_time": time(18), "end_time": time(16), "end_date": DAY}, ENDS_BEFORE),
    ({"end_time": time(16)}, NO_START),
]
RIGHT = [
    {},
    {"start_time": time(18)},
    {"start_time": time(18), "end_time": time(20)},
    {"start_time": time(18), "end_time": time(2), "end_date": date(2027, 5, 5)},
]


@pytest.fixture
def event(site: Site) -> EventPage:
    """Return the draft of an event."""
    event = EventPageFactory(parent=EventIndexPageFactory(parent=site.root_page), start_date=DAY)
    event.save_revision()
    return event


def further(event: EventPage, values: dict[str, Any]) -> FurtherDate:
    return FurtherDate(page=event, start_date=DAY, **values)


def with_times(event: EventPage, values: dict[str, Any]) -> EventPage:
    for name, value in values.items():
        setattr(event, name, value)
    return event


@pytest.mark.parametrize("make", [with_times, further])
@pytest.mark.parametrize(("values", "reason"), WRONG)
def test_times_that_cannot_be_are_refused_where_they_stand(
    make: Any, values: dict[str, Any], reason: str, event: EventPage
) -> None:
    with pytest.raises(ValidationError) as refused:
        make(event, values).full_clean()
    with translation.override("en"):
        assert refused.value.message_dict == {"end_time": [reason]}


@pytest.mark.parametrize("make", [with_times, further])
@pytest.mark.parametrize("values", RIGHT)
def test_times_that_can_be_are_taken(make: Any, values: dict[str, Any], event: EventPage) -> None:
    make(event, values).full_clean()


def test_the_form_tells_it_at_the_further_date(staff: Client, event: EventPage) -> None:
    wrong = {"start_date": "2027-06-04", "start_time": "18:00", "end_time": "16:00"}
    address = reverse("wagtailadmin_pages:edit", args=[event.pk])
    said = staff.post(address, page_form(event, further_dates=inline_formset([wrong])), follow=True)
    [form] = said.context["form"].formsets["further_dates"].forms
    assert list(form.errors) == ["end_time"]
    assert not reloaded(event).get_latest_revision_as_object().further_dates.exists()
