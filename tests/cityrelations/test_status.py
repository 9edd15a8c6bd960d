"""Whether a relation is active, resting or ended on a day."""

from datetime import date
from types import SimpleNamespace

import pytest

from cityrelations.status import status_on


def period(status: str, begins: date, until: date | None = None) -> SimpleNamespace:
    return SimpleNamespace(status=status, begins=begins, until=until)


MOSCOW = [period("active", date(1991, 8, 28), date(2021, 12, 31)), period("resting", date(2022, 1, 1))]


@pytest.mark.parametrize(
    ("periods", "day", "status"),
    [
        ([], date(2026, 1, 1), "active"),
        (MOSCOW, date(2021, 12, 31), "active"),
        (MOSCOW, date(2022, 1, 1), "resting"),
        (MOSCOW, date(1990, 1, 1), "active"),
        ([period("ended", date(2000, 1, 1))], date(2026, 1, 1), "ended"),
        ([period("ended", date(2030, 1, 1))], date(2026, 1, 1), "active"),
        ([period("active", date(1990, 1, 1)), period("resting", date(2000, 1, 1))], date(2001, 1, 1), "resting"),
    ],
)
def test_status_on_a_day(periods, day, status) -> None:
    assert status_on(day, periods) == status
