"""What the admin makes of picture files of unusual kinds."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from cms.images.models import CustomImage
from cms.images.renditions import make_all_renditions
from cms.images.roles import CARD, ROLES

PNG_MODES = ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"]


def upload(staff: Client, image: Image.Image, name: str, **options: object) -> CustomImage:
    content = BytesIO()
    image.save(content, **options)
    data = {"title": "Map", "file": SimpleUploadedFile(name, content.getvalue())}
    form = staff.get(reverse("wagtailimages:add")).context["form"]
    defaults = {name: form[name].value() or "" for name in form.fields if name != "file"}
    answer = staff.post(reverse("wagtailimages:add"), defaults | data)
    assert answer.status_code == 302
    return CustomImage.objects.get()


def sample(mode: str) -> Image.Image:
    """Return a picture that goes from black to white, in 16 bits from 0 to 65535."""
    if mode != "I;16":
        return Image.linear_gradient("L").resize((1600, 900)).convert(mode)
    return Image.linear_gradient("L").resize((1600, 900)).convert("I").point(lambda value: value * 257).convert("I;16")


@pytest.mark.parametrize("mode", PNG_MODES)
def test_a_png_of_every_kind_can_be_uploaded_and_shown(mode: str, staff: Client) -> None:
    image = upload(staff, sample(mode), "map.png", format="PNG")
    make_all_renditions.func(image.pk)
    assert image.renditions.count() > len(ROLES)


def test_sixteen_bits_of_grey_keep_their_shades(staff: Client) -> None:
    image = upload(staff, sample("I;16"), "map.png", format="PNG")
    with Image.open(image.get_rendition(CARD.fallback_spec).file) as made:
        shades = made.convert("L").getextrema()
    assert shades[0] < 40
    assert shades[1] > 215
