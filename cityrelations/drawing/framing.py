"""Choose from where a pair of cities is seen, so that no two pictures look alike.

Nothing here names a city: a look follows from the distance between the two and
from how many partners at such a distance came before.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from PIL import Image, ImageDraw

from cityrelations.drawing.land import load_coarse_land
from cityrelations.drawing.masks import Size, rings_in_frame
from cityrelations.drawing.places import Place
from cityrelations.drawing.projection import (
    View,
    encloses_far_side,
    look_at,
    project_ring,
)
from cityrelations.drawing.shading import Sun
from cityrelations.drawing.sphere import EARTH_RADIUS, angle, bearing, distance, middle

NEAR = 1500.0  # km, a wide piece of the continent
FAR = 5500.0  # km, the whole globe
MARGIN = 0.12  # no city lies nearer to the edge, as a share of the picture
SEA = 0.4  # the share of sea at which a coast is well seen
WIDENINGS, ACROSS, DOWN = (1.0, 1.25, 1.55), (0.5, 0.4, 0.6), (0.5, 0.4, 0.6)


@dataclass(frozen=True)
class Look:
    """A way to see two cities.

    ``width``: of the picture where it is seen straight, in kilometres (far
    looks: the globe's diameter as a share of the picture's height).
    ``tilt``: degrees between the arc's middle and the point under the viewer.
    ``turn``: bearing that points up. ``sun`` and ``tone``: light and mood.
    """

    tone: str
    width: float
    tilt: float
    turn: float
    sun: Sun
    glow: float = 0.8


NEAR_LOOKS = (
    Look("day", 2300, 24, -8, Sun(318, 55)),
    Look("chart", 2000, 18, 24, Sun(330, 60, dark=0.35)),
    Look("night", 3300, 50, 18, Sun(60, 38)),
    Look("ink", 2500, 30, -34, Sun(300, 50)),
    Look("dusk", 2300, 38, 14, Sun(285, 22, soft=0.7, dark=0.85)),
    Look("chart", 3900, 55, -26, Sun(20, 45, dark=0.5)),
    Look("wash", 3300, 44, 50, Sun(50, 40, dark=0.6)),
    Look("night", 2100, 22, -50, Sun(320, 50)),
    Look("ink", 4200, 54, 40, Sun(340, 45)),
    Look("dusk", 3400, 48, -44, Sun(90, 20, soft=0.7, dark=0.85)),
)
MIDDLE_LOOKS = (
    Look("dusk", 5200, 46, -16, Sun(285, 22, soft=0.8, dark=0.85)),
    Look("day", 3400, 26, 30, Sun(325, 50)),
    Look("night", 4800, 40, 28, Sun(40, 45)),
    Look("wash", 5600, 34, -24, Sun(330, 55, dark=0.5)),
    Look("day", 6200, 50, 14, Sun(60, 25, dark=0.8)),
    Look("ink", 4400, 30, -38, Sun(310, 50)),
)
FAR_LOOKS = (
    Look("day", 1.22, 14, -28, Sun(300, 35, dark=0.75)),
    Look("night", 1.0, 12, 26, Sun(40, 30)),
    Look("dusk", 1.04, 20, 20, Sun(80, 12, soft=0.6, dark=0.9)),
    Look("chart", 1.1, 18, -20, Sun(320, 45, dark=0.55)),
    Look("day", 1.46, 24, 24, Sun(45, 35, dark=0.75)),
    Look("ink", 0.94, 10, -32, Sun(330, 40)),
    Look("day", 1.16, 12, 30, Sun(310, 25, soft=0.8, dark=0.85)),
)


def looks_for(home: Place, partners: Sequence[Place]) -> list[Look]:
    """Give each partner its look; one added at the end changes no other."""
    counts: dict[str, int] = {}
    looks = []
    for partner in partners:
        kind, cycle = _cycle(distance(home.vector, partner.vector))
        turn = counts.get(kind, 0)
        counts[kind] = turn + 1
        looks.append(_varied(cycle[turn % len(cycle)], turn // len(cycle)))
    return looks


def sun_over(look: Look, view: View, home: Place, partner: Place) -> Sun:
    """Give the look's sun, mirrored where it would leave the partner in the dark."""
    start, end = view.pixel(home.vector), view.pixel(partner.vector)
    right, _, _ = look.sun.ray
    if look.sun.dark > 0.7 and (end[0] - start[0]) * right < 0:
        return replace(look.sun, clock=-look.sun.clock)
    return look.sun


def _cycle(kilometres: float) -> tuple[str, tuple[Look, ...]]:
    if kilometres < NEAR:
        return "near", NEAR_LOOKS
    if kilometres < FAR:
        return "middle", MIDDLE_LOOKS
    return "far", FAR_LOOKS


