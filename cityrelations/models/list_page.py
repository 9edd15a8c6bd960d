"""What every list of pages has around its entries."""

from typing import Any

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


class ListPageContent(PageContent):
    """The words around a list."""

    intro: str
    body: list[BodyBlockContent]

    @classmethod
    def fields(cls, reading: Reading, context: dict[str, Any]) -> dict[str, Any]:
        """Return the words; subclasses add the entries, which the context holds."""
        return {"intro": plain(reading.words.intro), "body": stream(reading.words.body)}


class ListPage(BasePage):
    """An introduction above a list, and blocks below it."""

    words = ["intro", "body"]

    intro = models.TextField(_("introduction"), blank=True)
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    content_panels = [*BasePage.content_panels, FieldPanel("intro"), FieldPanel("body")]

    class Meta:
        abstract = True
