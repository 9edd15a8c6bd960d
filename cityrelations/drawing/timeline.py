"""The calendar of arcs: years along the horizon, an arc from each beginning to now."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from cityrelations.drawing.masks import FINE, Mask, Size
from cityrelations.drawing.palette import FAMILIES, WHITE, Colour, oklch
from cityrelations.drawing.places import Place, region
from cityrelations.drawing.projection import Pixel, View

SPAN = 0.84  # share of the picture's width that the years take
STEPS = 120
HEIGHT = 0.46  # top of an arc over the horizon, as a share of its length


@dataclass(frozen=True)
class Timeline:
    """Years laid along the globe's edge; ``view`` is in pixels of the mask."""

    view: View
    width: float
    first: int
    last: int

    def pixel(self, year: float, height: float = 0.0) -> Pixel:
        """Give the pixel of a year, ``height`` pixels above the horizon."""
        reach = math.asin(self.width * SPAN / 2 / self.view.radius)
        share = (year - self.first) / max(1, self.last - self.first)
        angle = reach * (2 * share - 1)
        radius = self.view.radius + height
        return (
            self.view.x + radius * math.sin(angle),
            self.view.y - radius * math.cos(angle),
        )

    def arc(self, year: float, height: float) -> list[Pixel]:
        """Give the line from a year to the last one."""
        return [
            self.pixel(
                year + (self.last - year) * i / STEPS,
                height * math.sin(math.pi * i / STEPS) ** 0.8,
            )
            for i in range(STEPS + 1)
        ]


def draw_timeline(image: Image.Image, view: View, partners: Sequence[Place], year: int) -> Image.Image:
    """Lay ticks, arcs and rings over a picture of the horizon."""
    size: Size = image.size
    unit = size[0] / 1600 * FINE
    years = beginnings(partners, year)
    line = Timeline(view.enlarged(FINE), size[0] * FINE, min(years) // 10 * 10, year)
    image = _laid(image, WHITE, _ticks(size, line, unit), 0.75)
    for index in sorted(range(len(partners)), key=lambda i: (years[i], i)):
        same = years[:index].count(years[index])
        colour = arc_colour(partners[index])
        image = _laid(image, colour, _arc(size, line, years[index], same, unit), 1)
    for mask, colour in _now(size, line, unit):
        image = _laid(image, colour, mask, 1)
    return image


def beginnings(partners: Sequence[Place], year: int) -> list[int]:
    """Give each partner's first year; unknown ones follow the one before."""
    known = [partner.since for partner in partners if partner.since]
    last = min(known, default=year - len(partners))
    years = []
    for partner in partners:
        last = partner.since or last
        years.append(min(last, year - 1))
    return years


def arc_colour(partner: Place) -> Colour:
    """Give the light colour of a partner's part of the world."""
    family = FAMILIES[region(partner.latitude, partner.longitude)]
    return oklch(0.80, 0.105, family.sea)


def _ticks(size: Size, line: Timeline, unit: float) -> Image.Image:
    mask = Mask(size)
    for year in range(line.first, line.last + 1):
        long = 20 if year % 10 == 0 else 9
        ends = [line.pixel(year, -long * unit), line.pixel(year, 0)]
        mask.pen.line(ends, fill=255, width=round(1.6 * unit))
    return mask.done()


def _arc(size: Size, line: Timeline, year: int, same: int, unit: float) -> Image.Image:
    """Draw one arc with a ring at its beginning; ``same`` is its rank in the year."""
    mask = Mask(size)
    here, now = line.pixel(year), line.pixel(line.last)
    height = HEIGHT * math.dist(here, now) * (1 - 0.13 * same)
    mask.pen.line(line.arc(year, height), fill=255, width=round(4.6 * unit), joint="curve")
    x, y = line.pixel(year, (0.1 - 26 * same) * unit)
    for radius, fill in ((10 * unit, 255), (5 * unit, 0)):
        mask.pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)
    return mask.done()


def _now(size: Size, line: Timeline, unit: float) -> list[tuple[Image.Image, Colour]]:
    """Draw the ring where all arcs meet, as masks with their colours."""
    x, y = line.pixel(line.last)
    masks = []
    for radii, colour in (((34, 27, 20), WHITE), ((32, 29, 14), FAMILIES["world"].arc)):
        mask = Mask(size)
        for radius, fill in zip(radii, (255, 0, 255), strict=True):
            reach = radius * unit
            mask.pen.ellipse((x - reach, y - reach, x + reach, y + reach), fill=fill)
        masks.append((mask.done(), colour))
    return masks


def _laid(image: Image.Image, colour: Colour, mask: Image.Image, strength: float) -> Image.Image:
    mask = mask.point(lambda value: round(value * strength))
    return Image.composite(Image.new("RGB", image.size, colour), image, mask)
