"""Pictures with 16 bits of grey, as scanners and maps have them: JPEG, WebP and AVIF know eight."""

from PIL import Image
from willow.image import PNGImageFile
from willow.plugins.pillow import PillowImage
from willow.registry import registry

_SCALE = 255 / 65535


def register() -> None:
    """Let Willow open PNG files so that renditions can be made of every one of them."""
    registry.register_converter(PNGImageFile, PillowImage, open_png)


def open_png(file: PNGImageFile) -> PillowImage:
    """Return the picture; one with 16 bits of grey in eight. The original keeps them."""
    opened = PillowImage.open(file)
    return PillowImage(in_eight_bits(opened.image)) if opened.image.mode.startswith("I") else opened


def in_eight_bits(image: Image.Image) -> Image.Image:
    """Return a picture of mode I or I;16 in mode L, from black to white as before."""
    return image.convert("I").point(lambda shade: shade * _SCALE).convert("L")
