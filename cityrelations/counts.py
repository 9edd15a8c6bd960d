"""What texts of any page can count: `{count:partner-cities}` and `{count:networks}`."""

from cityrelations import cities, models
from cms.core.cachetags import list_tag
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
        tags=[list_tag(models.PartnerCityPage)],
    )
    register_count("networks", count_networks, tags=[list_tag(models.NetworkPage)])


def count_networks() -> int:
    """Return how many networks this city is a member of."""
    return models.NetworkPage.objects.sources().count()
