"""The site's own accent colour: checked when saved, served as a stylesheet."""

from hashlib import sha256

PAPER = "#fbf8f2"
NIGHT = "#11161d"
"""Grounds the accent stands on, as in the style sheet's tokens."""

LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours given as #rrggbb, from 1 to 21 (WCAG 2.2, “contrast ratio”)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def stylesheet(accent: str, accent_dark: str) -> str:
    """Return the CSS that replaces the accent of the style sheet's tokens."""
    return f"@layer tokens{{:root{{--color-accent:light-dark({accent},{accent_dark})}}}}\n"


def address(accent: str, accent_dark: str) -> str:
    """Return the path of the stylesheet, which changes with its content so that it can be kept for good."""
    digest = sha256(stylesheet(accent, accent_dark).encode()).hexdigest()[:12]
    return f"/colours.{digest}.css"


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
