"""What stands around every page: header, navigation, language switch, footer."""

from dataclasses import dataclass, replace
from functools import cached_property

from django.http import HttpRequest
from wagtail.models import Page, Site

from cms.core.alternates import Alternate, alternates
from cms.core.languages import Language
from cms.core.models.edition import Edition
from cms.core.models.site_settings import SiteSettings
from cms.core.reader import Reader
from cms.core.resolver import Reading, choose, readings
from cms.core.rows import Rows, is_edition, rows_for
from cms.core.slugs import FRONT_PAGE_DEPTH
from cms.core.versions import Version, versions


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
    def home(self) -> Reading | None:
        """Return the front page as the reader gets it, or None in an installation without one."""
        site = Site.find_for_request(self.request)
        if site is None:
            return None
        if self.reading and self.reading.facts.pk == site.root_page_id:
            return self.reading
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
        return [self._item(reading) for reading in self._section_readings if reading]

    @cached_property
    def versions(self) -> list[Alternate]:
        """Return this page in all languages; for answers that are no page, the front pages."""
        page = self.page or (self.home.words if self.home else None)
        if page is None:
            return []
        self._announce()
        if self.page is None:
            self.rows.want_keys([page.translation_key])
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
        if self.page is None or self.home is None or self.page.depth <= FRONT_PAGE_DEPTH:
            return []
        lineage = self.page.get_ancestors().filter(depth__gt=1).order_by("path")
        keys = list(lineage.values_list("translation_key", flat=True))
        sources = Page.objects.live().filter(translation_key__in=keys, edition__kind=Edition.Kind.SOURCE)
        return readings(sources.order_by("depth"), self.reader)

    @cached_property
    def rows(self) -> Rows:
        """Return the page rows of this answer."""
        return rows_for(self.reader)

    @cached_property
    def _section_readings(self) -> list[Reading | None]:
        self._announce()
        sections = [row for row in self.rows.all() if _is_source(row) and self._is_section(row)]
        return [
            choose(row, self._in_chain(self.rows.of_key(row.translation_key)), self.reader)
            for row in sorted(sections, key=lambda row: row.path)
        ]

    @cached_property
    def canonical(self) -> str:
        """Return the address this answer is known by: that of the page whose words it shows; "" for no page."""
        return self.reading.words.url + self.suffix if self.reading else ""

    def _suffixed(self, version: Alternate) -> Alternate:
        # A written language may not have what stands behind the page's own address.
        return version if version.language.is_written else replace(version, path=version.path + self.suffix)

    def _announce(self) -> None:
        """Let the rows of the sections and of this page's versions be looked up together."""
        if self.home:
            self.rows.want_keys(Page.objects.child_of(self.home.facts).in_menu().values("translation_key"))
        if self.page:
            self.rows.want_keys([self.page.translation_key])

    def _is_section(self, row: Page) -> bool:
        home = self.home.facts
        return row.show_in_menus and row.depth == home.depth + 1 and row.path.startswith(home.path)

    def _in_chain(self, rows: list[Page]) -> list[Page]:
        return [row for row in rows if row.locale_id in self.reader.rank]

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


def _is_source(row: Page) -> bool:
    return is_edition(row) and row.edition.kind == Edition.Kind.SOURCE
