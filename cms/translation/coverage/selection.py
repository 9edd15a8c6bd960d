"""Which pages and languages a person looks at."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from wagtail.models import Page

from cms.core.languages import Language, Languages
from cms.core.models import Edition
from cms.translation.models import TranslationWork

State = TranslationWork.State


class ReaderSees(StrEnum):
    """What a reader of a language gets of a page in that language."""

    NOTHING = "nothing"
    CURRENT = "current"
    OUTDATED = "outdated"


@dataclass(frozen=True)
class Selection:
    """The filters of the matrix; empty ones let everything pass. A page stays if one of its cells matches all."""

    languages: list[Language]
    section: Page | None = None
    reader_sees: str = ""
    state: str = ""
    person: Any = None
    query: str = ""

    @classmethod
    def of(cls, codes: list[str], **filters: Any) -> "Selection":
        """Return a selection of the languages with these tags, of all where none is given."""
        every = Languages.load().all
        chosen = [language for language in every if language.code in codes]
        return cls(languages=chosen or every, **filters)

    def pages(self) -> QuerySet[Page]:
        """Return the source pages in the order of the tree."""
        pages = Page.objects.filter(live=True, edition__kind=Edition.Kind.SOURCE, locale__profile__isnull=False)
        if self.section:
            pages = pages.filter(Q(path__startswith=self.section.path))
        if self.query:
            pages = pages.filter(title__icontains=self.query)
        if self.reader_sees or self.state or self.person:
            pages = pages.filter(self._some_cell_matches())
        return pages.order_by("path")

    def _some_cell_matches(self) -> Q:
        found = Q(pk__in=[])
        for language in self.languages:
            found |= Q(*self._conditions(language)) & ~Q(locale_id=language.locale_id)
        return found

    def _conditions(self, language: Language) -> list[Any]:
        conditions: list[Any] = []
        if self.reader_sees:
            conditions.append(_sees(self.reader_sees, language))
        if self.state:
            conditions.append(_in_state(self.state, language))
        if self.person:
            conditions.append(Exists(_work(language).filter(Q(assignee=self.person) | Q(reviewer=self.person))))
        return conditions


def _editions(language: Language) -> QuerySet[Edition]:
    return Edition.objects.filter(
        page__translation_key=OuterRef("translation_key"), page__locale_id=language.locale_id, page__live=True
    ).annotate(age=Coalesce(F("basis__words_changed"), 0))


def _work(language: Language) -> QuerySet[TranslationWork]:
    return TranslationWork.objects.filter(translation_key=OuterRef("translation_key"), locale_id=language.locale_id)


def _sees(what: str, language: Language) -> Any:
    match what:
        case ReaderSees.CURRENT:
            return Exists(_editions(language).filter(age=0))
        case ReaderSees.OUTDATED:
            return Exists(_editions(language).filter(age__gt=0))
    return ~Exists(_editions(language)) & ~Exists(_work(language).filter(state=State.NOT_PLANNED))


def _in_state(state: str, language: Language) -> Any:
    if state != State.OPEN:
        return Exists(_work(language).filter(state=state))
    untouched = ~Exists(_work(language)) | Exists(_work(language).filter(state=State.OPEN))
    return Q(untouched) & ~Exists(_editions(language).filter(age=0))
