"""Fine lines in the sea that follow the coast, as engravers drew them."""

from collections.abc import Sequence

from PIL import Image, ImageDraw

from cityrelations.drawing.land import load_land
from cityrelations.drawing.masks import Size, rings_in_frame
from cityrelations.drawing.projection import Pixel, View, project_ring, thinned

FINE = 2  # drawn this many times larger
# Distance from the coast, width (pixels of a picture 1600 wide) and strength.
LINES = ((34.0, 1.2, 90), (21.0, 1.4, 150), (10.0, 1.6, 220))


def waterline_mask(size: Size, view: View) -> Image.Image:
    """Give the lines as a grey picture; they run over land too, to be covered."""
    large = view.enlarged(FINE)
    unit = size[0] / 1600 * FINE
    image = Image.new("L", (size[0] * FINE, size[1] * FINE))
    pen = ImageDraw.Draw(image)
    coasts = _coasts(large, image.size, 5 * unit)
    for distance, width, strength in LINES:
        _widen(pen, coasts, (distance + width) * unit, strength)
        _widen(pen, coasts, distance * unit, 0)
    return image.reduce(FINE)


def _coasts(view: View, size: Size, spacing: float) -> list[list[Pixel]]:
    """Project all coasts in sight, with as few points as the lines need."""
    coasts = []
    for ring in rings_in_frame(load_land(), view, size):
        pixels = thinned(project_ring(ring, view), size, spacing, 9 * spacing)
        if len(pixels) > 2:
            coasts.append([*pixels, pixels[0]])
    return coasts


def _widen(pen: ImageDraw.ImageDraw, coasts: Sequence[list[Pixel]], reach: float, fill: int) -> None:
    """Fill everything up to ``reach`` pixels from a coast."""
    for pixels in coasts:
        pen.line(pixels, fill=fill, width=round(2 * reach))
        for x, y in pixels:
            pen.ellipse((x - reach, y - reach, x + reach, y + reach), fill=fill)
