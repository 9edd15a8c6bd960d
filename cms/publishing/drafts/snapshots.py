"""What stands in an editor's form, kept for as long as the front end beside it may ask for it."""

from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import COMMENTS_RELATION_NAME, Page

from cms.core.tokens import digest_of, new_token
from cms.publishing.models import PreviewSnapshot

KEPT = timedelta(hours=1)
REMEMBERED = timedelta(days=1)
"""Until then a token is told to have expired; afterwards nobody knows it."""
MOST_OF_ONE_PERSON = 20
"""The panel beside the form asks anew whenever somebody stops typing."""


@transaction.atomic
def take(page: Page, user: Any) -> str:
    """Keep the page as it is, saved or not, and return the token that gives it to whoever shows it."""
    token = new_token()
    content = page.serializable_data()
    content.pop(COMMENTS_RELATION_NAME, None)
    PreviewSnapshot.objects.create(
        digest=digest_of(token),
        content_type=ContentType.objects.get_for_model(type(page)),
        content=content,
        user=user,
        expires_at=timezone.now() + KEPT,
    )
    kept = PreviewSnapshot.objects.filter(user=user).order_by("-pk")[:MOST_OF_ONE_PERSON]
    PreviewSnapshot.objects.filter(user=user).exclude(pk__in=list(kept.values_list("pk", flat=True))).delete()
    return token


def find(token: str) -> PreviewSnapshot | None:
    """Return the snapshot with this token, whether or not its time is over."""
    return PreviewSnapshot.objects.select_related("content_type").filter(digest=digest_of(token)).first()


def page_of(snapshot: PreviewSnapshot) -> Page | None:
    """Return the page as it was; None where something it belongs to was deleted since, such as its language."""
    return snapshot.content_type.model_class().from_serializable_data(snapshot.content)


def forget_old() -> None:
    """Delete what could be asked for long ago."""
    PreviewSnapshot.objects.filter(expires_at__lte=timezone.now() - REMEMBERED).delete()
