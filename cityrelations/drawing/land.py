"""Load Natural Earth's land outlines as rings of unit vectors."""

import gzip
import json
import math
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

from cityrelations.drawing.sphere import (
    LonLat,
    Vector,
    densified,
    normalised,
    unwrapped,
    vector,
)

SOURCE = Path(__file__).with_name("land.json.gz")
LONGEST_EDGE = 2.0  # degrees; longer edges would leave the parallel they follow


@dataclass(frozen=True)
class Ring:
    """A closed coast line, and the cap of the sphere that holds it."""

    points: list[Vector]
    hole: bool
    centre: Vector
    chord: float  # radius of the cap as a chord of the unit sphere


@cache
def load_land() -> tuple[Ring, ...]:
    """Read all rings once, larger land first, each land before its lakes."""
    data = json.loads(gzip.decompress(SOURCE.read_bytes()))
    unit = data["steps_per_degree"]
    return tuple(
        make_ring(unpack(numbers, unit), hole=index > 0)
        for polygon in data["polygons"]
        for index, numbers in enumerate(polygon)
    )


@cache
def load_coarse_land(chord: float = 0.03, stride: int = 24) -> tuple[Ring, ...]:
    """Give the larger rings with every 24th point, for judging a frame."""
    return tuple(
        Ring(ring.points[::stride], ring.hole, ring.centre, ring.chord) for ring in load_land() if ring.chord > chord
    )


def unpack(numbers: list[int], steps_per_degree: int) -> list[LonLat]:
    """Turn whole-step differences back into degrees, longitude first."""
    xs = accumulate(numbers[::2])
    ys = accumulate(numbers[1::2])
    return [(x / steps_per_degree, y / steps_per_degree) for x, y in zip(xs, ys, strict=True)]


def make_ring(degrees: list[LonLat], *, hole: bool) -> Ring:
    """Put a ring in degrees on the sphere, safe across the antimeridian."""
    smooth = densified(unwrapped(degrees), LONGEST_EDGE)
    points = [vector(latitude, longitude) for longitude, latitude in smooth]
    sums = tuple(math.fsum(p[i] for p in points) for i in range(3))
    centre = normalised(sums)
    chord = max(math.dist(centre, p) for p in points)
    return Ring(points, hole, centre, chord)
