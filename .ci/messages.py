"""Keep the interface translations complete, without GNU gettext.

Usage: messages.py update|check. `update` brings every catalogue up to date with the words in
code and templates; `check` lists what is missing.
"""

import io
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import polib
from babel.messages.extract import extract_python
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = ROOT / "cms" / "locale"
TEMPLATES = (".html", ".txt", ".xml")
ROOMS = ("cms", "home", "cityrelations", "search")
STAFF_ROOMS = (
    *("cms/translation/", "cms/publishing/", "cms/bundles/", "cms/operations/"),
    *("templates/translation/", "templates/wagtailadmin/"),
)
"""Where words stand that only staff read, in the languages of the admin."""
READERS_ONLY = {"de_Simple"}
"""Catalogues of languages the admin does not speak; what they lack falls back to the plain language."""
KEYWORDS = (
    *("_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy"),
    *("pgettext", "pgettext_lazy", "npgettext", "npgettext_lazy"),
)
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")
TAG = re.compile(r"</?[a-z][^>]*>")

Message = tuple[str | None, str, str]
"""Context, text, plural text or nothing."""


def main() -> int:
    """Update or check all catalogues."""
    found = extract()
    if sys.argv[1] == "update":
        for path in catalogues():
            update(path, needed(path, found))
        return 0
    complaints = [line for path in catalogues() for line in problems(path, needed(path, found))]
    print("\n".join(complaints) or f"All {len(found)} messages are there in every language.")
    return 1 if complaints else 0


def catalogues() -> list[Path]:
    """Return the catalogues of all languages."""
    return sorted(CATALOGUES.glob("*/LC_MESSAGES/django.po"))


def needed(path: Path, found: dict[Message, list[tuple[str, str]]]) -> dict[Message, list[tuple[str, str]]]:
    """Return those messages that a catalogue has to have: all, or those that readers meet."""
    if path.parent.parent.name not in READERS_ONLY:
        return found
    return {
        message: places
        for message, places in found.items()
        if not all(file.startswith(STAFF_ROOMS) for file, _line in places)
    }


def extract() -> dict[Message, list[tuple[str, str]]]:
    """Return every message of code and templates with the places it stands in."""
    found: dict[Message, list[tuple[str, str]]] = {}
    for path, source in _sources():
        for line, function, arguments, _comments in extract_python(io.BytesIO(source), KEYWORDS, (), {}):
            if message := _message(function, arguments):
                found.setdefault(message, []).append((str(path.relative_to(ROOT)), str(line)))
    return found


def problems(path: Path, found: Iterable[Message]) -> Iterator[str]:
    """Yield a line for each message of a catalogue that is not as it should be."""
    catalogue = polib.pofile(str(path), encoding="utf-8")
    entries = {_key(entry): entry for entry in catalogue if not entry.obsolete}
    place = path.relative_to(ROOT)
    for message in found:
        if message not in entries:
            yield f"{place}: missing: {message[1]!r} (run `make messages`)"
    for message, entry in entries.items():
        if message not in found:
            yield f"{place}: no longer used: {message[1]!r} (run `make messages`)"
        elif complaint := _complaint(entry):
            yield f"{place}: {complaint}: {message[1]!r}"
    for entry in catalogue.obsolete_entries():
        yield f"{place}: obsolete: {entry.msgid!r}"


def update(path: Path, found: dict[Message, list[tuple[str, str]]]) -> None:
    """Add what is new and drop what is gone; keep every translation and the order of the places."""
    catalogue = polib.pofile(str(path), encoding="utf-8", wrapwidth=100)
    known = {_key(entry): entry for entry in catalogue}
    catalogue.clear()
    for message in sorted(found, key=lambda message: (found[message][0][0], int(found[message][0][1]))):
        entry = known.get(message) or _new_entry(message, _plural_forms(catalogue))
        entry.obsolete = False
        entry.occurrences = [(file, "") for file in sorted({file for file, _line in found[message]})]
        catalogue.append(entry)
    catalogue.save()


def _sources() -> Iterator[tuple[Path, bytes]]:
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield path, path.read_bytes()
    for path in sorted((ROOT / "templates").rglob("*.*")):
        if path.suffix in TEMPLATES:
            yield path, as_python(path.read_text(encoding="utf-8"), str(path)).encode()


def as_python(template: str, origin: str) -> str:
    """Return the translation tags of a template as calls of gettext, each in its line.

    Everything else becomes a row of letters, whose indentation would be no Python.
    """
    return "\n".join(line.strip() for line in templatize(template, origin=origin).splitlines())


def _message(function: str, arguments: object) -> Message | None:
    texts = list(arguments) if isinstance(arguments, tuple) else [arguments]
    context = texts.pop(0) if "pgettext" in function else None
    if not texts or not isinstance(texts[0], str) or not texts[0]:
        return None
    plural = texts[1] if function.startswith(("ngettext", "npgettext")) else ""
    return (str(context) if context else None, texts[0], str(plural or ""))


def _key(entry: polib.POEntry) -> Message:
    return (entry.msgctxt, entry.msgid, entry.msgid_plural)


def _new_entry(message: Message, plural_forms: int) -> polib.POEntry:
    context, text, plural = message
    entry = polib.POEntry(msgctxt=context, msgid=text, msgid_plural=plural)
    if plural:
        entry.msgstr_plural = dict.fromkeys(range(plural_forms), "")
    if "%(" in text + plural:
        entry.flags = ["python-format"]
    return entry


def _plural_forms(catalogue: polib.POFile) -> int:
    found = re.search(r"nplurals\s*=\s*(\d+)", catalogue.metadata.get("Plural-Forms", ""))
    return int(found[1]) if found else 2


def _complaint(entry: polib.POEntry) -> str:
    """Return what is wrong with a translation, or nothing."""
    texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    if entry.fuzzy:
        return "marked fuzzy"
    if not texts or not all(texts):
        return "not translated"
    wanted = _marks(entry.msgid + entry.msgid_plural)
    if any(not _marks(text) <= wanted for text in texts):
        return "has placeholders or tags that the original has not"
    # A plural form may leave the number out ("one city"); some form must have it.
    if wanted - set().union(*(_marks(text) for text in texts)):
        return "lacks placeholders or tags of the original"
    return ""


def _marks(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text)) | set(TAG.findall(text))


if __name__ == "__main__":
    sys.exit(main())
