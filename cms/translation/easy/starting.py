"""Beginning a written page: an empty body, the facts of its source, and its place in the tree of its language."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_localize.fields import TranslatableField

from cms.core.slugs import FRONT_PAGE_DEPTH, slug_for
from cms.translation.easy.languages import written_version
from cms.translation.models import TranslationWork
from cms.translation.work.transitions import began


@dataclass(frozen=True)
class Place:
    """Where a new written page can come to stand.

    `parent` is the written version of the source's own parent, None while there is none. `missing` is the source's
    nearest page above that has to be written first. `nearest` is the written version of the nearest page above it
    that exists, if a page of this type may stand there.
    """

    parent: Page | None
    missing: Page | None
    nearest: Page | None


def place_for(source: Page, locale: Locale) -> Place:
    """Return where the written version of `source` can stand."""
    if source.depth <= FRONT_PAGE_DEPTH:
        return Place(source.get_parent(), None, None)
    above = list(source.get_ancestors().filter(depth__gte=FRONT_PAGE_DEPTH).order_by("-depth"))
    written = {ancestor.pk: written_version(ancestor, locale) for ancestor in above}
    parent = written[above[0].pk]
    if parent:
        return Place(parent, None, None)
    missing = next(page for page in reversed(above) if not written[page.pk])
    nearest = next((written[page.pk] for page in above if written[page.pk]), None)
    fits = nearest is not None and source.specific_class.can_exist_under(nearest)
    return Place(None, missing, nearest if fits else None)


def may_write_below(user: Any, parent: Page) -> bool:
    """Return whether the user may edit pages below `parent`; of the root too, of which page rights say no."""
    return PagePermissionPolicy().user_has_permission_for_instance(user, "change", parent)


@transaction.atomic
def start(source: Page, locale: Locale, parent: Page, *, title: str, user: Any) -> Page:
    """Return a new draft of `source` in a written language: its facts and its key, no words but the title.

    Raises ValidationError where there is a version already, or where the page may not stand below `parent`. It is
    neither an alias nor known to wagtail-localize: nothing will ever fill it.
    """
    source = source.specific
    existing = written_version(source, locale)
    if existing and existing.alias_of_id:
        raise ValidationError(_("A copy of the source stands in its place. Delete the copy first, then write."))
    if existing:
        raise ValidationError(_("There is a version of this page in this language already. Open that one."))
    if parent.locale_id != locale.pk and not parent.is_root():
        raise ValidationError(_("Choose a page of the same language to put this one below."))
    if not type(source).can_exist_under(parent):
        raise ValidationError(
            _("A page of this type cannot stand below “%(parent)s”. Write the page above it first.")
            % {"parent": parent.get_admin_display_title()}
        )
    slug = find_available_slug(parent, slug_for(title))
    page = source.copy(
        to=parent,
        update_attrs={"locale": locale, "title": title, "draft_title": title, "slug": slug, "show_in_menus": False},
        exclude_fields=words_left_out(type(source)),
        copy_revisions=False,
        keep_live=False,
        user=user,
        reset_translation_key=False,
        log_action="wagtail.copy_for_translation",
    )
    record, _created = TranslationWork.objects.get_or_create(translation_key=page.translation_key, locale=locale)
    began(record, user)
    return page


def words_left_out(model: type[Any]) -> list[str]:
    """Return the fields with words, but for those that no page can be stored without, which keep their source's."""
    words = [field.field_name for field in model.translatable_fields if isinstance(field, TranslatableField)]
    return [name for name in words if name != "title" and model._meta.get_field(name).blank]
