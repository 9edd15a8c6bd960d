"""Publishing through wagtail-localize's views: refused with reasons before anything is written."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail_localize.models import Translation
from wagtail_localize.views.update_translations import UpdateTranslationsView

from cms.core.problems.refusals import refused
from cms.translation.drafts.composing import composed_now


def refuse_translation(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Refuse, in the translation editor, to publish a page that would have publishing problems."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translations = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    )
    if refused(request, [composed_now(translation) for translation in translations]):
        return redirect(request.path)
    return None


class GatedUpdateTranslationsView(UpdateTranslationsView):
    """“Sync translated pages”: publishes all translations or none."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Refuse before anything is written."""
        if form.cleaned_data["publish_translations"] and refused(self.request, self._pages()):
            messages.warning(self.request, _("The translations were not updated. Correct the source page first."))
            return redirect(self.request.get_full_path())
        return super().form_valid(form)

    def _pages(self) -> list[Any]:
        with transaction.atomic():
            self.object.update_from_db()
            pages = [composed_now(translation) for translation in self.object.translations.filter(enabled=True)]
            transaction.set_rollback(True)
        self.object.refresh_from_db()
        return pages
