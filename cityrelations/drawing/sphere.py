"""Geometry on the unit sphere: vectors, distances, bearings, great circles.

Angles are degrees (north and east positive, bearings clockwise from north),
distances kilometres on a sphere of the Earth's mean radius (IUGG: 6371.0088 km).
"""

import math
from itertools import pairwise

EARTH_RADIUS = 6371.0088  # km

Vector = tuple[float, float, float]
LonLat = tuple[float, float]


def vector(latitude: float, longitude: float) -> Vector:
    """Give the unit vector of a point in degrees."""
    phi, lam = math.radians(latitude), math.radians(longitude)
    return (
        math.cos(phi) * math.cos(lam),
        math.cos(phi) * math.sin(lam),
        math.sin(phi),
    )


def lat_lon(v: Vector) -> tuple[float, float]:
    """Give latitude and longitude in degrees of a vector of any length."""
    x, y, z = v
    return (
        math.degrees(math.atan2(z, math.hypot(x, y))),
        math.degrees(math.atan2(y, x)),
    )


def dot(a: Vector, b: Vector) -> float:
    """Give the scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def scaled(v: Vector, factor: float) -> Vector:
    """Give the vector made longer or shorter by a factor."""
    return (v[0] * factor, v[1] * factor, v[2] * factor)


def added(a: Vector, b: Vector) -> Vector:
    """Give the sum of two vectors."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def normalised(v: Vector) -> Vector:
    """Give the vector with length one."""
    return scaled(v, 1 / math.sqrt(dot(v, v)))


def angle(a: Vector, b: Vector) -> float:
    """Give the angle between two unit vectors in radians, exact when small."""
    cross = (
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    )
    return math.atan2(math.sqrt(dot(cross, cross)), dot(a, b))


def distance(a: Vector, b: Vector) -> float:
    """Give the great-circle distance in kilometres."""
    return angle(a, b) * EARTH_RADIUS


def compass(v: Vector) -> tuple[Vector, Vector]:
    """Give the unit vectors to the north and to the east of a point."""
    latitude, longitude = (math.radians(d) for d in lat_lon(v))
    sin_phi, cos_phi = math.sin(latitude), math.cos(latitude)
    sin_lam, cos_lam = math.sin(longitude), math.cos(longitude)
    north = (-sin_phi * cos_lam, -sin_phi * sin_lam, cos_phi)
    return north, (-sin_lam, cos_lam, 0.0)


def bearing(a: Vector, b: Vector) -> float:
    """Give the initial bearing from a to b, 0 to 360 degrees."""
    north, east = compass(a)
    return math.degrees(math.atan2(dot(b, east), dot(b, north))) % 360


def destination(start: Vector, course: float, degrees: float) -> Vector:
    """Go ``degrees`` of arc from a point on a bearing."""
    north, east = compass(start)
    rad, arc = math.radians(course), math.radians(degrees)
    ahead = added(scaled(north, math.cos(rad)), scaled(east, math.sin(rad)))
    return added(scaled(start, math.cos(arc)), scaled(ahead, math.sin(arc)))


def great_circle(a: Vector, b: Vector, steps: int) -> list[Vector]:
    """Give ``steps + 1`` evenly spaced unit vectors from a to b, both included."""
    whole = angle(a, b)
    if math.sin(whole) < 1e-9:
        return [a] * steps + [b]
    return [
        added(
            scaled(a, math.sin((1 - i / steps) * whole) / math.sin(whole)),
            scaled(b, math.sin(i / steps * whole) / math.sin(whole)),
        )
        for i in range(steps + 1)
    ]


def middle(a: Vector, b: Vector) -> Vector:
    """Give the point halfway along the great circle."""
    return great_circle(a, b, 2)[1]


def unwrapped(ring: list[LonLat]) -> list[LonLat]:
    """Let longitudes run on across the antimeridian instead of jumping by 360°."""
    result: list[LonLat] = []
    offset = previous = 0.0
    for longitude, latitude in ring:
        if result and abs(longitude - previous) > 180:
            offset += 360 if longitude < previous else -360
        previous = longitude
        result.append((longitude + offset, latitude))
    return result


def densified(ring: list[LonLat], longest: float) -> list[LonLat]:
    """Split edges longer than ``longest`` degrees; wants an unwrapped ring."""
    result = ring[:1]
    for (ax, ay), (bx, by) in pairwise(ring):
        parts = max(1, math.ceil(max(abs(bx - ax), abs(by - ay)) / longest))
        result.extend((ax + (bx - ax) * i / parts, ay + (by - ay) * i / parts) for i in range(1, parts + 1))
    return result
