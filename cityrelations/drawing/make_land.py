"""Turn a TopoJSON file of land outlines into the compact ``land.json.gz``.

Not used at run time: ``python -m cityrelations.drawing.make_land land-10m.json``.
What goes in and what comes out is told in ``README.md`` beside this file.
"""

import gzip
import json
import math
import sys
from itertools import pairwise
from pathlib import Path

from cityrelations.drawing.sphere import LonLat, unwrapped

TARGET = Path(__file__).with_name("land.json.gz")
STEPS_PER_DEGREE = 400  # 0.0025°, about 280 m
TOLERANCE = 0.0042  # degrees of latitude, about 470 m
SMALLEST = 2.5e-4  # square degrees, about 3 km² at the equator

Ring = list[LonLat]


def decode_arcs(topology: dict) -> list[Ring]:
    """Undo TopoJSON's quantised deltas; out come degrees, longitude first."""
    (scale_x, scale_y) = topology["transform"]["scale"]
    (left, bottom) = topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + left, y * scale_y + bottom))
        arcs.append(points)
    return arcs


def join_ring(indexes: list[int], arcs: list[Ring]) -> Ring:
    """Join arcs to one closed ring (``~i`` is arc ``i`` backwards)."""
    ring: Ring = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring


def simplify(ring: Ring, tolerance: float) -> Ring:
    """Keep the points that Douglas and Peucker's rule needs (degrees)."""
    keep = {0, len(ring) - 1}
    stack = [(0, len(ring) - 1)]
    while stack:
        first, last = stack.pop()
        index, distance = _farthest(ring, first, last)
        if distance > tolerance:
            keep.add(index)
            stack += [(first, index), (index, last)]
    return [ring[i] for i in sorted(keep)]


def _farthest(ring: Ring, first: int, last: int) -> tuple[int, float]:
    """Index and distance of the point farthest from the chord first-last."""
    ax, ay = ring[first]
    shrink = math.cos(math.radians(ay))
    dx, dy = (ring[last][0] - ax) * shrink, ring[last][1] - ay
    length = math.hypot(dx, dy)
    best, index = 0.0, first
    for i in range(first + 1, last):
        px, py = (ring[i][0] - ax) * shrink, ring[i][1] - ay
        distance = abs(px * dy - py * dx) / length if length else math.hypot(px, py)
        if distance > best:
            best, index = distance, i
    return index, best


def area(ring: Ring) -> float:
    """Signed area in square degrees, shrunk by the latitude."""
    total = sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring))
    return total / 2 * math.cos(math.radians(ring[0][1]))


def pack(ring: Ring) -> list[int]:
    """Write a ring as whole steps: first point, then differences."""
    numbers: list[int] = []
    x = y = 0
    for longitude, latitude in ring:
        new_x = round(longitude * STEPS_PER_DEGREE)
        new_y = round(latitude * STEPS_PER_DEGREE)
        if numbers and (new_x, new_y) == (x, y):
            continue
        numbers += [new_x - x, new_y - y]
        x, y = new_x, new_y
    return numbers


def convert(topology: dict) -> dict:
    """Give the content of ``land.json.gz``, largest polygons first."""
    arcs = decode_arcs(topology)
    polygons = []
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            rings = [unwrapped(join_ring(indexes, arcs)) for indexes in polygon]
            if abs(area(rings[0])) >= SMALLEST:
                polygons.append(rings)
    polygons.sort(key=lambda rings: -abs(area(rings[0])))
    packed = [[pack(simplify(ring, TOLERANCE)) for ring in rings] for rings in polygons]
    return {"steps_per_degree": STEPS_PER_DEGREE, "polygons": packed}


def main(source: str) -> None:
    """Read the TopoJSON at ``source`` and write ``land.json.gz``."""
    land = convert(json.loads(Path(source).read_text()))
    text = json.dumps(land, separators=(",", ":"))
    TARGET.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    points = sum(len(ring) // 2 for rings in land["polygons"] for ring in rings)
    sys.stdout.write(f"{len(land['polygons'])} polygons, {points} points\n")


if __name__ == "__main__":
    main(sys.argv[1])
