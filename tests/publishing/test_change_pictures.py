"""What the log of changes says of pictures, documents, settings and redirects."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, Site

from cms.core.cachetags import document_tag, picture_tag
from cms.core.models import SiteSettings
from cms.publishing.changes.pictures import tell_rights
from tests.factories.core import DocumentFactory
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
        ("picture.changed", ["list-customimage", picture_tag(pk)], pk)
    ]
    assert [(one.kind, one.tags) for one in changes_of(image.delete)] == [
        ("picture.deleted", ["list-customimage", picture_tag(pk)])
    ]


def test_new_picture_is_not_told() -> None:
    assert changes_of(ImageFactory) == []


def test_changed_and_deleted_document_is_told_by_its_tag() -> None:
    document = DocumentFactory()
    tag = document_tag(document.pk)

    def replace() -> None:
        document.file = ContentFile(b"%PDF-1.7 another", name="another.pdf")
        document.save()

    assert [(one.kind, one.tags) for one in changes_of(replace)] == [("document.changed", [tag])]
    assert [(one.kind, one.tags) for one in changes_of(document.delete)] == [("document.deleted", [tag])]
    assert changes_of(DocumentFactory) == []


def test_files_of_a_collection_that_becomes_private_or_public_are_told() -> None:
    outer = Collection.get_first_root_node().add_child(name="Delegation")
    inner = outer.add_child(name="Minutes")
    image, document = ImageFactory(collection=outer), DocumentFactory(collection=inner)
    ImageFactory()
    expected = [("picture.changed", picture_tag(image.pk)), ("document.changed", document_tag(document.pk))]
    restrictions = []

    def restrict() -> None:
        restrictions.append(CollectionViewRestriction.objects.create(collection=outer, restriction_type="login"))

    assert [(one.kind, one.tags[-1]) for one in changes_of(restrict)] == expected
    assert changes_of(restrictions[0].save) == []
    assert [(one.kind, one.tags[-1]) for one in changes_of(restrictions[0].delete)] == expected


def test_rights_that_expire_are_told_once_after_their_last_day() -> None:
    today = timezone.localdate()
    image = ImageFactory(rights_until=today)
    ImageFactory(rights_until=today + timedelta(days=1))
    ImageFactory()
    assert changes_of(tell_rights) == []
    type(image).objects.filter(pk=image.pk).update(rights_until=today - timedelta(days=1))
    assert [(one.kind, one.picture_id) for one in changes_of(tell_rights)] == [("picture.rights_expired", image.pk)]
    assert changes_of(tell_rights) == []


def test_rights_that_were_prolonged_are_told_when_they_expire_again() -> None:
    today = timezone.localdate()
    image = ImageFactory(rights_until=today - timedelta(days=9))
    tell_rights()
    type(image).objects.filter(pk=image.pk).update(rights_until=today - timedelta(days=1))
    assert [one.kind for one in changes_of(tell_rights)] == ["picture.rights_expired"]


def test_rights_that_begin_are_told_once_on_their_first_day() -> None:
    today = timezone.localdate()
    image = ImageFactory(rights_from=today + timedelta(days=1))
    ImageFactory(rights_from=today - timedelta(days=9))
    assert changes_of(tell_rights) == []
    before = {"rights_from": today, "created_at": timezone.now() - timedelta(days=3)}
    type(image).objects.filter(pk=image.pk).update(**before)
    assert [(one.kind, one.picture_id) for one in changes_of(tell_rights)] == [("picture.changed", image.pk)]
    assert changes_of(tell_rights) == []


def test_settings_and_redirects_are_told(site: Site) -> None:
    assert [(one.kind, one.tags) for one in changes_of(SiteSettings.load().save)] == [
        ("settings.changed", ["settings"])
    ]
    found = []

    def redirect() -> None:
        found.append(Redirect.objects.create(old_path="/de/alt", redirect_page=site.root_page, site=site))

    assert [(one.kind, one.paths, one.tags) for one in changes_of(redirect)] == [
        ("redirect.changed", ["/de/alt"], ["redirects"])
    ]
    assert [(one.kind, one.gone_paths) for one in changes_of(found[0].delete)] == [("redirect.changed", ["/de/alt"])]
