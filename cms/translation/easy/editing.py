"""The page editor with what helps to write beside it."""

from typing import Any

from django.http import HttpResponse
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.pages.edit import EditView

from cms.translation.easy.panels import AdviceSidePanel, ChecklistSidePanel, ReaderTestsSidePanel

OURS = [ChecklistSidePanel, AdviceSidePanel, ReaderTestsSidePanel]


class WrittenEditView(EditView):
    """Wagtail's editor for pages in written languages. Their panels come right after the status."""

    def run_hook(self, hook_name: str, *args: Any, **kwargs: Any) -> HttpResponse | None:
        """Run hooks, except those asked before editing: they were, and one of them answered with this view."""
        return None if hook_name == "before_edit_page" else super().run_hook(hook_name, *args, **kwargs)

    def get_side_panels(self) -> MediaContainer:
        """Add our panels. Autosave renders the advice anew; the others stay as they are on the screen."""
        panels = list(super().get_side_panels())
        ours = [AdviceSidePanel] if self.expects_json_response else OURS
        panels[1:1] = [panel(self.page, self.request) for panel in ours]
        return MediaContainer(panels)
