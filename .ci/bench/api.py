"""The content API beside Wagtail's v2 and v3 on the demo: a page whole, a list of pages, all partner cities.

Theirs say less: no frame, no other languages, no pictures with files and credit. That is part of what is compared.
"""

import os
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from bench.site import empty_site  # noqa: E402
from bench.timing import best, queries  # noqa: E402

CITY = "/en/city-partnerships/paris/"
FIELDS = ("intro", "lead_picture", "body", "country", "latitude", "longitude", "relation")


def main() -> int:
    """Print a line for each question; return 0."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.wagtail_settings"
    with empty_site():
        prepare()
        for question, addresses in questions().items():
            compare(question, addresses)
    return 0


def prepare() -> None:
    """Load the demo and let Wagtail's APIs give the fields of a city that a front end shows."""
    from django.conf import settings
    from wagtail.api import APIField

    from cityrelations.models import PartnerCityPage
    from cms.bundles.load import load_bundle

    PartnerCityPage.api_fields = [APIField(name) for name in FIELDS]
    load_bundle(Path(settings.BASE_DIR) / "cms" / "bundles" / "demo")


def questions() -> dict[str, dict[str, str]]:
    """Return the addresses of each API by what is asked; ours first."""
    from cityrelations.models import PartnerCityPage

    city = PartnerCityPage.objects.get(locale__language_code="en", title="Paris").pk
    kind = "type=cityrelations.PartnerCityPage&locale=en"
    return {
        "a page whole": {
            "ours": f"/api/v1/pages/by-path?path={CITY}",
            "v2": f"/wagtail/v2/pages/{city}/?fields=*",
            "v3": f"/wagtail/v3/pages/{city}/",
        },
        "20 pages": {
            "ours": "/api/v1/pages?locale=en&limit=20",
            "v2": "/wagtail/v2/pages/?locale=en&limit=20",
            "v3": "/wagtail/v3/pages/?locale=en&limit=20",
        },
        "all cities": {
            "ours": "/api/v1/partner-cities?locale=en",
            "v2": f"/wagtail/v2/pages/?{kind}&limit=100&fields=intro,lead_picture,country",
            "v3": f"/wagtail/v3/pages/?{kind}&limit=100",
        },
    }


def compare(question: str, addresses: dict[str, str]) -> None:
    """Print queries, time and size of each answer, and ours as a ratio to each of the others."""
    from django.test import Client

    client = Client(SERVER_NAME="localhost")
    measured = {}
    for name, address in addresses.items():

        def ask(address: str = address) -> int:
            answer = client.get(address)
            assert answer.status_code == 200, (address, answer.status_code)  # noqa: S101 - not the time of an error
            return len(answer.content)

        size = ask()
        measured[name] = best(ask)
        print(f"{question:>12}, {name:>4}: {queries(ask):>3} queries, {measured[name] * 1000:>4.0f} ms, {size} bytes")
    ratios = ", ".join(f"{seconds / measured['ours']:.1f} × {name}" for name, seconds in measured.items())
    print(f"{question:>12}: time beside ours: {ratios}")


if __name__ == "__main__":
    sys.exit(main())
