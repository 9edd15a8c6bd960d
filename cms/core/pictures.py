"""Which images and files stand behind the pictures of an answer. Nothing is encoded while a reader waits.

What will be needed is announced first; the first picture shown looks everything up at once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cms.core.raw_streams import leaves_on
from cms.core.reader import Reader
from cms.images.models import CustomImage, CustomRendition
from cms.images.roles import FORMATS, Role

_CACHE = "pictures"


@dataclass(frozen=True)
class PictureFile:
    """One finished file: its address, its size in pixels and its media type."""

    url: str
    width: int
    height: int
    media_type: str


@dataclass(frozen=True)
class PictureFiles:
    """The files of one picture in one role: `<source>` by media type, best first, and the JPEG for `<img>`."""

    sources: list[tuple[str, str]]
    fallback: PictureFile
    srcset: str
    sizes: str


class Pictures:
    """The images and renditions of one answer."""

    def __init__(self) -> None:
        self._wanted: set[tuple[int, Role]] = set()
        self._images: dict[int, CustomImage | None] = {}
        self._files: dict[tuple[int, str], PictureFile] = {}
        self._looked_up: set[tuple[int, Role]] = set()

    def want(self, image_ids: Iterable[int], *roles: Role) -> None:
        """Announce that images will be shown in these roles."""
        self._wanted |= {(pk, role) for pk in image_ids for role in roles}

    def image(self, pk: int) -> CustomImage | None:
        """Return an image, or None for one that was deleted."""
        if pk not in self._images:
            missing = {wanted for wanted, _role in self._wanted} | {pk}
            missing -= self._images.keys()
            self._images |= dict.fromkeys(missing) | CustomImage.objects.in_bulk(missing)
        return self._images[pk]

    def files(self, pk: int, role: Role) -> PictureFiles | None:
        """Return the files of an image in `role`, or None while not even its first JPEG is made."""
        self.want([pk], role)
        self._look_up()
        fallback = self._files.get((pk, role.fallback_spec))
        if fallback is None:
            return None
        sources = [(f"image/{kind}", self._srcset(pk, role.specs(kind))) for kind in ("avif", "webp")]
        return PictureFiles(
            sources=[(media_type, srcset) for media_type, srcset in sources if srcset],
            fallback=fallback,
            srcset=self._srcset(pk, role.specs("jpeg")),
            sizes=role.sizes,
        )

    def made(self, pk: int, role: Role) -> list[PictureFile]:
        """Return the files that are made of an image in `role`: best format first, widest last."""
        self.want([pk], role)
        self._look_up()
        specs = [spec for kind in FORMATS for spec in role.specs(kind)]
        return [self._files[pk, spec] for spec in specs if (pk, spec) in self._files]

    def _look_up(self) -> None:
        missing = self._wanted - self._looked_up
        if not missing:
            return
        self._looked_up |= missing
        specs = {spec for _pk, role in missing for kind in FORMATS for spec in role.specs(kind)}
        found = CustomRendition.objects.filter(image_id__in={pk for pk, _role in missing}, filter_spec__in=specs)
        for rendition in found.only("image_id", "filter_spec", "file", "width", "height"):
            kind = rendition.filter_spec.rpartition("format-")[2]
            file = PictureFile(rendition.file.url, rendition.width, rendition.height, f"image/{kind}")
            self._files[rendition.image_id, rendition.filter_spec] = file

    def _srcset(self, pk: int, specs: list[str]) -> str:
        made = [self._files[pk, spec] for spec in specs if (pk, spec) in self._files]
        by_width = {file.width: file for file in made}
        return ", ".join(f"{file.url} {width}w" for width, file in by_width.items())


def pictures_for(reader: Reader) -> Pictures:
    """Return the pictures of the answer that `reader` gets."""
    return reader.cache.setdefault(_CACHE, Pictures())


def images_on(page: Any) -> Iterator[int]:
    """Yield the primary keys of the images that the streams of `page` show."""
    return (value for name, value in leaves_on(page) if name == "image" and isinstance(value, int))
