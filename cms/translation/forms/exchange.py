"""What to export, and what to take in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Locale, Page

from cms.translation.exchange.formats import FileFormat
from cms.translation.exchange.limits import MEGABYTE, MOST_BYTES
from cms.translation.exchange.selection import Selection, What

BLANK = "---------"
"""What Django shows where nothing is chosen yet."""


class LanguageField(forms.ModelChoiceField):
    """A choice of languages by their own names."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the name."""
        return obj.profile.own_name


class ExportForm(forms.Form):
    """Pages, a language and a format. With `pages` it does not ask for pages."""

    section = forms.ModelChoiceField(
        label=gettext_lazy("Page or section"),
        queryset=Page.objects.filter(depth__gt=1),
        widget=AdminPageChooser,
        required=False,
        help_text=gettext_lazy("Empty: the whole site."),
    )
    below = forms.BooleanField(label=gettext_lazy("With all pages below"), required=False, initial=True)
    locale = LanguageField(label=gettext_lazy("Translate into"), queryset=Locale.objects.none())
    what = forms.ChoiceField(
        label=gettext_lazy("Which of these pages"),
        choices=What.choices,
        widget=forms.RadioSelect,
        initial=What.MISSING,
        help_text=gettext_lazy("Pages that are not planned in this language are left out."),
    )
    file_format = forms.ChoiceField(
        label=gettext_lazy("Format"),
        choices=FileFormat.choices,
        widget=forms.RadioSelect,
        initial=FileFormat.XLIFF_12,
        help_text=gettext_lazy("If you do not know what the translator's tool likes, take the first."),
    )
    with_tmx = forms.BooleanField(
        label=gettext_lazy("With the translation memory of these pages (TMX)"), required=False
    )

    def __init__(self, *args: Any, pages: list[Page] | None, languages: list[Locale], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pages = pages
        if pages is not None:
            del self.fields["section"]
            self.fields["what"].help_text = ""
            if all(page.is_leaf() for page in pages):
                del self.fields["below"]
        # Of several languages none is chosen before, since the first may be that of the sources.
        self.fields["locale"].empty_label = BLANK if len(languages) > 1 else None
        ids = [one.pk for one in languages]
        self.fields["locale"].queryset = (
            Locale.objects.filter(pk__in=ids).select_related("profile").order_by("profile__order", "pk")
        )

    def selection(self) -> Selection:
        """Return what the valid form says."""
        given = self.cleaned_data
        chosen = self.pages if self.pages is not None else [given["section"]] if given["section"] else None
        return Selection(
            given["locale"],
            What(given["what"]),
            pages=tuple(chosen) if chosen else None,
            with_pages_below=given.get("below", False),
        )


class UploadWidget(forms.ClearableFileInput):
    """Takes several files at once."""

    allow_multiple_selected = True


class UploadField(forms.FileField):
    """One or more files, each within the limit."""

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Return the files."""
        files = data if isinstance(data, list) else [data]
        cleaned = [super(UploadField, self).clean(file, initial) for file in files or [None]]
        for file in cleaned:
            if file.size > MOST_BYTES:
                sentence = _("“%(name)s” is too large. A file may have %(most)d MB: hand in fewer pages at a time.")
                raise ValidationError(sentence % {"name": file.name, "most": MOST_BYTES // MEGABYTE})
        return cleaned


class ImportForm(forms.Form):
    """Files to take in."""

    files = UploadField(
        label=gettext_lazy("Translated files"),
        allow_empty_file=True,
        widget=UploadWidget(attrs={"accept": ".zip,.xlf,.xliff,.po"}),
        help_text=gettext_lazy("The ZIP that came back, or single files: XLIFF 1.2, 2.0 or 2.1, or PO."),
    )