def _varied(look: Look, round_number: int) -> Look:
    """Turn and widen a look that was used before."""
    if not round_number:
        return look
    return replace(
        look,
        turn=-look.turn + 9 * round_number,
        width=look.width * (1 + 0.12 * round_number),
    )


def frame(size: Size, home: Place, partner: Place, look: Look) -> View:
    """Give the view of two cities in a picture of ``size`` pixels."""
    if distance(home.vector, partner.vector) >= FAR:
        return _whole_globe(size, home, partner, look)
    return _piece_of_land(size, home, partner, look)


def _whole_globe(size: Size, home: Place, partner: Place, look: Look) -> View:
    """Show the globe with the arc's middle near the centre."""
    target = middle(home.vector, partner.vector)
    up = _slanted(bearing(target, partner.vector), look.turn)
    to_horizon = 90 - math.degrees(angle(home.vector, partner.vector)) / 2
    radius = size[1] * look.width / 2
    view = look_at(target, up=up, tilt=min(look.tilt, to_horizon / 2), radius=radius, anchor=(0, 0))
    spare = max(0.0, radius * 2 - size[1] * 0.94)
    side = -1 if look.turn < 0 else 1
    view = replace(view, x=size[0] * (0.5 + 0.05 * side), y=size[1] / 2 + spare * 0.3)
    return _fitted(view, size, home, partner)


def _fitted(view: View, size: Size, home: Place, partner: Place) -> View:
    """Shrink and move the globe until both cities lie inside the picture's margin."""
    spread = [abs(a - b) for a, b in zip(view.pixel(home.vector), view.pixel(partner.vector), strict=True)]
    room = 1 - 2 * MARGIN
    factor = min(1.0, room * size[0] / (spread[0] or 1), room * size[1] / (spread[1] or 1))
    view = replace(view, radius=view.radius * factor)
    ends = (view.pixel(home.vector), view.pixel(partner.vector))
    return replace(
        view,
        x=view.x + _step_inside([x for x, _ in ends], size[0]),
        y=view.y + _step_inside([y for _, y in ends], size[1]),
    )


def _step_inside(values: Sequence[float], length: float) -> float:
    """Give the shortest move that brings all values inside the margin."""
    low, high = MARGIN * length - min(values), (1 - MARGIN) * length - max(values)
    return max(low, 0.0) or min(high, 0.0)


def _piece_of_land(size: Size, home: Place, partner: Place, look: Look) -> View:
    """Try places for the arc in the picture; keep the one that shows coasts best."""
    target = middle(home.vector, partner.vector)
    up = _slanted(bearing(target, partner.vector), look.turn)
    wide = max(look.width, 2.1 * distance(home.vector, partner.vector))

    def view(widening: float, across: float, down: float) -> View:
        radius = size[0] / (wide * widening) * EARTH_RADIUS
        anchor = (size[0] * across, size[1] * down)
        return look_at(target, up=up, tilt=look.tilt, radius=radius, anchor=anchor)

    def score(choice: tuple[float, float, float]) -> float:
        return _score(view(*choice), size, home, partner) + 0.35 * (choice[0] - 1)

    return view(*min(product(WIDENINGS, ACROSS, DOWN), key=score))


def _slanted(course: float, turn: float) -> float:
    """Turn the picture further where the arc would stand upright as a line."""
    for more in (0, 14, -14, 28, -28, 42, -42):
        upright = abs((course - turn - more + 90) % 180 - 90)
        if upright >= 24:
            return turn + more
    return turn


def _score(view: View, size: Size, home: Place, partner: Place) -> float:
    """Judge a frame, lower is better: share of sea, cities away from the edge."""
    score = abs(sea_share(view, size) - SEA)
    for place in (home, partner):
        x, y = view.pixel(place.vector)
        inside = min(x / size[0], 1 - x / size[0], y / size[1], 1 - y / size[1])
        score += 8 * max(0.0, MARGIN + 0.04 - inside) + (view.depth(place.vector) < 0.2)
    return score


def sea_share(view: View, size: Size, columns: int = 60) -> float:
    """Give the share of the picture that is sea (or sky), from coarse outlines."""
    factor = columns / size[0]
    small = view.enlarged(factor)
    rows = round(size[1] * factor)
    image = Image.new("L", (columns, rows))
    pen = ImageDraw.Draw(image)
    for ring in rings_in_frame(load_coarse_land(), small, image.size):
        pixels = project_ring(ring, small)
        if len(pixels) > 2 and not encloses_far_side(pixels, small):
            pen.polygon(pixels, fill=0 if ring.hole else 1)
    return image.histogram()[0] / (columns * rows)
