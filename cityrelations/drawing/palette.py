"""Colours: one family per part of the world, in several moods.

Colours are mixed in OKLCH (Björn Ottosson, 2020: lightness 0-1, chroma, hue in
degrees), where equal steps look equal, so that every family keeps the same
contrast between land, sea and arc.
"""

import math
from dataclasses import dataclass, replace

from PIL import Image

Colour = tuple[int, int, int]


def oklch(lightness: float, chroma: float, hue: float) -> Colour:
    """Give the sRGB colour, 0 to 255; what sRGB lacks is clipped."""
    a = chroma * math.cos(math.radians(hue))
    b = chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _encoded(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _encoded(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _encoded(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def _encoded(linear: float) -> int:
    """Apply the sRGB transfer curve (IEC 61966-2-1)."""
    linear = min(1.0, max(0.0, linear))
    if linear <= 0.0031308:
        return round(255 * 12.92 * linear)
    return round(255 * (1.055 * linear ** (1 / 2.4) - 0.055))


@dataclass(frozen=True)
class Ramp:
    """Colours from shade to full light, as evenly spaced stops."""

    stops: tuple[Colour, ...]

    def paint(self, light: Image.Image) -> Image.Image:
        """Turn a grey picture (black is shade) into colours."""
        channels = [light.point([self._level(i, value) for value in range(256)]) for i in range(3)]
        return Image.merge("RGB", channels)

    def _level(self, channel: int, value: int) -> int:
        place = value / 255 * (len(self.stops) - 1)
        low = min(int(place), len(self.stops) - 2)
        a, b = self.stops[low][channel], self.stops[low + 1][channel]
        return round(a + (b - a) * (place - low))


@dataclass(frozen=True)
class Palette:
    """All colours of one picture, and how strongly the arc glows (0 to 1)."""

    sky: Ramp
    sea: Ramp
    land: Ramp
    shelf: Colour
    coast: Colour
    grid: Colour
    glow: Colour
    arc: Colour
    casing: Colour
    shadow: Colour
    arc_glow: float


@dataclass(frozen=True)
class Family:
    """Hues of a part of the world, and how strong they are."""

    sea: float
    land: float
    chroma: float
    land_chroma: float
    arc: Colour


CORAL: Colour = (226, 79, 52)
PETROL: Colour = (14, 92, 94)
WHITE: Colour = (255, 250, 242)

FAMILIES: dict[str, Family] = {
    "europe": Family(sea=253, land=88, chroma=1.0, land_chroma=1.0, arc=CORAL),
    "americas": Family(sea=182, land=112, chroma=0.72, land_chroma=1.15, arc=CORAL),
    "africa": Family(sea=40, land=74, chroma=1.12, land_chroma=1.8, arc=PETROL),
    "asia": Family(sea=326, land=28, chroma=0.92, land_chroma=1.05, arc=CORAL),
    "middle_east": Family(sea=281, land=62, chroma=1.12, land_chroma=1.1, arc=CORAL),
    "world": Family(sea=222, land=84, chroma=0.75, land_chroma=1.2, arc=CORAL),
    "oceania": Family(sea=218, land=102, chroma=0.75, land_chroma=1.0, arc=CORAL),
}


def day(family: Family) -> Palette:
    """Deep sea and pale land: the plain atlas."""
    c, k = family.chroma, family.land_chroma
    return Palette(
        sky=_ramp(family.sea, c, (0.15, 0.035), (0.25, 0.055)),
        sea=_ramp(family.sea, c, (0.19, 0.045), (0.33, 0.08), (0.44, 0.092)),
        land=Ramp(
            (
                oklch(0.36, 0.05 * c, family.sea),
                oklch(0.70, 0.04 * k, family.land),
                oklch(0.91, 0.04 * k, family.land),
            )
        ),
        shelf=oklch(0.58, 0.095 * c, family.sea),
        coast=oklch(0.96, 0.025 * k, family.land),
        grid=oklch(0.86, 0.05 * c, family.sea),
        glow=oklch(0.84, 0.09 * c, family.sea),
        arc=family.arc,
        casing=WHITE,
        shadow=oklch(0.17, 0.05 * c, family.sea),
        arc_glow=0.3,
    )


def chart(family: Family) -> Palette:
    """Pale sea and paper land, like a printed chart."""
    c, k = family.chroma, family.land_chroma
    return Palette(
        sky=_ramp(family.sea, c, (0.36, 0.085), (0.52, 0.095)),
        sea=_ramp(family.sea, c, (0.45, 0.085), (0.65, 0.085), (0.76, 0.07)),
        land=Ramp(
            (
                oklch(0.66, 0.06 * c, family.sea),
                oklch(0.86, 0.04 * k, family.land),
                oklch(0.955, 0.028 * k, family.land),
            )
        ),
        shelf=oklch(0.88, 0.045 * c, family.sea),
        coast=oklch(0.38, 0.09 * c, family.sea),
        grid=oklch(0.98, 0.015, family.sea),
        glow=oklch(0.95, 0.045 * c, family.sea),
        arc=family.arc,
        casing=WHITE,
        shadow=oklch(0.32, 0.09 * c, family.sea),
        arc_glow=0.12,
    )


def night(family: Family) -> Palette:
    """Dark sea, dark land, shining coasts."""
    c, k = family.chroma, family.land_chroma
    return Palette(
        sky=_ramp(family.sea, c, (0.11, 0.03), (0.20, 0.055)),
        sea=_ramp(family.sea, c, (0.12, 0.035), (0.19, 0.06), (0.25, 0.07)),
        land=_ramp(family.sea, c, (0.21, 0.045), (0.36, 0.08), (0.54, 0.095)),
        shelf=oklch(0.38, 0.11 * c, family.sea),
        coast=oklch(0.86, 0.07 * c, family.sea),
        grid=oklch(0.74, 0.08 * c, family.sea),
        glow=oklch(0.76, 0.12 * c, family.sea),
        arc=_warm(family),
        casing=oklch(0.96, 0.03 * k, family.land),
        shadow=oklch(0.09, 0.03 * c, family.sea),
        arc_glow=0.75,
    )


def ink(family: Family) -> Palette:
    """Dark land on a mid-toned sea, the atlas turned round."""
    c = family.chroma
    return Palette(
        sky=_ramp(family.sea, c, (0.24, 0.06), (0.36, 0.08)),
        sea=_ramp(family.sea, c, (0.36, 0.085), (0.55, 0.09), (0.68, 0.075)),
        land=_ramp(family.sea, c, (0.15, 0.04), (0.25, 0.07), (0.34, 0.08)),
        shelf=oklch(0.84, 0.055 * c, family.sea),
        coast=oklch(0.93, 0.03 * c, family.sea),
        grid=oklch(0.95, 0.03 * c, family.sea),
        glow=oklch(0.93, 0.06 * c, family.sea),
        arc=_warm(family),
        casing=WHITE,
        shadow=oklch(0.13, 0.05 * c, family.sea),
        arc_glow=0.5,
    )


def dusk(family: Family) -> Palette:
    """Low sun: warm light on the land, the rest turning to night."""
    c = family.chroma
    return Palette(
        sky=_ramp(family.sea, c, (0.13, 0.04), (0.25, 0.065)),
        sea=_ramp(family.sea, c, (0.15, 0.045), (0.27, 0.075), (0.42, 0.075)),
        land=Ramp(
            (
                oklch(0.22, 0.05 * c, family.sea),
                oklch(0.47, 0.05 * c, (family.sea + 40) % 360),
                oklch(0.72, 0.07, 50),
                oklch(0.90, 0.06, 72),
            )
        ),
        shelf=oklch(0.54, 0.085 * c, family.sea),
        coast=oklch(0.95, 0.045, 70),
        grid=oklch(0.86, 0.05 * c, family.sea),
        glow=oklch(0.87, 0.085, 60),
        arc=_warm(family),
        casing=WHITE,
        shadow=oklch(0.12, 0.04 * c, family.sea),
        arc_glow=0.45,
    )


def wash(family: Family) -> Palette:
    """Pale sea and tinted land, like a water-colour in one colour."""
    c = family.chroma
    return Palette(
        sky=_ramp(family.sea, c, (0.34, 0.075), (0.54, 0.085)),
        sea=_ramp(family.sea, c, (0.60, 0.07), (0.80, 0.048), (0.90, 0.03)),
        land=_ramp(family.sea, c, (0.27, 0.07), (0.42, 0.095), (0.55, 0.10)),
        shelf=oklch(0.955, 0.016, family.sea),
        coast=oklch(0.26, 0.07 * c, family.sea),
        grid=oklch(0.66, 0.06 * c, family.sea),
        glow=oklch(0.96, 0.03 * c, family.sea),
        arc=family.arc,
        casing=WHITE,
        shadow=oklch(0.20, 0.06 * c, family.sea),
        arc_glow=0.2,
    )


def dawn(family: Family) -> Palette:
    """First light: from night blue through rose to gold, in any family."""
    k = family.land_chroma
    return replace(
        dusk(family),
        sky=Ramp((oklch(0.16, 0.05, 275), oklch(0.24, 0.07, 285))),
        sea=Ramp(
            (
                oklch(0.18, 0.055, 272),
                oklch(0.30, 0.085, 285),
                oklch(0.48, 0.11, 345),
                oklch(0.72, 0.12, 50),
            )
        ),
        land=Ramp(
            (
                oklch(0.27, 0.06, 275),
                oklch(0.47, 0.075, 310),
                oklch(0.76, 0.09 * k, 45),
                oklch(0.94, 0.06 * k, 82),
            )
        ),
        shelf=oklch(0.66, 0.1, 20),
        coast=oklch(0.97, 0.05, 80),
        grid=oklch(0.88, 0.07, 50),
        glow=oklch(0.88, 0.1, 62),
        shadow=oklch(0.16, 0.05, 285),
    )


def _ramp(hue: float, strength: float, *stops: tuple[float, float]) -> Ramp:
    """Give a ramp of one hue from pairs of lightness and chroma."""
    return Ramp(tuple(oklch(light, chroma * strength, hue) for light, chroma in stops))


def _warm(family: Family) -> Colour:
    """Give an arc colour that stands out on dark land."""
    return (255, 122, 92) if family.arc == CORAL else (120, 214, 204)


TONES = {
    "day": day,
    "chart": chart,
    "night": night,
    "ink": ink,
    "dusk": dusk,
    "wash": wash,
    "dawn": dawn,
}


def palette(region: str, tone: str = "day") -> Palette:
    """Give the colours of a part of the world in one of the moods."""
    return TONES[tone](FAMILIES[region])
