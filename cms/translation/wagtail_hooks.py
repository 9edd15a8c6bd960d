"""What this room adds to the Wagtail admin; Wagtail finds hooks by the name of this file."""

from cms.translation.hooks import coverage, history, menu, notices, waiting, work, written  # noqa: F401
