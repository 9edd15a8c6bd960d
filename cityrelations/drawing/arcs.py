"""Great-circle arcs that rise a little over the globe, and the rings at their ends."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter

from cityrelations.drawing.masks import FINE, Mask, Size, disc_mask
from cityrelations.drawing.palette import Colour, Palette
from cityrelations.drawing.projection import Pixel, View
from cityrelations.drawing.sphere import Vector, angle, great_circle, scaled

STEPS = 96
LIFT = 0.17  # top of an arc over the ground, per radian of its length


@dataclass(frozen=True)
class Pen:
    """How an arc is drawn: widths in pixels of a picture 1600 wide.

    ``taper`` is the width at the beginning as a share of the width at the end,
    ``fade`` the same for the ``strength`` (0 to 1), ``casing`` the light border on
    each side, ``lift`` the height of the middle per radian of length.
    """

    width: float = 9.0
    casing: float = 3.2
    taper: float = 0.72
    fade: float = 1.0
    strength: float = 1.0
    lift: float = LIFT


@dataclass(frozen=True)
class Spot:
    """A city's mark: a dot, its light border and fine rings around (pixels)."""

    dot: float = 12.5
    border: float = 5.0
    rings: tuple[float, ...] = (29.0,)


HOME = Spot(dot=8.5, border=4.0, rings=())
PARTNER = Spot()


def lifted(a: Vector, b: Vector, lift: float, steps: int = STEPS) -> list[Vector]:
    """Give the arc from a to b, raised in its middle by ``lift`` per radian."""
    top = lift * angle(a, b)
    return [scaled(point, 1 + top * math.sin(math.pi * i / steps)) for i, point in enumerate(great_circle(a, b, steps))]


class ArcLayer:
    """Arcs and spots of one picture, collected on masks and laid over it at once."""

    def __init__(self, size: Size, view: View) -> None:
        self.size = size
        self.view = view.enlarged(FINE)
        self.unit = size[0] / 1600 * FINE
        self.shadow, self.casing, self.core = (Mask(size) for _ in range(3))
        self.far_casing, self.far_core = Mask(size), Mask(size)
        self.far = False

    def arc(self, a: Vector, b: Vector, pen: Pen, part: float = 1.0) -> Vector:
        """Draw the arc from a towards b, up to ``part`` of its way; give its tip."""
        points = lifted(a, b, pen.lift)[: round(STEPS * part) + 1]
        ground = great_circle(a, b, STEPS)[: round(STEPS * part) + 1]
        width = pen.width * self.unit
        border = 2 * pen.casing * self.unit
        front = self._facing(points)
        self._stroke(self.shadow, self._facing(ground), pen, width)
        self._stroke(self.casing, front, pen, width, border)
        self._stroke(self.core, front, pen, width)
        if None in front:
            self.far = True
            self._stroke(self.far_casing, points, pen, width, border)
            self._stroke(self.far_core, points, pen, width)
        return points[-1]

    def head(self, tip: Vector, radius: float) -> None:
        """Mark the tip of an arc that is on its way (pixels)."""
        if self.view.visible(tip):
            pixel = self.view.pixel(tip)
            _dot(self.casing, pixel, (radius + 3) * self.unit)
            _dot(self.core, pixel, radius * self.unit)

    def spot(self, place: Vector, spot: Spot) -> None:
        """Mark a place, unless it is behind the globe."""
        if self.view.depth(place) <= 0.02:
            return
        pixel = self.view.pixel(place)
        _dot(self.shadow, pixel, (spot.dot + spot.border) * self.unit)
        _dot(self.casing, pixel, (spot.dot + spot.border) * self.unit)
        _dot(self.core, pixel, spot.dot * self.unit)
        for radius in spot.rings:
            _circle(self.casing, pixel, (radius + 2) * self.unit, 7 * self.unit)
            _circle(self.core, pixel, radius * self.unit, 3.2 * self.unit)

    def onto(self, image: Image.Image, palette: Palette, shadow_strength: float = 0.75) -> Image.Image:
        """Lay shadow, glow, casing and core over a picture."""
        unit = self.size[0] / 1600
        core, casing = self.core.done(), self.casing.done()
        if self.far:
            sky = ImageChops.invert(disc_mask(self.size, self.view.enlarged(1 / FINE)))
            core = _behind(self.far_core, sky, core)
            casing = _behind(self.far_casing, sky, casing)
        shadow = _soft(self.shadow.done(), 5 * unit, shadow_strength)
        image = _laid(image, palette.shadow, shadow)
        image = _laid(image, palette.arc, _soft(casing, 16 * unit, palette.arc_glow))
        image = _laid(image, palette.casing, casing)
        return _laid(image, palette.arc, core)

    def _facing(self, points: Sequence[Vector]) -> list[Vector | None]:
        """Leave gaps where a line is on the far side."""
        return [p if self.view.depth(p) > 0 else None for p in points]

    def _stroke(
        self,
        mask: Mask,
        points: Sequence[Vector | None],
        pen: Pen,
        width: float,
        more: float = 0,
    ) -> None:
        """Draw a line that grows wider and stronger towards its end."""
        last: Pixel | None = None
        for index, point in enumerate(points):
            if point is None:
                last = None
                continue
            share = index / max(1, len(points) - 1)
            here = width * (pen.taper + (1 - pen.taper) * share) + more
            fill = round(255 * pen.strength * (pen.fade + (1 - pen.fade) * share))
            pixel = self.view.pixel(point)
            if last:
                mask.pen.line([last, pixel], fill=fill, width=max(1, round(here)))
            if here > 3:
                _dot(mask, pixel, here / 2 - 0.5, fill)
            last = pixel


def _behind(far: Mask, sky: Image.Image, near: Image.Image) -> Image.Image:
    """Let what lies behind the globe show beside it only."""
    return ImageChops.lighter(near, ImageChops.multiply(far.done(), sky))


def _dot(mask: Mask, pixel: Pixel, radius: float, fill: int = 255) -> None:
    x, y = pixel
    mask.pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)


def _circle(mask: Mask, pixel: Pixel, radius: float, width: float) -> None:
    x, y = pixel
    box = (x - radius, y - radius, x + radius, y + radius)
    mask.pen.ellipse(box, outline=255, width=max(1, round(width)))


def _soft(mask: Image.Image, blur: float, strength: float) -> Image.Image:
    """Blur a mask (pixels) and make it weaker or stronger."""
    if blur:
        small = mask.reduce(2).filter(ImageFilter.GaussianBlur(blur / 2))
        mask = small.resize(mask.size, Image.Resampling.BILINEAR)
    return mask.point(lambda value: min(255, round(value * strength)))


def _laid(image: Image.Image, colour: Colour, mask: Image.Image) -> Image.Image:
    return Image.composite(Image.new("RGB", image.size, colour), image, mask)
