"""What the log of changes says of a site that was loaded: exactly what readers find."""

import pytest
from django.test import Client
from wagtail.models import Page

from cms.publishing.changes import changes_since
from cms.publishing.changes.comparison import compare
from cms.publishing.models import Change, KnownAddress

pytestmark = pytest.mark.usefixtures("loaded")


def test_every_page_that_was_loaded_is_told_once() -> None:
    changes, _cursor = changes_since(None, 1000)
    published = [path for change in changes if change.page_id for path in change.paths]
    assert sorted(published) == sorted(KnownAddress.objects.values_list("path", flat=True))
    assert len(published) > 10
    before = Change.objects.count()
    compare()
    assert Change.objects.count() == before


def test_known_addresses_are_those_that_answer(client: Client) -> None:
    known = set(KnownAddress.objects.values_list("path", flat=True))
    answers = {row.url: client.get(row.url).status_code for row in Page.objects.filter(depth__gt=1)}
    assert {path for path, status in answers.items() if status == 200} == known
    assert {status for path, status in answers.items() if path not in known} <= {404}
