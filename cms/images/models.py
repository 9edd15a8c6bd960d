"""The picture, its rights and its renditions."""

from copy import copy

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Filter

from cms.images.credits import validate_credit
from cms.images.licences import OPEN, Licence

ORIGINAL = "original"
"""Wagtail's filter spec for a picture in its own size and format."""


class NoCreditReason(models.TextChoices):
    """Why a picture needs no credit line (cf. section 13 of the German copyright act, UrhG)."""

    LOGO = "logo", _("Logo or coat of arms used as such")
    PUBLIC_DOMAIN = "public-domain", _("In the public domain, no attribution due")
    OWN_WORK = "own-work", _("Made by this office")
    WAIVED = "waived", _("The author waived the credit")


class Consent(models.TextChoices):
    """Whether recognisable people agreed to be shown."""

    NOT_NEEDED = "not-needed", _("Nobody recognisable, or no consent needed")
    GIVEN = "given", _("Consent is on file")
    MISSING = "missing", _("Consent is missing")


class CustomImage(AbstractImage):
    """A picture with what must be said about it. Alt text is stored where the picture is used, not here."""

    author = models.CharField(_("author"), max_length=255, blank=True, validators=[validate_credit])
    agency = models.CharField(_("agency or source"), max_length=255, blank=True, validators=[validate_credit])
    source_url = models.URLField(_("address of the source"), blank=True)
    credit_pattern = models.CharField(
        _("credit pattern"),
        max_length=255,
        blank=True,
        help_text=_("How the agency wants to be named, such as “{author} – stock.adobe.com”."),
    )
    licence = models.CharField(_("licence"), max_length=30, choices=Licence, default=Licence.AGREEMENT)
    licence_url = models.URLField(
        _("address of the licence"), blank=True, help_text=_("Only where it differs from the licence's own address.")
    )
    changes = models.CharField(
        _("changes made"), max_length=255, blank=True, help_text=_("Such as “cropped” or “colours adjusted”.")
    )
    permitted_uses = models.TextField(_("permitted uses"), blank=True)
    passing_on_agreed = models.BooleanField(
        _("may be passed on"),
        default=False,
        help_text=_(
            "Author or agency agreed that others may show it too, such as apps and other offices that read the "
            "content API. Under an open licence everybody may, whatever is chosen here."
        ),
    )
    rights_from = models.DateField(_("rights from"), null=True, blank=True)
    rights_until = models.DateField(_("rights until"), null=True, blank=True)
    consent = models.CharField(
        _("consent of the people shown"), max_length=20, choices=Consent, default=Consent.NOT_NEEDED
    )
    depicted_work_credit = models.CharField(
        _("credit for the work shown"),
        max_length=255,
        blank=True,
        validators=[validate_credit],
        help_text=_("Where the picture shows somebody's work of art or architecture."),
    )
    made_with_ai = models.BooleanField(_("made with generative AI"), default=False)
    no_credit_reason = models.CharField(
        _("reason why no credit is due"), max_length=20, choices=NoCreditReason, blank=True
    )
    no_credit_note = models.CharField(
        _("where this is filed"),
        max_length=255,
        blank=True,
        help_text=_("Required where the author waived the credit."),
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "author",
        "agency",
        "source_url",
        "credit_pattern",
        "licence",
        "licence_url",
        "changes",
        "permitted_uses",
        "passing_on_agreed",
        "rights_from",
        "rights_until",
        "consent",
        "depicted_work_credit",
        "made_with_ai",
        "no_credit_reason",
        "no_credit_note",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]
        constraints = [
            models.CheckConstraint(
                condition=Q(rights_from__isnull=True)
                | Q(rights_until__isnull=True)
                | Q(rights_until__gte=F("rights_from")),
                name="images_rights_end_after_start",
                violation_error_message=_("The rights cannot end before they begin."),
            ),
            models.CheckConstraint(
                condition=~Q(no_credit_reason="waived") | ~Q(no_credit_note=""),
                name="images_waiver_is_filed",
                violation_error_message=_("Say where the author's waiver is filed."),
            ),
        ]

    @property
    def default_alt_text(self) -> str:
        """Return what an alt text begins with: the description. A title is often the name of a file."""
        return self.description

    @property
    def is_in_rights(self) -> bool:
        """Return whether today is within the days for which there are rights to show it."""
        today = timezone.localdate()
        return (self.rights_from or today) <= today <= (self.rights_until or today)

    @property
    def may_be_passed_on(self) -> bool:
        """Return whether others may show it too: licence or agreement say so, or there is nothing to protect."""
        is_free = self.licence in OPEN or self.no_credit_reason == NoCreditReason.PUBLIC_DOMAIN
        return is_free or self.passing_on_agreed

    def find_existing_renditions(self, *filters: Filter) -> dict[Filter, AbstractRendition]:
        """Return the renditions there are; the original is its own, so that nobody makes a public copy of it."""
        originals = {one: self._original_rendition() for one in filters if one.spec == ORIGINAL}
        return originals | super().find_existing_renditions(*(one for one in filters if one not in originals))

    def _original_rendition(self) -> "CustomRendition":
        return CustomRendition(
            image=self, filter_spec=ORIGINAL, file=copy(self.file), width=self.width, height=self.height
        )


class CustomRendition(AbstractRendition):
    """A finished size and format of a picture."""

    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="images_rendition_unique")
        ]
