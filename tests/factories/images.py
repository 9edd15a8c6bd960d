"""Pictures, in the library and on pages."""

from io import BytesIO
from typing import Any

import factory
from django.core.files.base import ContentFile
from PIL import Image

from cms.images.models import CustomImage


def jpeg(width: int = 60, height: int = 40, colour: str = "#2a6f97") -> bytes:
    """Return the bytes of a real JPEG file of one colour."""
    buffer = BytesIO()
    with Image.new("RGB", (width, height), colour) as image:
        image.save(buffer, "JPEG")
    return buffer.getvalue()


class ImageFactory(factory.django.DjangoModelFactory):
    """Makes a picture that may be published; with `uncredited=True`, one that names nobody."""

    class Meta:
        model = CustomImage

    class Params:
        uncredited = factory.Trait(author="", agency="")

    title = factory.Sequence(lambda number: f"Picture {number}")
    file = factory.LazyFunction(lambda: ContentFile(jpeg(), name="picture.jpg"))
    author = "Thie"
    agency = "Land Berlin"


def picture(image: CustomImage, alt_text: str = "A bridge over a river", **values: Any) -> dict[str, Any]:
    """Return the value of a picture block, for StreamFields; `decorative=True` stands for having no alt text."""
    image.contextual_alt_text = alt_text
    image.decorative = values.pop("decorative", False)
    return {"picture": image, "caption": "", "credit": "", **values}


def lead_picture(image: CustomImage, alt_text: str = "A bridge over a river", **values: Any) -> list[Any]:
    """Return the value of a page's lead picture."""
    return [("picture", picture(image, alt_text, **values))]
