"""Files of the memory and of the list of terms."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Locale

from cms.translation.exchange.limits import MEGABYTE, MOST_BYTES
from cms.translation.roles.policies import translated_locales


class LocaleField(forms.ModelChoiceField):
    """A language by its own name."""

    def label_from_instance(self, locale: Locale) -> str:
        """Return the name in the language itself."""
        return locale.profile.own_name


class PairForm(forms.Form):
    """Two languages that differ. `targets` limits those translated into."""

    source = LocaleField(label=gettext_lazy("From"), queryset=Locale.objects.none())
    target = LocaleField(label=gettext_lazy("Into"), queryset=Locale.objects.none())

    def __init__(self, *args: Any, targets: QuerySet[Locale] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].queryset = translated_locales()
        self.fields["target"].queryset = translated_locales() if targets is None else targets

    def clean(self) -> dict[str, Any]:
        """Refuse twice the same language."""
        given = super().clean()
        if given.get("source") and given.get("source") == given.get("target"):
            raise ValidationError({"target": _("Choose another language than the one translated from.")})
        return given


class FileMixin(forms.Form):
    """A file of bounded size."""

    file = forms.FileField(label=gettext_lazy("File"))

    def clean_file(self) -> UploadedFile:
        """Refuse a file that would not be read anyway."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(_("The file is larger than %(most)d MB.") % {"most": MOST_BYTES // MEGABYTE})
        return file


class TermFormat(forms.Form):
    """The formats of the list of terms."""

    FORMATS = (
        ("csv", gettext_lazy("CSV: for Excel and its like")),
        ("tbx", gettext_lazy("TBX: for terminology tools")),
    )
    format = forms.ChoiceField(label=gettext_lazy("Format"), choices=FORMATS)


class TermExportForm(PairForm, TermFormat):
    """What is to be exported, and how."""

    field_order = ["source", "target", "format"]


class TermImportForm(PairForm, FileMixin):
    """The pair a file of terms is for: the file itself may hold more languages."""

    field_order = ["source", "target", "file"]


class MemoryImportForm(FileMixin):
    """A TMX file says itself which languages it holds."""
