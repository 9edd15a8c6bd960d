"""Telling that the rights to pictures have expired."""

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from cms.images.models import CustomImage
from cms.publishing.changes.writing import write_picture
from cms.publishing.models import Change, ToldExpiry


def tell_expired_rights() -> None:
    """Tell of each picture, once, that the last day of its rights is over in the office's time zone.

    Two processes may do this at once: the database takes one record of a picture and day.
    """
    today = timezone.localdate(timezone=timezone.get_default_timezone())
    told = ToldExpiry.objects.filter(picture_id=OuterRef("pk"), rights_until=OuterRef("rights_until"))
    for image in CustomImage.objects.filter(~Exists(told), rights_until__lt=today).order_by("pk"):
        with transaction.atomic():
            _record, created = ToldExpiry.objects.get_or_create(picture_id=image.pk, rights_until=image.rights_until)
            if created:
                write_picture(image, Change.Kind.PICTURE_RIGHTS_EXPIRED)
