"""Finding out what is different for readers, by comparing what they find now with what was last told.

A comparison tells each difference once, however often it is made: signals ask for one at once, and a job compares
everything from time to time, for what happens without a signal, or in a process that was killed before it.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict
from itertools import chain
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import Page

from cms.core.models import Edition
from cms.publishing.changes.readable import Readable, readable
from cms.publishing.changes.writing import write
from cms.publishing.models import Change, KnownAddress

Kind = Change.Kind
_FIELDS = [field.name for field in KnownAddress._meta.concrete_fields if field.name not in ("id", "page_id")]
BATCH = 500

_is_at_rest: ContextVar[bool] = ContextVar("comparison is at rest", default=False)


@contextmanager
def compared_once() -> Iterator[None]:
    """Compare nothing until the block ends well, and then everything: for whoever writes many pages at once."""
    token = _is_at_rest.set(True)
    try:
        yield
    finally:
        _is_at_rest.reset(token)
    compare()


def compare_page(page: Page) -> None:
    """Tell what is different of a page in all its languages."""
    compare([page.translation_key])


def compare_branch(page: Page) -> None:
    """Tell what is different of a page and all below it, in all languages."""
    compare(_keys_below(page.path))


def compare_deleted() -> None:
    """Tell what is different because of pages that are gone."""
    there = Page.objects.filter(pk=OuterRef("page_id"))
    keys = KnownAddress.objects.filter(~Exists(there)).values_list("translation_key", flat=True)
    compare(set(keys))


@transaction.atomic
def compare(keys: Collection[UUID] | None = None) -> None:
    """Tell what is different of the pages with these translation keys; without keys, of all pages.

    A fixed number of queries where no address changed; where one did, the pages below are compared too.
    """
    if _is_at_rest.get() or (keys is not None and not keys):
        return
    now = readable(keys)
    known = {one.page_id: one for one in _known(keys)}
    gone = [known[pk] for pk in known.keys() - now.keys()]
    different = [one for one in now.values() if _is_different(one, known.get(one.page_id))]
    if gone or different:
        pairs = [(known.get(one.page_id), one) for one in different]
        write([*_ends(gone), *chain.from_iterable(_changes(before, one) for before, one in pairs)])
        _remember(different, gone)
        _follow(pairs, keys)


def remember_silently() -> None:
    """Take what readers find now as told, where nothing was ever told: in an installation older than the log."""
    if not KnownAddress.objects.exists():
        _remember(list(readable().values()), [])


def _known(keys: Collection[UUID] | None) -> QuerySet[KnownAddress]:
    return KnownAddress.objects.all() if keys is None else KnownAddress.objects.filter(translation_key__in=keys)


def _is_different(now: Readable, before: KnownAddress | None) -> bool:
    return before is None or any(getattr(before, name) != getattr(now, name) for name in _FIELDS)


def _ends(gone: list[KnownAddress]) -> Iterator[Change]:
    there = set(Page.objects.filter(pk__in=[one.page_id for one in gone]).values_list("pk", flat=True)) if gone else ()
    for one in sorted(gone, key=lambda known: known.path):
        kind = Kind.PAGE_UNPUBLISHED if one.page_id in there else Kind.PAGE_DELETED
        yield _change(kind, one, gone_paths=[one.path])


def _changes(before: KnownAddress | None, now: Readable) -> Iterator[Change]:
    """Yield what is different at one address; one that moved and says something else is both."""
    tags = sorted({*now.tags, *(before.tags if before else ())})
    if before and before.path != now.path:
        yield _change(Kind.PAGE_MOVED, now, paths=[now.path], gone_paths=[before.path], tags=tags)
    said = (before.words_id, before.words_at, before.edition) if before else None
    if said != (now.words_id, now.words_at, now.edition):
        is_translation = now.edition == Edition.Kind.TRANSLATION
        kind = Kind.TRANSLATION_PUBLISHED if is_translation else Kind.PAGE_PUBLISHED
        yield _change(kind, now, paths=[now.path], tags=tags)


def _change(kind: Kind, of: KnownAddress | Readable, **values: list[str]) -> Change:
    subject = {name: getattr(of, name) for name in ("page_id", "translation_key", "model", "locale")}
    return Change(kind=kind, **subject, **{"tags": of.tags, **values})


def _remember(different: list[Readable], gone: list[KnownAddress]) -> None:
    KnownAddress.objects.filter(pk__in=[one.pk for one in gone]).delete()
    # In one order, so that two transactions do not wait for each other.
    rows = [KnownAddress(**asdict(one)) for one in sorted(different, key=lambda one: one.page_id)]
    KnownAddress.objects.bulk_create(
        rows, batch_size=BATCH, update_conflicts=True, unique_fields=["page_id"], update_fields=_FIELDS
    )


def _follow(pairs: list[tuple[KnownAddress | None, Readable]], keys: Collection[UUID] | None) -> None:
    """Compare what stands below pages that moved: its addresses begin with theirs."""
    moved = [now.page_id for before, now in pairs if before and before.path != now.path]
    if moved and keys is not None:
        paths = Page.objects.filter(pk__in=moved).values_list("path", flat=True)
        compare(set(chain.from_iterable(map(_keys_below, paths))) - set(keys))


def _keys_below(path: str) -> set[UUID]:
    return set(Page.objects.filter(path__startswith=path, depth__gt=1).values_list("translation_key", flat=True))
