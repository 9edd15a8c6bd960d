"""Fields of blocks that hold no words, so that translators are not asked about them."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import FieldBlock


class CodeBlock(FieldBlock):
    """A short text that is the same in every language. Not a CharBlock: those are strings for translation."""

    def __init__(
        self,
        required: bool = True,
        help_text: str | None = None,
        max_length: int | None = None,
        validators: tuple[Any, ...] = (),
        **kwargs: Any,
    ) -> None:
        self.field = forms.CharField(
            required=required, help_text=help_text, max_length=max_length, validators=list(validators)
        )
        super().__init__(**kwargs)


PHONE = RegexValidator(
    r"^\+[1-9][0-9 ()/.-]{3,24}[0-9]$",
    _("Write the number in its international form, such as +49 30 12345-0 (ITU-T E.123)."),
)


class PhoneBlock(CodeBlock):
    """A telephone number in the international notation of ITU-T E.123."""

    def __init__(self, required: bool = True, **kwargs: Any) -> None:
        super().__init__(required=required, validators=(PHONE,), **kwargs)
