"""Pictures that readers see somewhere: where, with which words, under which rights, and their files."""

from typing import Annotated, Any, Self

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router
from pydantic import ConfigDict, Field
from wagtail.models import Page

from cms.api.answers import answer
from cms.api.paging import Paging, Part, part_of
from cms.api.parameters import LocaleFilter, LocaleParameter, read_in
from cms.api.problems import Problem, bad_parameter
from cms.api.unions import ALL_LISTS
from cms.core import cachetags
from cms.core.content.base import Content
from cms.core.content.pages import PageReference
from cms.core.content.pictures import (
    CreditContent,
    FilesLeftOut,
    FocalPoint,
    PictureFileContent,
    RightsContent,
    files_left_out,
    files_of,
    image_fields,
)
from cms.core.content.words import LanguageContent
from cms.core.models import Edition
from cms.core.page_paths import page_path
from cms.core.picture_uses import PictureUse, used_on, uses_of
from cms.core.pictures import pictures_for
from cms.core.privacy import public, shown_today
from cms.core.reader import Reader
from cms.images.credits import credit_parts
from cms.images.models import CustomImage
from cms.images.roles import CARD, ROLES

router = Router(tags=["Pictures"])
PROBLEMS = {404: Problem, 422: Problem}
LAST_NUMBER = 2_147_483_647

Number = Annotated[int, Path(ge=1, le=LAST_NUMBER, description="Number of the picture, as other answers name it.")]


class UseContent(Content):
    """One place where readers see the picture."""

    page: PageReference
    alt: str = Field(description='Alt text there, in the language of the page; "" for a decorative picture.')
    is_decorative: bool
    credit: CreditContent | None = Field(description="The credit line there. null where none is due.")

    @classmethod
    def of(cls, use: PictureUse, image: CustomImage, reader: Reader) -> Self:
        """Return the content of a use of an image."""
        language = reader.languages.of(use.page.locale_id)
        page = PageReference(
            id=use.page.translation_key,
            title=use.page.title,
            path=page_path(use.page, language.code),
            language=LanguageContent.of(language),
        )
        credit = CreditContent.of(credit_parts(image, use.own_credit))
        return cls(page=page, alt=use.alt_text, is_decorative=use.is_decorative, credit=credit)


class PictureEntry(Content):
    """A picture in a list, with its files in the role `card`."""

    image: int = Field(description="The number of the picture.")
    title: str
    credit: CreditContent | None = Field(description="The picture's own credit line. null where none is due.")
    rights: RightsContent
    focal_point: FocalPoint | None
    width: int = Field(description="Of the whole picture, in pixels.")
    height: int
    sizes: str = Field(description="Proposal for the HTML attribute of that name.")
    files: list[PictureFileContent] = Field(description="Best format first, widest last.")
    files_left_out: FilesLeftOut
    made_with_ai: bool
    uses: list[UseContent]


class PictureList(Part):
    """A part of the list of pictures."""

    model_config = ConfigDict(extra="forbid")

    results: list[PictureEntry]


class RenditionsContent(Content):
    """The files of the picture in one role."""

    role: str = Field(description="Name of the role.", examples=["lead"])
    sizes: str = Field(description="Proposal for the HTML attribute of that name.")
    files: list[PictureFileContent] = Field(description="Best format first, widest last.")
    files_left_out: FilesLeftOut


class PictureDetail(PictureEntry):
    """A picture whole, with its files in all roles."""

    renditions: list[RenditionsContent]


class PictureFilter(LocaleFilter, Paging):
    """Which part of the list of pictures is asked for."""


@router.get("/pictures", response={200: PictureList, **PROBLEMS}, operation_id="listPictures")
def list_pictures(request: HttpRequest, asked: Query[PictureFilter]) -> HttpResponse:
    """List the pictures that readers see on pages of a language, each with every place.

    A picture appears a moment after its page was published; one that is no longer seen is gone at once, so that a
    part may hold fewer pictures than asked for. Files of a picture that must not be passed on are left out, unless
    the headers `Origin` or `Sec-Fetch-Site` name one of the office's own hosts.
    """
    reader = read_in(request, asked.locale)
    pages = editions({reader.language.locale_id})
    part = part_of(shown_today(used_on(pages)), ("pk",), asked, request)
    images = part["results"]
    uses = uses_of([image.pk for image in images], pages)
    pictures_for(reader).want([image.pk for image in images], CARD)
    cachetags.note(reader, cachetags.list_tag(CustomImage), *ALL_LISTS)
    part["results"] = [PictureEntry(**entry(one, uses[one.pk], reader)) for one in images if uses[one.pk]]
    return answer(request, PictureList(**part))


@router.get("/pictures/{int:number}", response={200: PictureDetail, **PROBLEMS}, operation_id="getPicture")
def get_picture(request: HttpRequest, number: Number, locale: LocaleParameter = None) -> HttpResponse:
    """Return a picture that readers see on a page of any language, with its files in all roles.

    Files of a picture that must not be passed on are left out, unless the headers `Origin` or `Sec-Fetch-Site` name
    one of the office's own hosts.
    """
    reader = read_in(request, locale)
    image = shown_today(CustomImage.objects.filter(pk=number)).first()
    pages = editions({language.locale_id for language in reader.languages.public})
    uses = uses_of([number], pages)[number] if image else []
    if not uses:
        raise bad_parameter("number", f"there is no public picture {number}.", place="path", status=404)
    pictures_for(reader).want([number], *ROLES.values())
    renditions = [
        RenditionsContent(
            role=role.name, sizes=role.sizes, files=files_of(image, role), files_left_out=files_left_out(image, role)
        )
        for role in ROLES.values()
    ]
    return answer(request, PictureDetail(**entry(image, uses, reader), renditions=renditions))


def editions(locale_ids: set[int]) -> Any:
    """Return the live public pages that count in these languages."""
    pages = public(Page.objects.live()).filter(locale_id__in=locale_ids)
    return pages.filter(pk__in=Edition.objects.values("page_id"))


def entry(image: CustomImage, uses: list[PictureUse], reader: Reader) -> dict[str, Any]:
    """Return what list and detail both say of a picture."""
    cachetags.note(reader, *(cachetags.page_tag(use.page.translation_key) for use in uses))
    return {
        "title": image.title,
        "credit": CreditContent.of(credit_parts(image)),
        "uses": [UseContent.of(use, image, reader) for use in uses],
        **image_fields(image, CARD),
    }
