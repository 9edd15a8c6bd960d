"""What is not in the content API is said when the site starts."""

import pytest

from cityrelations.models import PartnerCityPage
from cms.api.checks import check_content
from home.models import StandardPage
from home.models.standard import StandardPageContent


def test_everything_has_its_content() -> None:
    assert check_content() == []


@pytest.mark.parametrize("content", [None, StandardPageContent])
def test_page_type_without_content_of_its_own_is_named(monkeypatch: pytest.MonkeyPatch, content: object) -> None:
    monkeypatch.setattr(PartnerCityPage, "api_content", content)
    assert [(error.id, error.obj) for error in check_content()] == [("api.E001", PartnerCityPage)]


def test_block_without_content_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    quote = StandardPage._meta.get_field("body").stream_block.child_blocks["quote"]
    monkeypatch.setattr(quote.meta, "api_content", None)
    found = check_content()
    assert {error.id for error in found} == {"api.E002"}
    assert any("home.StandardPage.body.quote" in error.msg for error in found)
