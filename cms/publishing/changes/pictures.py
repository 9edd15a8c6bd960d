"""Telling that the rights to pictures began or are over, which happens without anybody changing anything."""

from datetime import date

from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone

from cms.images.models import CustomImage
from cms.publishing.changes.writing import write_picture
from cms.publishing.models import Change, ToldRights

Kind = Change.Kind


def tell_rights() -> None:
    """Tell of each picture, once, that its rights began today or before, and that their last day is over.

    Days are those of the office's time zone. Rights that had begun when the picture was uploaded are not told:
    nobody was refused it.
    """
    today = timezone.localdate(timezone=timezone.get_default_timezone())
    begun = CustomImage.objects.filter(rights_from__lte=today, created_at__date__lt=F("rights_from"))
    _tell(begun, "rights_from", Kind.PICTURE_CHANGED)
    _tell(CustomImage.objects.filter(rights_until__lt=today), "rights_until", Kind.PICTURE_RIGHTS_EXPIRED)


def _tell(images: QuerySet[CustomImage], field: str, kind: Kind) -> None:
    told = ToldRights.objects.filter(picture_id=OuterRef("pk"), kind=kind, day=OuterRef(field))
    for image in images.filter(~Exists(told)).order_by("pk"):
        _tell_once(image, kind, getattr(image, field))


def _tell_once(image: CustomImage, kind: Kind, day: date) -> None:
    """Tell of a picture; of two processes that do so at once the database lets one make the record."""
    with transaction.atomic():
        _record, created = ToldRights.objects.get_or_create(picture_id=image.pk, kind=kind, day=day)
        if created:
            write_picture(image, kind)
