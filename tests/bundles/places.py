"""Where the bundles are."""

from pathlib import Path

import cms.bundles

CITY = Path(__file__).parent / "city_of_two"
"""An invented city: source language French, two partner cities, English and easy French."""
DEMO = Path(cms.bundles.__file__).parent / "demo"
