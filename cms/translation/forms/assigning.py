"""Who gets which language until when."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.widgets import AdminDateInput, AdminPageChooser
from wagtail.models import Locale, Page

from cms.translation.roles import rights
from cms.translation.work.assigning import Order, Share


class PersonField(forms.ModelChoiceField):
    """A choice of people by their names."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the name."""
        return get_user_display_name(obj)


class AssignForm(forms.Form):
    """For each language a translator and perhaps a reviewer; a language without a translator is left out.

    Without `pages` it asks for a page. The people offered are those who hold the role in the language. With `codes` it
    asks only about these languages; whoever alone translates into one of them is chosen already.
    """

    page = forms.ModelChoiceField(
        label=gettext_lazy("Page or section"), queryset=Page.objects.filter(depth__gt=1), widget=AdminPageChooser
    )
    below = forms.BooleanField(label=gettext_lazy("With all pages below"), required=False)
    due = forms.DateField(
        label=gettext_lazy("Due on"), required=False, widget=AdminDateInput, help_text=gettext_lazy("Empty: no date.")
    )
    note = forms.CharField(
        label=gettext_lazy("Note"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("What the translators should know. They get it by e-mail too."),
    )
    reassign = forms.BooleanField(
        label=gettext_lazy("Also pages that somebody else has"),
        required=False,
        help_text=gettext_lazy("Takes them from the people who have them now. Texts that are there stay."),
    )

    def __init__(self, *args: Any, pages: list[Page] | None, codes: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pages = pages
        if pages is not None:
            del self.fields["page"]
            if all(page.is_leaf() for page in pages):
                del self.fields["below"]
        every = list(Locale.objects.select_related("profile").order_by("profile__order", "pk"))
        asked = [locale for locale in every if locale.language_code in codes]
        self.locales = asked or every
        self.is_narrowed = bool(asked)
        for locale in self.locales:
            self.fields[f"translator-{locale.pk}"] = _people(
                _("Translator for %(language)s"), rights.translators_of(locale), _("Nobody"), locale
            )
            self.fields[f"reviewer-{locale.pk}"] = _people(
                _("Reviewer for %(language)s"), rights.reviewers_of(locale), _("Any reviewer"), locale
            )
        for locale in asked:
            self.initial.setdefault(f"translator-{locale.pk}", _only(self.fields[f"translator-{locale.pk}"].queryset))

    def languages(self) -> list[tuple[Locale, Any, Any]]:
        """Return each language that has translators, with its two fields."""
        fields = ((locale, self[f"translator-{locale.pk}"], self[f"reviewer-{locale.pk}"]) for locale in self.locales)
        return [(locale, translator, reviewer) for locale, translator, reviewer in fields if translator.field.queryset]

    def without_translators(self) -> list[str]:
        """Return the names of the languages that nobody translates into."""
        fields = ((locale, self.fields[f"translator-{locale.pk}"]) for locale in self.locales)
        return [locale.profile.own_name for locale, field in fields if not field.queryset]

    def page_fields(self) -> list[Any]:
        """Return the fields that say which pages."""
        return [self[name] for name in ("page", "below") if name in self.fields]

    def shared_fields(self) -> list[Any]:
        """Return the fields that are the same for all languages."""
        return [self[name] for name in ("due", "note", "reassign")]

    def clean_due(self) -> Any:
        """Refuse a day that has passed."""
        due = self.cleaned_data["due"]
        if due and due < timezone.localdate():
            raise ValidationError(_("This day has passed. Choose today or a later one."))
        return due

    def clean(self) -> dict[str, Any]:
        """Refuse an order for no language."""
        given = super().clean()
        if not self.errors and not self._shares(given):
            raise ValidationError(_("Choose a translator for at least one language."))
        return given

    def order(self, by: Any) -> Order:
        """Return what the valid form says."""
        given = self.cleaned_data
        return Order(self._shares(given), by, given["due"], given["note"], given["reassign"])

    def page_ids(self) -> list[int]:
        """Return the pages meant."""
        return [page.pk for page in self.pages] if self.pages is not None else [self.cleaned_data["page"].pk]

    def _shares(self, given: dict[str, Any]) -> list[Share]:
        return [
            Share(locale, given[f"translator-{locale.pk}"], given[f"reviewer-{locale.pk}"])
            for locale in self.locales
            if given.get(f"translator-{locale.pk}")
        ]


def _only(people: QuerySet[Any]) -> Any:
    """Return the one person there is, None where there are several or nobody."""
    found = list(people[:2])
    return found[0] if len(found) == 1 else None


def _people(label: str, people: Any, nobody: str, locale: Locale) -> PersonField:
    return PersonField(
        label=label % {"language": locale.profile.own_name},
        queryset=people.order_by("last_name", "username"),
        required=False,
        empty_label=nobody,
    )
