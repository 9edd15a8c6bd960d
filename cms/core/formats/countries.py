"""Names of countries in the language of the reader."""

from cms.core.formats.languages import babel_locale


def country_name(alpha2: str, language: str) -> str:
    """Return CLDR's name of the country with the ISO 3166-1 code `alpha2`, in `language`.

    A country without a name in that language has its English one; an unknown code is returned.
    """
    code = alpha2.upper()
    names = (babel_locale(tag).territories.get(code) for tag in (language, "en"))
    return next(filter(None, names), code)
