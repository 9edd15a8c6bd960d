"""Bundles whose files, locales or tree are wrong."""

import json
import shutil

from tests.bundles.broken_bundles import (
    ALDMOOR,
    ENGLISH,
    HOME,
    UNKNOWN,
    VILLES,
    Break,
    circle,
    copy,
    drop,
    link,
    put,
    remove,
    rename_locale,
    swap,
    without_pages,
    write,
)

STRUCTURE: dict[str, tuple[Break, str]] = {
    "no bundle.json": (remove("bundle.json"), "bundle.json: the file bundle.json does not exist."),
    "no settings.json": (remove("settings.json"), "settings.json: the file settings.json does not exist."),
    "broken JSON": (
        write(VILLES, b'{"type": '),
        "pages/fr/villes.json: the file is not valid JSON (Expecting value: line 1 column 10 (char 9)).",
    ),
    "a key twice": (
        write("settings.json", b'{"is_demo": true, "is_demo": false}'),
        "settings.json: the file is not valid JSON (“is_demo” stands twice in one object).",
    ),
    "not a number": (
        write("settings.json", b'{"home_latitude": NaN}'),
        "settings.json: the file is not valid JSON (NaN is no number).",
    ),
    "not UTF-8": (write(VILLES, b'{"type": "\xe9"}'), "pages/fr/villes.json: the file is not UTF-8 text."),
    "a character that no text may have": (
        swap(VILLES, b"Villes partenaires", rb"Villes\u0000"),
        "pages/fr/villes.json: “Villes\\x00” holds a character that cannot be stored; take it out.",
    ),
    "half a character": (
        swap(ENGLISH, b"A town", rb"A \ud83d town"),
        (
            "translations/en/villes/aldmoor.json: “A \\ud83d town on the moor.” holds a character that cannot be "
            "stored; take it out."
        ),
    ),
    "such a character in a key": (
        swap(ENGLISH, b'"intro"', rb'"intro\u0000"'),
        "translations/en/villes/aldmoor.json: “intro\\x00” holds a character that cannot be stored; take it out.",
    ),
    "not an object": (write(VILLES, b"[]"), "pages/fr/villes.json: an object in braces must stand here."),
    "not a list": (write("images.json", b"{}"), "images.json: a list in square brackets must stand here."),
    "no JSON file": (write("pages/fr/notes.xml", b"<x/>"), "pages/fr/notes.xml: only JSON files belong here."),
    "unknown file": (write("pages.json", b"{}"), "pages.json: no such file or folder belongs to a bundle."),
    "a link to a file": (
        link(VILLES, "/etc/hostname"),
        "pages/fr/villes.json: symbolic links are not followed; put the file itself here.",
    ),
    "wrong format": (
        put("bundle.json", "format", value=2),
        "bundle.json, field “format”: this program reads format 1, not 2.",
    ),
    "unknown locale": (
        rename_locale,
        (
            "bundle.json, field “locales[2].code”: “xx-simple” is no language this program knows; write"
            " a tag such as de or pt-br."
        ),
    ),
    "locale twice": (
        put("bundle.json", "locales", 0, "code", value="fr"),
        "bundle.json, field “locales[0].code”: the locale fr stands twice.",
    ),
    "unknown fallback": (
        put("bundle.json", "locales", 1, "fallbacks", value=["de"]),
        "bundle.json, field “locales[1].fallbacks”: “de” is none of the locales of this bundle.",
    ),
    "written with fallback": (
        put("bundle.json", "locales", 2, "fallbacks", value=["fr"]),
        "bundle.json, field “locales[2].fallbacks”: a written locale never falls back to another one.",
    ),
    "source locale unknown": (
        put("bundle.json", "source_locale", value="de"),
        "bundle.json, field “source_locale”: “de” must be one of the locales, in the mode translated.",
    ),
    "source locale written": (
        put("bundle.json", "source_locale", value="fr-simple"),
        ("bundle.json, field “source_locale”: “fr-simple” must be one of the locales, in the mode translated."),
    ),
    "other source locale": (
        put("bundle.json", "source_locale", value="en"),
        (
            "bundle.json, field “source_locale”: the source language of this bundle is en, that of this"
            " installation fr; begin a new installation with LANGUAGE_CODE=en."
        ),
    ),
    "unknown direction": (
        put("bundle.json", "locales", 0, "direction", value="up"),
        "bundle.json, field “locales[0].direction”: “up” is none of ltr, rtl.",
    ),
    "missing key": (drop(VILLES, "slug"), "pages/fr/villes.json, field “slug”: this key is missing."),
    "unknown key": (
        put(VILLES, "colour", value="red"),
        "pages/fr/villes.json, field “colour”: no such key belongs here.",
    ),
    "wrong shape": (
        put(VILLES, "position", value="0"),
        "pages/fr/villes.json, field “position”: must be a whole number.",
    ),
    "no UUID": (
        put(VILLES, "translation_key", value="villes"),
        "pages/fr/villes.json, field “translation_key”: “villes” is no UUID in lower case.",
    ),
    "no moment": (
        put(VILLES, "first_published_at", value="2026-03-01"),
        ("pages/fr/villes.json, field “first_published_at”: “2026-03-01” is no moment such as 2026-11-02T09:00:00Z."),
    ),
    "unknown page type": (
        put(VILLES, "type", value="home.CastlePage"),
        "pages/fr/villes.json, field “type”: this site has no page type “home.CastlePage”.",
    ),
    "no page type": (
        put(VILLES, "type", value="images.CustomImage"),
        "pages/fr/villes.json, field “type”: this site has no page type “images.CustomImage”.",
    ),
    "page in unknown locale": (
        put(VILLES, "locale", value="nl"),
        "pages/fr/villes.json, field “locale”: “nl” is none of en, fr, fr-simple.",
    ),
    "page in other folder": (
        put(VILLES, "locale", value="en"),
        "pages/fr/villes.json, field “locale”: is “en”, but the file lies under “fr”.",
    ),
    "written page in pages": (
        lambda folder: shutil.move(folder / "written/fr-simple.json", folder / "pages"),
        ("pages/fr-simple.json, field “locale”: pages of this locale, by its mode in bundle.json, belong in written/."),
    ),
    "unknown parent": (
        put(ALDMOOR, "parent", value=UNKNOWN),
        (
            "pages/fr/villes/aldmoor.json, field “parent”: no page in fr has the translation_key "
            "00000000-0000-4000-8000-000000000000."
        ),
    ),
    "wrong parent type": (
        lambda folder: put(
            ALDMOOR, "parent", value=json.loads((folder / HOME).read_text(encoding="utf-8"))["translation_key"]
        )(folder),
        (
            "pages/fr/villes/aldmoor.json, field “parent”: a page of the type "
            "cityrelations.PartnerCityPage cannot be below a page of the type home.HomePage."
        ),
    ),
    "below the root": (
        put(VILLES, "parent", value=None),
        (
            "pages/fr/villes.json, field “parent”: a page of the type "
            "cityrelations.PartnerCityIndexPage cannot be below the root of the site."
        ),
    ),
    "no page at all": (without_pages, "pages: there is no front page: none in fr has the parent null."),
    "circle": (circle, "pages/fr/a.json, field “parent”: the pages above this one form a circle."),
    "page twice": (
        copy(VILLES, "pages/fr/encore.json"),
        "pages/fr/villes.json, field “translation_key”: pages/fr/encore.json is already its source page.",
    ),
    "translation twice": (
        copy(ENGLISH, "translations/en/encore.json"),
        (
            "translations/en/villes/aldmoor.json, field “translation_key”: translations/en/encore.json "
            "already has this page in en."
        ),
    ),
    "slug taken": (
        put(VILLES, "slug", value="themes"),
        "pages/fr/themes.json, field “slug”: “themes” is taken by pages/fr/villes.json beside it.",
    ),
    "slug too long": (
        put(VILLES, "slug", value="é" * 61),
        "pages/fr/villes.json, field “slug”: must have at most 120 bytes in UTF-8.",
    ),
    "slug with spaces": (
        put(VILLES, "slug", value="nos villes"),
        (
            "pages/fr/villes.json, field “slug”: Enter a valid “slug” consisting of Unicode letters, "
            "numbers, underscores, or hyphens."
        ),
    ),
    "facts of a written page": (
        put("written/fr-simple.json", "fields", "notice_until", value=None),
        "written/fr-simple.json, field “notice_until”: belongs to the source page, pages/fr.json, alone.",
    ),
}
