"""What stands beside the editor of a written page."""

from typing import Any

from django.forms import Media
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel

from cms.core.languages import Languages
from cms.translation.easy.age import age_of
from cms.translation.easy.checklist import PREFIX, checklist_of


class _Toggle(BaseSidePanel.SidePanelToggle):
    """A button with the number that the panel counts."""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Add the number."""
        return {**super().get_context_data(parent_context), "count": self.panel.count}


class WrittenSidePanel(BaseSidePanel):
    """A panel with a number at its button and the stylesheet of all of them."""

    count = 0

    @property
    def media(self) -> Media:
        """Return style and script."""
        return Media(css={"all": ["admin/css/translation_written.css"]}, js=["admin/js/translation_written.js"])


class ChecklistSidePanel(WrittenSidePanel):
    """The statements of the source, to be ticked off."""

    class SidePanelToggle(_Toggle):
        """The button with the number of open statements."""

        aria_label = _("Toggle the list of what the source says")
        icon_name = "clipboard-list"

    name = "written_source"
    title = _("What the source says")
    order = 200
    template_name = "translation/parts/written_checklist.html"

    @cached_property
    def checklist(self) -> Any:
        """Return the checklist, None where the page has no source."""
        return checklist_of(self.object)

    @property
    def count(self) -> int:
        """Return how many statements are open."""
        return self.checklist.open if self.checklist else 0

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Add the checklist, the language of the source and what it comes down to."""
        context = super().get_context_data(parent_context)
        if self.checklist:
            language = Languages.load().of(self.checklist.source.locale_id)
            context |= {"checklist": self.checklist, "language": language, "prefix": PREFIX}
            context["age"] = age_of(self.object)
        context["csrf_token"] = parent_context.get("csrf_token")
        return context
