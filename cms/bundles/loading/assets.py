"""Pictures and documents of a bundle."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.files import File
from wagtail.images.models import Filter
from wagtail.models import Collection
from wagtail.utils.file import hash_filelike

from cms.bundles.errors import BundleError, reason_of_system, validate
from cms.bundles.library import FILES, Asset, asset_model
from cms.bundles.references import IMAGE
from cms.core.slugs import slug_for
from cms.images.renditions import make_first_renditions
from cms.images.roles import FORMATS, ROLES


def create_asset(asset: Asset) -> int:
    """Return the primary key of the new picture or document. Its file is named after its title.

    Raises BundleError where the file cannot be stored, or the picture not be made smaller.
    """
    instance = asset_model(asset.kind)(**asset.values)
    instance.collection = _collection(asset.collection)
    with asset.path.open("rb") as content, _refusals(asset):
        instance.file_hash = hash_filelike(content)
        instance.file_size = asset.path.stat().st_size
        content.seek(0)
        instance.file = File(content, name=slug_for(instance.title) + asset.path.suffix)
        validate(instance, FILES[asset.kind], asset.place)
        instance.save()
        if asset.kind == IMAGE:
            _renew_renditions(instance)
    instance.tags.set(asset.tags)
    return instance.pk


@contextmanager
def _refusals(asset: Asset) -> Iterator[None]:
    """Say of which file it was that the system, or the library for pictures, refused something."""
    try:
        yield
    except OSError as error:
        if error.errno or isinstance(error, FileExistsError):
            reason = (
                f"{asset.name} cannot be stored ({reason_of_system(error)}); make room or correct the media folder."
            )
        else:
            reason = f"no smaller pictures can be made of {asset.name} ({error}); save it as a plain JPEG or PNG."
        raise BundleError(FILES[asset.kind], f"{asset.place}.file", reason) from error


def _renew_renditions(image: Any) -> None:
    """Make the first renditions once more, now that the cache has forgotten those of an earlier picture.

    The cache may know one with the same primary key and file: from a load that failed, or from another database.
    """
    model = type(image).get_rendition_model()
    specs = [spec for role in ROLES.values() for image_format in FORMATS for spec in role.specs(image_format)]
    keys = (model.construct_cache_key(image, Filter(spec=spec).get_cache_key(image), spec) for spec in specs)
    model.cache_backend.delete_many(keys)
    make_first_renditions(image)


def _collection(names: list[str]) -> Collection:
    """Return the collection at the path of names below the root, made where there is none."""
    collection = Collection.get_first_root_node()
    for name in names:
        below = collection.get_children().filter(name=name).first()
        collection = below or collection.add_child(instance=Collection(name=name))
    return collection
