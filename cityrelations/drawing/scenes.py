"""The pictures of the site: one per partner city, the hero, and the teasers."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product

from PIL import Image

from cityrelations.drawing.arcs import HOME, PARTNER, ArcLayer, Pen, Spot
from cityrelations.drawing.framing import NEAR, Look, frame, looks_for, sun_over
from cityrelations.drawing.globe import Style, draw_globe
from cityrelations.drawing.masks import Size
from cityrelations.drawing.palette import Palette, palette
from cityrelations.drawing.picture import HERO_SIZE, SIZE, Picture
from cityrelations.drawing.places import Place, region
from cityrelations.drawing.projection import View, look_at
from cityrelations.drawing.shading import Sun, grained
from cityrelations.drawing.sphere import (
    EARTH_RADIUS,
    Vector,
    bearing,
    destination,
    distance,
    dot,
)
from cityrelations.drawing.timeline import draw_timeline

GOLD = (255, 214, 160)
SMALL = Spot(dot=6.0, border=2.8, rings=())
KNOT = Spot(dot=7.5, border=3.4, rings=())
THREAD = Pen(width=1.7, casing=0, taper=1, strength=0.42, lift=0.05)
COMET = Pen(width=9, casing=0, taper=0.1, fade=0.0)
CENTRE = Spot(dot=15, border=6.0, rings=(35.0,))


def draw_all(home: Place, partners: Sequence[Place], year: int) -> Iterator[Picture]:
    """Draw every picture of the site, one after the other; ``year`` is this year."""
    yield draw_hero(home, partners)
    yield draw_news(home, partners)
    yield draw_retrospective(home, partners, year)
    yield draw_networks(home, partners)
    yield draw_partners(home, partners)
    yield from draw_cities(home, partners)


def draw_cities(home: Place, partners: Sequence[Place], size: Size = SIZE) -> Iterator[Picture]:
    """Draw one picture per partner, named ``city-<key>``."""
    for partner, look in zip(partners, looks_for(home, partners), strict=True):
        yield draw_city(home, partner, look, size)


def draw_city(home: Place, partner: Place, look: Look, size: Size = SIZE) -> Picture:
    """Draw the arc from home to a partner, in the colours of its part of the world."""
    colours = palette(region(partner.latitude, partner.longitude), look.tone)
    view = frame(size, home, partner, look)
    sun = sun_over(look, view, home, partner)
    image = draw_globe(size, view, colours, sun)
    layer = ArcLayer(size, view)
    layer.arc(home.vector, partner.vector, Pen())
    layer.spot(home.vector, HOME)
    layer.spot(partner.vector, PARTNER)
    return Picture(f"city-{partner.key}", grained(layer.onto(image, colours)))


def draw_hero(home: Place, partners: Sequence[Place], size: Size = HERO_SIZE) -> Picture:
    """Draw all arcs from home, on the side of the globe that shows most of them."""
    facing = best_side(home, partners, tilts=range(24, 46, 3))
    view = look_at(
        facing,
        up=-16,
        tilt=0,
        radius=size[1] * 0.52,
        anchor=(size[0] * 0.5, size[1] * 0.575),
    )
    colours = palette("world", "day")
    sun = Sun(55, 26, soft=0.8, dark=0.9, sweep=0.25)
    image = draw_globe(size, view, colours, sun, Style(glow=0.95, reach=0.3))
    layer = ArcLayer(size, view)
    for partner in partners:
        layer.arc(home.vector, partner.vector, Pen(width=4.8, casing=1.9, lift=0.115))
        layer.spot(partner.vector, SMALL)
    image = layer.onto(image, colours)
    return Picture("hero", grained(_with_home(image, view, colours, home, CENTRE)))


def draw_networks(home: Place, partners: Sequence[Place], size: Size = SIZE) -> Picture:
    """Draw a web: every city joined with every other, seen from the far north."""
    facing = best_side(home, partners, range(30, 43, 3), courses=range(0, 46, 15))
    view = look_at(
        facing,
        up=bearing(facing, home.vector) + 150,
        tilt=0,
        radius=size[1] * 0.55,
        anchor=(size[0] * 0.5, size[1] * 0.5),
    )
    colours = palette("world", "night")
    image = draw_globe(size, view, colours, Sun(300, 45), Style(glow=0.9))
    web = ArcLayer(size, view)
    for a, b in combinations([home, *partners], 2):
        web.arc(a.vector, b.vector, THREAD)
    gold = replace(colours, arc=GOLD, casing=GOLD, arc_glow=0.4)
    image = web.onto(image, gold, shadow_strength=0)
    layer = ArcLayer(size, view)
    for partner in partners:
        layer.arc(home.vector, partner.vector, replace(THREAD, width=3.2, strength=1))
    for place in (home, *partners):
        layer.spot(place.vector, KNOT)
    return Picture("teaser-networks", grained(layer.onto(image, colours)))


def draw_news(home: Place, partners: Sequence[Place], size: Size = SIZE) -> Picture:
    """Draw the morning over home, with arcs on their way to it."""
    view = look_at(
        home.vector,
        up=24,
        tilt=36,
        radius=size[0] / 9600 * EARTH_RADIUS,
        anchor=(size[0] * 0.47, size[1] * 0.44),
    )
    colours = palette("world", "dawn")
    sun = Sun(78, 10, soft=0.8, dark=0.95)
    image = draw_globe(size, view, colours, sun, Style(glow=0.95, reach=0.3))
    layer = ArcLayer(size, view)
    far = [p for p in partners if distance(home.vector, p.vector) > NEAR] or partners
    for index, partner in enumerate(far):
        part = 0.56 + 0.28 * (index * 5 % 7) / 6
        layer.head(layer.arc(partner.vector, home.vector, COMET, part), 9)
    image = layer.onto(image, colours)
    return Picture("teaser-news", grained(_with_home(image, view, colours, home, CENTRE)))


def draw_partners(home: Place, partners: Sequence[Place], size: Size = SIZE) -> Picture:
    """Draw home from near by, where all arcs meet."""
    view = look_at(
        home.vector,
        up=-24,
        tilt=58,
        radius=size[0] / 2300 * EARTH_RADIUS,
        anchor=(size[0] * 0.47, size[1] * 0.68),
    )
    colours = palette("world", "chart")
    image = draw_globe(size, view, colours, Sun(320, 55, dark=0.4))
    layer = ArcLayer(size, view)
    for partner in partners:
        layer.arc(home.vector, partner.vector, Pen(width=7.5, casing=3.2, taper=1))
        layer.spot(partner.vector, PARTNER)
    image = layer.onto(image, colours, shadow_strength=0.4)
    spot = Spot(dot=22, border=8, rings=(50, 74))
    return Picture("teaser-partners", grained(_with_home(image, view, colours, home, spot)))


def draw_retrospective(home: Place, partners: Sequence[Place], year: int, size: Size = SIZE) -> Picture:
    """Draw the years since the first partnership along the horizon, up to ``year``."""
    radius = size[0] * 1.15
    view = look_at(home.vector, up=0, tilt=58, radius=radius, anchor=(0, 0))
    view = replace(view, x=size[0] * 0.5, y=size[1] * 0.69 + radius)
    colours = palette("europe", "night")
    image = draw_globe(size, view, colours, Sun(20, 30), Style(glow=0.95, reach=0.2))
    image = draw_timeline(image, view, partners, year)
    return Picture("teaser-retrospective", grained(image))


def _with_home(image: Image.Image, view: View, colours: Palette, home: Place, spot: Spot) -> Image.Image:
    """Set home's mark over all arcs that end there."""
    layer = ArcLayer(image.size, view)
    layer.spot(home.vector, spot)
    return layer.onto(image, colours)


def best_side(
    home: Place,
    partners: Sequence[Place],
    tilts: Iterable[int],
    courses: Iterable[int] = range(0, 360, 15),
) -> Vector:
    """Find the point to look at, ``tilts`` degrees from home, that shows most.

    A city right at the edge counts against a point: its arc would fold back.
    """
    best, best_score = home.vector, -math.inf
    for tilt, course in product(tilts, courses):
        facing = destination(home.vector, course, tilt)
        depths = [dot(partner.vector, facing) for partner in partners]
        score = sum((d > 0.28) - 0.8 * (abs(d) < 0.2) + 0.2 * d for d in depths)
        if score > best_score:
            best, best_score = facing, score
    return best
