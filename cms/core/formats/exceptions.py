"""Where readers write otherwise than CLDR, Babel or Django do: the one place to add to.

Keys are lower-case BCP 47 tags; a tag without an entry takes that of the nearest shorter tag.
`tests/core/formats/test_exceptions.py` holds each entry against what Babel says, so that an entry
that upstream has caught up with is found and goes.
"""

from typing import NamedTuple

BARE_TAGS = {
    # CLDR's bare "en" is that of the United States ("July 2, 1987", "7:00 PM"). English without a
    # region is written for the world here: "2 July 1987", "19:00". Write "en-US" to get the other.
    "en": "en_GB",
}

SIMPLE_NAMES = {
    # CLDR names the variant "simple" in few languages and with a word nobody uses for it. These
    # are the names under which readers look for easy-to-read texts.
    "de": "Leichte Sprache",
    "en": "Easy Read",
    "es": "Lectura fácil",
    "fi": "Selkokieli",
    "fr": "Facile à lire et à comprendre",
    "sv": "Lättläst",
}

FIRST_OF_MONTH = {
    # The first day is an ordinal, all others are cardinals; CLDR patterns cannot say so.
    "fr": "1er",  # Imprimerie nationale, Lexique des règles typographiques, "Dates"
    "it": "1º",  # Accademia della Crusca, "I numeri del calendario"
    "pt": "1º",  # Manual de Redação da Presidência da República; CLDR's bare "pt" is Brazil
    "pt-pt": "1",  # Portugal keeps the cardinal
}

APPROXIMATE_YEAR = {
    # CLDR has no "around that year", only a sign for approximate numbers ("~1987").
    "ar": "نحو عام {year}",
    "bg": "около {year} г.",
    "ca": "cap al {year}",
    "cs": "kolem roku {year}",
    "da": "omkring {year}",
    "de": "um {year}",
    "el": "περί το {year}",
    "en": "c. {year}",
    "es": "hacia {year}",
    "et": "umbes {year}",
    "fa": "حدود {year}",
    "fi": "noin vuonna {year}",
    "fr": "vers {year}",
    "he": "בסביבות {year}",
    "hr": "oko {year}.",
    "hu": "{year} körül",
    "id": "sekitar {year}",
    "it": "{year} circa",
    "ja": "{year}年頃",
    "ko": "{year}년경",
    "lt": "apie {year} m.",
    "lv": "ap {year}. g.",
    "nb": "omkring {year}",
    "nl": "omstreeks {year}",
    "nn": "omkring {year}",
    "no": "omkring {year}",
    "pl": "ok. {year} r.",
    "pt": "por volta de {year}",
    "ro": "în jurul anului {year}",
    "ru": "около {year} г.",
    "sk": "okolo roku {year}",
    "sl": "okoli leta {year}",
    "sq": "rreth {year}",
    "sr": "око {year}.",
    "sr-latn": "oko {year}.",
    "sv": "omkring {year}",
    "tr": "{year} civarı",
    "uk": "близько {year} р.",
    "vi": "khoảng năm {year}",
    "zh": "约{year}年",
}

DATE_RANGES = {
    # CLDR joins with a dash. These languages say it in words, which screen readers read aloud; in
    # Arabic a dash between numbers also depends on the direction of what stands around it.
    "ar": "من {start} إلى {end}",
    "de": "{start} bis {end}",
    "es": "del {start} al {end}",
    "fr": "du {start} au {end}",
}

TIME_RANGES = {
    "ar": "من {start} إلى {end}",
    "de": "{start} bis {end}",
    "es": "de {start} a {end}",
    "fr": "de {start} à {end}",
}


class TimeStyle(NamedTuple):
    """CLDR patterns for a full hour and for any other time, and a unit said once per range."""

    full_hour: str
    other: str
    unit: str = ""


TIMES = {
    # DIN 5008 and ordinary usage: a time in running text is "19:00 Uhr"; CLDR has the word only in
    # ranges. Easy German leaves out minutes that are zero.
    "de": TimeStyle("HH:mm", "HH:mm", " Uhr"),
    "de-simple": TimeStyle("H", "H:mm", " Uhr"),
    # "19 h", "19 h 30" with no-break spaces (Imprimerie nationale, "Heures"); CLDR: "19:00".
    "fr": TimeStyle("H'\u00a0h'", "H'\u00a0h\u00a0'mm"),
}

PLAIN_SPACES = str.maketrans("\u2009", " ")
# CLDR puts thin spaces around the dash of a range. Many fonts lack them, a search for the text as
# people type it misses them, and they may break the line just as a plain space does.

GROUPED_FROM_FIVE_DIGITS = dict.fromkeys(
    # CLDR minimumGroupingDigits=2, which Babel ignores: "1234", but "12.345".
    ["be", "bg", "es", "et", "hu", "hy", "it", "ka", "lv", "pl", "pt-pt", "sl", "sq"],
    True,
)

FILE_SIZE_UNITS = {
    # CLDR abbreviates only some of the Arabic units ("1.2 م.ب" beside "12 كيلوبايت"), and the
    # abbreviations are hardly known. These are CLDR's long forms.
    "ar": {"megabyte": "{0} ميغابايت", "gigabyte": "{0} غيغابايت"},
}
