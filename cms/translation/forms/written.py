"""Forms of pages that are written for their readers."""

from datetime import date

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminDateInput

from cms.translation.easy.documents.word_safety import MOST_BYTES
from cms.translation.models import ReaderTest


class StartForm(forms.Form):
    """The title of a new written page."""

    title = forms.CharField(
        label=_("Title"), max_length=255, help_text=_("In the language of the new page. You can change it later.")
    )


class ReaderTestForm(forms.ModelForm):
    """Who tested a written page, when, and what they said."""

    class Meta:
        model = ReaderTest
        fields = ["tested_with", "tested_on", "note"]
        widgets = {"tested_on": AdminDateInput, "note": AdminAutoHeightTextInput}

    def clean_tested_on(self) -> date:
        """Refuse days to come."""
        day = self.cleaned_data["tested_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come. Give the day of the test."))
        return day


class DocumentForm(forms.Form):
    """A document that came back."""

    document = forms.FileField(
        label=_("Document"),
        help_text=_("Word (.docx) or HTML (.html), at most 20 MB."),
        widget=forms.FileInput(attrs={"accept": ".docx,.html,.htm"}),
    )

    def clean_document(self) -> UploadedFile:
        """Refuse a large file before it is read."""
        file = self.cleaned_data["document"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 20 MB. Take the pictures out of it and try again."))
        return file
