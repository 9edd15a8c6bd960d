"""A finished drawing and its file: progressive JPEG with credit inside."""

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from cityrelations.drawing.metadata import OWN_DRAWING, Credit, exif, with_iptc, xmp

SIZE = (1600, 1067)  # pixels, 3:2
HERO_SIZE = (1800, 1200)
QUALITY = 86


@dataclass(frozen=True)
class Picture:
    """A drawing and the name of its file, without ending."""

    name: str
    image: Image.Image

    def jpeg(self, credit: Credit = OWN_DRAWING) -> bytes:
        """Give the file; the same drawing gives the same bytes."""
        out = io.BytesIO()
        self.image.save(
            out,
            "JPEG",
            quality=QUALITY,
            progressive=True,
            optimize=True,
            subsampling="4:2:0",
            exif=exif(credit),
            xmp=xmp(credit),
        )
        return with_iptc(out.getvalue(), credit)


def save_picture(picture: Picture, folder: Path) -> Path:
    """Write a picture into a folder and give its path."""
    path = folder / f"{picture.name}.jpg"
    path.write_bytes(picture.jpeg())
    return path
