"""Opening a page that is a translation opens the translation editor."""

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.translation.views.editor import editor

PASS = ("pictures", "action", "localize-restart-translation", "localize-convert-to-alias")
"""What is asked of wagtail-localize's own editor: the pictures and addresses of one language, and its actions."""


@hooks.register("before_edit_page", order=-5)
def open_translation_editor(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Answer with our editor in place of wagtail-localize's."""
    if any(name in request.GET or name in request.POST for name in PASS):
        return None
    translation = (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
        )
        .select_related("source", "source__locale", "source__specific_content_type", "target_locale")
        .first()
    )
    return editor(request, translation, page) if translation else None
