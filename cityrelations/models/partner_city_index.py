"""The list of partner cities."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cityrelations import cities
from cms.core.blocks.body import BodyBlock
from cms.core.models import BasePage
from cms.core.resolver import Reading


class PartnerCityIndexPage(BasePage):
    """All partner cities: a list first, then the gallery."""

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
