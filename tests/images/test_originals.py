"""Originals of pictures: who gets them, and that nobody makes a public copy of one."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http.response import HttpResponseBase
from django.test import Client
from wagtail.models import Collection, Site

from cms.accounts.models import User
from cms.images.models import CustomImage
from tests.factories.accounts import UserFactory
from tests.factories.groups import AdminGroupFactory
from tests.factories.images import ImageFactory, jpeg

ABOVE, BESIDE = "Projects", "Archive"


@pytest.fixture
def image(site: Site) -> CustomImage:
    """Return a picture in a collection two levels below the root."""
    above = Collection.get_first_root_node().add_child(name=ABOVE)
    Collection.get_first_root_node().add_child(name=BESIDE)
    return ImageFactory(collection=above.add_child(name="Paris"), file=ContentFile(jpeg(), name="bridge.jpg"))


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def member(**group: object) -> Client:
    """Return the browser of somebody in a new group that may open the admin."""
    user = UserFactory()
    user.groups.add(AdminGroupFactory(**group))
    return signed_in(user)


def collection(name: str) -> Collection:
    return Collection.objects.get(name=name)


def named(image: CustomImage, name: str, content: bytes = b"") -> CustomImage:
    """Give the picture a file of this very name, as an import from elsewhere might."""
    default_storage.delete(name)
    default_storage.save(name, ContentFile(content or jpeg()))
    CustomImage.objects.filter(pk=image.pk).update(file=name)
    image.refresh_from_db()
    return image


def body(answer: HttpResponseBase) -> bytes:
    return b"".join(answer)


def public_files() -> list[str]:
    return sorted(path.name for path in Path(settings.MEDIA_ROOT, "renditions").rglob("*") if path.is_file())


def test_reader_gets_what_a_name_without_picture_gets(image: CustomImage, client: Client) -> None:
    answer, unknown = (client.get(url) for url in (image.file.url, "/media/private/original_images/none.jpg"))
    assert answer.status_code == unknown.status_code == 404
    assert answer.content == unknown.content
    assert b"<h1" in answer.content


def test_account_without_the_admin_gets_nothing(image: CustomImage) -> None:
    assert signed_in(UserFactory(is_staff=True)).get(image.file.url).status_code == 404


def test_staff_without_rights_on_pictures_get_nothing(image: CustomImage) -> None:
    assert member().get(image.file.url).status_code == 404


@pytest.mark.parametrize("right", ["choose", "change"])
def test_staff_with_rights_on_another_collection_get_nothing(image: CustomImage, right: str) -> None:
    assert member(pictures=[(right, collection(BESIDE))]).get(image.file.url).status_code == 404


@pytest.mark.parametrize("right", ["choose", "change"])
def test_staff_with_rights_on_a_collection_above_get_the_file(image: CustomImage, right: str) -> None:
    answer = member(pictures=[(right, collection(ABOVE))]).get(image.file.url)
    assert answer.status_code == 200
    assert body(answer) == jpeg()


def test_who_may_only_add_pictures_gets_their_own(image: CustomImage) -> None:
    owner = UserFactory()
    owner.groups.add(AdminGroupFactory(pictures=[("add", collection(ABOVE))]))
    assert signed_in(owner).get(image.file.url).status_code == 404
    CustomImage.objects.filter(pk=image.pk).update(uploaded_by_user=owner)
    assert signed_in(owner).get(image.file.url).status_code == 200


def test_administrator_who_was_switched_off_gets_nothing(image: CustomImage, admin: User, staff: Client) -> None:
    assert staff.get(image.file.url).status_code == 200
    User.objects.filter(pk=admin.pk).update(is_active=False)
    assert staff.get(image.file.url).status_code == 404


def test_file_is_for_download_and_kept_nowhere(image: CustomImage, staff: Client) -> None:
    headers = staff.get(image.file.url).headers
    assert headers["Content-Type"] == "image/jpeg"
    assert headers["Content-Length"] == str(len(jpeg()))
    assert headers["Content-Disposition"] == f'attachment; filename="{image.filename}"'
    assert headers["Cache-Control"] == "private, no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Grüße aus Köln.jpg", "filename*=utf-8''Gr%C3%BC%C3%9Fe%20aus%20K%C3%B6ln.jpg"),
        ("a b & c + 50%.jpg", 'filename="a b & c + 50%.jpg"'),
        ('say "hi";#?.jpg', r'filename="say \"hi\";#?.jpg"'),
        ("القاهرة.png", "filename*=utf-8''%D8%A7%D9%84%D9%82%D8%A7%D9%87%D8%B1%D8%A9.png"),
    ],
)
def test_unusual_names_are_found_and_told(image: CustomImage, staff: Client, name: str, told: str) -> None:
    answer = staff.get(named(image, f"original_images/{name}").file.url)
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == f"attachment; {told}"
    assert body(answer) == jpeg()


def test_svg_is_never_run(image: CustomImage, staff: Client) -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    headers = staff.get(named(image, "original_images/drawing.svg", drawing).file.url).headers
    assert headers["Content-Type"] == "application/octet-stream"
    assert headers["Content-Disposition"].startswith("attachment")
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize(
    "name",
    [
        "",
        "original_images/",
        "original_images",
        "../renditions/images/x.jpg",
        "..%2F..%2Fdb.sqlite3",
        "%2Fetc%2Fpasswd",
        "original_images/../original_images/bridge.jpg",
        "original_images//bridge.jpg",
        "original_images/bridge.jpg/",
        "original_images/bridge.jpg%00",
        "original_images/BRIDGE.jpg",
        "%ff",
    ],
)
def test_no_other_name_leads_to_a_file(image: CustomImage, staff: Client, name: str) -> None:
    named(image, "original_images/bridge.jpg")
    assert staff.get(f"/media/private/{name}").status_code == 404


def test_picture_whose_file_is_gone_is_not_found(image: CustomImage, staff: Client) -> None:
    default_storage.delete(image.file.name)
    answer = staff.get(image.file.url)
    assert answer.status_code == 404
    assert b"<h1" in answer.content


def test_nothing_can_be_sent_there(image: CustomImage, staff: Client) -> None:
    assert staff.post(image.file.url).status_code == 405


def test_form_of_the_admin_links_to_the_original_and_makes_no_public_copy(image: CustomImage, staff: Client) -> None:
    form = staff.get(f"/admin/images/{image.pk}/").content.decode()
    links = re.findall(r'<a href="(/media/[^"]+)"', form)
    assert links == [image.file.url]
    assert body(staff.get(links[0])) == jpeg()
    assert f"{image.width}x{image.height}" in form
    assert [name for name in public_files() if ".original." in name] == []


def test_no_public_copy_is_made_for_whoever_asks_for_one(image: CustomImage) -> None:
    before = public_files()
    assert image.get_rendition("original").url == image.file.url
    found = image.get_renditions("original", "width-320|format-jpeg")
    assert found["original"].url == image.file.url
    assert found["width-320|format-jpeg"].url.startswith("/media/renditions/")
    assert public_files() == before
    assert not image.renditions.filter(filter_spec="original").exists()
