"""The site itself: its words in a language, its colours, its sections."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from cms.api.answers import answer
from cms.api.parameters import LocaleParameter, read_in
from cms.api.problems import Problem, ProblemError
from cms.core import cachetags
from cms.core.blocks.link import LinkBlockContent
from cms.core.content.base import Content, stream
from cms.core.content.pages import NavigationContent
from cms.core.content.pictures import PictureFileContent, files_of
from cms.core.content.words import Html, LanguageContent, Path, html, plain
from cms.core.frame import Frame
from cms.images.roles import LOGO

router = Router(tags=["Site"])
PROBLEMS = {404: Problem, 422: Problem}


class NoticeContent(Content):
    """What is told on every page for a while."""

    html: Html
    until: datetime | None


class Colours(Content):
    """The accent colour as the office chose it, each readable on its ground."""

    accent: str = Field(description="On light ground.", examples=["#c23b21"])
    accent_dark: str = Field(description="On dark ground.", examples=["#ff8a72"])


class Place(Content):
    """The home city's place (WGS 84, decimal degrees)."""

    latitude: float
    longitude: float


class SiteContent(Content):
    """What stands on every page. What is not given is "", null or empty."""

    name: str
    claim: str
    owner: str
    contact_line: str
    footer: Html
    footer_links: list[LinkBlockContent]
    notice: NoticeContent | None
    language: LanguageContent = Field(description="Of these words.")
    home: Path
    logo: list[PictureFileContent] = Field(description="Best format first, widest last.")
    colours: Colours
    place: Place | None
    time_zone: str = Field(examples=["Europe/Berlin"])
    is_demo: bool = Field(description="Whether readers must be told that this is no official site.")


class Navigation(Content):
    """The sections of the site in the order of the tree."""

    results: list[NavigationContent]


@router.get("/site", response={200: SiteContent, **PROBLEMS}, operation_id="getSite")
def get_site(request: HttpRequest, locale: LocaleParameter = None) -> HttpResponse:
    """Return the words of header and footer, the site-wide notice while it holds, colours and logo."""
    reader = read_in(request, locale)
    cachetags.note(reader, cachetags.SETTINGS, cachetags.NAVIGATION)
    frame = Frame(request)
    if frame.home is None:
        raise ProblemError(404, "This site has no front page yet.")
    return answer(request, SiteContent(**words_of(frame), **facts_of(frame)))


def words_of(frame: Frame) -> dict[str, Any]:
    """Return what the front page says for the whole site."""
    words = frame.home.words
    notice = words.current_notice
    return {
        "name": words.site_name,
        "claim": plain(words.claim),
        "owner": words.site_owner,
        "contact_line": words.contact_line,
        "footer": html(words.footer),
        "footer_links": stream(words.footer_links),
        "notice": NoticeContent(html=html(notice), until=words.notice_until) if notice else None,
        "language": LanguageContent.of(frame.home.language),
        "home": frame.home_url,
    }


def facts_of(frame: Frame) -> dict[str, Any]:
    """Return the settings of the installation."""
    settings = frame.settings
    latitude, longitude = settings.home_latitude, settings.home_longitude
    known = latitude is not None and longitude is not None
    return {
        "logo": logo(frame),
        "colours": Colours(accent=settings.accent, accent_dark=settings.accent_dark),
        "place": Place(latitude=latitude, longitude=longitude) if known else None,
        "time_zone": settings.time_zone,
        "is_demo": settings.is_demo,
    }


def logo(frame: Frame) -> list[PictureFileContent]:
    """Return the files of the site's logo that the reader's host may have."""
    return files_of(frame.logo, LOGO) if frame.logo else []


@router.get("/navigation", response={200: Navigation, **PROBLEMS}, operation_id="getNavigation")
def get_navigation(request: HttpRequest, locale: LocaleParameter = None) -> HttpResponse:
    """Return the sections of the site."""
    reader = read_in(request, locale)
    cachetags.note(reader, cachetags.NAVIGATION)
    return answer(request, Navigation(results=[NavigationContent.of(item) for item in Frame(request).sections]))
