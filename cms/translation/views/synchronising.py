"""“Sync translated pages” of wagtail-localize, with its rights."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.generic import TemplateView
from wagtail_localize.components import TranslationComponentManager

from cms.translation.drafts.gate import GatedUpdateTranslationsView
from cms.translation.roles import rights
from cms.translation.roles.guards import target_of


class GuardedUpdateTranslationsView(GatedUpdateTranslationsView):
    """Takes the texts of the source over for translators. Publishes only what the user may publish.

    `doors` asks for the right on the source and on all targets, in the place of the one permission of
    wagtail-localize.
    """

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer without asking for that permission."""
        self.object = self.get_object()
        self.components = TranslationComponentManager.from_request(request, source_object_instance=self.object)
        return TemplateView.dispatch(self, request, *args, **kwargs)

    def get_form(self) -> Any:
        """Offer to publish where the user may. Machines are asked page by page."""
        form = super().get_form()
        form.fields.pop("use_machine_translation", None)
        if not self._publishes_all():
            form.fields["publish_translations"].disabled = True
        return form

    def form_valid(self, form: Any) -> HttpResponse:
        """Refuse to publish what the user may not publish; a disabled field cannot be ticked, but posted."""
        if "publish_translations" in self.request.POST and not self._publishes_all():
            raise PermissionDenied
        return super().form_valid(form)

    def _publishes_all(self) -> bool:
        targets = (target_of(translation) for translation in self.object.translations.filter(enabled=True))
        return all(page and rights.can_publish(self.request.user, page) for page in targets)
