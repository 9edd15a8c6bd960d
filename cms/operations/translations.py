"""Interface translations, compiled without GNU gettext."""

import os
from collections.abc import Iterator
from pathlib import Path

import polib

from cms.settings.errors import OperatorError


def compile_stale(folder: Path) -> list[Path]:
    """Compile each catalogue whose compiled form is missing or older; return what was written."""
    return [_compile(catalogue) for catalogue in _stale(folder)]


def _stale(folder: Path) -> Iterator[Path]:
    for catalogue in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        compiled = catalogue.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < catalogue.stat().st_mtime:
            yield catalogue


def _compile(catalogue: Path) -> Path:
    """Write the compiled form in one step, so that no process ever reads half of it."""
    compiled = catalogue.with_suffix(".mo")
    draft = catalogue.with_suffix(f".{os.getpid()}.draft")
    try:
        polib.pofile(str(catalogue), encoding="utf-8").save_as_mofile(str(draft))
        draft.replace(compiled)
    except PermissionError:
        raise OperatorError(
            f"The translations in {catalogue} cannot be compiled: make its folder writable, or let its owner run "
            "manage.py compile_translations."
        ) from None
    except (OSError, ValueError) as error:
        raise OperatorError(f"The translations in {catalogue} cannot be compiled: {error}") from None
    return compiled
