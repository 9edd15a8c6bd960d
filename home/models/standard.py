"""Pages that explain: about us, visitor service, imprint, privacy, accessibility."""

from datetime import date
from typing import Any, Literal

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.core.blocks.body import BodyBlock, BodyBlockContent
from cms.core.blocks.picture import LeadPictureBlock
from cms.core.content.base import stream
from cms.core.content.pages import PageContent
from cms.core.content.pictures import PictureContent, first_picture
from cms.core.content.words import plain
from cms.core.models import BasePage
from cms.core.resolver import Reading
from cms.images.roles import LEAD


class StandardPageContent(PageContent):
    """A page of running text."""

    type: Literal["home.StandardPage"] = "home.StandardPage"
    intro: str
    lead_picture: PictureContent | None
    body: list[BodyBlockContent]
    review_date: date | None

    @classmethod
    def fields(cls, reading: Reading, context: dict[str, Any]) -> dict[str, Any]:
        """Return text and date of review."""
        return {
            "intro": plain(reading.words.intro),
            "lead_picture": first_picture(reading.words.lead_picture, LEAD),
            "body": stream(reading.words.body),
            "review_date": reading.facts.review_date,
        }


class StandardPage(BasePage):
    """A page of running text."""

    api_content = StandardPageContent
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    page_description = _("A page of running text, such as about us, imprint or privacy.")
    words = ["intro", "lead_picture", "body"]
    fact_names = ["review_date"]

    intro = models.TextField(_("introduction"), blank=True)
    lead_picture = StreamField(LeadPictureBlock(), blank=True, verbose_name=_("lead picture"))
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))
    review_date = models.DateField(
        _("last reviewed on"),
        null=True,
        blank=True,
        help_text=_("For the accessibility statement: it has to be reviewed every year."),
    )

    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("lead_picture"),
        FieldPanel("body"),
    ]
    facts_panels = [FieldPanel("review_date")]

    class Meta:
        verbose_name = _("standard page")
