"""House rules for stylesheets, which nothing compiles or checks before they reach a browser."""

import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CSS = ROOT / "cms" / "static" / "css"
TEMPLATES = ROOT / "templates"
FILES = sorted(CSS.rglob("*.css"))
LAYER_OF_FOLDER = {"layout": "layout", "components": "components", "blocks": "blocks", "pages": "components"}
PHYSICAL = re.compile(
    r"""(?<![\w-])(?:
        (?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)(?:-\w+)?
        | (?:left|right|top|bottom|width|height|(?:min|max)-(?:width|height))
        | border-(?:top|bottom)-(?:left|right)-radius
    )\s*:
    | (?:text-align|float|clear)\s*:\s*(?:left|right)\b""",
    re.VERBOSE,
)
HEX = re.compile(r"#[0-9a-fA-F]{3,8}\b")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
MAY_SHOUT = {"utilities.css", "print.css"}

# (words, ground, least contrast): WCAG 2.2, 1.4.3 for text and 1.4.11 for what shows a control or a focus.
TEXT = 4.5
SHAPE = 3.0
GROUNDS = ("--color-paper", "--color-paper-deep", "--color-card")
PAIRS = [
    *((ink, ground, TEXT) for ink in ("--color-ink", "--color-ink-soft", "--color-accent") for ground in GROUNDS),
    *((shape, ground, SHAPE) for shape in ("--color-line-strong", "--color-focus") for ground in GROUNDS),
    ("--color-on-ink", "--color-ink", TEXT),
    ("--color-on-accent", "--color-accent", TEXT),
]


def name_of(path: Path) -> str:
    """Return the path of a stylesheet as templates write it."""
    return path.relative_to(CSS).as_posix()


@cache
def rules(path: Path) -> str:
    """Return a stylesheet without its comments."""
    return COMMENT.sub("", path.read_text(encoding="utf-8"))


def without_conditions(text: str) -> str:
    """Return rules without the conditions of `@media` and `@container`, which have no logical form everywhere."""
    return re.sub(r"@(?:media|container)[^{]*\{", "{", text)


@cache
def tokens() -> dict[str, str]:
    """Return the tokens with the values they are given first, those of a page in no particular language."""
    given = re.findall(r"(--[\w-]+):\s*([^;]+);", rules(CSS / "tokens.css"))
    return dict(reversed(given))


def colour(name: str, scheme: str) -> str:
    """Return the hex colour of a token in the scheme "day" or "night"."""
    value = tokens()[name]
    pair = re.fullmatch(r"light-dark\((.+?),\s*(.+)\)", value)
    if pair:
        value = pair[1 if scheme == "day" else 2]
    reference = re.fullmatch(r"var\((--[\w-]+)\)", value)
    return colour(reference[1], scheme) if reference else value


def luminance(hex_colour: str) -> float:
    """Return the relative luminance as WCAG 2.2 defines it."""
    shares = [int(hex_colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two hex colours."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("scheme", ["day", "night"])
@pytest.mark.parametrize(("words", "ground", "least"), PAIRS, ids=lambda value: str(value).removeprefix("--color-"))
def test_pair_of_tokens_can_be_told_apart(words: str, ground: str, least: float, scheme: str) -> None:
    assert contrast(colour(words, scheme), colour(ground, scheme)) >= least


@pytest.mark.parametrize("words", ["--color-ink", "--color-ink-soft", "--color-accent", "--color-focus"])
def test_night_that_stays_dark_takes_the_words_of_the_dark_scheme(words: str) -> None:
    """Footer and demonstration line set `color-scheme: dark` and stand on this ground by day too."""
    assert contrast(colour(words, "night"), colour("--color-night", "day")) >= TEXT


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_physical_property(path: Path) -> None:
    assert PHYSICAL.findall(without_conditions(rules(path))) == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_colours_come_from_tokens(path: Path) -> None:
    if path.name != "tokens.css":
        assert HEX.findall(rules(path)) == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_only_utilities_and_print_insist(path: Path) -> None:
    if path.name not in MAY_SHOUT:
        assert "!important" not in rules(path)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_address_in_a_comment(path: Path) -> None:
    """`collectstatic` takes it for a file and fails."""
    assert not any("url(" in comment for comment in COMMENT.findall(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_file_is_wrapped_in_its_layer(path: Path) -> None:
    declared = re.fullmatch(r"\s*@layer ([\w, ]+);\s*", rules(CSS / "layers.css"))
    assert declared
    if path.name == "layers.css":
        return
    layer = LAYER_OF_FOLDER.get(path.parent.name, path.stem)
    text = rules(path).strip()
    assert layer in declared[1].split(", ")
    assert text.startswith(f"@layer {layer} {{")
    assert text.endswith("}")
    assert text.count("@layer") == 1


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_braces_are_balanced(path: Path) -> None:
    """A browser drops everything after a missing one without a word."""
    depth = 0
    for sign in re.findall(r"[{}]", rules(path)):
        depth += 1 if sign == "{" else -1
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_variable_is_defined(path: Path) -> None:
    own = set(re.findall(r"(--_[\w-]+)\s*:", rules(path)))
    used = set(re.findall(r"var\(\s*(--[\w-]+)", rules(path)))
    assert used - own - set(tokens()) == set()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_only_tokens_define_tokens(path: Path) -> None:
    if path.name != "tokens.css":
        assert re.findall(r"(?<![\w-])(--(?!_)[\w-]+)\s*:", rules(path)) == []


def test_every_token_is_used() -> None:
    everything = "".join(rules(path) for path in FILES)
    assert [name for name in tokens() if f"var({name})" not in everything] == []


def test_every_stylesheet_is_linked_and_every_link_has_one() -> None:
    markup = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html"))
    linked = set(re.findall(r"""static ["']css/([\w/-]+\.css)["']""", markup))
    assert linked == {name_of(path) for path in FILES}


def test_links_stand_in_the_order_of_the_layers() -> None:
    head = (TEMPLATES / "layout" / "head.html").read_text(encoding="utf-8")
    blocks = (TEMPLATES / "blocks" / "stylesheets.html").read_text(encoding="utf-8")
    names = re.findall(r"css/([\w/-]+)\.css", head.replace('{% include "blocks/stylesheets.html" %}', blocks))
    order = ["layers", "reset", "tokens", "base", "layout", "components", "blocks", "utilities", "print"]
    places = [order.index(name.split("/", 1)[0]) for name in names]
    assert places == sorted(places)
