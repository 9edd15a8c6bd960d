"""The demo, which is loaded once for all tests that look at it."""

from pathlib import Path

from cms.bundles.export import export_bundle
from cms.core.models import Edition
from tests.bundles.places import DEMO
from tests.bundles.state import content_of


def test_demo_is_exported_as_it_stands_in_the_repository(demo_content: None, tmp_path: Path) -> None:
    assert Edition.objects.filter(kind=Edition.Kind.SOURCE, page__locale__language_code="de").count() >= 99
    assert export_bundle(tmp_path / "out") == []
    assert content_of(tmp_path / "out") == content_of(DEMO)
