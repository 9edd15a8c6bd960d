"""The one link block."""

from typing import Any, Literal, Self

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from pydantic import Field
from wagtail.blocks import CharBlock, EmailBlock, StructBlock, StructValue, URLBlock
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock

from cms.core.blocks.choosers import LinkedPageBlock
from cms.core.blocks.codes import PhoneBlock
from cms.core.content.base import BlockContent, Content
from cms.core.content.files import FileContent
from cms.core.content.words import absolute, plain
from cms.core.links import page_address
from cms.core.privacy import is_public_file

TARGETS = ("page", "document", "url", "email", "phone")


class LinkValue(StructValue):
    """A link with its address computed for the reader."""

    @property
    def kind(self) -> str:
        """Return which of TARGETS the link leads to, or "" while it has none."""
        return next((name for name in TARGETS if self.get(name)), "")

    @property
    def href(self) -> str:
        """Return the address; a page's is the one in the reader's language. "" where readers do not get the target."""
        target = self.get(self.kind) if self.kind else None
        match self.kind:
            case "page":
                return page_address(target.pk)
            case "document":
                return target.url if is_public_file(target) else ""
            case "email":
                return f"mailto:{target}"
            case "phone":
                return "tel:" + "".join(sign for sign in target if sign in "+0123456789")
        return target or ""

    @property
    def is_external(self) -> bool:
        """Return whether the link leaves this site."""
        return self.kind == "url"


class LinkContent(Content):
    """A text and where it leads. Without an address (the page is not published) it stands as plain text."""

    text: str
    href: str | None = Field(description="A path on this site, or a full address.")
    kind: Literal["page", "document", "url", "email", "phone"] | None = Field(
        description="null where what it led to was deleted."
    )
    file: FileContent | None = Field(description="What a link to a document leads to.")

    @classmethod
    def of(cls, value: LinkValue) -> Self:
        """Return the content of a link."""
        is_file = value.kind == "document"
        href = absolute(value.href) if is_file and value.href else value.href
        return cls(
            text=plain(value["text"]),
            href=href or None,
            kind=value.kind or None,
            file=FileContent.of(value["document"]) if is_file and href else None,
        )


class LinkBlockContent(BlockContent):
    """A link in a list of links."""

    type: Literal["link"] = "link"
    link: LinkContent

    @classmethod
    def fields(cls, value: LinkValue) -> dict[str, Any]:
        """Return the link."""
        return {"link": LinkContent.of(value)}


class LinkBlock(StructBlock):
    """A text and exactly one target."""

    text = CharBlock(label=_("Text"), max_length=255, help_text=_("Says where the link leads, even out of context."))
    page = LinkedPageBlock(required=False, label=_("Page of this site"))
    document = DocumentChooserBlock(required=False, label=_("Document"))
    url = URLBlock(required=False, label=_("Address elsewhere"))
    email = EmailBlock(required=False, label=_("E-mail address"))
    phone = PhoneBlock(required=False, label=_("Telephone number"))

    class Meta:
        icon = "link"
        api_content = LinkBlockContent
        label = _("Link")
        group = _("Links")
        description = _("A text that leads to a page, a document, an address, an e-mail address or a telephone number.")
        value_class = LinkValue
        template = "blocks/link.html"
        form_layout = ["text", "page", "document", "url", "email", "phone"]
        preview_value = {"text": "City partnerships", "url": "https://example.org/"}

    def clean(self, value: Any) -> Any:
        """Refuse a link with no target, unless a draft is saved, or with more than one."""
        cleaned = super().clean(value)
        given = [name for name in TARGETS if cleaned.get(name)]
        if len(given) > 1:
            raise StructBlockValidationError(
                {name: ValidationError(_("Choose only one target for the link.")) for name in given[1:]}
            )
        if not given and not self.is_deferred_validation:
            raise StructBlockValidationError(
                {"page": ValidationError(_("Choose where the link leads: a page, a document or an address."))}
            )
        return cleaned
