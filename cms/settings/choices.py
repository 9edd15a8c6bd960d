"""Values an operator chooses from what exists."""

from collections.abc import Iterable
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cms.settings.errors import OperatorError
from cms.settings.site_url import SiteAddress


def language(code: str, languages: Iterable[tuple[str, str]]) -> str:
    """Return the source language if it is one that can be."""
    if code in dict(languages):
        return code
    raise OperatorError(f"LANGUAGE_CODE must be a language tag such as de, en or pt-br, in lower case, not {code!r}.")


def time_zone(name: str) -> str:
    """Return the name of the office's time zone if it exists."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise OperatorError(f"TIME_ZONE must be a name such as Europe/Berlin or UTC, not {name!r}.") from None
    return name


def content(folder: str, site: SiteAddress, demo: Path) -> Path | None:
    """Return the bundle that an empty site is filled with: by default the demo, on loopback only."""
    if folder == "none":
        return None
    if not folder:
        return demo if site.is_loopback else None
    if not (Path(folder) / "bundle.json").is_file():
        raise OperatorError(f"CONTENT must name a folder with a bundle.json, or be none; {folder} has no bundle.json.")
    return Path(folder).absolute()
