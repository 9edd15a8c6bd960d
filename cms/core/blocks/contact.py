"""Whom to ask."""

from typing import Any, Literal

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, EmailBlock, StructBlock, TextBlock

from cms.core.blocks.codes import PhoneBlock
from cms.core.content.base import BlockContent
from cms.core.content.words import plain


class ContactContent(BlockContent):
    """A person or unit that answers questions. What is not given is ""."""

    type: Literal["contact"] = "contact"
    name: str
    role: str
    phone: str
    email: str
    address: str
    hours: str

    @classmethod
    def fields(cls, value: Any) -> dict[str, Any]:
        """Return all details."""
        words = {name: plain(value[name]) for name in ("name", "role", "address", "hours")}
        return {**words, "phone": value["phone"] or "", "email": value["email"] or ""}


class ContactBlock(StructBlock):
    """A person or unit that answers questions."""

    name = CharBlock(max_length=255, label=_("Name"), help_text=_("A person or a unit of the office."))
    role = CharBlock(required=False, max_length=255, label=_("Responsible for"))
    phone = PhoneBlock(required=False, label=_("Telephone number"))
    email = EmailBlock(required=False, label=_("E-mail address"))
    address = TextBlock(required=False, rows=3, label=_("Postal address"))
    hours = TextBlock(required=False, rows=2, label=_("Hours"))

    class Meta:
        icon = "user"
        label = _("Contact person")
        api_content = ContactContent
        group = _("Links")
        description = _("A person or unit with telephone, e-mail and address.")
        template = "blocks/contact.html"
        preview_value = {
            "name": "International Relations",
            "role": "Questions about partner cities",
            "phone": "+49 30 12345-0",
            "email": "office@example.org",
            "address": "Example Street 1",
            "hours": "",
        }
