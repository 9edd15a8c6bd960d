"""The contact page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.core.blocks.body import BodyBlock
from cms.core.models import BasePage


class ContactPage(BasePage):
    """How to reach the office."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    page_description = _("How to reach the office.")
    words = ["intro", "body"]

    intro = models.TextField(_("introduction"), blank=True)
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    content_panels = [*BasePage.content_panels, FieldPanel("intro"), FieldPanel("body")]

    class Meta:
        verbose_name = _("contact page")
