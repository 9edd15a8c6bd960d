"""From a bare checkout to a site that can be served. Each step does only what is missing."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from cms.operations import (
    demo_accounts,
    first_administrator,
    first_content,
    schema,
    site_row,
    static_files,
    translations,
    writable,
)


def prepare() -> None:
    """Bring database, translations, static files and content up to date."""
    writable.check(settings.VAR_DIR, settings.MEDIA_DIR, *_storage_folders())
    schema.bring_up_to_date()
    translations.compile_stale(Path(settings.LOCALE_PATHS[0]))
    if settings.STATIC_ROOT and not settings.DEBUG:
        static_files.collect()
    first_content.load_if_empty()
    site_row.align()


def _storage_folders() -> Iterator[Path]:
    for storage in settings.STORAGES.values():
        if location := storage.get("OPTIONS", {}).get("location"):
            yield Path(location)


def how_to_sign_in() -> str:
    """Make the first accounts and return what their owners must know."""
    if not settings.SITE.is_loopback:
        return _one_time_link()
    made = demo_accounts.make_missing()
    lines = [f"    {name:<14} {password}" for name, password in made.items()]
    return "\n".join([f"Demo accounts: {demo_accounts.list_file()}", *lines])


def _one_time_link() -> str:
    link = first_administrator.one_time_link()
    return f"Choose the first administrator's password: {link}" if link else ""
