"""When a message that did not arrive is tried again."""

from datetime import timedelta
from random import SystemRandom

FIRST = timedelta(seconds=10)
FACTOR = 4
LONGEST = timedelta(hours=6)
MOST_ATTEMPTS = 11
"""The pauses between them add up to 28 hours."""
PATIENCE = timedelta(days=1)
"""A webhook at which nothing arrived for so long is switched off."""
JITTER = 0.2
"""Part of a pause by which it is longer or shorter, so that messages that failed together do not return together."""

_chance = SystemRandom()


def pause(failures: int) -> timedelta:
    """Return how long to wait after so many failures in a row, at least one: 10 s, 40 s, 3 min … 6 h, more or less."""
    exact = min(FIRST * FACTOR ** (failures - 1), LONGEST) if failures < MOST_ATTEMPTS else LONGEST
    return exact * _chance.uniform(1 - JITTER, 1 + JITTER)
