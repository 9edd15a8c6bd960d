"""Names of countries in the language of the reader."""

from functools import cache

from babel import Locale

from cms.core.formats.languages import babel_locale

_NO_COUNTRIES = frozenset(
    # Codes in CLDR that ISO 3166-1 only reserves, and CLDR's groupings, unknowns and pseudo-regions
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]
)


def country_name(alpha2: str, language: str) -> str:
    """Return CLDR's name of the country with the ISO 3166-1 code `alpha2`, in `language`.

    A country without a name in that language has its English one; an unknown code is returned.
    """
    code = alpha2.upper()
    names = (babel_locale(tag).territories.get(code) for tag in (language, "en"))
    return next(filter(None, names), code)


@cache
def country_codes() -> tuple[str, ...]:
    """Return the alpha-2 codes of ISO 3166-1 and XK, by which Kosovo goes in CLDR, in their order."""
    known = Locale("en").territories
    codes = (code for code in known if len(code) == 2 and code.isalpha())
    return tuple(sorted(set(codes) - _NO_COUNTRIES))
