"""Blocks that only city relations have."""

from typing import Any, Literal

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import validate_slug
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, RichTextBlock, StreamBlock, StreamBlockValidationError, StructBlock, URLBlock

from cms.core.blocks.codes import CodeBlock
from cms.core.blocks.picture import LeadPictureBlock
from cms.core.blocks.text import TEXT_FEATURES
from cms.core.content.base import BlockContent, stream
from cms.core.content.pictures import PictureContent, first_picture
from cms.core.content.words import Html, html, plain
from cms.images.roles import LOGO

DEFAULT_EVENT_KINDS = {
    "visit": _("Visit"),
    "reception": _("Reception"),
    "delegation": _("Delegation"),
    "signing": _("Signing"),
    "conference": _("Conference"),
    "network_meeting": _("Network meeting"),
    "culture": _("Culture"),
    "commemoration": _("Commemoration"),
    "other": _("Other"),
}


class EventKindContent(BlockContent):
    """A kind of event."""

    type: Literal["kind"] = "kind"
    code: str
    label: str

    @classmethod
    def fields(cls, value: Any) -> dict[str, Any]:
        """Return code and name."""
        return {"code": value["code"], "label": plain(value["label"])}


class EventKindBlock(StructBlock):
    """One kind of event: a code that stays, and its name in the page's language."""

    code = CodeBlock(
        max_length=40,
        validators=(validate_slug,),
        label=_("Code"),
        help_text=_("Letters, digits and underscores. Events keep it: do not change it once it is used."),
    )
    label = CharBlock(max_length=60, label=_("Name"))

    class Meta:
        icon = "tag"
        api_content = EventKindContent
        label = _("Kind")


class EventKindsBlock(StreamBlock):
    """The kinds events choose from."""

    kind = EventKindBlock()

    def clean(self, value: Any) -> Any:
        """Refuse a code that stands twice."""
        cleaned = super().clean(value)
        codes = [child.value["code"] for child in cleaned]
        doubled = sorted({code for code in codes if codes.count(code) > 1})
        if doubled:
            message = _("This code stands twice: %(codes)s.") % {"codes": ", ".join(doubled)}
            raise StreamBlockValidationError(non_block_errors=[ValidationError(message, code=NON_FIELD_ERRORS)])
        return cleaned


def default_event_kinds() -> list[tuple[str, dict[str, str]]]:
    """Return the kinds a new index starts with, named in the active language."""
    return [("kind", {"code": code, "label": str(label)}) for code, label in DEFAULT_EVENT_KINDS.items()]


class OrganisationContent(BlockContent):
    """An organisation this office works with. What is not given is "" or null."""

    type: Literal["organisation"] = "organisation"
    name: str
    html: Html
    url: str | None
    logo: PictureContent | None

    @classmethod
    def fields(cls, value: Any) -> dict[str, Any]:
        """Return name, text, website and logo."""
        return {
            "name": plain(value["name"]),
            "html": html(value["text"]),
            "url": value["url"] or None,
            "logo": first_picture(value["logo"], LOGO),
        }


class OrganisationBlock(StructBlock):
    """An organisation this office works with."""

    name = CharBlock(max_length=255, label=_("Name"))
    text = RichTextBlock(features=TEXT_FEATURES, required=False, label=_("What it does"))
    url = URLBlock(required=False, label=_("Website"))
    logo = LeadPictureBlock(required=False, label=_("Logo"))

    class Meta:
        icon = "group"
        label = _("Organisation")
        api_content = OrganisationContent
        template = "blocks/organisation.html"


class OrganisationGroupContent(BlockContent):
    """Organisations of one kind."""

    type: Literal["organisation_group"] = "organisation_group"
    heading: str
    html: Html
    organisations: list[OrganisationContent]

    @classmethod
    def fields(cls, value: Any) -> dict[str, Any]:
        """Return heading, text and organisations."""
        return {
            "heading": plain(value["heading"]),
            "html": html(value["text"]),
            "organisations": stream(value["organisations"]),
        }


class OrganisationGroupBlock(StructBlock):
    """Organisations of one kind."""

    heading = CharBlock(max_length=255, label=_("Heading"))
    text = RichTextBlock(features=TEXT_FEATURES, required=False, label=_("Text"))
    organisations = StreamBlock([("organisation", OrganisationBlock())], label=_("Organisations"))

    class Meta:
        icon = "group"
        label = _("Group of organisations")
        api_content = OrganisationGroupContent
        group = _("Partners")
        description = _("Organisations of one kind under a heading.")
        template = "blocks/organisation_group.html"
        preview_value = {
            "heading": "Culture",
            "text": "",
            "organisations": [
                {
                    "type": "organisation",
                    "value": {"name": "House of Encounters", "text": "", "url": "https://example.org/", "logo": []},
                }
            ],
        }
