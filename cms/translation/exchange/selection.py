"""Which pages an export holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet, TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Locale, Page

from cms.core.models import Edition, LocaleProfile
from cms.translation.exchange.commission import Commission
from cms.translation.exchange.submission import commissioned
from cms.translation.models import TranslationWork
from cms.translation.texts.units import Origin, Unit


class What(TextChoices):
    """Which pages of those chosen."""

    MISSING = "missing", gettext_lazy("All with texts still to be translated or to be updated")
    OUTDATED = "outdated", gettext_lazy("Only those whose translation is outdated")
    ALL = "all", gettext_lazy("All, the finished ones too")


@dataclass(frozen=True)
class Selection:
    """Pages for one language: those given in any language, perhaps with all below them; else the whole site.

    Pages that are not planned in this language are in it only if they are given themselves.
    """

    locale: Locale
    what: What = What.MISSING
    pages: tuple[Page, ...] | None = None
    with_pages_below: bool = False

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
        if self.pages is not None:
            keys = below(self.pages) if self.with_pages_below else [page.translation_key for page in self.pages]
            found = found.filter(translation_key__in=keys)
        if self.pages is None or self.with_pages_below:
            left_out = TranslationWork.objects.filter(locale=self.locale, state=TranslationWork.State.NOT_PLANNED)
            found = found.exclude(translation_key__in=left_out.values("translation_key"))
        return found.select_related("locale__profile").order_by("path")


def refuse_written(locale: Locale) -> None:
    """Raise ValidationError for a language that nothing is translated into."""
    if LocaleProfile.objects.filter(locale=locale, mode=LocaleProfile.Mode.WRITTEN).exists():
        sentence = _("%(language)s is written, not translated. Choose another language.")
        raise ValidationError(sentence % {"language": locale.get_display_name()})


def below(pages: Iterable[Page]) -> QuerySet[UUID]:
    """Return the translation keys of pages and of all below them, whatever language they stand in."""
    roots = Page.objects.filter(translation_key__in=[page.translation_key for page in pages])
    branches = Q(pk__in=[])
    for path in roots.values_list("path", flat=True):
        branches |= Q(path__startswith=path)
    return Page.objects.filter(branches).values("translation_key")


def _is_to_do(unit: Unit) -> bool:
    return not unit.is_translated or unit.needs_rewrite or unit.origin == Origin.MACHINE
