"""Pages in typed content: what every page type has, short forms for lists, and what stands around a page."""

from datetime import datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import Field

from cms.core.alternates import hreflang
from cms.core.cards import Card
from cms.core.content.base import Content
from cms.core.content.pictures import PictureContent
from cms.core.content.words import LanguageContent, LanguageTag, Path, absolute, plain
from cms.core.frame import Frame, NavigationItem
from cms.core.page_paths import page_path
from cms.core.resolver import Reading
from cms.core.versions import State, Version, state_of
from cms.images.roles import CARD

PageId = Annotated[UUID, Field(description="The page in all its languages; stable for good.")]


class PageReference(Content):
    """A page that is named: its title in the best language there is, and its address for this reader."""

    id: PageId
    title: str
    path: Path
    language: LanguageContent

    @classmethod
    def of(cls, reading: Reading) -> Self:
        """Return the reference to what a reader gets."""
        return cls(**cls.common(reading))

    @classmethod
    def common(cls, reading: Reading) -> dict[str, Any]:
        """Return the fields of every reference."""
        return {
            "id": reading.facts.translation_key,
            "title": reading.title,
            "path": reading.url,
            "language": LanguageContent.of(reading.language),
        }


class PageSummary(PageReference):
    """A page in a list. What is not given is "" or null."""

    intro: str

    @classmethod
    def common(cls, reading: Reading) -> dict[str, Any]:
        """Return the fields of every summary."""
        return {**super().common(reading), "intro": plain(reading.intro)}


class PictureSummary(PageSummary):
    """A page in a list of pictures."""

    picture: PictureContent | None

    @classmethod
    def of_card(cls, card: Card, **fields: Any) -> Self:
        """Return the summary of a card; `fields` are those a subclass adds."""
        return cls(**cls.common(card.reading), picture=PictureContent.of(card.picture, CARD), **fields)


class HreflangContent(Content):
    """A version of the page for search engines (HTML `link rel=alternate`)."""

    hreflang: str = Field(examples=["de", "x-default"])
    url: str


class SeoContent(Content):
    """What belongs into the head of an HTML page."""

    title: str
    description: str
    canonical: str
    hreflang: list[HreflangContent] = Field(
        description="Empty where the words are another language's, and in simplified languages."
    )

    @classmethod
    def of(cls, reading: Reading, frame: Frame) -> Self:
        """Return it for what a reader gets."""
        pairs = [] if reading.is_fallback else hreflang(frame.versions, reading.language)
        return cls(
            title=reading.words.seo_title or reading.title,
            description="" if reading.is_urgent else plain(reading.words.search_description),
            canonical=absolute(frame.canonical),
            hreflang=[HreflangContent(hreflang=code, url=absolute(path)) for code, path in pairs],
        )


class PageContent(Content):
    """A page whole. Subclasses give `type`, Wagtail's name of the page type, as a literal, and `fields`."""

    type: str
    id: PageId
    title: str
    path: Path
    url: str = Field(description="The full address.")
    locale: LanguageTag
    language: LanguageContent = Field(description="Of the page's words; another than `locale` for a fallback.")
    state: State
    words_changed: int = Field(description="Words in which the source has changed since these were written.")
    newest: PageReference | None = Field(description="The source, where the words are not current.")
    seo: SeoContent
    first_published_at: datetime | None
    last_published_at: datetime | None

    @classmethod
    def of(cls, reading: Reading, frame: Frame, context: dict[str, Any]) -> Self:
        """Return the content of what a reader gets; `context` is what its template gets too."""
        return cls(**page_fields(reading, frame), **cls.fields(reading, context))

    @classmethod
    def fields(cls, reading: Reading, context: dict[str, Any]) -> dict[str, Any]:
        """Return the fields that only this page type has."""
        raise NotImplementedError


class WithheldContent(PageContent):
    """A page whose words are not to be shown in this language until they are updated: title and source only."""

    type: Literal["withheld"] = "withheld"
    page_type: str = Field(examples=["home.StandardPage"])

    @classmethod
    def fields(cls, reading: Reading, context: dict[str, Any]) -> dict[str, Any]:
        """Return the page type."""
        return {"page_type": reading.words._meta.label}


def page_fields(reading: Reading, frame: Frame) -> dict[str, Any]:
    """Return the fields every page has."""
    reader, words = frame.reader, reading.words
    return {
        "id": reading.facts.translation_key,
        "title": reading.title,
        "path": reading.url + frame.suffix,
        "url": absolute(reading.url + frame.suffix),
        "locale": reader.language.code,
        "language": LanguageContent.of(reading.language),
        "state": state_of(reading),
        "words_changed": reading.words_changed,
        "newest": _newest(reading, frame),
        "seo": SeoContent.of(reading, frame),
        "first_published_at": words.first_published_at,
        "last_published_at": words.last_published_at,
    }


def _newest(reading: Reading, frame: Frame) -> PageReference | None:
    if not reading.is_outdated:
        return None
    language = frame.reader.languages.of(reading.facts.locale_id)
    return PageReference(
        id=reading.facts.translation_key,
        title=reading.facts.title,
        path=page_path(reading.facts, language.code),
        language=LanguageContent.of(language),
    )


class AlternateContent(Content):
    """The page in one language."""

    locale: LanguageTag
    name: str = Field(description="The language's name in itself.")
    direction: Literal["ltr", "rtl"]
    path: Path
    state: State
    words_changed: int
    shown: LanguageTag = Field(description="The language of the words at that address.")

    @classmethod
    def of(cls, version: Version) -> Self:
        """Return the content of a version."""
        return cls(
            locale=version.language.code,
            name=version.language.own_name,
            direction=version.language.direction,
            path=version.path,
            state=version.state,
            words_changed=version.words_changed,
            shown=version.shown.code,
        )


class NavigationContent(Content):
    """A section of the site. `is_current` on its own page, `is_open` on any page below it."""

    title: str
    path: Path
    language: LanguageContent
    is_current: bool
    is_open: bool

    @classmethod
    def of(cls, item: NavigationItem) -> Self:
        """Return the content of a section."""
        return cls(
            title=item.title,
            path=item.url,
            language=LanguageContent.of(item.language),
            is_current=item.is_current,
            is_open=item.is_open,
        )
