"""Who may pass the doors of wagtail-localize. Each guard takes the user and what the address names."""

from typing import Any

from django.contrib.auth import get_permission_codename
from django.shortcuts import get_object_or_404
from wagtail.models import Page
from wagtail.snippets.views.snippets import get_snippet_model_from_url_params
from wagtail_localize.models import Translation, TranslationSource

from cms.translation.models import TranslationSettings
from cms.translation.roles import rights
from cms.translation.roles.destinations import locales_for, source_of


def everybody(user: Any) -> bool:
    """Let in everybody who works in the admin."""
    return True


def administrators(user: Any, **address: Any) -> bool:
    """Let in administrators: what is not a page has no rights for each language."""
    return user.is_superuser


def takes_part(user: Any) -> bool:
    """Let in those who write, translate, review, publish or coordinate."""
    return rights.takes_part(user)


def may_submit(user: Any, page_id: int) -> bool:
    """Let in those who may start a translation of the page into at least one language."""
    page = get_object_or_404(Page.objects.filter(depth__gt=1), pk=page_id)
    source = source_of(page)
    return rights.can_assign(user) or locales_for(user, source).exists()


def may_synchronise(user: Any, translation_source_id: int) -> bool:
    """Let in those who may edit the source and every page that follows it; coordinators too."""
    source = get_object_or_404(TranslationSource, pk=translation_source_id)
    page = Page.objects.filter(translation_key=source.object_id, locale_id=source.locale_id).first()
    targets = [target_of(translation) for translation in source.translations.filter(enabled=True)]
    if page is None or None in targets:
        return False
    return rights.can_assign(user) or all(rights.can_edit(user, one) for one in (page, *targets))


def edits_target(user: Any, translation_id: int, **address: Any) -> bool:
    """Let in those who may edit the translated page, while no lock keeps them from it."""
    page = target_of(get_object_or_404(Translation, pk=translation_id))
    return page is not None and rights.can_edit(user, page) and not rights.is_locked_for(user, page)


def reads_target(user: Any, translation_id: int, **address: Any) -> bool:
    """Let in those who may edit the translated page, locked or not."""
    page = target_of(get_object_or_404(Translation, pk=translation_id))
    return page is not None and rights.can_edit(user, page)


def may_ask_machine(user: Any, translation_id: int) -> bool:
    """Let in those who may edit the translated page, where the office offers machine translation."""
    return TranslationSettings.load().machine_translation and edits_target(user, translation_id)


def publishes_target(user: Any, translation_id: int) -> bool:
    """Let in those who may publish the translated page."""
    page = target_of(get_object_or_404(Translation, pk=translation_id))
    return page is not None and rights.can_publish(user, page)


def publishes_page(user: Any, page_id: int) -> bool:
    """Let in those who may publish the page."""
    return rights.can_publish(user, get_object_or_404(Page, pk=page_id))


def knows_snippets(user: Any, app_label: str, model_name: str, **address: Any) -> bool:
    """Let in those who have any right on snippets of this kind."""
    model = get_snippet_model_from_url_params(app_label, model_name)
    names = (get_permission_codename(action, model._meta) for action in ("view", "add", "change", "delete"))
    return any(user.has_perm(f"{app_label}.{name}") for name in names)


def target_of(translation: Translation) -> Page | None:
    """Return the page that a translation makes, None while there is none and for what is not a page."""
    if not issubclass(translation.source.specific_content_type.model_class(), Page):
        return None
    key, locale_id = translation.source.object_id, translation.target_locale_id
    return Page.objects.filter(translation_key=key, locale_id=locale_id).first()
