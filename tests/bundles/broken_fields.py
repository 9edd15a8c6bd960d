"""Bundles in which a field of a page is wrong."""

import json

from tests.bundles.broken_bundles import ALDMOOR, SIGNATURE, UNKNOWN, VILLES, Break, double_index, drop, put

FIELDS: dict[str, tuple[Break, str]] = {
    "unknown field": (
        put(ALDMOOR, "fields", "mayor", value="x"),
        "pages/fr/villes/aldmoor.json, field “mayor”: no such key belongs here.",
    ),
    "no title": (drop(ALDMOOR, "fields", "title"), "pages/fr/villes/aldmoor.json, field “title”: this key is missing."),
    "field of wrong shape": (
        put(ALDMOOR, "fields", "latitude", value="54.5"),
        "pages/fr/villes/aldmoor.json, field “latitude”: must be a number.",
    ),
    "field refused": (
        put(ALDMOOR, "fields", "country", value="Great Britain"),
        (
            "pages/fr/villes/aldmoor.json, field “country”: Give the two-letter code of ISO 3166-1, "
            "such as FR. Ensure this value has at most 2 characters (it has 13)."
        ),
    ),
    "unknown choice": (
        put(ALDMOOR, "fields", "relation", value="love"),
        "pages/fr/villes/aldmoor.json, field “relation”: Value 'love' is not a valid choice.",
    ),
    "no date": (
        put(SIGNATURE, "fields", "start_date", value="June 1999"),
        (
            "pages/fr/actualites/signature-1999.json, field “start_date”: “June 1999” value has an "
            "invalid date format. It must be in YYYY-MM-DD format."
        ),
    ),
    "page refused": (
        put(SIGNATURE, "fields", "end_date", value="1998-01-01"),
        "pages/fr/actualites/signature-1999.json: An event cannot end before it begins.",
    ),
    "two current indexes": (
        double_index,
        (
            "pages/fr/actualites.json, field “period”: This language already has an index for this "
            "period. Choose the other period."
        ),
    ),
    "row refused": (
        put(ALDMOOR, "fields", "local_names", 0, "language", value="English"),
        (
            "pages/fr/villes/aldmoor.json, field “local_names[0].language”: “English” is no language "
            "tag. Write it as in “de”, “pt-BR” or “zh-Hans”."
        ),
    ),
    "row constraint": (
        put(ALDMOOR, "fields", "status_periods", 0, "until", value="1990-01-01"),
        "pages/fr/villes/aldmoor.json, field “status_periods[0]”: A period cannot end before it begins.",
    ),
    "row with unknown key": (
        put(ALDMOOR, "fields", "websites", 0, "title", value="x"),
        "pages/fr/villes/aldmoor.json, field “websites[0].title”: no such key belongs here.",
    ),
    "relation to nothing": (
        put(ALDMOOR, "fields", "topic_links", 0, "topic", value={"page": UNKNOWN}),
        (
            "pages/fr/villes/aldmoor.json, field “topic_links[0].topic.page”: no page of this bundle "
            "has the key “00000000-0000-4000-8000-000000000000”."
        ),
    ),
    "relation to another type": (
        lambda folder: put(
            ALDMOOR,
            "fields",
            "topic_links",
            0,
            "topic",
            value={"page": json.loads((folder / VILLES).read_text(encoding="utf-8"))["translation_key"]},
        )(folder),
        (
            "pages/fr/villes/aldmoor.json, field “topic_links[0].topic.page”: the page "
            "f0ac69c0-7368-5ae0-a9fb-4e75dbfa1d81 is of the type cityrelations.PartnerCityIndexPage, "
            "not cityrelations.TopicPage."
        ),
    ),
    "no reference": (
        put(ALDMOOR, "fields", "topic_links", 0, "topic", value=5),
        ("pages/fr/villes/aldmoor.json, field “topic_links[0].topic”: an object in braces must stand here."),
    ),
}
