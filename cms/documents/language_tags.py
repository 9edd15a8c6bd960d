"""Language tags as in BCP 47."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*")


def validate_language_tag(tag: str) -> None:
    """Refuse what is no language tag in its canonical case (RFC 5646, section 2.1.1)."""
    if not _TAG.fullmatch(tag):
        raise ValidationError(
            _("“%(tag)s” is no language tag. Write it as in “de”, “pt-BR” or “zh-Hans”."), params={"tag": tag}
        )
