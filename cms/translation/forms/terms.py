"""One term."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from cms.translation.forms.lists import LocaleField
from cms.translation.roles.policies import kept_locales, translated_locales
from cms.translation.terms.entries import forbidden_of
from cms.translation.terms.matching import Phrase


class TermForm(WagtailAdminModelForm):
    """Only languages that the person keeps may be translated into."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, locales in (("source_locale", translated_locales()), ("target_locale", kept_locales(self.for_user))):
            field = self.fields[name]
            self.fields[name] = LocaleField(queryset=locales, label=field.label, help_text=field.help_text)

    def clean(self) -> dict[str, Any]:
        """Refuse what could never be found in a text, or forbids its own translation."""
        given = super().clean()
        faults = {}
        if given.get("source_locale") and given.get("source_locale") == given.get("target_locale"):
            faults["target_locale"] = _("Choose another language than the one translated from.")
        for name in ("term", "preferred"):
            if given.get(name) and not Phrase.of(given[name], "").words:
                faults[name] = _("Write a word with letters or figures.")
        self.instance.forbidden = given.get("forbidden", "")
        if given.get("preferred") in forbidden_of(self.instance):
            faults["forbidden"] = _("The translation itself cannot be forbidden.")
        if faults:
            raise ValidationError(faults)
        return given
