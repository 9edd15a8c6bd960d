"""Nothing but people fills a written language: wagtail-localize must not keep it in step with another one."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail_localize.models import LocaleSynchronization, LocaleSynchronizationModelForm

from cms.core.models import LocaleProfile
from cms.translation.easy.languages import is_written

MODE_IN_FORM = f"component-{LocaleProfile._meta.db_table}-mode"


class SynchronisationForm(LocaleSynchronizationModelForm):
    """The part of a language's form that has it filled from another one."""

    def validate_with_locale(self, locale: Locale) -> None:
        """Refuse a language that is written, or will be by this very form."""
        super().validate_with_locale(locale)
        mode = self.data.get(MODE_IN_FORM)
        if mode == LocaleProfile.Mode.WRITTEN or (mode is None and locale.pk and is_written(locale)):
            raise ValidationError({"sync_from": refusal()})


def install() -> None:
    """Let wagtail-localize ask with our form."""
    LocaleSynchronization.base_form_class = SynchronisationForm


def refuse_synchronisation(synchronisation: LocaleSynchronization) -> None:
    """Raise ValidationError for a language that is written."""
    if is_written(synchronisation.locale):
        raise ValidationError(refusal())


def stop_synchronisation(profile: LocaleProfile) -> None:
    """Delete what would fill a language that is written from now on."""
    if profile.mode == LocaleProfile.Mode.WRITTEN:
        LocaleSynchronization.objects.filter(locale_id=profile.locale_id).delete()


def refusal() -> str:
    """Return the sentence."""
    return _("This language is written for its readers: it cannot be filled from another one. Leave this off.")
