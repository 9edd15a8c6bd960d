"""The contact page."""

from typing import Any, Literal

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.core.blocks.body import BodyBlock, BodyBlockContent
from cms.core.content.base import stream
from cms.core.content.pages import PageContent
from cms.core.content.words import plain
from cms.core.models import BasePage
from cms.core.resolver import Reading


class ContactPageContent(PageContent):
    """How to reach the office."""

    type: Literal["home.ContactPage"] = "home.ContactPage"
    intro: str
    body: list[BodyBlockContent]

    @classmethod
    def fields(cls, reading: Reading, context: dict[str, Any]) -> dict[str, Any]:
        """Return the text."""
        return {"intro": plain(reading.words.intro), "body": stream(reading.words.body)}


class ContactPage(BasePage):
    """How to reach the office."""

    api_content = ContactPageContent
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
