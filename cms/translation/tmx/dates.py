"""Moments as TMX writes them: `20260131T142500Z`."""

from datetime import UTC, datetime

_FORM = "%Y%m%dT%H%M%SZ"


def written(moment: datetime) -> str:
    """Return a moment for a file."""
    return moment.astimezone(UTC).strftime(_FORM)


def read(text: str, latest: datetime) -> datetime | None:
    """Return the moment a file names, `latest` for one in the future, None for no moment at all."""
    try:
        return min(latest, datetime.strptime(text.strip(), _FORM).replace(tzinfo=UTC))
    except ValueError:
        return None
