"""Bundles in which a picture or the settings are wrong."""

from tests.bundles.broken_bundles import (
    Break,
    change,
    link_first_image,
    picture,
    png_named_jpg,
    put,
    remove_first_image,
    spoil_first_image,
)

FILES: dict[str, tuple[Break, str]] = {
    "unknown licence": (
        put("images.json", 0, "licence", value="WTFPL"),
        "images.json, field “[0].licence”: Value 'WTFPL' is not a valid choice.",
    ),
    "picture field refused": (
        put("images.json", 0, "author", value="n/a"),
        ("images.json, field “[0].author”: “n/a” names nobody. Give the author, the agency or the source in full."),
    ),
    "waiver not filed": (
        put("images.json", 0, "no_credit_reason", value="waived"),
        "images.json, field “[0]”: Say where the author's waiver is filed.",
    ),
    "picture twice": (
        change("images.json", lambda entries: [*entries, entries[0]]),
        (
            "images.json, field “[3].key”: the key "
            "15d16408791671b1db42508e899b7092811d73e162f021df87ef14edb0e4c46f stands twice."
        ),
    ),
    "picture outside the folder": (
        put("images.json", 0, "file", value="../elsewhere.jpg"),
        "images.json, field “[0].file”: “../elsewhere.jpg” leads out of the bundle's folder.",
    ),
    "picture at an absolute path": (
        put("images.json", 0, "file", value="/etc/hostname"),
        "images.json, field “[0].file”: “/etc/hostname” leads out of the bundle's folder.",
    ),
    "picture in another folder": (
        put("images.json", 0, "file", value="settings.json"),
        ("images.json, field “[0].file”: must be images/ and the SHA-256 with the file's ending, not “settings.json”."),
    ),
    "picture missing": (
        remove_first_image,
        (
            "images.json, field “[0].file”: the file "
            "images/15d16408791671b1db42508e899b7092811d73e162f021df87ef14edb0e4c46f.jpg does not "
            "exist."
        ),
    ),
    "picture is a link": (
        link_first_image,
        (
            "images/15d16408791671b1db42508e899b7092811d73e162f021df87ef14edb0e4c46f.jpg: symbolic "
            "links are not followed; put the file itself here."
        ),
    ),
    "picture changed": (
        spoil_first_image,
        (
            "images.json, field “[0].file”: the bytes of "
            "images/15d16408791671b1db42508e899b7092811d73e162f021df87ef14edb0e4c46f.jpg do not have "
            "this SHA-256; the file was changed or cut off."
        ),
    ),
    "picture that is none": (
        picture(b"GIF89a is how this begins"),
        (
            "images.json, field “[3].file”: "
            "31e65b94b70ee6c51a6e5b0dd1bbb451809d59e0da4842cd9ee3845aa6442245.jpg is no picture that "
            "can be opened."
        ),
    ),
    "picture of another kind": (
        png_named_jpg,
        (
            "images.json, field “[3].file”: "
            "7899d6ced52159786ff083934df42788da01a30b7ed9bb7756d7f3f5a94ef685.jpg must be a picture of "
            "the kind its ending says: jpg, png, webp, gif, avif."
        ),
    ),
    "no SHA-256": (
        put("images.json", 0, "key", value="pont"),
        "images.json, field “[0].key”: must be the file's SHA-256 in hexadecimal digits.",
    ),
    "unknown document": (
        put("settings.json", "logo", value={"image": "pont"}),
        "settings.json, field “logo.image”: no image of this bundle has the key “pont”.",
    ),
    "setting refused": (
        put("settings.json", "accent", value="green"),
        ("settings.json, field “accent”: Give the colour as # and six hexadecimal digits, such as #c23b21."),
    ),
    "unknown setting": (
        put("settings.json", "font", value="Fraktur"),
        "settings.json, field “font”: no such key belongs here.",
    ),
}
