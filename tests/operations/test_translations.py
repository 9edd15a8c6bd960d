"""Interface translations: compiled without gettext, and found complete."""

import gettext
import importlib.util
import os
from pathlib import Path
from types import ModuleType

import polib
import pytest

from cms.operations.translations import compile_stale
from cms.settings.errors import OperatorError

ROOT = Path(__file__).parent.parent.parent
HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    path = tmp_path / "fr" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(HEAD + 'msgid "city"\nmsgstr "ville"\n\n#, fuzzy\nmsgid "house"\nmsgstr "maison"\n')
    return path


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """Return the tool that keeps catalogues complete, pointed at a folder of its own."""
    spec = importlib.util.spec_from_file_location("messages", ROOT / ".ci" / "messages.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "CATALOGUES", tmp_path)
    for folder in (*module.ROOMS, "templates"):
        (tmp_path / folder).mkdir()
    return module


def test_catalogue_is_compiled_when_it_changed_only(catalogue: Path, tmp_path: Path) -> None:
    assert compile_stale(tmp_path) == [catalogue.with_suffix(".mo")]
    with catalogue.with_suffix(".mo").open("rb") as compiled:
        words = gettext.GNUTranslations(compiled)
    assert (words.gettext("city"), words.gettext("house")) == ("ville", "house")
    assert compile_stale(tmp_path) == []
    later = catalogue.stat().st_mtime + 10
    os.utime(catalogue, (later, later))
    assert compile_stale(tmp_path) == [catalogue.with_suffix(".mo")]


def test_broken_catalogue_is_named_and_leaves_nothing(catalogue: Path, tmp_path: Path) -> None:
    catalogue.write_text(HEAD + "nonsense\n")
    with pytest.raises(OperatorError, match=r"django\.po cannot be compiled"):
        compile_stale(tmp_path)
    assert list(catalogue.parent.iterdir()) == [catalogue]


def test_words_of_code_and_templates_are_found(tool: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "home" / "models.py").write_text(
        'a = _("One" " sentence")\nb = pgettext("month", "May")\nc = ngettext("%(n)s day", "%(n)s days", n)\nd = _(a)\n'
    )
    (tmp_path / "templates" / "page.html").write_text(
        "<h1>\n    {% translate \"It's\" %}\n  {% translate 'May' context 'verb' %}</h1>"
        "{% blocktranslate trimmed count n=list|length %}\n {{ n }} city\n"
        "{% plural %}{{ n }} cities{% endblocktranslate %}"
    )
    assert set(tool.extract()) == {
        (None, "One sentence", ""),
        ("month", "May", ""),
        ("verb", "May", ""),
        (None, "%(n)s day", "%(n)s days"),
        (None, "It's", ""),
        (None, "%(n)s city", "%(n)s cities"),
    }


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        ('msgid "{city} is far"\nmsgstr ""', "not translated"),
        ('#, fuzzy\nmsgid "{city} is far"\nmsgstr "{city} est loin"', "marked fuzzy"),
        ('msgid "{city} is far"\nmsgstr "{ville} est loin"', "that the original has not"),
        ('msgid "{city} is far"\nmsgstr "loin"', "lacks placeholders"),
        ('msgid "near"\nmsgstr "proche"', "no longer used"),
        ('#~ msgid "{city} is far"\n#~ msgstr "{city} est loin"', "obsolete"),
        ("", "missing"),
    ],
)
def test_what_is_wrong_is_said(tool: ModuleType, catalogue: Path, tmp_path: Path, entry: str, complaint: str) -> None:
    (tmp_path / "home" / "models.py").write_text('_("{city} is far")\n')
    catalogue.write_text(f"{HEAD}{entry}\n")
    assert [line for line in tool.problems(catalogue, tool.extract()) if complaint in line]


def test_complete_catalogue_has_no_problem(tool: ModuleType, catalogue: Path, tmp_path: Path) -> None:
    (tmp_path / "home" / "models.py").write_text('ngettext("{n} city", "{n} cities", n)\n')
    entry = 'msgid "{n} city"\nmsgid_plural "{n} cities"\nmsgstr[0] "une ville"\nmsgstr[1] "{n} villes"'
    catalogue.write_text(f"{HEAD}{entry}\n")
    assert list(tool.problems(catalogue, tool.extract())) == []


def test_update_keeps_translations_adds_new_words_and_drops_old_ones(
    tool: ModuleType, catalogue: Path, tmp_path: Path
) -> None:
    (tmp_path / "home" / "models.py").write_text('_("city")\nngettext("{n} day", "{n} days", n)\n')
    tool.update(catalogue, tool.extract())
    entries = {entry.msgid: entry for entry in polib.pofile(str(catalogue))}
    assert set(entries) == {"city", "{n} day"}
    assert entries["city"].msgstr == "ville"
    assert entries["{n} day"].msgstr_plural == {0: "", 1: ""}


def test_a_language_the_admin_does_not_speak_needs_only_what_readers_meet(tool: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "cms" / "translation" / "work").mkdir(parents=True)
    (tmp_path / "cms" / "translation" / "work" / "bar.py").write_text('_("Assigned")\n_("City")\n')
    (tmp_path / "home" / "models.py").write_text('_("City")\n')
    found = tool.extract()
    assert {text for _context, text, _plural in tool.needed(Path("de_Simple/LC_MESSAGES/django.po"), found)} == {"City"}
    assert tool.needed(Path("de/LC_MESSAGES/django.po"), found) == found
