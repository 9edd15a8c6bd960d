"""Into which languages a page is to be translated."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Locale, Page

from cms.translation.roles.destinations import locales_for, refused_below


class LocalesField(forms.ModelMultipleChoiceField):
    """Languages by the names they call themselves."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Locale) -> str:
        """Return the name."""
        return obj.profile.own_name


class SubmissionForm(forms.Form):
    """Offers the languages the user may start, and the pages below where there are any."""

    locales = LocalesField(label=gettext_lazy("Languages"), queryset=Locale.objects.none())
    include_subtree = forms.BooleanField(required=False)

    def __init__(self, *args: Any, source: Page, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.source, self.user = source, user
        self.fields["locales"].queryset = locales_for(user, source).select_related("profile")
        self.fields["locales"].error_messages["required"] = _("Choose at least one language.")
        below = source.get_descendants().count()
        if below:
            self.fields["include_subtree"].label = ngettext(
                "With the %(count)d page below", "With the %(count)d pages below", below
            ) % {"count": below}
        else:
            del self.fields["include_subtree"]

    def clean(self) -> dict[str, Any]:
        """Refuse pages below that are not the user's."""
        given = super().clean()
        if given.get("include_subtree") and refused_below(self.user, self.source, given.get("locales", ())):
            sentence = _("You may not edit all pages below in these languages. Choose this page alone.")
            raise ValidationError({"include_subtree": sentence})
        return given

    def pages(self) -> list[Page]:
        """Return the pages to be translated, parents first."""
        below = self.source.get_descendants() if self.cleaned_data.get("include_subtree") else []
        return [self.source, *below]
