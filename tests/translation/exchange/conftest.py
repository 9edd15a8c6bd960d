"""A German page with everything that makes translation files hard, on its way into French."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from cms.translation.exchange.export import export_to
from cms.translation.exchange.formats import FileFormat
from cms.translation.exchange.selection import Selection, What
from home.models import HomePage, StandardPage
from tests.factories.core import publish
from tests.factories.home import StandardPageFactory

TEXT = (
    "<p>Wir haben <b>{count:partner-cities}</b> <i>Partner&shy;städte</i> &amp; Freunde.</p>"
    '<p>Mehr bei <a href="https://example.org/netz">unserem <b>Netz</b></a><br/>und anderswo.</p>'
    "<ul><li>Erstens</li><li>Zweitens &lt;3</li></ul>"
)


@pytest.fixture
def rich(french_home: HomePage, home: HomePage) -> StandardPage:
    """Return a published page with links, bold, a computed value, a line break, a quotation, and a table."""
    cells = [{"type": "cell", "value": text, "id": f"c{text}"} for text in ("Jahr", "Vertrag")]
    table = {
        "caption": "Verträge",
        "header_row": True,
        "header_column": False,
        "rows": [{"type": "row", "value": cells, "id": "33333333-3333-4333-8333-333333333333"}],
    }
    body = [
        {"type": "rich_text", "value": TEXT, "id": "22222222-2222-4222-8222-222222222222"},
        {"type": "table", "value": table, "id": "44444444-4444-4444-8444-444444444444"},
    ]
    page = StandardPageFactory(parent=home, title="Netz & Städte", slug="netz", intro="Zeile eins", body=body)
    return publish(page)


@pytest.fixture
def rich_french(rich: StandardPage, locales: dict[str, Locale]) -> Translation:
    """Return its translation into French, of which nothing is translated."""
    source, _created = TranslationSource.get_or_create_from_instance(rich)
    return Translation.objects.create(source=source, target_locale=locales["fr"])


Export = Callable[..., dict[str, bytes]]


@pytest.fixture
def export(locales: dict[str, Locale]) -> Export:
    """Return a function that exports pages and returns the files of the ZIP by name."""

    def export(*pages: StandardPage, code: str = "fr", file_format: str = "xliff12", what: str = "all") -> dict:
        selection = Selection(locales[code], What(what), pages or None)
        out = BytesIO()
        export_to(out, selection.commissions(), FileFormat(file_format))
        with ZipFile(out) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    return export
