"""What stands around every page: header, navigation, language switch, footer."""

from dataclasses import dataclass, replace
from functools import cached_property

from django.http import HttpRequest
from wagtail.models import Page

from cms.core.alternates import Alternate, alternates
from cms.core.cachetags import note, page_tag
from cms.core.languages import Language
from cms.core.models.site_settings import SiteSettings
from cms.core.privacy import may_be_shown
from cms.core.reader import Reader
from cms.core.resolver import Reading, choose, is_source, reading_among
from cms.core.rows import Rows, rows_for
from cms.core.slugs import FRONT_PAGE_DEPTH
from cms.core.versions import Version, versions
from cms.core.whole_pages import whole
from cms.images.models import CustomImage


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

    def __init__(self, request: HttpRequest, reading: Reading | None = None, suffix: str = "") -> None:
        self.request = request
        self.reader: Reader = request.reader
        self.reading = reading
        self.suffix = suffix
        self.page = reading.address if reading else None

    @cached_property
    def settings(self) -> SiteSettings:
        """Return the settings of the installation."""
        return SiteSettings.load(self.request)

    @cached_property
    def logo(self) -> CustomImage | None:
        """Return the site's logo, or None where there is none that may be shown."""
        logo = self.settings.logo
        return logo if logo and may_be_shown(logo) else None

    @cached_property
    def home(self) -> Reading | None:
        """Return the front page as the reader gets it, its words included; None in an installation without one."""
        if self.reading and self._front and self.reading.facts.pk == self._front.facts.pk:
            return self.reading
        return whole(self._front) if self._front else None

    @cached_property
    def _front(self) -> Reading | None:
        self._announce()
        return reading_among(self.rows.front_pages(), self.reader)

    @cached_property
    def home_url(self) -> str:
        """Return the address of the front page in the reader's language."""
        return f"/{self.reader.language.code}/"

    @cached_property
    def sections(self) -> list[NavigationItem]:
        """Return the pages below the front page that are shown in menus, in the order of the tree."""
        if self._front is None:
            return []
        return [self._item(reading) for reading in self._section_readings if reading]

    @cached_property
    def versions(self) -> list[Alternate]:
        """Return this page in all languages; for answers that are no page, the front pages."""
        page = self.page or (self._front.words if self._front else None)
        if page is None:
            return []
        self._announce()
        return [self._suffixed(version) for version in alternates(self.rows.of_key(page.translation_key), self.reader)]

    @cached_property
    def all_versions(self) -> list[Version]:
        """Return this page in every public language that has an address for it, fallbacks included."""
        if self.page is None:
            return []
        self._announce()
        found = versions(self.rows.of_key(self.page.translation_key), self.reader)
        return [replace(one, path=one.path if one.language.is_written else one.path + self.suffix) for one in found]

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
        if self.page is None or self._front is None or self.page.depth <= FRONT_PAGE_DEPTH:
            return []
        found = (self._reading_at(path) for path in _lineage(self.reading.facts))
        return [reading for reading in found if reading]

    @cached_property
    def rows(self) -> Rows:
        """Return the page rows of this answer."""
        return rows_for(self.reader)

    @cached_property
    def _section_readings(self) -> list[Reading | None]:
        self._announce()
        sections = [row for row in self.rows.all() if is_source(row) and self._is_section(row)]
        return [
            choose(row, self.rows.of_key(row.translation_key), self.reader)
            for row in sorted(sections, key=lambda row: row.path)
        ]

    @cached_property
    def canonical(self) -> str:
        """Return the address this answer is known by: that of the page whose words it shows; "" for no page."""
        return self.reading.words_url + self.suffix if self.reading else ""

    def _suffixed(self, version: Alternate) -> Alternate:
        # A written language may not have what stands behind the page's own address.
        return version if version.language.is_written else replace(version, path=version.path + self.suffix)

    def _announce(self) -> None:
        """Let the rows of the sections, of this page's versions and of its ancestors be looked up together."""
        self.rows.want_sections()
        if self.page:
            self.rows.want_keys([self.page.translation_key])
            self.rows.want_paths(_lineage(self.reading.facts))

    def _reading_at(self, path: str) -> Reading | None:
        row = self.rows.at_path(path)
        if row is None:
            return None
        note(self.reader, page_tag(row.translation_key))
        return reading_among(self.rows.of_key(row.translation_key), self.reader)

    def _is_section(self, row: Page) -> bool:
        home = self._front.facts
        is_below = row.path.startswith(home.path) or not is_source(home)
        return is_below and row.show_in_menus and row.depth == home.depth + 1

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
        return SwitchItem(version.language, version.path, is_current=version.language == self.reader.language)


def _lineage(page: Page) -> list[str]:
    """Return the places in the tree of the front page above `page` and of what stands between them."""
    ends = range(FRONT_PAGE_DEPTH * Page.steplen, len(page.path), Page.steplen)
    return [page.path[:end] for end in ends]
