"""A picture with what must stand beside it."""

from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StreamBlock, StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageBlock
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue

from cms.core.blocks.choosers import ShownImageBlock
from cms.core.blocks.codes import CodeBlock
from cms.core.content.base import BlockContent
from cms.core.content.pictures import PictureContent
from cms.core.privacy import may_be_shown
from cms.images.credits import CreditPart, credit_parts, has_credit, validate_credit
from cms.images.roles import BODY, Role


class PictureValue(StructValue):
    """A picture in one place: the image, its alt text here, its credit here."""

    @property
    def image(self) -> Any:
        """Return the image, or None."""
        return self.get("picture")

    @property
    def is_shown(self) -> bool:
        """Return whether readers are shown it: there is an image, today there are rights to it, it is not private."""
        return bool(self.image and may_be_shown(self.image))

    @property
    def alt_text(self) -> str:
        """Return the alt text; "" for a decorative picture."""
        return "" if self.is_decorative else (self.image.contextual_alt_text or "")

    @property
    def is_decorative(self) -> bool:
        """Return whether the picture tells nothing that the text does not."""
        return bool(self.image and self.image.decorative)

    @property
    def caption(self) -> str:
        """Return the caption, "" where it has none."""
        return self.get("caption") or ""

    @property
    def has_alt_text(self) -> bool:
        """Return whether it may be published as far as its alt text goes."""
        return self.is_decorative or bool(self.alt_text.strip())

    @property
    def has_credit(self) -> bool:
        """Return whether it may be published as far as its credit goes."""
        return has_credit(self.image, self.get("credit") or "")

    @property
    def credit_parts(self) -> list[CreditPart]:
        """Return the parts of the credit line."""
        return credit_parts(self.image, self.get("credit") or "")


class ImageAndAltTextBlock(ImageBlock):
    """Wagtail's block, which names the image itself in English only."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        image = ShownImageBlock(required=self.child_blocks["image"].required, label=_("Picture"))
        image.set_name("image")
        self.child_blocks["image"] = image


class PictureBlockContent(BlockContent):
    """A picture in running text."""

    type: Literal["picture"] = "picture"
    picture: PictureContent

    @classmethod
    def fields(cls, value: PictureValue, role: Role = BODY) -> dict[str, Any] | None:
        """Return the picture in a role of `cms.images.roles`."""
        picture = PictureContent.of(value, role)
        return {"picture": picture} if picture else None


class PictureBlock(StructBlock):
    """An image with alt text, or marked as decorative, an optional caption and an optional credit for this use."""

    picture = ImageAndAltTextBlock(label=_("Picture"))
    caption = CharBlock(required=False, max_length=500, label=_("Caption"))
    credit = CodeBlock(
        required=False,
        max_length=255,
        validators=(validate_credit,),
        label=_("Credit for this use only"),
        help_text=_("Leave empty to show the credit stored with the picture."),
    )

    class Meta:
        icon = "image"
        api_content = PictureBlockContent
        label = _("Picture")
        group = _("Media")
        description = _("A picture with alt text, caption and credit.")
        value_class = PictureValue
        template = "blocks/picture.html"
        preview_template = "blocks/previews/picture.html"

    def get_translatable_segments(self, value: PictureValue) -> list[Any]:
        """Return the segments of the picture: wagtail-localize fails at an ImageBlock two blocks deep in structs."""
        image, segments = value.image, [StringSegmentValue("caption", value.get("caption") or "")]
        if image:
            segments.append(OverridableSegmentValue("picture.image", image.pk))
            segments.append(StringSegmentValue("picture.alt_text", image.contextual_alt_text or ""))
        return segments

    def restore_translated_segments(self, value: PictureValue, segments: list[Any]) -> PictureValue:
        """Return the picture with the given segments in place of its own."""
        for segment in sorted(segments, key=lambda one: one.path != "picture.image"):
            if segment.path == "caption":
                value["caption"] = segment.render_text()
            elif segment.path == "picture.alt_text":
                value["picture"].contextual_alt_text = segment.render_text()
            else:
                value["picture"] = _other_image(value.image, segment.data)
        return value

    def clean(self, value: Any) -> Any:
        """Refuse, unless a draft is saved, a picture that nobody is credited for."""
        cleaned = super().clean(value)
        if cleaned.image and not self.is_deferred_validation and not cleaned.has_credit:
            raise StructBlockValidationError(
                {
                    "picture": ValidationError(
                        _(
                            "This picture has no credit. Open it under Images and add author or agency, "
                            "or the reason why no credit is due."
                        ),
                        code="credit",
                    )
                }
            )
        return cleaned


def _other_image(image: Any, pk: int) -> Any:
    other = type(image).objects.get(pk=pk)
    other.contextual_alt_text, other.decorative = image.contextual_alt_text, image.decorative
    return other


class LeadPictureBlock(StreamBlock):
    """The picture a page is known by: none or one. A stream, so that it waits with its alt text for translation."""

    picture = PictureBlock()

    class Meta:
        max_num = 1
        required = False
