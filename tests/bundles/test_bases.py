"""After loading, every edition knows what it was made from."""

import pytest

from cms.core.models import Edition
from cms.translation.lifecycle.basis import page_texts
from cms.translation.models import Basis

pytestmark = pytest.mark.usefixtures("loaded")


def test_every_edition_that_has_a_source_has_a_basis_and_is_current() -> None:
    sources = Edition.objects.filter(kind=Edition.Kind.SOURCE).values("page__translation_key")
    made = Edition.objects.filter(page__translation_key__in=sources)
    assert made.count() == Basis.objects.count() > sources.count()
    assert not Basis.objects.exclude(words_changed=0).exists()
    assert not Basis.objects.filter(words=0).exists()


def test_sources_remember_their_own_texts() -> None:
    for basis in Basis.objects.filter(edition__kind=Edition.Kind.SOURCE).select_related("edition__page"):
        assert basis.texts == page_texts(basis.edition.page.specific)
