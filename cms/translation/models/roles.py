"""Who may do what in which language."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale


class LocaleRole(models.Model):
    """A role in one language, held by the members of a group. The coordinator's has no language: it is for all."""

    class Role(models.TextChoices):
        """What its holders may do."""

        TRANSLATOR = "translator", _("Translator")
        REVIEWER = "reviewer", _("Reviewer")
        PUBLISHER = "publisher", _("Publisher")
        COORDINATOR = "coordinator", _("Language coordinator")

    locale = models.ForeignKey(Locale, null=True, blank=True, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(_("role"), max_length=11, choices=Role)
    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="locale_role")

    class Meta:
        verbose_name = _("role in a language")
        verbose_name_plural = _("roles in languages")
        constraints = [
            models.UniqueConstraint(fields=["locale", "role"], name="translation_role_unique"),
            models.CheckConstraint(
                condition=models.Q(role="coordinator", locale__isnull=True)
                | (~models.Q(role="coordinator") & models.Q(locale__isnull=False)),
                name="translation_role_has_its_language",
            ),
        ]

    def __str__(self) -> str:
        return self.group.name


class Deputyship(models.Model):
    """Somebody who does another person's work for some days, with that person's roles."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.CASCADE, related_name="deputyships"
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("deputy"), on_delete=models.CASCADE, related_name="stands_in_for"
    )
    starts = models.DateField(_("from"))
    ends = models.DateField(_("until"))
    granted = models.ManyToManyField(Group, blank=True, related_name="+", editable=False)

    class Meta:
        verbose_name = _("deputy")
        verbose_name_plural = _("deputies")
        ordering = ["starts", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__gte=models.F("starts")),
                name="translation_deputy_ends_after_start",
                violation_error_message=_("The last day cannot be before the first."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.deputy} ← {self.person}"

    def clean(self, *args: Any) -> None:
        """Refuse people who would stand in for themselves."""
        if self.person_id and self.person_id == self.deputy_id:
            raise ValidationError({"deputy": _("Choose somebody else: nobody stands in for themselves.")})
