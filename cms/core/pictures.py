"""Which images and files stand behind the pictures of an answer. Nothing is encoded while a reader waits.

What will be needed is announced first; the first picture shown looks everything up at once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject

from cms.core.children import JSONArrayOf
from cms.core.privacy import with_privacy
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
        self._look_up()
        if pk not in self._images:
            self._images[pk] = CustomImage.objects.filter(pk=pk).first()
        return self._images[pk]

    def announced(self, pk: int) -> CustomImage | None:
        """Return an image that was announced; None for others and for one that was deleted."""
        return self.image(pk) if any(pk == wanted for wanted, _role in self._wanted) else None

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
        pks = {pk for pk, _role in missing}
        specs = {spec for _pk, role in missing for kind in FORMATS for spec in role.specs(kind)}
        self._images |= dict.fromkeys(pks - self._images.keys())
        for image in with_privacy(CustomImage.objects.filter(pk__in=pks)).annotate(made=_renditions(specs)):
            self._images[image.pk] = image
            for values in image.made or ():
                self._files[image.pk, values["filter_spec"]] = _file(values)

    def _srcset(self, pk: int, specs: list[str]) -> str:
        made = [self._files[pk, spec] for spec in specs if (pk, spec) in self._files]
        by_width = {file.width: file for file in made}
        return ", ".join(f"{file.url} {width}w" for width, file in by_width.items())


def _renditions(specs: set[str]) -> Subquery:
    """Return the finished files of an image as one JSON array."""
    columns = JSONObject(filter_spec="filter_spec", file="file", width="width", height="height")
    rows = CustomRendition.objects.filter(image_id=OuterRef("pk"), filter_spec__in=specs).order_by().values("image_id")
    return Subquery(rows.annotate(array=JSONArrayOf(columns)).values("array"))


def _file(values: dict[str, Any]) -> PictureFile:
    kind = values["filter_spec"].rpartition("format-")[2]
    url = CustomRendition._meta.get_field("file").storage.url(values["file"])
    return PictureFile(url, values["width"], values["height"], f"image/{kind}")


def pictures_for(reader: Reader) -> Pictures:
    """Return the pictures of the answer that `reader` gets."""
    return reader.cache.setdefault(_CACHE, Pictures())


def images_on(page: Any) -> Iterator[int]:
    """Yield the primary keys of the images that the streams of `page` show."""
    return (value for name, value in leaves_on(page) if name == "image" and isinstance(value, int))
