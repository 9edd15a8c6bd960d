"""Static files, collected again only when one of them changed."""

from collections.abc import Iterator
from hashlib import sha256
from io import TextIOBase
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from cms.operations.progress import Bar


class _Steps(TextIOBase):
    """Takes what `collectstatic` prints and counts it."""

    def __init__(self, bar: Bar) -> None:
        self.bar = bar

    def write(self, text: str) -> int:
        """Count a line about one file."""
        if text.startswith(("Copying", "Post-processed")):
            self.bar.advance()
        return len(text)


def collect() -> None:
    """Bring `STATIC_ROOT` up to date."""
    sources = sorted(_sources())
    mark = sha256("\n".join(sources).encode()).hexdigest()
    stamp = Path(f"{settings.STATIC_ROOT}.stamp")
    if stamp.is_file() and stamp.read_text() == mark and Path(settings.STATIC_ROOT).is_dir():
        return
    # Each file is copied and hashed, about half of them are compressed in two ways.
    with Bar("Collecting static files", total=3 * len(sources)) as bar:
        call_command("collectstatic", interactive=False, verbosity=2, stdout=_Steps(bar))
    stamp.write_text(mark)


def _sources() -> Iterator[str]:
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            yield f"{name} {status.st_size} {status.st_mtime_ns}"
