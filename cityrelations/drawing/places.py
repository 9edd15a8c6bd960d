"""A place on Earth and the part of the world it belongs to."""

from dataclasses import dataclass

from cityrelations.drawing.sphere import Vector, vector


@dataclass(frozen=True)
class Place:
    """A city: key for the file name, degrees, and the year it became a partner."""

    key: str
    latitude: float
    longitude: float
    since: int | None = None

    @property
    def vector(self) -> Vector:
        """Unit vector of the place."""
        return vector(self.latitude, self.longitude)


# Rough outlines as (longitude, latitude), asked from top to bottom. They choose
# a colour and claim nothing else; the middle of a sea serves as the line.
OUTLINES: tuple[tuple[str, tuple[tuple[float, float], ...]], ...] = (
    (
        "americas",
        (
            (-180, 50),
            (-168, 66),
            (-168, 90),
            (-10, 90),
            (-30, 55),
            (-30, -60),
            (-130, -60),
            (-115, 10),
            (-180, 15),
        ),
    ),
    (
        "africa",
        (
            (-30, 36),
            (-5.5, 35.95),
            (11, 38),
            (12, 34),
            (32.5, 32),
            (32.4, 29.9),
            (36, 25),
            (43, 12.4),
            (55, 13),
            (65, -35),
            (0, -60),
            (-30, -60),
        ),
    ),
    (
        "middle_east",
        (
            (32.4, 29.9),
            (32.5, 34),
            (35.9, 36.2),
            (44, 37.3),
            (48, 39),
            (54, 37.4),
            (61, 37),
            (61.5, 25),
            (62, 15),
            (43, 12.4),
            (36, 25),
        ),
    ),
    (
        "europe",
        (
            (-30, 90),
            (35, 90),
            (35, 62),
            (28, 58),
            (33, 52),
            (40, 50),
            (40, 45),
            (36, 43),
            (30.2, 41.5),
            (28, 33),
            (12, 33),
            (-30, 35),
        ),
    ),
    (
        "oceania",
        ((110, -9), (130, -9), (131, 0), (150, 15), (180, 15), (180, -60), (110, -60)),
    ),
    ("oceania", ((-180, 15), (-115, 15), (-130, -60), (-180, -60))),
)


def region(latitude: float, longitude: float) -> str:
    """Name the part of the world of a point in degrees, by rough outlines."""
    for name, outline in OUTLINES:
        if _inside(longitude, latitude, outline):
            return name
    return "asia"


def _inside(x: float, y: float, outline: tuple[tuple[float, float], ...]) -> bool:
    """Tell whether a point lies in a polygon (even-odd rule)."""
    inside = False
    for (ax, ay), (bx, by) in zip(outline, outline[1:] + outline[:1], strict=True):
        if (ay > y) != (by > y) and x < ax + (bx - ax) * (y - ay) / (by - ay):
            inside = not inside
    return inside
