"""How many words pages have, in every language they may be brought into."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from cms.translation.roles import rights
from cms.translation.roles.policies import translated_locales
from cms.translation.texts.counts import count_pages
from cms.translation.views.chosen_pages import chosen_pages, titles_of
from cms.translation.work.assigning_task import keys_of


class PagesForm(forms.Form):
    """Which page, and whether those below it too."""

    id = forms.ModelChoiceField(
        label=gettext_lazy("Page or section"), queryset=Page.objects.filter(depth__gt=1), widget=AdminPageChooser
    )
    below = forms.BooleanField(label=gettext_lazy("With all pages below"), required=False)


class WordsView(WagtailAdminTemplateMixin, TemplateView):
    """For everybody who takes part in translation."""

    template_name = "translation/words.html"
    header_icon = "decimal"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let in those who take part."""
        if not rights.takes_part(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def chosen(self) -> list[Page]:
        """Return the pages of the address."""
        return chosen_pages(self.request) or []

    def get_page_title(self) -> str:
        """Return the title in the language of the person."""
        return _("Words")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the counts of the chosen pages for each language, and the form that chooses others."""
        initial = {"id": self.chosen[0].pk if len(self.chosen) == 1 else None, "below": "below" in self.request.GET}
        return {
            **super().get_context_data(**kwargs),
            **titles_of(self.chosen),
            "form": PagesForm(initial=initial),
            "pages": len(self._keys),
            "rows": self._rows(),
        }

    @cached_property
    def _keys(self) -> list[Any]:
        return keys_of([page.pk for page in self.chosen], below="below" in self.request.GET)

    def _rows(self) -> list[tuple[str, Any]]:
        if not self._keys:
            return []
        found = ((locale.profile.own_name, count_pages(self._keys, locale)) for locale in translated_locales())
        return [(name, counts) for name, counts in found if counts.total or counts.done]
