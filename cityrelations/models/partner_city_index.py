"""The list of partner cities."""

from typing import Any, Literal

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cityrelations import cities
from cityrelations.summaries import CitySummary
from cms.core.blocks.body import BodyBlock, BodyBlockContent
from cms.core.content.base import stream
from cms.core.content.pages import PageContent
from cms.core.content.words import plain
from cms.core.models import BasePage
from cms.core.resolver import Reading


class PartnerCityIndexPageContent(PageContent):
    """The list of partner cities, sorted by their names in the reader's language."""

    type: Literal["cityrelations.PartnerCityIndexPage"] = "cityrelations.PartnerCityIndexPage"
    intro: str
    cities: list[CitySummary]
    body: list[BodyBlockContent]

    @classmethod
    def fields(cls, reading: Reading, context: dict[str, Any]) -> dict[str, Any]:
        """Return text and cities."""
        return {
            "intro": plain(reading.words.intro),
            "cities": [CitySummary.of(card) for card in context["cities"]],
            "body": stream(reading.words.body),
        }


class PartnerCityIndexPage(BasePage):
    """All partner cities: a list first, then the gallery."""

    api_content = PartnerCityIndexPageContent
    parent_page_types = ["home.HomePage"]
    subpage_types = ["cityrelations.PartnerCityPage"]
    page_description = _("The list of partner cities. Cities are created below it.")
    words = ["intro", "body"]

    intro = models.TextField(_("introduction"), blank=True)
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    content_panels = [*BasePage.content_panels, FieldPanel("intro"), FieldPanel("body")]

    class Meta:
        verbose_name = _("partner city index")

    def reading_context(self, request: HttpRequest, reading: Reading, **kwargs: Any) -> dict[str, Any]:
        """Add all partner cities, sorted by their names in the reader's language."""
        return {"cities": cities.all_cities(request.reader)}
