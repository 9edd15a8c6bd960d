"""Which parts of the tree, and which pictures and documents, only some people may see."""

from typing import TYPE_CHECKING, Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from cms.core.cachetags import document_tag, note, picture_tag
from cms.core.reader import current_reader, present_reader
from cms.documents.models import CustomDocument

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from wagtail.query import PageQuerySet

_CACHE = "private collections"


def public(pages: "PageQuerySet") -> "PageQuerySet":
    """Leave out pages behind a view restriction, as Wagtail's `public()` does, without a query of its own."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.annotate(outer_path=path).filter(outer_path__startswith=F("page__path"))
    return pages.exclude(Exists(restrictions))


def with_privacy(files: "QuerySet") -> "QuerySet":
    """Let pictures or documents know by `is_private` whether they are in a private collection, in the same query."""
    return files.annotate(is_private=Exists(_restrictions_above("collection__path")))


def is_public_file(file: Any) -> bool:
    """Return whether a picture or document is in no private collection, nor in one below such a collection.

    One query per answer, none for a file that was loaded `with_privacy`. The answer depends on the file from now on.
    """
    _note(file)
    known = getattr(file, "is_private", None)
    return file.collection_id not in _private_collections() if known is None else not known


def may_be_shown(image: Any) -> bool:
    """Return whether readers may be shown a picture today: there are rights to show it, and it is not private."""
    return is_public_file(image) and image.is_in_rights


def shown_today(images: "QuerySet") -> "QuerySet":
    """Leave out pictures that readers may not be shown today."""
    today = timezone.localdate()
    begun = Q(rights_from__isnull=True) | Q(rights_from__lte=today)
    lasting = Q(rights_until__isnull=True) | Q(rights_until__gte=today)
    return with_privacy(images).filter(begun, lasting, is_private=False)


def _note(file: Any) -> None:
    reader = present_reader()
    if reader:
        note(reader, document_tag(file.pk) if isinstance(file, CustomDocument) else picture_tag(file.pk))


def _private_collections() -> set[int]:
    cache = current_reader().cache
    if _CACHE not in cache:
        inside = Collection.objects.filter(Exists(_restrictions_above("path")))
        cache[_CACHE] = set(inside.values_list("pk", flat=True))
    return cache[_CACHE]


def _restrictions_above(path: str) -> "QuerySet":
    """Return the restrictions of the collection at a path, given by its lookup, and of those it is in."""
    inner = ExpressionWrapper(OuterRef(path), output_field=CharField())
    return CollectionViewRestriction.objects.annotate(inner_path=inner).filter(
        inner_path__startswith=F("collection__path")
    )
