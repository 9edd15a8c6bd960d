"""`manage.py export_translations ZIP --locale fr`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from wagtail.models import Locale

from cms.core.progress import Progress, ProgressBar, silent
from cms.translation.exchange.export import export_to
from cms.translation.exchange.formats import FileFormat
from cms.translation.exchange.sections import page_at
from cms.translation.exchange.selection import Selection, What


class Command(BaseCommand):
    """Writes texts to be translated into a ZIP, a file for each page."""

    help = "Write the texts of pages into a ZIP for translators: by default all that is missing in a language."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file to write, and what is to be in it."""
        parser.add_argument("zip", type=Path, help="file to write")
        parser.add_argument("--locale", required=True, help="language to translate into, such as fr")
        parser.add_argument("--section", help="address of a page; it and all below it, such as /de/networks/")
        which = parser.add_mutually_exclusive_group()
        for what in What:
            which.add_argument(f"--{what}", dest="what", action="store_const", const=what, help=what.label)
        parser.add_argument("--format", choices=FileFormat.values, default=FileFormat.XLIFF_12.value)
        parser.add_argument("--tmx", action="store_true", help="add the translation memory of these pages")
        parser.add_argument("--language", help="language of the notes in the files, such as en")
        parser.add_argument("--no-progress", action="store_true", help="do not tell how far it is")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write, and say how much; a file that is not whole is not left behind."""
        bar = ProgressBar(self.stderr._out)
        draft = options["zip"].with_name(f".{options['zip'].name}.part")
        try:
            with translation.override(options["language"] or translation.get_language()):
                count = self._export(draft, options, silent if options["no_progress"] else bar)
            draft.replace(options["zip"])
        except OSError as error:
            raise CommandError(f"{options['zip']} cannot be written ({error.strerror}).") from None
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        finally:
            bar.end()
            draft.unlink(missing_ok=True)
        self.stdout.write(f"{count} pages in {options['zip']}")

    def _export(self, path: Path, options: dict[str, Any], progress: Progress) -> int:
        commissions = _selection(options).commissions()
        with path.open("wb") as out:
            export_to(out, commissions, FileFormat(options["format"]), with_tmx=options["tmx"], progress=progress)
        return len(commissions)


def _selection(options: dict[str, Any]) -> Selection:
    locale = Locale.objects.select_related("profile").filter(language_code=options["locale"]).first()
    if locale is None:
        known = ", ".join(Locale.objects.values_list("language_code", flat=True))
        raise CommandError(f"There is no language {options['locale']} here, only {known}.")
    what = What(options["what"] or What.MISSING)
    if not options["section"]:
        return Selection(locale, what)
    section = page_at(options["section"])
    if section is None:
        raise CommandError(f"There is no page at {options['section']}. Give its address, such as /de/networks/.")
    return Selection(locale, what, pages=(section,), with_pages_below=True)
