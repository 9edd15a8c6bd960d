"""Pages: by address, by id, and in lists."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal
from uuid import UUID

from django.db.models import Exists
from django.http import Http404, HttpRequest, HttpResponse
from ninja import Path, Query, Router
from pydantic import ConfigDict, Field
from wagtail.models import Page

from cityrelations.models import TopicPage
from cityrelations.related import on_topic
from cms.api.answers import answer
from cms.api.paging import Paging, Part, part_of
from cms.api.parameters import LocaleParameter, pages_with_id, read_in, refuse_unknown
from cms.api.problems import Problem, ProblemError, bad_parameter
from cms.api.unions import ALL_LISTS, PAGE_TYPES, AnyPage
from cms.core import cachetags
from cms.core.addresses import Found, Missing, Moved, reading_at, resolve
from cms.core.content.base import Content
from cms.core.content.pages import AlternateContent, NavigationContent, PageReference
from cms.core.content.words import LanguageContent, plain
from cms.core.languages import Language
from cms.core.models import Edition
from cms.core.page_paths import page_path
from cms.core.privacy import public
from cms.core.reader import Reader
from cms.core.resolver import with_age
from cms.core.rows import rows_for
from cms.core.versions import versions
from search.finding import LONGEST_QUERY, matching

router = Router(tags=["Pages"])
PROBLEMS = {404: Problem, 422: Problem}


class PageAnswer(Content):
    """A page with everything its rendering needs."""

    kind: Literal["page"] = "page"
    page: AnyPage
    breadcrumbs: list[PageReference] = Field(description="From the front page to the page's parent.")
    alternates: list[AlternateContent] = Field(description="The page in every language that has an address for it.")
    navigation: list[NavigationContent]


class RedirectAnswer(Content):
    """The page is at another address."""

    kind: Literal["redirect"] = "redirect"
    status: Literal[301, 302] = Field(description="301 for good, 302 for now.")
    target: str = Field(description="A path of this site or a full address.")


ByPath = Annotated[PageAnswer | RedirectAnswer, Field(discriminator="kind")]


@router.get("/pages/by-path", response={200: ByPath, **PROBLEMS}, operation_id="getPageByPath")
def page_by_path(
    request: HttpRequest,
    path: Annotated[
        str,
        Query(
            min_length=1,
            max_length=2000,
            pattern="^/",
            description="A path of this site, percent-encoded or not, as a reader's browser asks for it.",
            examples=["/en/city-partnerships/paris/"],
        ),
    ],
) -> HttpResponse:
    """Return the page at a path with its frame, or where it has moved.

    404 says which languages have it.
    """
    found = resolve(request, path)
    if isinstance(found, Moved):
        cachetags.note(request.reader, cachetags.REDIRECTS, cachetags.LOCALES, *ALL_LISTS)
        return answer(request, RedirectAnswer(status=found.status, target=found.target))
    if isinstance(found, Missing):
        raise nothing(request, found)
    return answer(request, page_answer(request, found))


@router.get("/pages/{uuid:page_id}", response={200: PageAnswer, **PROBLEMS}, operation_id="getPage")
def page_by_id(
    request: HttpRequest,
    page_id: Annotated[UUID, Path(description="The page in all its languages, as other answers name it.")],
    locale: LocaleParameter = None,
) -> HttpResponse:
    """Return a page by its id, in one language, with its frame.

    404 says which languages have it.
    """
    reader = read_in(request, locale)
    versions_of_page = rows_for(reader).of_key(page_id)
    row = next((one for one in versions_of_page if one.locale_id == reader.language.locale_id), None)
    reading = reading_at(row, reader) if row else None
    if reading is None:
        raise nothing(request, Missing(next(iter(versions_of_page), None)))
    return answer(request, page_answer(request, Found(reading)))


def page_answer(request: HttpRequest, found: Found) -> PageAnswer:
    """Return a page with its frame; a problem where its address asked for a part that is not there."""
    try:
        page, frame = found.reading.words.get_content(request, found.reading, **found.arguments)
    except Http404:
        raise nothing(request, Missing()) from None
    cachetags.note(frame.reader, cachetags.NAVIGATION, cachetags.LOCALES)
    return PageAnswer(
        page=page,
        breadcrumbs=[PageReference.of(reading) for reading in frame.breadcrumbs],
        alternates=[AlternateContent.of(version) for version in frame.all_versions],
        navigation=[NavigationContent.of(item) for item in frame.sections],
    )


def nothing(request: HttpRequest, missing: Missing) -> ProblemError:
    """Return the problem that there is no page for this reader, with the languages that have it."""
    if missing.page is None:
        return ProblemError(404, "There is no page at this address.")
    rows = rows_for(request.reader)
    found = versions(rows.of_key(missing.page.translation_key), request.reader)
    others = [AlternateContent.of(version) for version in found if version.language != request.reader.language]
    if not others:
        return ProblemError(404, "There is no page at this address.")
    return ProblemError(404, "There is no such page in this language; see `available`.", available=others)


class PageItem(PageReference):
    """A page in a list of pages of all types."""

    type: str = Field(description="Wagtail's name of the page type.", examples=["home.StandardPage"])
    description: str
    state: Literal["current", "outdated", "withheld"]
    words_changed: int


class PageList(Part):
    """A part of the list of pages."""

    model_config = ConfigDict(extra="forbid")

    results: list[PageItem]


class PageFilter(Paging):
    """Which pages are listed: all conditions together."""

    locale: str | None = Field(None, max_length=35, description="Language of the pages. Left out: the first one.")
    type: Literal[tuple(PAGE_TYPES)] | None = Field(None, description="Name of a page type.")
    parent: UUID | None = Field(None, description="Id of the page they stand directly below.")
    topic: UUID | None = Field(None, description="Id of a topic they work on.")
    q: str | None = Field(None, max_length=LONGEST_QUERY, description="Words they contain.")


@router.get("/pages", response={200: PageList, **PROBLEMS}, operation_id="listPages")
def list_pages(request: HttpRequest, asked: Query[PageFilter]) -> HttpResponse:
    """List the pages that count in a language, in the order of the tree. Fallbacks are not listed."""
    reader = read_in(request, asked.locale)
    rows = with_age(editions_in(reader))
    part = part_of(narrowed(rows, asked, reader), ("path",), asked, request)
    if not part["results"]:
        refuse_unknown_pages(asked, reader)
    cachetags.note(reader, *ALL_LISTS)
    part["results"] = [page_item(row, reader) for row in part["results"]]
    return answer(request, PageList(**part))


def editions_in(reader: Reader) -> Any:
    """Return the live public pages that count in the reader's language."""
    pages = public(Page.objects.live()).filter(locale_id=reader.language.locale_id)
    return pages.filter(pk__in=Edition.objects.values("page_id"))


