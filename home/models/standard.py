"""Pages that explain: about us, visitor service, imprint, privacy, accessibility."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.core.blocks.body import BodyBlock
from cms.core.blocks.picture import LeadPictureBlock
from cms.core.models import BasePage


class StandardPage(BasePage):
    """A page of running text."""

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
