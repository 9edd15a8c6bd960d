"""The search index and the reference index, which a load makes once at its end rather than row by row."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db.models.signals import post_save
from modelsearch import index
from modelsearch.signal_handlers import post_save_signal_handler, register_signal_handlers
from wagtail.signal_handlers import disable_reference_index_auto_update


@contextmanager
def indexes_at_rest() -> Iterator[None]:
    """Let nothing be indexed inside. The switch is one for the whole process; what runs beside a load waits."""
    for model in index.get_indexed_models():
        post_save.disconnect(post_save_signal_handler, sender=model)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        register_signal_handlers()


def rebuild_search_index() -> None:
    """Index everything for search."""
    call_command("update_index", verbosity=0)


def rebuild_reference_index() -> None:
    """Record anew what refers to what."""
    call_command("rebuild_references_index", verbosity=0)
