"""Organisations this office works with."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cityrelations.blocks import OrganisationGroupBlock
from cms.core.models import BasePage


class PartnersPage(BasePage):
    """Partners in groups."""

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
