"""What this room adds to the Wagtail admin; Wagtail finds hooks by the name of this file."""

from cms.translation.hooks import (  # noqa: F401
    assigning,
    coverage,
    crossing,
    doors,
    editor,
    exchange,
    filling,
    gate,
    history,
    importance,
    lifecycle,
    lists,
    localize_offers,
    menu,
    notices,
    share_links,
    waiting,
    work,
    written,
    written_notes,
)
