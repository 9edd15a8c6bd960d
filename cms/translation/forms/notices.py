"""When somebody wants mail about translations."""

from typing import Any

from django import forms

from cms.translation.models import NoticePreference


class NoticeForm(forms.ModelForm):
    """One choice, made for the user handed over as the instance; without a record, mail comes at once."""

    class Meta:
        model = NoticePreference
        fields = ["when"]
        widgets = {"when": forms.RadioSelect}

    def __init__(self, *args: Any, instance: Any, **kwargs: Any) -> None:
        preference = NoticePreference.objects.filter(user=instance).first() or NoticePreference(user=instance)
        super().__init__(*args, instance=preference, **kwargs)
