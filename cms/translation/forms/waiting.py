"""Filters of “My translations”."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cms.core.languages import Languages
from cms.translation.models import TranslationWork


class OwnWorkForm(forms.Form):
    """State and language; empty for all."""

    state = forms.ChoiceField(
        label=_("State"), required=False, choices=[("", _("All states")), *TranslationWork.State.choices]
    )
    language = forms.ChoiceField(label=_("Language"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        languages = [(language.code, language.own_name) for language in Languages.load().all]
        self.fields["language"].choices = [("", _("All languages")), *languages]

    @property
    def is_filtered(self) -> bool:
        """Return whether anything is chosen."""
        return self.is_valid() and any(self.cleaned_data.values())

    def selected(self, works: QuerySet[TranslationWork]) -> QuerySet[TranslationWork]:
        """Return the work that fits; what nobody could have chosen selects nothing away."""
        chosen = self.cleaned_data if self.is_valid() else {}
        if chosen.get("state"):
            works = works.filter(state=chosen["state"])
        if chosen.get("language"):
            works = works.filter(locale__language_code=chosen["language"])
        return works
