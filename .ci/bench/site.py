"""A throw-away site for benchmarks: its own database in a temporary folder, removed at the end."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def empty_site() -> Iterator[None]:
    """Set Django up on a new database with all migrations applied and all static files collected."""
    folder = Path(tempfile.mkdtemp(prefix="cms-bench-"))
    os.environ |= {"VAR_DIR": str(folder / "var"), "MEDIA_DIR": str(folder / "media"), "CONTENT": "none"}
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.base")
    try:
        import django
        from django.core.management import call_command

        (folder / "var").mkdir()
        django.setup()
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)
