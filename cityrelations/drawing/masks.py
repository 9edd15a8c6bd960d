"""Grey pictures of shapes, drawn large and made small so that edges are smooth."""

from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw

from cityrelations.drawing.land import Ring, load_land
from cityrelations.drawing.projection import (
    Pixel,
    View,
    encloses_far_side,
    project_ring,
    thinned,
)
from cityrelations.drawing.sphere import Vector, vector

FINE = 3  # masks are drawn this many times larger

Size = tuple[int, int]


class Mask:
    """A grey picture under work at FINE times its size."""

    def __init__(self, size: Size) -> None:
        self.size = (size[0] * FINE, size[1] * FINE)
        self.image = Image.new("L", self.size)
        self.pen = ImageDraw.Draw(self.image)

    def done(self) -> Image.Image:
        """Give the mask at its real size."""
        return self.image.reduce(FINE)


def disc_mask(size: Size, view: View, grow: float = 0) -> Image.Image:
    """Give the globe's disc, ``grow`` pixels larger."""
    mask = Mask(size)
    reach = (view.radius + grow) * FINE
    x, y = view.x * FINE, view.y * FINE
    mask.pen.ellipse((x - reach, y - reach, x + reach, y + reach), fill=255)
    return mask.done()


def land_masks(size: Size, view: View, line: float) -> tuple[Image.Image, Image.Image]:
    """Give the land's area and its coast as a line ``line`` pixels wide."""
    land, coast = Mask(size), Mask(size)
    large = view.enlarged(FINE)
    width = max(1, round(line * FINE))
    for ring in rings_in_frame(load_land(), large, land.size):
        pixels = project_ring(ring, large)
        if len(pixels) < 3:
            continue
        inside_out = not ring.hole and encloses_far_side(pixels, large)
        pixels = thinned(pixels, land.size)
        if len(pixels) < 3:
            continue
        fill_ring(land, pixels, hole=ring.hole, inside_out=inside_out)
        coast.pen.line([*pixels, pixels[0]], fill=255, width=width)
    return land.done(), coast.done()


def fill_ring(mask: Mask, pixels: Sequence[Pixel], *, hole: bool, inside_out: bool) -> None:
    """Fill a ring with land or, for a hole, with water."""
    if not inside_out:
        mask.pen.polygon(pixels, fill=0 if hole else 255)
        return
    around = Image.new("L", mask.size, 255)
    ImageDraw.Draw(around).polygon(pixels, fill=0)
    mask.image.paste(ImageChops.lighter(mask.image, around))


def rings_in_frame(rings: Sequence[Ring], view: View, size: Size) -> list[Ring]:
    """Leave out rings whose cap lies off the picture or behind the globe."""
    result = []
    for ring in rings:
        x, y = view.pixel(ring.centre)
        reach = ring.chord * view.radius
        if (
            -reach < x < size[0] + reach
            and -reach < y < size[1] + reach
            and view.depth(ring.centre) > -ring.chord
            and reach > 0.4
        ):
            result.append(ring)
    return result


def grid_mask(size: Size, view: View, step: int, line: float) -> Image.Image:
    """Give meridians and parallels every ``step`` degrees."""
    mask = Mask(size)
    large = view.enlarged(FINE)
    for points in graticule(step):
        stroke_visible(mask, points, large, round(line * FINE))
    return mask.done()


def graticule(step: int) -> list[list[Vector]]:
    """Give the lines of a grid; meridians stop before the poles."""
    top = 90 - step if step < 30 else 60
    meridians = [[vector(lat, lon) for lat in range(-top, top + 1, 2)] for lon in range(-180, 180, step)]
    parallels = [[vector(lat, lon) for lon in range(-180, 181, 2)] for lat in range(-90 + step, 90, step)]
    return meridians + parallels


def stroke_visible(mask: Mask, points: Sequence[Vector], view: View, width: int, fill: int = 255) -> None:
    """Draw the parts of a line on the globe that face the viewer."""
    part: list[Pixel] = []
    for point in points:
        if view.depth(point) > 0:
            part.append(view.pixel(point))
            continue
        if len(part) > 1:
            mask.pen.line(part, fill=fill, width=width, joint="curve")
        part = []
    if len(part) > 1:
        mask.pen.line(part, fill=fill, width=width, joint="curve")
