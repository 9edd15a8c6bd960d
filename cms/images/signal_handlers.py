"""What happens when a picture arrives or gets a new file."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_save

from cms.images.models import CustomImage
from cms.images.renditions import make_all_renditions, make_first_renditions


def connect() -> None:
    """Connect the handlers of this app."""
    post_save.connect(prepare_renditions, sender=CustomImage, dispatch_uid="images.prepare_renditions")


def prepare_renditions(instance: CustomImage, raw: bool = False, **kwargs: Any) -> None:
    """Make the first renditions at once and leave the rest to the worker."""
    if raw:
        return
    make_first_renditions(instance)
    transaction.on_commit(lambda: make_all_renditions.enqueue(instance.pk))
