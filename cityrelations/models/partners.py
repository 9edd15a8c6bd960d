"""Organisations this office works with."""

from typing import Any, Literal

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cityrelations.blocks import OrganisationGroupBlock, OrganisationGroupContent
from cms.core.content.base import stream
from cms.core.content.pages import PageContent
from cms.core.content.words import plain
from cms.core.models import BasePage
from cms.core.resolver import Reading


class PartnersPageContent(PageContent):
    """Organisations this office works with, in groups."""

    type: Literal["cityrelations.PartnersPage"] = "cityrelations.PartnersPage"
    intro: str
    groups: list[OrganisationGroupContent]

    @classmethod
    def fields(cls, reading: Reading, context: dict[str, Any]) -> dict[str, Any]:
        """Return text and groups."""
        return {"intro": plain(reading.words.intro), "groups": stream(reading.words.groups)}


class PartnersPage(BasePage):
    """Partners in groups."""

    api_content = PartnersPageContent
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    page_description = _("Organisations this office works with, in groups.")
    words = ["intro", "groups"]

    intro = models.TextField(_("introduction"), blank=True)
    groups = StreamField([("organisation_group", OrganisationGroupBlock())], blank=True, verbose_name=_("groups"))

    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("groups")]
    content_panels = [*BasePage.content_panels, FieldPanel("intro"), FieldPanel("groups")]

    class Meta:
        verbose_name = _("partners page")
