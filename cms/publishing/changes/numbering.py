"""Giving changes their place in the order that readers of the log see.

A change gets its number after its transaction was committed. A reader who has seen number 7 has therefore seen all
that will ever stand before it: a primary key would not do, since on PostgreSQL a lower one may become visible after a
higher one. Two changes of the same page keep their order, since the second waits for the first transaction to end.
"""

from django.db import transaction

from cms.publishing.models import Change, ChangeCounter
from cms.publishing.webhooks.queueing import queue_deliveries

BATCH = 500
THE_ONE = 1


def number_changes() -> int:
    """Number what was committed since, and queue it for the webhooks that want it. Return how many changes.

    One process at a time: the counter's row is locked for this short transaction alone.
    """
    if not Change.objects.filter(sequence=None).exists():
        return 0
    with transaction.atomic():
        counter, _created = ChangeCounter.objects.select_for_update().get_or_create(pk=THE_ONE)
        changes = list(Change.objects.filter(sequence=None).order_by("pk"))
        for number, change in enumerate(changes, start=counter.last + 1):
            change.sequence = number
        Change.objects.bulk_update(changes, ["sequence"], batch_size=BATCH)
        counter.last += len(changes)
        counter.save(update_fields=["last"])
        queue_deliveries(changes)
    return len(changes)


def last_number() -> int:
    """Return the last number given, 0 before the first."""
    return ChangeCounter.objects.filter(pk=THE_ONE).values_list("last", flat=True).first() or 0
