"""The command for operators who run the schedule from cron."""

from io import StringIO

import pytest
from django.core.management import call_command, get_commands
from wagtail.models import Site

from cms.images.models import CustomImage
from tests.factories.clock import make_due, make_expired, schedule
from tests.factories.core import publish, reloaded
from tests.factories.home import StandardPageFactory
from tests.factories.images import ImageFactory, lead_picture


@pytest.fixture
def pages(site: Site) -> list:
    """Return three pages: one to publish, one to refuse, one that has expired."""
    good, bad, old = (StandardPageFactory(parent=site.root_page, title=title) for title in ("Good", "Bad", "Old"))
    bad.lead_picture = lead_picture(ImageFactory(title="Bridge"))
    for page in (good, bad):
        schedule(page)
        make_due(page)
    publish(old)
    make_expired(old)
    CustomImage.objects.update(author="", agency="")
    return [good, bad, old]


def run(*arguments: str) -> list[str]:
    output = StringIO()
    call_command("publish_scheduled", *arguments, stdout=output)
    return output.getvalue().splitlines()


def test_ours_takes_the_place_of_wagtails() -> None:
    assert get_commands()["publish_scheduled"] == "cms.publishing"


def test_command_prints_one_line_for_each_page(pages: list) -> None:
    good, bad, old = run()
    assert (good, old) == ("published: Good", "expired: Old")
    assert bad.startswith("refused: Bad (")
    assert "Bridge" in bad
    assert [reloaded(page).live for page in pages] == [True, False, False]


def test_dry_run_changes_nothing(pages: list) -> None:
    assert run("--dryrun") == ["to publish: Good", "to publish: Bad", "to expire: Old"]
    assert [reloaded(page).live for page in pages] == [False, False, True]
