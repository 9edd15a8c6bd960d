"""Pictures in typed content: files, alt text, credit, rights."""

from datetime import date
from typing import Annotated, Any, Literal, Self

from django.utils.translation import gettext
from pydantic import Field

from cms.core.cachetags import note, picture_tag
from cms.core.content.base import Content
from cms.core.content.words import absolute, plain
from cms.core.pictures import PictureFile, pictures_for
from cms.core.reader import Reader, current_reader
from cms.images.credits import CreditPart, licence_address
from cms.images.models import CustomImage
from cms.images.roles import Role

Share = Annotated[float, Field(ge=0, le=1, description="Share of the picture's width or height, from its top left.")]


class PictureFileContent(Content):
    """One finished size and format. Sizes are pixels."""

    url: str
    width: int
    height: int
    media_type: Literal["image/avif", "image/webp", "image/jpeg"]

    @classmethod
    def of(cls, file: PictureFile) -> Self:
        """Return the content of a file, with its full address."""
        return cls(url=absolute(file.url), width=file.width, height=file.height, media_type=file.media_type)


class CreditPartContent(Content):
    """A piece of the credit line, with its address or ""."""

    kind: Literal["title", "author", "licence", "changes", "depicted_work"]
    text: str
    url: str


class CreditContent(Content):
    """The credit line, which has to stand visibly at the picture. Isolate each part (HTML `bdi`)."""

    label: str = Field(description="What stands before the parts, in the reader's language.", examples=["Image:"])
    parts: list[CreditPartContent]
    text: str = Field(description="Label and parts in one line.")

    @classmethod
    def of(cls, parts: list[CreditPart]) -> Self | None:
        """Return the credit made of parts, None where no credit is due."""
        if not parts:
            return None
        label = gettext("Image:")
        made = [CreditPartContent(kind=part.kind, text=part.text, url=part.url) for part in parts]
        return cls(label=label, parts=made, text=f"{label} {' · '.join(part.text for part in parts)}")


FilesLeftOut = Annotated[
    Literal["not-made", "own-hosts-only"] | None,
    Field(
        description="Why `files` is empty: `not-made` yet, or for `own-hosts-only`, since others may not show the "
        "picture. null where there are files."
    ),
]


class RightsContent(Content):
    """What others may do with a picture."""

    licence: str = Field(description="SPDX identifier where SPDX has one.", examples=["CC-BY-4.0"])
    licence_url: str
    until: date | None = Field(description="The last day on which it may be shown.")
    may_be_passed_on: bool = Field(description="Without it, only this office's own hosts get files.")


class FocalPoint(Content):
    """What has to stay visible however the picture is cropped."""

    x: Share
    y: Share

    @classmethod
    def of(cls, image: CustomImage) -> Self | None:
        """Return the centre of an image's focal point, None where nobody chose one."""
        if not image.has_focal_point():
            return None
        return cls(x=min(image.focal_point_x / image.width, 1), y=min(image.focal_point_y / image.height, 1))


class PictureContent(Content):
    """A picture in one place: its files in the sizes of that place, its alt text there, its credit there."""

    image: int = Field(description="The picture's number under `/pictures/`.")
    alt: str = Field(description='Alt text in the language of the words; "" for a decorative picture.')
    caption: str
    credit: CreditContent | None
    rights: RightsContent
    focal_point: FocalPoint | None
    width: int = Field(description="Of the whole picture, in pixels.")
    height: int
    sizes: str = Field(description="Proposal for the HTML attribute of that name.")
    files: list[PictureFileContent] = Field(description="Best format first, widest last.")
    files_left_out: FilesLeftOut
    made_with_ai: bool

    @classmethod
    def of(cls, value: Any, role: Role) -> Self | None:
        """Return the content of a PictureValue or CardPicture in a role, None where readers are not shown it."""
        if not value or not value.is_shown:
            return None
        image = value.image
        return cls(
            alt=value.alt_text,
            caption=plain(value.caption),
            credit=CreditContent.of(value.credit_parts),
            **image_fields(image, role),
        )


def image_fields(image: CustomImage, role: Role) -> dict[str, Any]:
    """Return what the content of a picture says of the image itself."""
    reader = current_reader()
    note(reader, picture_tag(image.pk))
    return {
        "image": image.pk,
        "rights": RightsContent(
            licence=image.licence,
            licence_url=licence_address(image),
            until=image.rights_until,
            may_be_passed_on=image.may_be_passed_on,
        ),
        "focal_point": FocalPoint.of(image),
        "width": image.width,
        "height": image.height,
        "sizes": role.sizes,
        "files": files_of(image, role),
        "files_left_out": files_left_out(image, role),
        "made_with_ai": image.made_with_ai,
    }


def files_of(image: CustomImage, role: Role) -> list[PictureFileContent]:
    """Return the files of an image in a role that the reader's host may have, best format first, widest last."""
    reader = current_reader()
    if not may_be_sent(image, reader):
        return []
    return [PictureFileContent.of(file) for file in pictures_for(reader).made(image.pk, role)]


def files_left_out(image: CustomImage, role: Role) -> str | None:
    """Return why there are no files of an image in a role, None where there are some."""
    reader = current_reader()
    if not may_be_sent(image, reader):
        return "own-hosts-only"
    return None if pictures_for(reader).made(image.pk, role) else "not-made"


def may_be_sent(image: CustomImage, reader: Reader) -> bool:
    """Return whether the reader's host may have the files; the answer then is another one for other hosts."""
    if image.may_be_passed_on:
        return True
    reader.was_told_apart = True
    return reader.is_own_host


def first_picture(blocks: Any, role: Role) -> PictureContent | None:
    """Return the content of the picture in a stream of none or one."""
    return next((PictureContent.of(block.value, role) for block in blocks or ()), None)
