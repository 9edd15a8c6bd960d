"""The filters of the coverage matrix."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from cms.accounts.models import User
from cms.core.languages import Languages
from cms.translation.coverage.selection import ReaderSees, Selection
from cms.translation.models import TranslationWork

SECTION_DEPTH = 3
"""Sections are the pages below the front pages that have pages below themselves."""


class CoverageForm(forms.Form):
    """Every filter may be left out; what does not exist is ignored with a sentence."""

    q = forms.CharField(label=_("Title"), required=False, max_length=200)
    section = forms.ModelChoiceField(
        label=_("Section"), queryset=Page.objects.none(), required=False, empty_label=_("All sections")
    )
    sees = forms.ChoiceField(
        label=_("Readers see"),
        required=False,
        choices=[
            ("", _("Everything")),
            (ReaderSees.NOTHING, _("Nothing")),
            (ReaderSees.OUTDATED, _("An outdated text")),
            (ReaderSees.CURRENT, _("A current text")),
        ],
    )
    state = forms.ChoiceField(
        label=_("Work"), required=False, choices=[("", _("Every state")), *TranslationWork.State.choices]
    )
    person = forms.ModelChoiceField(
        label=_("Person"), queryset=User.objects.none(), required=False, empty_label=_("Everybody")
    )
    language = forms.MultipleChoiceField(label=_("Languages"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [(one.code, one.own_name) for one in Languages.load().all]
        self.fields["section"].queryset = Page.objects.filter(
            depth=SECTION_DEPTH, numchild__gt=0, edition__kind="source", live=True
        ).order_by("path")
        self.fields["person"].queryset = User.objects.filter(is_active=True, translation_work__isnull=False).distinct()

    def selection(self) -> Selection:
        """Return what the filters select; those with errors select nothing away."""
        self.is_valid()
        given = self.cleaned_data
        return Selection.of(
            given.get("language") or [],
            section=given.get("section"),
            reader_sees=given.get("sees") or "",
            state=given.get("state") or "",
            person=given.get("person"),
            query=given.get("q") or "",
        )
