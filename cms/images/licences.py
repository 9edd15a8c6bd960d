"""The licences a picture may be used under, with the addresses of their texts."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Licence(TextChoices):
    """Controlled list. Values are SPDX identifiers where SPDX has one."""

    AGREEMENT = "agreement", _("By agreement with the author or agency")
    ALL_RIGHTS = "all-rights", _("All rights reserved, use permitted in writing")
    CC0 = "CC0-1.0", "CC0 1.0"
    CC_BY_4 = "CC-BY-4.0", "CC BY 4.0"
    CC_BY_SA_4 = "CC-BY-SA-4.0", "CC BY-SA 4.0"
    CC_BY_ND_4 = "CC-BY-ND-4.0", "CC BY-ND 4.0"
    CC_BY_3_DE = "CC-BY-3.0-DE", "CC BY 3.0 DE"
    CC_BY_SA_3 = "CC-BY-SA-3.0", "CC BY-SA 3.0"
    CC_BY_SA_3_DE = "CC-BY-SA-3.0-DE", "CC BY-SA 3.0 DE"
    DL_DE_BY_2 = "DL-DE-BY-2.0", _("Data licence Germany – attribution – version 2.0")
    PUBLIC_DOMAIN = "public-domain", _("Public domain")


ADDRESSES: dict[str, str] = {
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
    Licence.CC_BY_4: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA_4: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.CC_BY_ND_4: "https://creativecommons.org/licenses/by-nd/4.0/",
    Licence.CC_BY_3_DE: "https://creativecommons.org/licenses/by/3.0/de/",
    Licence.CC_BY_SA_3: "https://creativecommons.org/licenses/by-sa/3.0/",
    Licence.CC_BY_SA_3_DE: "https://creativecommons.org/licenses/by-sa/3.0/de/",
    Licence.DL_DE_BY_2: "https://www.govdata.de/dl-de/by-2-0",
    Licence.PUBLIC_DOMAIN: "https://creativecommons.org/publicdomain/mark/1.0/",
}

TELLS_LICENCE = frozenset(value for value in ADDRESSES if value.startswith(("CC-BY", "DL-DE")))
"""Licences whose terms ask that the reader is told title, source, licence and changes."""

OPEN = frozenset(ADDRESSES)
"""Licences, and the public domain, under which everybody may pass a picture on."""
