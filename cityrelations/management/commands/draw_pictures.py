"""The pictures of the partner cities, drawn from their places."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cityrelations.drawing import Place, draw_all, save_picture
from cityrelations.models import PartnerCityPage
from cms.core.models import SiteSettings


class Command(BaseCommand):
    """Draws a picture for each partner city, the hero and the teasers."""

    help = "Draw the hero, the teasers and one picture per partner city as JPEG files into a folder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask for the folder."""
        parser.add_argument("folder", type=Path, metavar="DIR", help="folder for the pictures, made if missing")

    def handle(self, *, folder: Path, **options: Any) -> None:
        """Draw and write one picture after the other, naming each."""
        settings = SiteSettings.load()
        if settings.home_latitude is None or settings.home_longitude is None:
            raise CommandError("The settings do not say where the home city lies: give its latitude and longitude.")
        home = Place("home", settings.home_latitude, settings.home_longitude)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for picture in draw_all(home, partner_places(), timezone.localdate().year):
                self.stdout.write(str(save_picture(picture, folder)))
        except OSError as error:
            raise CommandError(f"The folder {folder} cannot be written: {error.strerror}.") from error


def partner_places() -> list[Place]:
    """Return all partner cities with coordinates, in the order of their pages."""
    cities = PartnerCityPage.objects.sources().filter(latitude__isnull=False).order_by("path")
    dates = [(city, city.counting_agreement) for city in cities.prefetch_related("agreements")]
    return [Place(city.slug, city.latitude, city.longitude, since and since.date.year) for city, since in dates]
