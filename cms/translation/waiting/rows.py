"""What a list of work says about each piece of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, TaskState

from cms.core.languages import Language, Languages
from cms.translation.models import TranslationWork
from cms.translation.roles.substitutes import stood_in_for
from cms.translation.waiting.selection import is_incomplete
from cms.translation.work.comments import last_reviews
from cms.translation.work.pages import WorkPages, section_path

State = TranslationWork.State
RELATED = ("locale", "assignee", "reviewer", "approved_by", "submitted_by")


@dataclass(frozen=True)
class Row:
    """One page in one language: what it is, how far it is, and the one link to what is next.

    `title_language` is that of the title, `language` the one to be written. `step` is what the link says, `for_whom`
    names the person one stands in for, `note` is what the assigner or the review said last.
    """

    title: str
    title_language: Language
    section: str
    language: Language
    state: str
    due: date | None
    words: str
    step: str
    url: str
    for_whom: str = ""
    note: str = ""

    @property
    def is_overdue(self) -> bool:
        """Return whether the day has passed."""
        return self.due is not None and self.due < timezone.localdate()


def work_rows(pks: Sequence[int], user: Any, *, waits: bool = True) -> Iterator[tuple[int, Row]]:
    """Yield the row of each piece of work with its primary key, in no particular order.

    `waits` says that the next step is the person's; otherwise the link only opens the page.
    """
    works = list(
        TranslationWork.objects.filter(pk__in=pks).select_related(*RELATED).annotate(lacks_texts=is_incomplete())
    )
    pages = WorkPages(works)
    languages = Languages.load()
    persons = {person.pk for person in stood_in_for(user)}
    said = last_reviews([work.pk for work in works if work.state == State.RETURNED])
    for work in works:
        yield work.pk, _row(work, pages, languages, persons, waits, said.get(work.pk, ""))


def moderation_rows(pks: Sequence[int]) -> Iterator[tuple[int, Row]]:
    """Yield the row of each page in Wagtail's workflows, with the primary key of its task."""
    tasks = list(TaskState.objects.filter(pk__in=pks).select_related("revision", "task"))
    pages = Page.objects.in_bulk([int(task.revision.object_id) for task in tasks])
    paths = {section_path(page) for page in pages.values()}
    sections = {page.path: page.get_admin_display_title() for page in Page.objects.filter(path__in=paths)}
    languages = Languages.load()
    for task in tasks:
        page = pages.get(int(task.revision.object_id))
        if page:
            language = languages.of(page.locale_id)
            yield (
                task.pk,
                Row(
                    title=page.get_admin_display_title(),
                    title_language=language,
                    section=sections.get(section_path(page), ""),
                    language=language,
                    state=_("In moderation: %(task)s") % {"task": task.task.name},
                    due=None,
                    words="",
                    step=_("Moderate"),
                    url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
                ),
            )


def _row(work: Any, pages: WorkPages, languages: Languages, persons: set[int], waits: bool, said: str) -> Row:
    source, target = pages.source(work), pages.target(work)
    page = source or target
    changed = _words_changed(target) if work.state == State.APPROVED else 0
    is_old = work.state == State.APPROVED and bool(changed or work.lacks_texts)
    details = reverse("translation_work", args=[work.pk])
    return Row(
        title=page.get_admin_display_title() if page else _("A page that was deleted"),
        title_language=languages.of(page.locale_id if page else work.locale_id),
        section=pages.section(work),
        language=languages.of(work.locale_id),
        state=_("The source changed") if is_old else work.get_state_display(),
        due=work.due,
        words=_words(source, changed),
        step=_step(work, is_old, languages.of(work.locale_id)) if waits else pgettext("link", "Open"),
        url=(waits and _url(work, source, target, languages)) or details,
        for_whom=_for_whom(work, persons),
        note=said or work.note,
    )


def _words_changed(target: Page | None) -> int:
    basis = _basis(target)
    return basis.words_changed if basis else 0


def _words(source: Page | None, changed: int) -> str:
    if changed:
        return ngettext("%(count)d word changed", "%(count)d words changed", changed) % {"count": changed}
    basis = _basis(source)
    if basis is None or not basis.words:
        return ""
    return ngettext("%(count)d word", "%(count)d words", basis.words) % {"count": basis.words}


def _basis(page: Page | None) -> Any:
    edition = getattr(page, "edition", None)
    return getattr(edition, "basis", None)


def _step(work: TranslationWork, is_old: bool, language: Language) -> str:
    if is_old:
        return _("Update")
    if work.state == State.RETURNED and work.assignee_id is None:
        return _("Pass on")
    steps = {
        State.ASSIGNED: _("Write") if language.is_written else _("Translate"),
        State.IN_WORK: _("Go on writing") if language.is_written else _("Go on translating"),
        State.RETURNED: _("Correct"),
        State.IN_REVIEW: _("Review"),
        State.APPROVED: _("Publish"),
    }
    return steps.get(State(work.state), pgettext("link", "Open"))


def _url(work: TranslationWork, source: Page | None, target: Page | None, languages: Languages) -> str:
    if source and work.state == State.RETURNED and work.assignee_id is None:
        arguments = {"id": source.pk, "language": languages.of(work.locale_id).code}
        return f"{reverse('translation_assign')}?{urlencode(arguments)}"
    if target:
        return reverse("wagtailadmin_pages:edit", args=[target.pk])
    language = languages.of(work.locale_id)
    if source and language.is_written:
        return reverse("translation_written_start", args=[source.pk, language.code])
    return ""


def _for_whom(work: TranslationWork, persons: set[int]) -> str:
    person = work.reviewer if work.state == State.IN_REVIEW else work.assignee
    return get_user_display_name(person) if person and person.pk in persons else ""
