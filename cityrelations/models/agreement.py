"""What a partner city's relation is made of: agreements, status periods, names and websites."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from cityrelations.models.partial_date import of_year, precision_field
from cityrelations.models.partner_city import PartnerCityPage
from cityrelations.status import Status
from cms.core.hosts import host_of
from cms.core.privacy import is_public_file
from cms.documents.language_tags import validate_language_tag
from cms.documents.models import CustomDocument


class AgreementKind(models.TextChoices):
    """What was agreed."""

    PARTNERSHIP_AGREEMENT = "partnership_agreement", _("Partnership agreement")
    FRIENDSHIP_AGREEMENT = "friendship_agreement", _("Agreement on friendship and cooperation")
    JOINT_DECLARATION = "joint_declaration", _("Joint declaration")
    MEMORANDUM = "memorandum", _("Memorandum of understanding")
    FRAMEWORK_AGREEMENT = "framework_agreement", _("Framework agreement")
    COMMUNIQUE = "communique", _("Communiqué")
    CLIMATE_PARTNERSHIP = "climate_partnership", _("Climate partnership")
    ACTION_PLAN = "action_plan", _("Joint action plan")
    PREDECESSOR = "predecessor", _("Agreement of a predecessor")
    OTHER = "other", _("Other agreement")


class Agreement(Orderable):
    """One document two cities agreed on."""

    page = ParentalKey(PartnerCityPage, on_delete=models.CASCADE, related_name="agreements")
    kind = models.CharField(_("kind"), max_length=30, choices=AgreementKind)
    date = models.DateField(_("date"))
    precision = precision_field()
    place = models.CharField(_("place"), max_length=255, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    document = models.ForeignKey(
        CustomDocument, verbose_name=_("document"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    source = models.URLField(_("source"), max_length=500, blank=True, help_text=_("Where the date can be checked."))
    internal_note = models.TextField(_("internal note"), blank=True, help_text=_("Never shown to readers."))
    counts_from_here = models.BooleanField(_("the relation counts from here"), default=False)

    panels = [
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("date"), FieldPanel("precision"), FieldPanel("valid_until")]),
        FieldPanel("counts_from_here"),
        FieldPanel("place"),
        FieldPanel("document"),
        FieldPanel("source"),
        FieldPanel("internal_note"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("date")),
                name="cityrelations_agreement_ends_after_start",
                violation_error_message=_("An agreement cannot end before it was made."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.date}"

    @property
    def precision_of_year(self) -> str:
        """Return the precision of the date where only its year is shown."""
        return of_year(self.precision)

    @property
    def public_document(self) -> CustomDocument | None:
        """Return the document, or None where there is none that readers may get."""
        return self.document if self.document and is_public_file(self.document) else None


class StatusPeriod(Orderable):
    """A time during which the relation was active, resting or ended."""

    page = ParentalKey(PartnerCityPage, on_delete=models.CASCADE, related_name="status_periods")
    status = models.CharField(_("status"), max_length=8, choices=Status)
    begins = models.DateField(_("from"))
    precision = precision_field()
    until = models.DateField(_("until"), null=True, blank=True, help_text=_("The last day. Empty while it lasts."))
    source = models.URLField(_("source"), max_length=500, blank=True)

    panels = [
        FieldPanel("status"),
        FieldRowPanel([FieldPanel("begins"), FieldPanel("precision"), FieldPanel("until")]),
        FieldPanel("source"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("status period")
        verbose_name_plural = _("status periods")
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("begins")),
                name="cityrelations_period_ends_after_start",
                violation_error_message=_("A period cannot end before it begins."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_status_display()} {self.begins}"


class LocalName(Orderable):
    """The city's name in a language spoken there; never translated."""

    page = ParentalKey(PartnerCityPage, on_delete=models.CASCADE, related_name="local_names")
    text = models.CharField(_("name"), max_length=120)
    language = models.CharField(
        _("language"),
        max_length=35,
        validators=[validate_language_tag],
        help_text=_("BCP 47 tag, such as “pl” or “zh-Hans”."),
    )

    panels = [FieldRowPanel([FieldPanel("text"), FieldPanel("language")])]

    class Meta(Orderable.Meta):
        verbose_name = _("local name")
        verbose_name_plural = _("local names")

    def __str__(self) -> str:
        return self.text


class Website(Orderable):
    """A website of the partner city in one language."""

    page = ParentalKey(PartnerCityPage, on_delete=models.CASCADE, related_name="websites")
    url = models.URLField(_("address"), max_length=500)
    language = models.CharField(_("language"), max_length=35, validators=[validate_language_tag])

    panels = [FieldRowPanel([FieldPanel("url"), FieldPanel("language")])]

    class Meta(Orderable.Meta):
        verbose_name = _("website")
        verbose_name_plural = _("websites")

    def __str__(self) -> str:
        return self.url

    @property
    def host(self) -> str:
        """Return the host name, which readers see as the link's text."""
        return host_of(self.url)
