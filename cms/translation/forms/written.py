"""Forms of pages that are written for their readers."""

from django import forms
from django.utils.translation import gettext_lazy as _


class StartForm(forms.Form):
    """The title of a new written page."""

    title = forms.CharField(
        label=_("Title"), max_length=255, help_text=_("In the language of the new page. You can change it later.")
    )
