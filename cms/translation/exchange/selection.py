"""Which pages an export holds."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet, TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Locale, Page

from cms.core.models import Edition, LocaleProfile
from cms.translation.exchange.commission import Commission
from cms.translation.exchange.submission import commissioned
from cms.translation.models import TranslationWork
from cms.translation.units import Origin, Unit


class What(TextChoices):
    """Which pages of those chosen."""

    MISSING = "missing", gettext_lazy("All with texts still to be translated or to be updated")
    OUTDATED = "outdated", gettext_lazy("Only those whose translation is outdated")
    ALL = "all", gettext_lazy("All, the finished ones too")


@dataclass(frozen=True)
class Selection:
    """Pages for one language: those given, those of a section and all below it, or without either the whole site.

    Pages may be given in any language. Pages that are not planned in this language are left out unless given.
    """

    locale: Locale
    what: What = What.MISSING
    pages: tuple[Page, ...] = ()
    section: Page | None = None

    def commissions(self) -> list[Commission]:
        """Return the pages with their texts, in the order of the tree. Raises ValidationError with a sentence."""
        refuse_written(self.locale)
        found = commissioned(self.sources(), self.locale)
        if self.what == What.MISSING:
            return [one for one in found if any(_is_to_do(unit) for unit in one.units)]
        if self.what == What.OUTDATED:
            return [one for one in found if any(unit.is_outdated or unit.needs_rewrite for unit in one.units)]
        return [one for one in found if one.units]

    def sources(self) -> QuerySet[Page]:
        """Return the live pages that are translated from: other languages, the root and aliases are none of them."""
        found = Page.objects.filter(live=True, edition__kind=Edition.Kind.SOURCE).exclude(locale=self.locale)
        if self.pages:
            found = found.filter(translation_key__in=[page.translation_key for page in self.pages])
        else:
            left_out = TranslationWork.objects.filter(locale=self.locale, state=TranslationWork.State.NOT_PLANNED)
            found = found.exclude(translation_key__in=left_out.values("translation_key"))
        if self.section:
            found = found.filter(translation_key__in=below(self.section).values("translation_key"))
        return found.select_related("locale__profile").order_by("path")


def refuse_written(locale: Locale) -> None:
    """Raise ValidationError for a language that nothing is translated into."""
    if LocaleProfile.objects.filter(locale=locale, mode=LocaleProfile.Mode.WRITTEN).exists():
        sentence = _("%(language)s is written, not translated. Choose another language.")
        raise ValidationError(sentence % {"language": locale.get_display_name()})


def below(section: Page) -> QuerySet[Page]:
    """Return a page and all below it, in every language it exists in."""
    roots = Page.objects.filter(translation_key=section.translation_key).values_list("path", flat=True)
    branches = Q()
    for path in roots:
        branches |= Q(path__startswith=path)
    return Page.objects.filter(branches)


def _is_to_do(unit: Unit) -> bool:
    return not unit.is_translated or unit.needs_rewrite or unit.origin == Origin.MACHINE
