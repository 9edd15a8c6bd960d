"""Rich text on its way between database and bundle."""

import pytest

from cms.bundles.rich_text import foreign_markup, with_ids, with_keys


def test_primary_keys_become_keys_and_back() -> None:
    stored = '<p><a id="5" linktype="page">A</a> <a linktype="document" id="6">B</a> <a href="/x?id=7">C</a></p>'
    bundle = with_keys(stored, lambda kind, pk: f"{kind}-{pk}")
    assert bundle == (
        '<p><a key="page-5" linktype="page">A</a> <a linktype="document" key="document-6">B</a> '
        '<a href="/x?id=7">C</a></p>'
    )
    assert with_ids(bundle, lambda _kind, key: int(key[-1])) == stored


def test_embedded_pictures_have_keys_too() -> None:
    stored = '<embed alt="x" embedtype="image" format="left" id="3"/>'
    bundle = with_keys(stored, lambda kind, pk: f"{kind}-{pk}")
    assert bundle == '<embed alt="x" embedtype="image" format="left" key="image-3"/>'


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>x<br/>y</p><ul><li><b>z</b></li></ul>",
        '<p data-block-key="a1b2c">x</p>',
        '<p><a href="https://x.example/?a=1&amp;b=2">x</a> <a href="mailto:a@x.example">y</a> <a href="#z">z</a></p>',
        '<p><a linktype="page" key="k">x</a></p>',
    ],
)
def test_what_an_editor_can_write_is_let_through(html: str) -> None:
    assert foreign_markup(html) == ""


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<script>x</script>", "<script>"),
        ("<p style='x'>x</p>", "<p style>"),
        ("<p><img src=x onerror=alert(1)></p>", "<img>"),
        ('<p><a href=" JavaScript:alert(1)">x</a></p>', "the address  JavaScript:alert(1)"),
        ('<p><a href="data:text/html,x">x</a></p>', "the address data:text/html,x"),
        ('<p><a linktype="page" id="5">x</a></p>', "<a id>"),
        ('<p><a linktype="page">x</a></p>', "<a> with the wrong linktype, or without its key"),
        ('<p><a key="k">x</a></p>', "<a> with the wrong linktype, or without its key"),
        ("<iframe></iframe>", "<iframe>"),
        ("<svg><a href='#'>x</a></svg>", "<svg>"),
        ("<p>x <![ y</p>", "a declaration of HTML"),
        ("<b>" * 1000 + "x", "more than 50 tags inside each other"),
    ],
)
def test_what_no_editor_can_write_is_found(html: str, found: str) -> None:
    assert foreign_markup(html) == found
