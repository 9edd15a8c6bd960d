"""What texts of any page can count: `{count:partner-cities}` and `{count:networks}`."""

from cityrelations import cities, models
from cms.core.computed import register_count


def register() -> None:
    """Register the counters with their parameters."""
    register_count(
        "partner-cities",
        cities.count,
        {
            "kind": frozenset({"partnership", "friendship", "contact", "project"}),
            "status": frozenset({"active", "resting", "ended"}),
        },
    )
    register_count("networks", count_networks)


def count_networks() -> int:
    """Return how many networks this city is a member of."""
    return models.NetworkPage.objects.sources().count()
