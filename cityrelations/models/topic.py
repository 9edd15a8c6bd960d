"""Topics of cooperation."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cityrelations import related
from cms.core.blocks.body import BodyBlock
from cms.core.blocks.picture import LeadPictureBlock
from cms.core.models import BasePage
from cms.core.resolver import Reading


class TopicIndexPage(BasePage):
    """The list of topics."""

    max_count = None
    parent_page_types = ["home.HomePage"]
    subpage_types = ["cityrelations.TopicPage"]
    page_description = _("The list of topics. Topics are created below it.")
    words = ["intro", "body"]

    intro = models.TextField(_("introduction"), blank=True)
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    content_panels = [*BasePage.content_panels, FieldPanel("intro"), FieldPanel("body")]

    class Meta:
        verbose_name = _("topic index")

    def reading_context(self, request: HttpRequest, reading: Reading, **kwargs: Any) -> dict[str, Any]:
        """Add all topics."""
        return {"topics": related.all_topics(request.reader)}


class TopicPage(BasePage):
    """A theme of cooperation, with everything on it."""

    parent_page_types = ["cityrelations.TopicIndexPage"]
    subpage_types: list[str] = []
    page_description = _("A theme of cooperation. Shows the cities, networks, projects and events on it.")
    words = ["intro", "lead_picture", "body"]

    intro = models.TextField(_("introduction"), blank=True)
    lead_picture = StreamField(LeadPictureBlock(), blank=True, verbose_name=_("lead picture"))
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("lead_picture"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("topic")

    def reading_context(self, request: HttpRequest, reading: Reading, **kwargs: Any) -> dict[str, Any]:
        """Add cities, networks, projects and events on this topic."""
        return related.of_topic(reading.facts, request.reader)
