"""Reading the log of changes: in order, without loss, and what happens to old cursors."""

from datetime import timedelta
from threading import Event, Thread

import pytest
from django.conf import settings
from django.db import connection, connections, transaction
from django.utils import timezone

from cms.publishing.changes import BadCursor, CursorTooOld, changes_since, current_cursor
from cms.publishing.changes.pruning import prune
from cms.publishing.models import Change, ChangeCounter

pytestmark = pytest.mark.django_db


def enter(*names: str) -> None:
    """Enter changes that are told apart by an address."""
    for name in names:
        Change.objects.create(kind=Change.Kind.PAGE_PUBLISHED, paths=[name])


def names(changes: list[Change]) -> list[str]:
    return [change.paths[0] for change in changes]


def test_log_is_read_from_the_oldest_on_in_portions() -> None:
    enter("a", "b", "c")
    first, cursor = changes_since(None, 2)
    second, last = changes_since(cursor, 2)
    assert (names(first), names(second)) == (["a", "b"], ["c"])
    assert changes_since(last, 2) == ([], last)
    assert current_cursor() == last


def test_empty_log_gives_a_cursor_to_begin_with() -> None:
    changes, cursor = changes_since(None, 10)
    enter("a")
    assert (changes, names(changes_since(cursor, 10)[0])) == ([], ["a"])


@pytest.mark.parametrize("cursor", ["", "x", "-1", "1.5", "٣", "²", "9" * 30, "1 ", "0x1"])
def test_cursor_that_was_never_given_is_refused(cursor: str) -> None:
    with pytest.raises(BadCursor):
        changes_since(cursor, 10)


def test_cursor_from_before_what_is_kept_is_too_old() -> None:
    enter("a", "b", "c")
    start, (_changes, after_two) = "0", changes_since(None, 2)
    long_ago = timezone.now() - timedelta(days=settings.CHANGES_KEPT_DAYS + 1)
    Change.objects.filter(sequence__lte=2).update(at=long_ago)
    prune()
    assert names(changes_since(after_two, 10)[0]) == ["c"]
    assert names(changes_since(None, 10)[0]) == ["c"]
    for cursor in (start, "1"):
        with pytest.raises(CursorTooOld):
            changes_since(cursor, 10)


def test_after_all_was_forgotten_only_the_last_cursor_holds() -> None:
    enter("a", "b")
    last = current_cursor()
    Change.objects.update(at=timezone.now() - timedelta(days=settings.CHANGES_KEPT_DAYS + 1))
    prune()
    assert changes_since(last, 10) == ([], last)
    with pytest.raises(CursorTooOld):
        changes_since("1", 10)


def test_cursor_from_before_a_backup_was_restored_is_too_old() -> None:
    enter("a", "b")
    last = current_cursor()
    Change.objects.filter(sequence=2).delete()
    ChangeCounter.objects.update(last=1)
    with pytest.raises(CursorTooOld):
        changes_since(last, 10)


def test_numbers_have_no_gap_where_a_transaction_was_rolled_back() -> None:
    enter("a")
    with transaction.atomic():
        enter("lost")
        transaction.set_rollback(True)
    enter("b")
    changes, _cursor = changes_since(None, 10)
    assert (names(changes), [change.sequence for change in changes]) == (["a", "b"], [1, 2])


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one transaction write at a time")
def test_change_of_a_slow_transaction_is_read_after_those_that_were_faster() -> None:
    """The slow one has the lower primary key and becomes visible last."""
    entered, may_commit = Event(), Event()

    def work() -> None:
        try:
            with transaction.atomic():
                enter("slow")
                entered.set()
                may_commit.wait(30)
        finally:
            connections.close_all()

    slow = Thread(target=work)
    slow.start()
    entered.wait(30)
    enter("fast")
    first, cursor = changes_since(None, 10)
    may_commit.set()
    slow.join()
    second, _last = changes_since(cursor, 10)
    assert (names(first), names(second)) == (["fast"], ["slow"])
    assert first[0].pk > second[0].pk


@pytest.mark.django_db(transaction=True)
def test_readers_at_the_same_time_number_each_change_once() -> None:
    enter(*"abcdefgh")
    failures = []

    def read() -> None:
        try:
            changes_since(None, 100)
        except Exception as error:  # noqa: BLE001 - told below, in the thread of the test
            failures.append(error)
        finally:
            connections.close_all()

    readers = [Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert failures == []
    changes, _cursor = changes_since(None, 100)
    assert [change.sequence for change in changes] == list(range(1, len(changes) + 1))
    assert names(changes[-8:]) == list("abcdefgh")
