"""Saving a translated page: in place of wagtail-localize's own way, which writes what readers see.

Ours saves a revision and never touches the live row. Going live is Wagtail's publishing of a revision.
"""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Locale, Page, Revision
from wagtail_localize.models import Translation, TranslationLog

from cms.core.models import LocaleProfile
from cms.translation.drafts.composing import compose
from cms.translation.lifecycle.privacy import follow_privacy
from cms.translation.models import DraftBasis

upstream_save_target = Translation.save_target
"""What wagtail-localize does, kept so that tests can show the difference."""


def install() -> None:
    """Let everything that saves a translation save it in our way."""
    Translation.save_target = save_target


@transaction.atomic
def save_target(self: Translation, user: Any = None, publish: bool = True) -> None:
    """Save the translation as a draft; publish that where asked to, or refuse and leave everything as it was.

    Raises PublishingRefused, and PermissionDenied where `user` may not publish the page.
    """
    if not issubclass(self.source.specific_content_type.model_class(), Page):
        upstream_save_target(self, user=user, publish=publish)
        return
    revision = save_draft(self, user)
    if publish:
        revision.publish(user=user)


@transaction.atomic
def save_draft(translation: Translation, user: Any = None) -> Revision:
    """Save the texts and the source's facts on top of the latest draft of the page, and return the new revision.

    A page that is not there yet becomes a draft. An alias becomes a page of its own; where it is live it stays so
    and goes on showing its fallback's text, since it has no edition before somebody publishes it.
    """
    _refuse_written(translation.target_locale)
    row = _row(translation, user)
    was_alias = row.alias_of_id is not None
    draft = row.get_latest_revision_as_object()
    if was_alias:
        _let_stand_alone(draft)
    composed = compose(translation, draft)
    revision = draft.save_revision(user=user, clean=False, log_action=not was_alias)
    if was_alias:
        _log_conversion(draft, revision, user)
    DraftBasis.objects.create(revision=revision, texts=composed.texts)
    follow_privacy(translation.source.get_source_instance(), [draft])
    TranslationLog.objects.create(source=translation.source, locale=translation.target_locale, revision=revision)
    return revision


def _refuse_written(locale: Locale) -> None:
    profile = LocaleProfile.objects.filter(locale=locale, mode=LocaleProfile.Mode.WRITTEN).first()
    if profile:
        sentence = _("Pages in “%(language)s” are written for their readers, not translated. Write the page instead.")
        raise ValidationError(sentence % {"language": profile.own_name})


def _row(translation: Translation, user: Any) -> Any:
    source, locale = translation.source, translation.target_locale
    try:
        return source.get_translated_instance(locale)
    except ObjectDoesNotExist:
        return source.as_instance().copy_for_translation(locale, copy_parents=True)


def _let_stand_alone(page: Any) -> None:
    """Cut an alias from what it follows. Its live text was never its own, so no revision of it is live."""
    page.alias_of = page.live_revision = None
    page.has_unpublished_changes = True
    Page.objects.filter(pk=page.pk).update(alias_of=None, live_revision=None, has_unpublished_changes=True)


def _log_conversion(page: Any, revision: Revision, user: Any) -> None:
    named = {"id": page.pk, "title": page.get_admin_display_title()}
    log(page, "wagtail.convert_alias", user=user, revision=revision, data={"page": named})
