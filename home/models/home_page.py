"""The front page."""

from typing import Any, Literal

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from cityrelations import cities
from cityrelations.summaries import CitySummary
from cms.core.blocks.link import LinkBlock, LinkBlockContent
from cms.core.blocks.picture import LeadPictureBlock
from cms.core.blocks.text import TEXT_FEATURES
from cms.core.content.base import stream
from cms.core.content.pages import PageContent
from cms.core.content.pictures import PictureContent, first_picture
from cms.core.content.words import Html, html, plain
from cms.core.models import BasePage
from cms.core.resolver import Reading
from cms.images.roles import LEAD
from home.blocks import TeaserContent, TeasersBlock


class HomePageContent(PageContent):
    """The front page. What is not given is "", null or empty."""

    type: Literal["home.HomePage"] = "home.HomePage"
    claim: str
    intro: str
    hero_links: list[LinkBlockContent]
    lead_picture: PictureContent | None
    welcome: Html
    cities: list[CitySummary]
    teasers: list[TeaserContent]

    @classmethod
    def fields(cls, reading: Reading, context: dict[str, Any]) -> dict[str, Any]:
        """Return texts, teasers and the gallery of all partner cities."""
        words = reading.words
        return {
            "claim": plain(words.claim),
            "intro": plain(words.intro),
            "hero_links": stream(words.hero_links),
            "lead_picture": first_picture(words.lead_picture, LEAD),
            "welcome": html(words.welcome),
            "cities": [CitySummary.of(card) for card in context["cities"]],
            "teasers": stream(words.teasers),
        }


class HomePage(BasePage):
    """The front page of one language; its second tab holds the site's words in that language."""

    api_content = HomePageContent
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "cityrelations.PartnerCityIndexPage",
        "cityrelations.NetworkIndexPage",
        "cityrelations.TopicIndexPage",
        "cityrelations.ProjectIndexPage",
        "cityrelations.EventIndexPage",
        "cityrelations.PartnersPage",
        "home.StandardPage",
        "home.ContactPage",
    ]
    page_description = _("The front page of one language, with its teasers and the site's words.")
    words = [
        "intro",
        "hero_links",
        "lead_picture",
        "welcome",
        "teasers",
        "site_name",
        "claim",
        "site_owner",
        "footer",
        "footer_links",
        "contact_line",
        "notice",
    ]
    fact_names = ["notice_until"]

    intro = models.TextField(_("introduction"), blank=True, help_text=_("One or two sentences below the title."))
    hero_links = StreamField(
        [("link", LinkBlock())], blank=True, max_num=2, verbose_name=_("links below the introduction")
    )
    lead_picture = StreamField(LeadPictureBlock(), blank=True, verbose_name=_("lead picture"))
    welcome = RichTextField(_("welcome"), blank=True, features=TEXT_FEATURES)
    teasers = StreamField(TeasersBlock(), blank=True, verbose_name=_("teasers"))

    site_name = models.CharField(_("name of the site"), max_length=120, help_text=_("Stands in the header."))
    claim = models.CharField(_("claim"), max_length=120, blank=True, help_text=_("Stands above the title."))
    site_owner = models.CharField(_("owner"), max_length=255, blank=True)
    footer = RichTextField(_("text of the footer"), blank=True, features=TEXT_FEATURES)
    footer_links = StreamField([("link", LinkBlock())], blank=True, verbose_name=_("links of the footer"))
    contact_line = models.CharField(_("contact line"), max_length=255, blank=True)
    notice = RichTextField(
        _("site-wide notice"), blank=True, features=["bold", "italic", "link"], help_text=_("Shown on every page.")
    )
    notice_until = models.DateTimeField(_("notice until"), null=True, blank=True)

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("intro"),
        index.SearchField("welcome"),
        index.SearchField("teasers"),
    ]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("claim"),
        FieldPanel("intro"),
        FieldPanel("hero_links"),
        FieldPanel("lead_picture"),
        FieldPanel("welcome"),
        FieldPanel("teasers"),
    ]
    site_panels = [
        MultiFieldPanel([FieldPanel("site_name"), FieldPanel("site_owner")], heading=_("Header")),
        MultiFieldPanel(
            [FieldPanel("footer"), FieldPanel("footer_links"), FieldPanel("contact_line")], heading=_("Footer")
        ),
        MultiFieldPanel(
            [FieldPanel("notice"), FieldRowPanel([FieldPanel("notice_until")])], heading=_("Notice on every page")
        ),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Content")),
            ObjectList(site_panels, heading=_("Words of the site")),
            ObjectList(BasePage.promote_panels, heading=_("Promote")),
            ObjectList(BasePage.settings_panels, heading=_("Settings")),
        ]
    )

    class Meta:
        verbose_name = _("home page")

    @property
    def current_notice(self) -> str:
        """Return the site-wide notice while it holds, else ""."""
        expired = self.notice_until and self.notice_until <= timezone.now()
        return "" if expired else self.notice

    def reading_context(self, request: HttpRequest, reading: Reading, **kwargs: Any) -> dict[str, Any]:
        """Add the gallery of all partner cities, drawn from their pages."""
        return {"cities": cities.all_cities(request.reader)}
