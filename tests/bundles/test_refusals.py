"""Bad bundles end with one sentence that names file, field and reason, and change nothing."""

from pathlib import Path

import pytest

from cms.bundles.errors import BundleError
from cms.bundles.load import is_empty_site, load_bundle
from tests.bundles.broken_blocks import BLOCKS
from tests.bundles.broken_fields import FIELDS
from tests.bundles.broken_files import FILES
from tests.bundles.broken_structure import STRUCTURE
from tests.bundles.broken_words import WORDS
from tests.bundles.state import row_counts, stored_files

CASES = STRUCTURE | FIELDS | BLOCKS | FILES | WORDS


@pytest.mark.parametrize("name", CASES)
def test_a_broken_bundle_is_refused_with_one_sentence_and_nothing_changes(name: str, city: Path, french: None) -> None:
    spoil, sentence = CASES[name]
    spoil(city)
    rows, files = row_counts(), stored_files()
    with pytest.raises(BundleError) as refused:
        load_bundle(city)
    assert str(refused.value) == sentence
    assert row_counts() == rows
    assert stored_files() == files
    assert is_empty_site()
