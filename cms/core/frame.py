"""What stands around every page: header, navigation, language switch, footer."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page, Site

from cms.core.alternates import Alternate, alternates_of
from cms.core.languages import Language
from cms.core.models.edition import Edition
from cms.core.models.site_settings import SiteSettings
from cms.core.reader import Reader
from cms.core.resolver import Reading, readings


@dataclass(frozen=True)
class NavigationItem:
    """A section in the header. `is_current` on the section's own page, `is_open` on any page below it."""

    title: str
    url: str
    language: Language
    is_current: bool
    is_open: bool


@dataclass(frozen=True)
class SwitchItem:
    """A language the reader can switch to, with the address of this very page in it."""

    language: Language
    url: str
    is_current: bool


class Frame:
    """The frame around one answer; each part is looked up when a template first asks for it."""

    def __init__(self, request: HttpRequest, page: Any = None) -> None:
        self.request = request
        self.reader: Reader = request.reader
        self.page = page

    @cached_property
    def settings(self) -> SiteSettings:
        """Return the settings of the installation."""
        return SiteSettings.load(self.request)

    @cached_property
    def home(self) -> Reading | None:
        """Return the front page as the reader gets it, or None in an installation without one."""
        site = Site.find_for_request(self.request)
        if site is None:
            return None
        found = readings([site.root_page.specific], self.reader)
        return found[0] if found else None

    @cached_property
    def home_url(self) -> str:
        """Return the address of the front page in the reader's language."""
        return f"/{self.reader.language.code}/"

    @cached_property
    def sections(self) -> list[NavigationItem]:
        """Return the pages below the front page that are shown in menus, in the order of the tree."""
        if self.home is None:
            return []
        children = (
            Page.objects.child_of(self.home.facts)
            .live()
            .public()
            .in_menu()
            .filter(edition__kind=Edition.Kind.SOURCE)
            .order_by("path")
        )
        return [self._item(reading) for reading in readings(children, self.reader)]

    @cached_property
    def versions(self) -> list[Alternate]:
        """Return this page in all languages; for answers that are no page, the front pages."""
        page = self.page or (self.home.words if self.home else None)
        return alternates_of(page, self.reader) if page else []

    @cached_property
    def switch(self) -> list[SwitchItem]:
        """Return the plain languages this page is in."""
        return [self._switch_item(version) for version in self.versions if not version.language.is_simple]

    @cached_property
    def simple(self) -> list[SwitchItem]:
        """Return the simplified languages this page is in."""
        return [self._switch_item(version) for version in self.versions if version.language.is_simple]

    @cached_property
    def breadcrumbs(self) -> list[Reading]:
        """Return the readings of the pages between the front page and this one, the front page first."""
        if self.page is None or self.home is None:
            return []
        lineage = self.page.get_ancestors().filter(depth__gt=1).order_by("path")
        keys = list(lineage.values_list("translation_key", flat=True))
        sources = Page.objects.live().filter(translation_key__in=keys, edition__kind=Edition.Kind.SOURCE)
        return readings(sources.order_by("depth"), self.reader)

    def _item(self, reading: Reading) -> NavigationItem:
        here = self.page.url_path if self.page else ""
        section = reading.address.url_path
        return NavigationItem(
            title=reading.title,
            url=reading.url,
            language=reading.language,
            is_current=here == section,
            is_open=here.startswith(section),
        )

    def _switch_item(self, version: Alternate) -> SwitchItem:
        url = version.path
        return SwitchItem(version.language, url, is_current=version.language == self.reader.language)
