"""The fixed list of renditions: which sizes and formats a picture gets for each role it can play on a page."""

from dataclasses import dataclass

FORMATS = ("avif", "webp", "jpeg")


@dataclass(frozen=True)
class Role:
    """A place on a page. `crops` are (width, height) in CSS pixels; height 0 keeps the picture's proportions.

    `fallback` is the index of the crop that is made as JPEG while the upload waits; `sizes` is the HTML
    attribute of that name.
    """

    name: str
    crops: tuple[tuple[int, int], ...]
    fallback: int
    sizes: str

    def specs(self, image_format: str) -> list[str]:
        """Return Wagtail filter specs, narrowest first, for one of FORMATS."""
        return [f"{_operation(*crop)}|format-{image_format}" for crop in self.crops]

    @property
    def fallback_spec(self) -> str:
        """Return the filter spec of the JPEG every picture has."""
        return self.specs("jpeg")[self.fallback]


def _operation(width: int, height: int) -> str:
    return f"fill-{width}x{height}" if height else f"width-{width}"


CARD = Role("card", ((320, 213), (640, 427)), 1, "(min-width: 64rem) 18rem, (min-width: 40rem) 30vw, 46vw")
LEAD = Role("lead", ((640, 427), (1200, 800), (1600, 1067)), 1, "(min-width: 64rem) 55vw, 100vw")
BODY = Role("body", ((480, 0), (960, 0), (1440, 0)), 1, "(min-width: 48rem) 44rem, 100vw")
LOGO = Role("logo", ((160, 0), (320, 0)), 1, "10rem")

ROLES = {role.name: role for role in (CARD, LEAD, BODY, LOGO)}
