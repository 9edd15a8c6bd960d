"""Paint the globe: sky, glow, sea, land, coast and graticule, without arcs."""

from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter

from cityrelations.drawing.masks import Size, disc_mask, grid_mask, land_masks
from cityrelations.drawing.palette import Colour, Palette
from cityrelations.drawing.projection import View
from cityrelations.drawing.shading import (
    Sun,
    field,
    glow_around_globe,
    light_on_globe,
)
from cityrelations.drawing.waterlines import waterline_mask

WIDEST_WITH_LINES = 7000.0  # km; wider pictures would be crowded by waterlines


@dataclass(frozen=True)
class Style:
    """How strongly the globe's parts show, 0 to 1, and the grid's step in degrees."""

    grid: float = 0.3
    coast: float = 0.55
    shelf: float = 0.55
    waves: float = 0.3
    shadow: float = 0.35
    glow: float = 0.8
    reach: float = 0.22


PLAIN = Style()


def draw_globe(size: Size, view: View, palette: Palette, sun: Sun, style: Style = PLAIN) -> Image.Image:
    """Paint a globe in a sky; ``size`` and ``view`` are in pixels."""
    unit = size[0] / 1600
    land, coast = land_masks(size, view, 1.3 * unit)
    light = light_on_globe(size, view, sun)
    globe = palette.sea.paint(light)
    globe = _shelf(globe, land, palette, style, unit, view)
    globe = _drop_shadow(globe, land, palette, style, unit, sun)
    globe = Image.composite(palette.land.paint(light), globe, land)
    globe = _tint(globe, palette.coast, coast, style.coast, light)
    globe = _graticule(globe, land, palette, style, unit, view)
    return _in_sky(globe, size, view, palette, sun, style)


def _tint(
    image: Image.Image,
    colour: Colour,
    mask: Image.Image,
    strength: float,
    light: Image.Image | None = None,
) -> Image.Image:
    """Lay a colour over the picture where the mask is white (and light falls)."""
    mask = mask.point(lambda value: round(value * strength))
    if light is not None:
        mask = ImageChops.multiply(mask, light)
    return Image.composite(Image.new("RGB", image.size, colour), image, mask)


def _blurred(mask: Image.Image, radius: float) -> Image.Image:
    """Blur at a quarter of the size, where it is quick and looks the same."""
    small = mask.reduce(4).filter(ImageFilter.GaussianBlur(radius / 4))
    return small.resize(mask.size, Image.Resampling.BICUBIC)


def _shelf(
    globe: Image.Image,
    land: Image.Image,
    palette: Palette,
    style: Style,
    unit: float,
    view: View,
) -> Image.Image:
    """Let the sea grow lighter towards the coast."""
    radius = min(30 * unit, max(8 * unit, view.radius * 0.013))
    near = _blurred(land, radius)
    globe = _tint(globe, palette.shelf, near, style.shelf)
    if view.kilometres_per_pixel * globe.width > WIDEST_WITH_LINES:
        return globe
    lines = waterline_mask(globe.size, view)
    return _tint(globe, palette.grid, lines, style.waves)


def _graticule(
    globe: Image.Image,
    land: Image.Image,
    palette: Palette,
    style: Style,
    unit: float,
    view: View,
) -> Image.Image:
    """Draw the grid, light on the sea and dark on the land, finer when near."""
    across = view.kilometres_per_pixel * globe.width
    step = 5 if across < 3500 else 10 if across < 9000 else 15
    grid = grid_mask(globe.size, view, step, 1.1 * unit)
    at_sea = ImageChops.subtract(grid, land)
    globe = _tint(globe, palette.grid, at_sea, style.grid)
    on_land = ImageChops.multiply(grid, land)
    return _tint(globe, palette.shadow, on_land, 0.5 * style.grid)


def _drop_shadow(
    globe: Image.Image,
    land: Image.Image,
    palette: Palette,
    style: Style,
    unit: float,
    sun: Sun,
) -> Image.Image:
    """Let the land throw a small shadow away from the sun, like cut paper."""
    right, up, _ = sun.ray
    shadow = _blurred(land, 5 * unit)
    moved = (1, 0, right * 7 * unit, 0, 1, -up * 7 * unit)
    shadow = shadow.transform(shadow.size, Image.Transform.AFFINE, moved, fillcolor=0)
    return _tint(globe, palette.shadow, shadow, style.shadow)


def _in_sky(
    globe: Image.Image,
    size: Size,
    view: View,
    palette: Palette,
    sun: Sun,
    style: Style,
) -> Image.Image:
    """Set the globe into its sky with a glow around it and a bright rim."""
    if _fills_picture(size, view):
        return globe
    unit = size[0] / 1600
    height = field(size, lambda _x, y: y / size[1])
    sky = palette.sky.paint(height)
    glow = glow_around_globe(size, view, sun, style.reach)
    sky = _tint(sky, palette.glow, glow, style.glow)
    disc = disc_mask(size, view)
    inner = _blurred(ImageChops.invert(disc), 16 * unit)
    globe = _tint(globe, palette.glow, inner, 0.55 * style.glow, glow)
    rim = ImageChops.subtract(disc, disc_mask(size, view, -1.6 * unit))
    globe = _tint(globe, palette.glow, rim, 0.8, glow)
    return Image.composite(globe, sky, disc)


def _fills_picture(size: Size, view: View) -> bool:
    """Tell whether no corner of the picture shows any sky."""
    return all(
        (x - view.x) ** 2 + (y - view.y) ** 2 < (view.radius * 0.995) ** 2 for x in (0, size[0]) for y in (0, size[1])
    )
