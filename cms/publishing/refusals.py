"""Telling the author of a scheduled page why it was not published: in its history, and by e-mail."""

import logging
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.localization import get_available_admin_languages
from wagtail.admin.mail import send_mail
from wagtail.log_actions import log, registry
from wagtail.models import Revision
from wagtail.users.models import UserProfile

from cms.core.problems.registry import PublishingRefused, publishing_problems

ACTION = "cms.publish.refused"

logger = logging.getLogger(__name__)


def reasons(error: Exception) -> list[str]:
    """Return in the active language, as sentences, why something was not published."""
    if isinstance(error, PublishingRefused):
        return [str(problem.message) for problem in publishing_problems(error.page)]
    if isinstance(error, ValidationError):
        return [str(message) for message in error.messages]
    return [_("An error of the system prevented it. The operator finds it in the server's log.")]


def tell_once(revision: Revision, error: Exception) -> bool:
    """Enter in the history why the revision was not published, and write to its author.

    Return False, and do nothing, where the same reasons were told before.
    """
    told = {}
    for language, _name in get_available_admin_languages():
        with translation.override(language):
            told[language] = reasons(error)
    with transaction.atomic():
        locked = Revision.objects.select_for_update().filter(pk=revision.pk).first()
        if locked is None or _was_told(locked, told):
            return False
        data = {"reasons": told, "due": locked.approved_go_live_at}
        log(locked.content_object, ACTION, revision=locked, data=data)
    if not isinstance(error, ValidationError):
        logger.error("Revision %s could not be published", revision.pk, exc_info=error)
    author = locked.user or getattr(locked.content_object, "owner", None)
    if author and author.is_active and author.email:
        _write(author, locked, error)
    return True


def _was_told(revision: Revision, told: dict[str, list[str]]) -> bool:
    entries = registry.get_logs_for_instance(revision.content_object).filter(action=ACTION, revision=revision)
    return any(entry.data["reasons"] == told for entry in entries)


def _write(author: Any, revision: Revision, error: Exception) -> None:
    profile = UserProfile.get_for_user(author)
    with translation.override(profile.get_preferred_language()), timezone.override(profile.get_current_time_zone()):
        due = timezone.localtime(revision.approved_go_live_at)
        title = {"title": revision.object_str}
        subject = _("Not published: %(title)s") % title
        lines = [
            _("“%(title)s” was to be published on %(date)s at %(time)s. It was not:")
            % {**title, "date": date_format(due, "DATE_FORMAT"), "time": date_format(due, "TIME_FORMAT")},
            "",
            *(f"– {reason}" for reason in reasons(error)),
            "",
            _("It is tried again and again. To change the page itself, first cancel its scheduled publication:"),
            f"{settings.WAGTAILADMIN_BASE_URL}{AdminURLFinder().get_edit_url(revision.content_object)}",
        ]
    try:
        send_mail(subject, "\n".join(lines), [author.email])
    except Exception:
        logger.exception("The author of revision %s could not be told by e-mail", revision.pk)
