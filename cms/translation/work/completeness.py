"""What still has to be done on a translation before others read it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.models import Translation

from cms.translation.models import Rewrite, TranslationWork
from cms.translation.texts.units import Origin, units_of


def obstacles(work: TranslationWork, translation: Translation | None) -> list[str]:
    """Return a sentence for each kind of text that is not ready, with their number; empty where all is done.

    Pages that are written instead of translated have no list of texts, and so nothing to count.
    """
    if translation is None:
        return []
    units = units_of(translation)
    missing = sum(not unit.is_translated for unit in units)
    unconfirmed = sum(unit.is_translated and unit.origin == Origin.MACHINE for unit in units)
    rewrites = Rewrite.objects.filter(work=work).count() if work.pk else 0
    return [sentence for sentence in (_missing(missing), _unconfirmed(unconfirmed), _rewrites(rewrites)) if sentence]


def _missing(count: int) -> str:
    sentence = ngettext(
        "%(count)d text is not translated yet. Translate it first.",
        "%(count)d texts are not translated yet. Translate them first.",
        count,
    )
    return sentence % {"count": count} if count else ""


def _unconfirmed(count: int) -> str:
    sentence = ngettext(
        "%(count)d text comes from a machine and nobody has confirmed it. Read it and confirm it first.",
        "%(count)d texts come from a machine and nobody has confirmed them. Read them and confirm them first.",
        count,
    )
    return sentence % {"count": count} if count else ""


def _rewrites(count: int) -> str:
    sentence = ngettext(
        "%(count)d text has to be written anew. It is marked: %(reason)s.",
        "%(count)d texts have to be written anew. They are marked: %(reason)s.",
        count,
    )
    return sentence % {"count": count, "reason": _("the picture was replaced")} if count else ""
