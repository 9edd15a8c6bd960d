"""What stands beside the editor of a written page."""

from dataclasses import dataclass
from typing import Any

from django.forms import Media
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel

from cms.core.languages import Languages
from cms.translation.easy.advice import advice_on, by_place, headings_over
from cms.translation.easy.age import age_of
from cms.translation.easy.checklist import PREFIX, checklist_of
from cms.translation.easy.checks import Finding
from cms.translation.easy.reader_tests import state_of
from cms.translation.texts.places import place_of


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


@dataclass(frozen=True)
class AdvisedPlace:
    """A field or block with what was found there. `anchor` is the id Wagtail's editor gives it."""

    path: str
    anchor: str
    name: str
    heading: str
    findings: list[Finding]


class AdviceSidePanel(WrittenSidePanel):
    """What to look at again, with links to the blocks."""

    class SidePanelToggle(_Toggle):
        """The button with the number of findings."""

        aria_label = _("Toggle advice on easy language")
        icon_name = "pilcrow"

    name = "written_advice"
    title = _("Easy language advice")
    order = 210
    template_name = "translation/parts/written_advice.html"

    @cached_property
    def findings(self) -> list[Finding]:
        """Return what the checks found."""
        return advice_on(self.object)

    @property
    def count(self) -> int:
        """Return how many findings there are."""
        return len(self.findings)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Add the findings by place, and the language of the page."""
        headings = headings_over(self.object)
        places = [
            AdvisedPlace(path, _anchor(path), place_of(self.model, field_path), headings.get(path, ""), found)
            for (path, field_path), found in by_place(self.findings)
        ]
        language = Languages.load().of(self.object.locale_id)
        return {
            **super().get_context_data(parent_context),
            "places": places,
            "count": self.count,
            "language": language,
        }


class ReaderTestsSidePanel(WrittenSidePanel):
    """Who tested the page, and the way to its documents."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """The button."""

        aria_label = _("Toggle tests with readers")
        icon_name = "group"
        has_counter = False

    name = "written_tests"
    title = _("Tests and documents")
    order = 220
    template_name = "translation/parts/written_tests.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Add what can be said of the page."""
        return {**super().get_context_data(parent_context), "state": state_of(self.object)}


def _anchor(path: str) -> str:
    name, *steps = path.split(".")
    return f"block-{steps[0]}-section" if steps else f"id_{name}"
