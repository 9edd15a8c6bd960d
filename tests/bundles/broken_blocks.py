"""Bundles in which a block of a page is wrong."""

import json

from tests.bundles.broken_bundles import ALDMOOR, BODY, HOME, LINK, UNKNOWN, Break, drop, put

BLOCKS: dict[str, tuple[Break, str]] = {
    "unknown block": (
        put(ALDMOOR, *BODY, 0, "type", value="carousel"),
        "pages/fr/villes/aldmoor.json, field “body[0].type”: no block or field “carousel” belongs here.",
    ),
    "unknown block field": (
        put(ALDMOOR, *BODY, 0, "value", "size", value="large"),
        "pages/fr/villes/aldmoor.json, field “body[0].size”: no block or field “size” belongs here.",
    ),
    "block without id": (
        drop(ALDMOOR, *BODY, 0, "id"),
        "pages/fr/villes/aldmoor.json, field “body[0].id”: this key is missing.",
    ),
    "block id with a dot": (
        put(ALDMOOR, *BODY, 0, "id", value="a.b"),
        (
            "pages/fr/villes/aldmoor.json, field “body[0].id”: may hold letters, digits and hyphens "
            "only, such as a UUID."
        ),
    ),
    "block id twice": (
        lambda folder: put(
            ALDMOOR,
            *BODY,
            1,
            "id",
            value=json.loads((folder / ALDMOOR).read_text(encoding="utf-8"))["fields"]["body"][0]["id"],
        )(folder),
        (
            "pages/fr/villes/aldmoor.json, field “body[1].id”: the id "
            "cb89af7b-5144-5a73-9738-8ab3a21193da stands twice in this field."
        ),
    ),
    "block value of wrong shape": (
        put(ALDMOOR, *BODY, 0, "value", "text", value=5),
        "pages/fr/villes/aldmoor.json, field “body[0].text”: must be a text.",
    ),
    "block refused": (
        put(ALDMOOR, *LINK, "email", value="a@belrive.example"),
        ("pages/fr/villes/aldmoor.json, field “body[4].links[0].email”: Choose only one target for the link."),
    ),
    "block address refused": (
        put(ALDMOOR, *LINK, "url", value="javascript:alert(1)"),
        "pages/fr/villes/aldmoor.json, field “body[4].links[0].url”: Enter a valid URL.",
    ),
    "image in a block unknown": (
        put(ALDMOOR, "fields", "lead_picture", 0, "value", "picture", "image", value={"image": "0" * 64}),
        (
            "pages/fr/villes/aldmoor.json, field “lead_picture[0].picture.image.image”: no image of "
            "this bundle has the key "
            "“0000000000000000000000000000000000000000000000000000000000000000”."
        ),
    ),
    "link to nothing": (
        put(ALDMOOR, *BODY, 1, "value", value=f'<p><a linktype="page" key="{UNKNOWN}">x</a></p>'),
        (
            "pages/fr/villes/aldmoor.json, field “body[1]”: no page of this bundle has the key "
            "“00000000-0000-4000-8000-000000000000”."
        ),
    ),
    "link without key": (
        put(ALDMOOR, *BODY, 1, "value", value='<p><a linktype="page" id="1">x</a></p>'),
        "pages/fr/villes/aldmoor.json, field “body[1]”: rich text may not hold <a id>.",
    ),
    "script in rich text": (
        put(ALDMOOR, *BODY, 1, "value", value="<p>x</p><script>alert(1)</script>"),
        "pages/fr/villes/aldmoor.json, field “body[1]”: rich text may not hold <script>.",
    ),
    "declaration in rich text": (
        put(ALDMOOR, *BODY, 1, "value", value="<p>x <![ y</p>"),
        "pages/fr/villes/aldmoor.json, field “body[1]”: rich text may not hold a declaration of HTML.",
    ),
    "tags without end in rich text": (
        put(ALDMOOR, *BODY, 1, "value", value="<b>" * 1000 + "x"),
        "pages/fr/villes/aldmoor.json, field “body[1]”: rich text may not hold more than 50 tags inside each other.",
    ),
    "handler in rich text": (
        put(ALDMOOR, *BODY, 1, "value", value='<p onclick="alert(1)">x</p>'),
        "pages/fr/villes/aldmoor.json, field “body[1]”: rich text may not hold <p onclick>.",
    ),
    "script address in rich text": (
        put(ALDMOOR, *BODY, 1, "value", value='<p><a href="javascript:alert(1)">x</a></p>'),
        ("pages/fr/villes/aldmoor.json, field “body[1]”: rich text may not hold the address javascript:alert(1)."),
    ),
    "publishing problem": (
        put(HOME, "fields", "intro", value="{count:castles} castles"),
        (
            "pages/fr.json, field “intro”: “{count:castles}” is no value this site can compute. Correct"
            " its name or delete it."
        ),
    ),
    "no alt text": (
        put(ALDMOOR, "fields", "lead_picture", 0, "value", "picture", "alt_text", value=""),
        (
            "pages/fr/villes/aldmoor.json, field “lead_picture[0].picture.alt_text”: Please add some "
            "alt text for your image or mark it as decorative."
        ),
    ),
    "picture without credit": (
        lambda folder: (
            put("images.json", 1, "author", value="")(folder),
            put("images.json", 0, "author", value="")(folder),
        ),
        (
            "pages/fr.json, field “lead_picture[0].picture”: This picture has no credit. Open it under "
            "Images and add author or agency, or the reason why no credit is due."
        ),
    ),
}
