"""Which files stand behind a picture on a page. Looked up in bulk; nothing is encoded while a reader waits."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cms.core.raw_streams import leaves_on
from cms.core.reader import Reader
from cms.images.models import CustomRendition
from cms.images.roles import FORMATS, Role

_CACHE = "renditions"


@dataclass(frozen=True)
class PictureFile:
    """One finished file: its address and its size in pixels."""

    url: str
    width: int
    height: int


@dataclass(frozen=True)
class PictureFiles:
    """The files of one picture in one role: `<source>` by media type, best first, and the JPEG for `<img>`."""

    sources: list[tuple[str, str]]
    fallback: PictureFile
    srcset: str
    sizes: str


def preload(image_ids: Iterable[int], roles: Sequence[Role], reader: Reader) -> None:
    """Look up the renditions of many images in `roles` in one query."""
    known = reader.cache.setdefault(_CACHE, {})
    names = tuple(role.name for role in roles)
    wanted = {pk for pk in image_ids if any((pk, name) not in known for name in names)}
    if not wanted:
        return
    for pk in wanted:
        known.update({(pk, name): {} for name in names})
    role_of = {spec: role.name for role in roles for image_format in FORMATS for spec in role.specs(image_format)}
    found = CustomRendition.objects.filter(image_id__in=wanted, filter_spec__in=list(role_of)).only(
        "image_id", "filter_spec", "file", "width", "height"
    )
    for rendition in found:
        file = PictureFile(rendition.file.url, rendition.width, rendition.height)
        known[rendition.image_id, role_of[rendition.filter_spec]][rendition.filter_spec] = file


def files_for(image: Any, role: Role, reader: Reader) -> PictureFiles | None:
    """Return the files of `image` in `role`, or None while not even its first JPEG is made."""
    if (image.pk, role.name) not in reader.cache.setdefault(_CACHE, {}):
        preload([image.pk], [role], reader)
    made = reader.cache[_CACHE][image.pk, role.name]
    fallback = made.get(role.fallback_spec)
    if fallback is None:
        return None
    sources = [(f"image/{kind}", _srcset(made, role.specs(kind))) for kind in ("avif", "webp")]
    return PictureFiles(
        sources=[(media_type, srcset) for media_type, srcset in sources if srcset],
        fallback=fallback,
        srcset=_srcset(made, role.specs("jpeg")),
        sizes=role.sizes,
    )


def images_on(page: Any) -> Iterator[int]:
    """Yield the primary keys of the images that the streams of `page` show."""
    return (value for name, value in leaves_on(page) if name == "image" and isinstance(value, int))


def _srcset(made: dict[str, PictureFile], specs: list[str]) -> str:
    files = {made[spec].width: made[spec] for spec in specs if spec in made}
    return ", ".join(f"{file.url} {width}w" for width, file in files.items())