def narrowed(rows: Any, asked: PageFilter, reader: Reader) -> Any:
    """Return the rows that meet all conditions."""
    if asked.type is not None:
        rows = rows.type(PAGE_TYPES[asked.type])
    if asked.parent:
        parent = parents(asked.parent, [reader.language]).first()
        rows = rows.child_of(parent) if parent else rows.none()
    if asked.topic:
        is_known = Exists(pages_with_id(TopicPage, asked.topic))
        rows = rows.filter(is_known, translation_key__in=on_topic(asked.topic))
    if asked.q:
        rows = rows.filter(pk__in=matching(editions_in(reader), asked.q))
    return rows


def parents(page_id: UUID, languages: Iterable[Language]) -> Any:
    """Return the live public rows of the page with this id in some languages; the root of the tree is none."""
    locales = [language.locale_id for language in languages]
    return public(Page.objects.live()).filter(translation_key=page_id, locale_id__in=locales, depth__gt=1)


def refuse_unknown_pages(asked: PageFilter, reader: Reader) -> None:
    """Raise a problem for a parent or topic that is no public page. To be called where nothing was found."""
    if asked.parent and not parents(asked.parent, reader.languages.public).exists():
        raise bad_parameter("parent", f"there is no page with the id {asked.parent}.", status=404)
    refuse_unknown({"topic": (TopicPage, asked.topic)})


def page_item(row: Any, reader: Reader) -> PageItem:
    """Return a page for the list."""
    basis = getattr(row.edition, "basis", None) if row.edition.kind != Edition.Kind.SOURCE else None
    state = "withheld" if basis and basis.urgent_since else "outdated" if basis and basis.words_changed else "current"
    return PageItem(
        id=row.translation_key,
        title=row.title,
        path=page_path(row, reader.language.code),
        language=LanguageContent.of(reader.language),
        type=row.specific_class._meta.label,
        description="" if state == "withheld" else plain(row.search_description),
        state=state,
        words_changed=basis.words_changed if basis else 0,
    )
