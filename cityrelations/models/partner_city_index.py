"""The list of partner cities."""

from typing import Any, Literal

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from cityrelations import cities
from cityrelations.models.list_page import ListPage, ListPageContent
from cityrelations.summaries import CitySummary
from cms.core.resolver import Reading


class PartnerCityIndexPageContent(ListPageContent):
    """The list of partner cities, sorted by their names in the reader's language."""

    type: Literal["cityrelations.PartnerCityIndexPage"] = "cityrelations.PartnerCityIndexPage"
    cities: list[CitySummary]

    @classmethod
    def fields(cls, reading: Reading, context: dict[str, Any]) -> dict[str, Any]:
        """Return words and cities."""
        return super().fields(reading, context) | {"cities": [CitySummary.of(card) for card in context["cities"]]}


class PartnerCityIndexPage(ListPage):
    """All partner cities: a list first, then the gallery."""

    api_content = PartnerCityIndexPageContent
    parent_page_types = ["home.HomePage"]
    subpage_types = ["cityrelations.PartnerCityPage"]
    page_description = _("The list of partner cities. Cities are created below it.")

    class Meta:
        verbose_name = _("partner city index")

    def reading_context(self, request: HttpRequest, reading: Reading, **kwargs: Any) -> dict[str, Any]:
        """Add all partner cities, sorted by their names in the reader's language."""
        return {"cities": cities.all_cities(request.reader)}
