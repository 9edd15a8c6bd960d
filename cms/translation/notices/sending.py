"""Sending notices by e-mail. What cannot be sent now stays and is tried again: nothing is lost."""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db.models import Q, QuerySet
from django.utils import timezone
from django_tasks import task
from wagtail.admin.mail import send_mail

from cms.translation.models import Notice, NoticePreference
from cms.translation.notices.mail import Mail, mail_for

RETRY_EVERY = timedelta(minutes=5)
CLAIM = timedelta(minutes=15)
"""How long a process may take over one mail before another tries it."""
LATE = timedelta(minutes=15)
"""After that, a message that was to go out at once counts as held up."""
DIGEST_HOUR = 6
_QUEUED = "translation-notices-queued"

When = NoticePreference.When
logger = logging.getLogger(__name__)


@task()
def send_notices() -> None:
    """Send what is due now."""
    cache.delete(_QUEUED)
    send_due()


def queue_sending() -> None:
    """Have the worker send what is due; of many notices that come together, only the first asks for it."""
    if cache.add(_QUEUED, True, timeout=RETRY_EVERY.total_seconds()):
        send_notices.enqueue()


def send_due() -> None:
    """Send everybody one mail with what they are to be told by now: at once, or in the digest of this morning.

    When the mail server does not answer, the rest waits for the next time. When it refuses one mail, the others go on.
    """
    for recipient, before in _recipients():
        claimed = _claim(recipient, before)
        try:
            _send(recipient, mail_for(recipient, claimed))
        except (SMTPRecipientsRefused, SMTPResponseException) as error:
            _give_back(claimed)
            logger.warning("A notice to user %s was refused: %s", recipient.pk, error)
        except OSError as error:
            _give_back(claimed)
            logger.warning("Notices wait, since mail cannot be sent: %s", error)
            return
        else:
            _of(claimed).update(sent_at=timezone.now())


def is_held_up_for(user: Any) -> bool:
    """Return whether the person has to know that mail waits: their own, and to administrators anybody's."""
    return held_up(None if user.is_superuser else user).exists()


def held_up(user: Any = None) -> QuerySet[Notice]:
    """Return the notices, of one person or of all, that should have been sent at once and were not."""
    waiting = Notice.objects.filter(sent_at=None, created_at__lt=timezone.now() - LATE).exclude(_IN_DIGEST | _UNWANTED)
    return waiting.filter(recipient=user) if user else waiting


_IN_DIGEST = Q(recipient__translation_notice_preference__when=When.DIGEST)
_UNWANTED = Q(recipient__translation_notice_preference__when=When.NEVER) | Q(recipient__is_active=False)


def _recipients() -> Iterator[tuple[Any, datetime]]:
    """Yield the people to write to, each with the moment up to which they are to be told now."""
    now = timezone.now()
    unsent = Notice.objects.filter(_is_free(now), sent_at=None).exclude(_UNWANTED)
    morning = last_digest(now)
    due = (
        (unsent.exclude(_IN_DIGEST), now),
        (unsent.filter(_IN_DIGEST, created_at__lt=morning), morning),
    )
    for notices, before in due:
        ids = notices.order_by().values("recipient")
        for person in get_user_model().objects.filter(pk__in=ids).exclude(email="").order_by("pk"):
            yield person, before


def last_digest(now: datetime) -> datetime:
    """Return the last moment at which digests were due, in the time zone of the office."""
    local = timezone.localtime(now)
    today = local.replace(hour=DIGEST_HOUR, minute=0, second=0, microsecond=0)
    return today if today <= local else today - timedelta(days=1)


def _is_free(now: datetime) -> Q:
    return Q(claimed_at=None) | Q(claimed_at__lt=now - CLAIM)


def _claim(recipient: Any, before: datetime) -> list[Notice]:
    now = timezone.now()
    own = Notice.objects.filter(recipient=recipient, sent_at=None, created_at__lte=before)
    own.filter(_is_free(now)).update(claimed_at=now)
    return list(own.filter(claimed_at=now).select_related("work__locale__profile", "work__assignee", "work__reviewer"))


def _give_back(claimed: list[Notice]) -> None:
    _of(claimed).update(claimed_at=None)


def _of(claimed: list[Notice]) -> QuerySet[Notice]:
    return Notice.objects.filter(pk__in=[notice.pk for notice in claimed])


def _send(recipient: Any, mail: Mail | None) -> None:
    if mail:
        send_mail(mail.subject, mail.body, [recipient.email], from_email=settings.DEFAULT_FROM_EMAIL)
