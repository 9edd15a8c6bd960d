"""Bundles in which a translation or a redirect is wrong."""

from tests.bundles.broken_bundles import ENGLISH, UNKNOWN, Break, drop, partial, put, rich_fragments, text_path
from tests.bundles.state import edit

WORDS: dict[str, tuple[Break, str]] = {
    "translation of nothing": (
        put(ENGLISH, "translation_key", value=UNKNOWN),
        (
            "translations/en/villes/aldmoor.json, field “translation_key”: no page in pages/ has the "
            "translation_key 00000000-0000-4000-8000-000000000000."
        ),
    ),
    "text without segment": (
        put(ENGLISH, "strings", "mayor", value="x"),
        "translations/en/villes/aldmoor.json, field “strings.mayor”: the source page has no text here.",
    ),
    "segment without text": (
        drop(ENGLISH, "strings", "intro"),
        (
            "translations/en/villes/aldmoor.json, field “strings.intro”: the translation of “Une ville "
            "de la lande.” is missing."
        ),
    ),
    "partial without an answer": (
        put(ENGLISH, "partial", value="yes"),
        "translations/en/villes/aldmoor.json, field “partial”: must be true or false.",
    ),
    "text without segment in a partial translation": (
        partial(put(ENGLISH, "strings", "mayor", value="x")),
        "translations/en/villes/aldmoor.json, field “strings.mayor”: the source page has no text here.",
    ),
    "too few fragments in a partial translation": (
        partial(rich_fragments("One")),
        (
            "translations/en/villes/aldmoor.json, field "
            "“strings.body.7c0afb33-4557-5da2-93ea-62483046aa68”: has 1 fragments; the source page has "
            "4."
        ),
    ),
    "empty text in a partial translation": (
        partial(put(ENGLISH, "strings", "intro", value="")),
        (
            "translations/en/villes/aldmoor.json, field “strings.intro”: must be a text, or a list of "
            "texts, and none may be empty."
        ),
    ),
    "empty text": (
        put(ENGLISH, "strings", "intro", value=" "),
        (
            "translations/en/villes/aldmoor.json, field “strings.intro”: must be a text, or a list of "
            "texts, and none may be empty."
        ),
    ),
    "plain text as a list": (
        put(ENGLISH, "strings", "intro", value=["A town"]),
        "translations/en/villes/aldmoor.json, field “strings.intro”: must be a plain text.",
    ),
    "rich text as a text": (
        lambda folder: put(ENGLISH, "strings", text_path(folder), value="x")(folder),
        (
            "translations/en/villes/aldmoor.json, field "
            "“strings.body.7c0afb33-4557-5da2-93ea-62483046aa68”: must be a list of fragments, since it"
            " is rich text."
        ),
    ),
    "too few fragments": (
        rich_fragments("One"),
        (
            "translations/en/villes/aldmoor.json, field "
            "“strings.body.7c0afb33-4557-5da2-93ea-62483046aa68”: has 1 fragments; the source page has "
            "4."
        ),
    ),
    "block tag in a fragment": (
        rich_fragments("<p>One</p>", "2", "3", "4"),
        (
            "translations/en/villes/aldmoor.json, field "
            "“strings.body.7c0afb33-4557-5da2-93ea-62483046aa68”: <p> tag is not allowed. Strings can "
            "only contain standard HTML inline tags (such as <b>, <a>)."
        ),
    ),
    "declaration in a fragment": (
        rich_fragments("One <![ two", "2", "3", "4"),
        (
            "translations/en/villes/aldmoor.json, field "
            "“strings.body.7c0afb33-4557-5da2-93ea-62483046aa68”: The text holds a comment or a "
            "declaration of HTML. Delete it."
        ),
    ),
    "tags without end in a fragment": (
        rich_fragments("<b>" * 1000, "2", "3", "4"),
        (
            "translations/en/villes/aldmoor.json, field "
            "“strings.body.7c0afb33-4557-5da2-93ea-62483046aa68”: Too many tags lie inside each other. "
            "Delete those that change nothing."
        ),
    ),
    "unknown link in a fragment": (
        rich_fragments("1", "2", "3", '<a id="a9">4</a>'),
        (
            "translations/en/villes/aldmoor.json, field "
            "“strings.body.7c0afb33-4557-5da2-93ea-62483046aa68”: Unrecognised id found in an <a> tag: "
            "a9."
        ),
    ),
    "translation makes a page refused": (
        put(ENGLISH, "strings", "partner_body", value="x" * 256),
        (
            "translations/en/villes/aldmoor.json, field “partner_body”: Ensure this value has at most "
            "255 characters (it has 256)."
        ),
    ),
    "override of nothing": (
        put(ENGLISH, "overrides", "body.x", value="x"),
        (
            "translations/en/villes/aldmoor.json, field “overrides.body.x”: the source page has nothing"
            " here that can be overridden."
        ),
    ),
    "override refused": (
        lambda folder: edit(
            folder / ENGLISH,
            lambda data: data["overrides"].update({next(iter(data["overrides"])): "javascript:alert(1)"}),
        ),
        (
            "translations/en/villes/aldmoor.json, field "
            "“overrides.body.7c0afb33-4557-5da2-93ea-62483046aa68.'https://aldmoor.example/fr'”: must "
            "be an address."
        ),
    ),
    "override of another kind": (
        lambda folder: edit(
            folder / ENGLISH,
            lambda data: data["overrides"].update({path: "x" for path in data["overrides"] if path.endswith("image")}),
        ),
        (
            "translations/en/villes/aldmoor.json, field "
            "“overrides.body.daa2cc3e-6843-5b1a-9b27-c7bc9cdaf950.pictures.02d772b8-5ef9-5c6c-a3af-64854f26fa14.picture.image”:"
            " an object in braces must stand here."
        ),
    ),
    "redirect to nothing": (
        put("redirects.json", 1, "page", value=UNKNOWN),
        "redirects.json, field “[1].page”: no page in fr has this translation_key.",
    ),
    "redirect written otherwise": (
        put("redirects.json", 1, "old_path", value="vieux-pacte/"),
        "redirects.json, field “[1].old_path”: must be written as /vieux-pacte.",
    ),
    "redirect twice": (
        put("redirects.json", 1, "old_path", value="/wiki"),
        "redirects.json, field “[2].old_path”: /wiki is redirected twice.",
    ),
    "redirect with two targets": (
        put("redirects.json", 1, "link", value="https://x.example/"),
        "redirects.json, field “[1].link”: give a page or a link, one of them.",
    ),
}
