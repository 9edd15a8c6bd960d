"""What the log of changes says of pictures, settings and redirects."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from cms.core.cachetags import picture_tag
from cms.core.models import SiteSettings
from cms.publishing.changes.pictures import tell_expired_rights
from tests.factories.images import ImageFactory
from tests.publishing.change_log import changes_of

pytestmark = pytest.mark.usefixtures("site")


def test_changed_and_deleted_picture_is_told_by_its_tag() -> None:
    image = ImageFactory()
    pk = image.pk

    def credit() -> None:
        image.author = "Somebody Else"
        image.save()

    assert [(one.kind, one.tags, one.picture_id) for one in changes_of(credit)] == [
        ("picture.changed", [picture_tag(pk)], pk)
    ]
    assert [(one.kind, one.tags) for one in changes_of(image.delete)] == [("picture.deleted", [picture_tag(pk)])]


def test_new_picture_is_not_told() -> None:
    assert changes_of(ImageFactory) == []


def test_rights_that_expire_are_told_once_after_their_last_day() -> None:
    today = timezone.localdate()
    image = ImageFactory(rights_until=today)
    ImageFactory(rights_until=today + timedelta(days=1))
    ImageFactory()
    assert changes_of(tell_expired_rights) == []
    type(image).objects.filter(pk=image.pk).update(rights_until=today - timedelta(days=1))
    assert [(one.kind, one.picture_id) for one in changes_of(tell_expired_rights)] == [
        ("picture.rights_expired", image.pk)
    ]
    assert changes_of(tell_expired_rights) == []


def test_rights_that_were_prolonged_are_told_when_they_expire_again() -> None:
    today = timezone.localdate()
    image = ImageFactory(rights_until=today - timedelta(days=9))
    tell_expired_rights()
    type(image).objects.filter(pk=image.pk).update(rights_until=today - timedelta(days=1))
    assert [one.kind for one in changes_of(tell_expired_rights)] == ["picture.rights_expired"]


def test_settings_and_redirects_are_told(site: Site) -> None:
    assert [(one.kind, one.tags) for one in changes_of(SiteSettings.load().save)] == [
        ("settings.changed", ["settings"])
    ]
    found = []

    def redirect() -> None:
        found.append(Redirect.objects.create(old_path="/de/alt", redirect_page=site.root_page, site=site))

    assert [(one.kind, one.paths) for one in changes_of(redirect)] == [("redirect.changed", ["/de/alt"])]
    assert [(one.kind, one.gone_paths) for one in changes_of(found[0].delete)] == [("redirect.changed", ["/de/alt"])]
