"""What happens by the clock: publishing and expiry."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import OperationalError, transaction
from django.db.models import Model, QuerySet
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from cms.publishing.refusals import reasons, tell_once

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Entry:
    """What became of one object that was due: `result` is "published", "expired", "refused" or "failed"."""

    result: str
    title: str
    revision: Revision | None = None
    error: Exception | None = None

    def __str__(self) -> str:
        why = " ".join(reasons(self.error)) if self.error else ""
        return f"{self.result}: {self.title}" + (f" ({why})" if why else "")


@dataclass(frozen=True)
class Report:
    """What one run did, in its order."""

    entries: list[Entry]

    def titles(self, result: str) -> list[str]:
        """Return the titles of the objects with this result."""
        return [entry.title for entry in self.entries if entry.result == result]


def publish_due(now: datetime | None = None) -> Report:
    """Publish what is due by `now` (default and latest: this moment), then take off the air what has expired.

    Each object has its own transaction: a refusal or an error leaves it and its schedule as they were, and the
    others go on. It is tried again in the next run; its author is told once per reason. Several processes may run
    this at once: an object is locked where the database can do that, and SQLite lets one transaction write at a time.
    """
    now = min(now or timezone.now(), timezone.now())
    tried = [_publish(revision_id, now) for revision_id in list(due_revisions(now).values_list("pk", flat=True))]
    tried += [
        _expire(expired, pk) for expired in expired_objects(now) for pk in list(expired.values_list("pk", flat=True))
    ]
    entries = [entry for entry in tried if entry]
    for entry in entries:
        if entry.revision and entry.error:
            tell_once(entry.revision, entry.error)
    return Report(entries)


def due_revisions(now: datetime) -> QuerySet[Revision]:
    """Return the revisions to publish, longest due first."""
    return Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at", "pk")


def expired_objects(now: datetime) -> Iterator[QuerySet[Any]]:
    """Yield, for pages and every other model with drafts, the live objects that have expired."""
    for model in (Page, *_other_models()):
        yield model._default_manager.filter(live=True, expire_at__lt=now).order_by("expire_at", "pk")


def _other_models() -> Iterator[type[Model]]:
    return (model for model in apps.get_models() if issubclass(model, DraftStateMixin) and not issubclass(model, Page))


def _publish(revision_id: int, now: datetime) -> Entry | None:
    """Publish one revision; None where another process was faster."""
    revision = None
    try:
        with transaction.atomic():
            revision = due_revisions(now).select_for_update(skip_locked=True).filter(pk=revision_id).first()
            if revision is None:
                return None
            revision.publish(log_action="wagtail.publish.scheduled")
    except ValidationError as error:
        return Entry("refused", revision.object_str, revision, error)
    except OperationalError as error:
        logger.warning("Revision %s could not be published now: %s", revision_id, error)
        return None
    except Exception as error:  # noqa: BLE001 - one object must not stop the others; tell_once logs it
        return Entry("failed", revision.object_str, revision, error)
    return Entry("published", revision.object_str)


def _expire(expired: QuerySet[Any], pk: Any) -> Entry | None:
    """Unpublish one object. Wagtail drops its schedule with that; what is to follow later keeps its own."""
    one = None
    try:
        with transaction.atomic():
            one = expired.select_for_update(skip_locked=True).filter(pk=pk).first()
            if one is None:
                return None
            scheduled = dict(one.revisions.exclude(approved_go_live_at=None).values_list("pk", "approved_go_live_at"))
            one.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
            for revision_id, moment in scheduled.items():
                Revision.objects.filter(pk=revision_id).update(approved_go_live_at=moment)
    except Exception:
        logger.exception("%s %s has expired and could not be unpublished", expired.model._meta.label, pk)
        return Entry("failed", str(one or pk))
    return Entry("expired", str(one))
