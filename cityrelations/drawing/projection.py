"""Orthographic projection: the globe as seen from far away, in pixels.

Pixels count from the top left corner, y down, as Pillow does.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from cityrelations.drawing.land import Ring
from cityrelations.drawing.sphere import (
    EARTH_RADIUS,
    Vector,
    added,
    compass,
    destination,
    dot,
    normalised,
    scaled,
)

Pixel = tuple[float, float]
OUTSIDE = 1.3  # where hidden coasts walk around the disc, in globe radii


@dataclass(frozen=True)
class View:
    """Where the viewer stands and where the globe lies in the picture.

    ``facing`` is the point under the viewer, ``up`` the bearing there that
    points up (degrees), ``radius`` the globe's in pixels, ``x`` and ``y`` its
    centre.
    """

    facing: Vector
    up: float
    radius: float
    x: float
    y: float

    @cached_property
    def axes(self) -> tuple[Vector, Vector]:
        """Unit vectors on the Earth that point right and up in the picture."""
        north, east = compass(self.facing)
        cos_up, sin_up = (
            math.cos(math.radians(self.up)),
            math.sin(math.radians(self.up)),
        )
        right = added(scaled(east, cos_up), scaled(north, -sin_up))
        above = added(scaled(north, cos_up), scaled(east, sin_up))
        return right, above

    def pixel(self, v: Vector) -> Pixel:
        """Give the pixel of a vector, hidden or not."""
        right, above = self.axes
        return (
            self.x + self.radius * dot(v, right),
            self.y - self.radius * dot(v, above),
        )

    def depth(self, v: Vector) -> float:
        """Give the height above the plane of the horizon; below zero is hidden."""
        return dot(v, self.facing)

    def visible(self, v: Vector) -> bool:
        """Tell whether nothing of the globe stands before a (lifted) point."""
        x, y = self.pixel(v)
        beside = math.hypot(x - self.x, y - self.y) > self.radius
        return beside or self.depth(v) > 0

    def enlarged(self, factor: float) -> "View":
        """Give the same view for a picture ``factor`` times as large."""
        return replace(
            self,
            radius=self.radius * factor,
            x=self.x * factor,
            y=self.y * factor,
        )

    @property
    def kilometres_per_pixel(self) -> float:
        """Give the scale where the viewer looks straight down."""
        return EARTH_RADIUS / self.radius


def look_at(target: Vector, *, up: float, tilt: float, radius: float, anchor: Pixel) -> View:
    """Place ``target`` on the pixel ``anchor``, seen from ``tilt`` degrees aside.

    ``up`` is the bearing at the target that points up. With a tilt the viewer
    stands below the target, which moves up towards the horizon.
    """
    facing = destination(target, up + 180, tilt) if tilt else target
    north, east = compass(facing)
    ahead = added(target, scaled(facing, -dot(target, facing)))
    up_here = math.degrees(math.atan2(dot(ahead, east), dot(ahead, north)))
    view = View(facing, up_here if tilt else up, radius, 0, 0)
    x, y = view.pixel(target)
    return replace(view, x=anchor[0] - x, y=anchor[1] - y)


def project_ring(ring: Ring, view: View) -> list[Pixel]:
    """Give a ring's pixels; what lies behind the globe walks around its disc."""
    right, above = view.axes
    depth = view.depth(ring.centre)
    if depth > ring.chord:
        return _project_visible(ring.points, view, right, above)
    if depth < -ring.chord:
        return []
    return _project_across(ring.points, view)


def _project_visible(points: Sequence[Vector], view: View, right: Vector, above: Vector) -> list[Pixel]:
    """Project points that are all on the near side, as fast as Python goes."""
    radius, left, top = view.radius, view.x, view.y
    rx, ry, rz = (c * radius for c in right)
    ax, ay, az = (c * radius for c in above)
    return [(left + x * rx + y * ry + z * rz, top - x * ax - y * ay - z * az) for x, y, z in points]


def _project_across(points: Sequence[Vector], view: View) -> list[Pixel]:
    """Project a ring that crosses the horizon."""
    fx, fy, fz = view.facing
    depths = [x * fx + y * fy + z * fz for x, y, z in points]
    flat = _project_visible(points, view, *view.axes)
    result: list[Pixel] = []
    for index, depth in enumerate(depths):
        before = depths[index - 1]
        if (depth > 0) != (before > 0):
            crossing = _horizon_point(points[index - 1], points[index], before, depth)
            limb = view.pixel(crossing)
            outer = _pushed_out(limb, view)
            result += [limb, outer] if before > 0 else [*_walk(result, outer, view), limb]
        if depth > 0:
            result.append(flat[index])
        else:
            result += _walk(result, _pushed_out(flat[index], view), view)
    return result


def _horizon_point(a: Vector, b: Vector, depth_a: float, depth_b: float) -> Vector:
    """Give the point between a and b that lies on the horizon."""
    part = depth_a / (depth_a - depth_b)
    return normalised(added(scaled(a, 1 - part), scaled(b, part)))


def _pushed_out(pixel: Pixel, view: View) -> Pixel:
    """Move a pixel away from the globe's centre, out of its disc."""
    dx, dy = pixel[0] - view.x, pixel[1] - view.y
    length = math.hypot(dx, dy) or 1.0
    reach = view.radius * OUTSIDE / length
    return view.x + dx * reach, view.y + dy * reach


def _walk(path: list[Pixel], goal: Pixel, view: View) -> list[Pixel]:
    """Go around the disc to ``goal`` in steps too short to cut into it."""
    if not path:
        return [goal]
    start = math.atan2(path[-1][1] - view.y, path[-1][0] - view.x)
    turn = math.atan2(goal[1] - view.y, goal[0] - view.x) - start
    turn = (turn + math.pi) % math.tau - math.pi
    steps = max(1, math.ceil(abs(turn) / 0.5))
    reach = view.radius * OUTSIDE
    return [
        (
            view.x + reach * math.cos(start + turn * i / steps),
            view.y + reach * math.sin(start + turn * i / steps),
        )
        for i in range(1, steps + 1)
    ]


def encloses_far_side(pixels: Sequence[Pixel], view: View) -> bool:
    """Tell whether a projected coast is inside out, its land lying around it.

    Natural Earth's land runs clockwise as seen from outside; around the point
    opposite the viewer it turns the other way, and then around most of the disc
    (hidden islands fold to slivers, whose tiny area may have either sign).
    """
    twice_area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(pixels, [*pixels[1:], pixels[0]], strict=True))
    return twice_area < -math.pi * view.radius**2


def thinned(
    pixels: Sequence[Pixel],
    size: tuple[int, int],
    closest: float = 0.8,
    margin: float = 12,
) -> list[Pixel]:
    """Drop points that cannot be seen: crowded ones, and walks off the picture.

    What happens farther than ``margin`` pixels outside may change its course.
    """
    width, height = size[0] + margin, size[1] + margin
    result: list[Pixel] = []
    last_side = before_last = 0
    last_x = last_y = math.inf
    for x, y in pixels:
        side = (x < -margin) | (x > width) << 1 | (y < -margin) << 2 | (y > height) << 3
        if side and side & last_side & before_last:
            result[-1] = (x, y)
        elif abs(x - last_x) + abs(y - last_y) < closest:
            continue
        else:
            result.append((x, y))
            before_last = last_side
        last_side, last_x, last_y = side, x, y
    return result
