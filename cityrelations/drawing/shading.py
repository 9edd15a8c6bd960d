"""Light: the sun on the sphere, the glow around it, the grain of the paper."""

import hashlib
import math
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image, ImageChops

from cityrelations.drawing.masks import Size
from cityrelations.drawing.projection import View

COARSE = 16  # smooth fields are computed for every sixteenth pixel


@dataclass(frozen=True)
class Sun:
    """Where the light comes from, as the viewer sees it.

    ``clock`` is the direction in the picture (degrees clockwise from up),
    ``height`` the angle towards the viewer (90 is from behind the viewer),
    ``soft`` the width of the twilight, ``dark`` how deep the night is (0 to 1),
    ``sweep`` how much light is lost across the picture, away from the sun.
    """

    clock: float = 320.0
    height: float = 50.0
    soft: float = 0.9
    dark: float = 0.6
    sweep: float = 0.45

    @property
    def ray(self) -> tuple[float, float, float]:
        """Unit vector to the sun: right, up, towards the viewer."""
        clock, height = math.radians(self.clock), math.radians(self.height)
        return (
            math.sin(clock) * math.cos(height),
            math.cos(clock) * math.cos(height),
            math.sin(height),
        )


def field(size: Size, value: Callable[[float, float], float]) -> Image.Image:
    """Compute a smooth grey picture from ``value(x, y)`` between 0 and 1."""
    width, height = size[0] // COARSE + 2, size[1] // COARSE + 2
    levels = bytes(
        round(255 * min(1.0, max(0.0, value((i + 0.5) * COARSE, (j + 0.5) * COARSE))))
        for j in range(height)
        for i in range(width)
    )
    small = Image.frombytes("L", (width, height), levels)
    box = (0, 0, size[0] / COARSE, size[1] / COARSE)
    return small.resize(size, Image.Resampling.BICUBIC, box=box)


def light_on_globe(size: Size, view: View, sun: Sun) -> Image.Image:
    """Give the light on the sphere, white where the sun stands highest."""
    sx, sy, sz = sun.ray
    sin_clock = math.sin(math.radians(sun.clock))
    cos_clock = math.cos(math.radians(sun.clock))
    wide = size[0] * abs(sin_clock) + size[1] * abs(cos_clock)

    def value(x: float, y: float) -> float:
        dx, dy = (x - view.x) / view.radius, (view.y - y) / view.radius
        across = (x - size[0] / 2) * sin_clock - (y - size[1] / 2) * cos_clock
        swept = 1 - sun.sweep * smooth(0.5 - across / wide)
        flat = math.hypot(dx, dy)
        if flat > 1:
            dx, dy, flat = dx / flat, dy / flat, 1.0
        up = math.sqrt(1 - flat * flat)
        shine = dx * sx + dy * sy + up * sz
        part = smooth((shine + sun.soft * 0.35) / (sun.soft * 1.35))
        return (1 - sun.dark + sun.dark * part) * swept

    return field(size, value)


def glow_around_globe(size: Size, view: View, sun: Sun, reach: float) -> Image.Image:
    """Give the atmosphere outside the disc; it fades within ``reach`` radii."""
    sx, sy, _ = sun.ray
    tilt = math.hypot(sx, sy) or 1.0

    def value(x: float, y: float) -> float:
        dx, dy = (x - view.x) / view.radius, (view.y - y) / view.radius
        flat = math.hypot(dx, dy) or 1e-6
        outside = max(0.0, flat - 1) / reach
        side = (dx * sx + dy * sy) / (flat * tilt)
        strength = 0.62 + 0.38 * side * min(1.0, tilt * 1.2)
        return strength * (0.72 * math.exp(-4.5 * outside) + 0.28 * math.exp(-1.6 * outside))

    return field(size, value)


def smooth(t: float) -> float:
    """Ease from 0 to 1 without a kink (smoothstep)."""
    t = min(1.0, max(0.0, t))
    return t * t * (3 - 2 * t)


def grained(image: Image.Image, strength: int = 2) -> Image.Image:
    """Add a fine grain, always the same, so that smooth light shows no bands."""
    noise = hashlib.shake_256(b"grain").digest(image.width * image.height)
    table = bytes(128 + round((i / 255 - 0.5) * 2 * strength) for i in range(256))
    grey = Image.frombytes("L", image.size, noise.translate(table))
    grain = Image.merge("RGB", (grey, grey, grey))
    return ImageChops.add(image, grain, 1, -128)
