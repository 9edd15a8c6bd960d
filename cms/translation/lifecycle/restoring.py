"""Pages whose source was deleted, and making that source anew from what translators had of it."""

import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.coreutils import find_available_slug
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from cms.core.models import Edition
from cms.translation.lifecycle.history import Step, enter
from cms.translation.models import Withdrawal


def pages_without_source() -> QuerySet[Page]:
    """Return the pages that were made from a source which is not there any more, by their languages."""
    lost = Q(edition__kind=Edition.Kind.TRANSLATION) | Q(withdrawal__reason=Withdrawal.Reason.DELETED)
    sources = Edition.objects.filter(kind=Edition.Kind.SOURCE).values("page__translation_key")
    pages = Page.objects.filter(lost, alias_of=None).exclude(translation_key__in=sources)
    return pages.select_related("locale", "withdrawal").order_by("locale__profile__order", "path")


def kept_sources(pages: Iterable[Page]) -> dict[UUID, TranslationSource]:
    """Return what translators had of the deleted sources of pages, by translation key. One query, however many."""
    there = Page.objects.filter(translation_key=OuterRef("object_id"), locale_id=OuterRef("locale_id"))
    found = TranslationSource.objects.filter(~Exists(there), object_id__in=[page.translation_key for page in pages])
    return {one.object_id: one for one in found.select_related("locale").order_by("-pk")}


@transaction.atomic
def restore_source(page: Page, user: Any) -> Page:
    """Make the deleted source of a page anew, as a draft with what it last said; return it.

    Once it is published, its translations come back with it. Raises ValidationError where that is not possible, and
    PermissionDenied where the user may not add the page.
    """
    source = kept_sources([page]).get(page.translation_key)
    if source is None:
        raise ValidationError(_("Nothing is kept of the source of this page. Publish it as a page of its own."))
    above = page.get_parent()
    parent = Page.objects.filter(translation_key=above.translation_key, locale=source.locale).first()
    if parent is None:
        sentence = _("The place of the source is not there any more. First restore or make the source of “%(title)s”.")
        raise ValidationError(sentence % {"title": above.title})
    if not parent.permissions_for_user(user).can_add_subpage():
        raise PermissionDenied
    made = _from_content(source)
    made.slug = find_available_slug(parent, made.slug)
    parent.add_child(instance=made)
    made.save_revision(user=user, clean=False)
    versions = Page.objects.filter(translation_key=made.translation_key).exclude(pk=made.pk)
    Withdrawal.objects.filter(page__in=versions, was_live=False).delete()
    Withdrawal.objects.filter(page__in=versions).update(reason=Withdrawal.Reason.UNPUBLISHED)
    Translation.objects.filter(source=source, target_locale__in=versions.values("locale")).update(enabled=True)
    enter(made, Step.RESTORE)
    return made


def _from_content(source: TranslationSource) -> Any:
    """Return an unsaved page that says what the source last said."""
    model = source.specific_content_type.model_class()
    content = json.loads(source.content_json)
    content["pk"] = None
    for relation in get_all_child_relations(model):
        for row in content.get(relation.get_accessor_name(), []):
            row["pk"] = None
    made = model.from_serializable_data(content, check_fks=True, strict_fks=False)
    made.path, made.depth, made.numchild = "", None, 0
    made.live, made.has_unpublished_changes, made.expired = False, True, False
    made.live_revision = made.latest_revision = made.alias_of = made.go_live_at = made.expire_at = None
    made.translation_key, made.locale = source.object_id, source.locale
    return made
