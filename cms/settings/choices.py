"""Values an operator chooses from what exists."""

import re
from collections.abc import Iterable
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cms.settings.errors import OperatorError
from cms.settings.site_url import SiteAddress

_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?")


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


def count(text: str, name: str) -> int:
    """Return a number that is given as digits; 0 is one too."""
    if text.isascii() and text.isdigit():
        return int(text)
    raise OperatorError(f"{name} must be a whole number such as 600, or 0 for none, not {text!r}.")


def origins(text: str, name: str) -> list[str]:
    """Return the origins (RFC 6454) that stand in `text`, parted by commas; `*` alone is all."""
    found = [one.strip().rstrip("/") for one in text.split(",") if one.strip()]
    wrong = [one for one in found if one != "*" and not _ORIGIN.fullmatch(one)]
    if wrong or ("*" in found and len(found) > 1):
        raise OperatorError(f"{name} must be * or origins such as https://www.example.org, parted by commas.")
    return found


def exact_origins(text: str, name: str) -> list[str]:
    """Return the origins that stand in `text`, none of which may be `*`."""
    found = origins(text, name)
    if "*" in found:
        raise OperatorError(f"{name} must name its origins, such as https://www.example.org; * is not allowed here.")
    return found
