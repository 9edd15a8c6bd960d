"""Events that repeat by a rule, as editors save them."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Site

from home.models import HomePage
from tests.factories.cityrelations import EventIndexPageFactory, EventPageFactory
from tests.factories.core import publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def news(site: Site, home: HomePage) -> Any:
    """Return News."""
    return publish(EventIndexPageFactory(parent=home))


def test_a_rule_may_last_until_a_day(news: Any) -> None:
    event = EventPageFactory(parent=news, recurrence="FREQ=WEEKLY;UNTIL=20270518")
    assert len(event.later_dates) == 2


@pytest.mark.parametrize("rule", ["FREQ=DAILY;UNTIL=20290101", "FREQ=DAILY;COUNT=367", "nonsense;COUNT=2"])
def test_a_rule_that_cannot_be_is_refused_at_its_field(news: Any, rule: str) -> None:
    draft = EventPageFactory(parent=news, recurrence=rule)
    with pytest.raises(ValidationError) as refused:
        publish(draft)
    assert list(refused.value.message_dict) == ["recurrence"]
