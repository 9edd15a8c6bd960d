"""What somebody without an account is shown of the work in a share link."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cms.core.languages import Language, Languages
from cms.translation.models import ShareLink, TranslationWork
from cms.translation.work.comments import last_reviews
from cms.translation.work.pages import WorkPages
from cms.translation.work.transitions import IN_HAND

State = TranslationWork.State


@dataclass(frozen=True)
class SharedPage:
    """One page: what it is called, where it is read, how far it is, and what the review said of it last."""

    title: str
    language: Language
    address: str
    words: int
    due: date | None
    note: str
    state: str
    is_open: bool
    returned_with: str


def shared_work(link: ShareLink) -> list[SharedPage]:
    """Return the pages of the link, what is due first at the top. The number of queries does not depend on it."""
    works = list(link.works.select_related("locale").order_by("pk"))
    pages = WorkPages(works)
    languages = Languages.load()
    said = last_reviews([work.pk for work in works])
    found = []
    for work in works:
        source = pages.source(work)
        if source is None:
            continue
        basis = getattr(getattr(source, "edition", None), "basis", None)
        is_returned = work.state == work.State.RETURNED
        found.append(
            SharedPage(
                title=source.get_admin_display_title(),
                language=languages.of(source.locale_id),
                address=(source.full_url or "") if source.live else "",
                words=basis.words if basis else 0,
                due=work.due,
                note=work.note,
                state=_state(work),
                is_open=work.state in IN_HAND,
                returned_with=said.get(work.pk, "") if is_returned else "",
            )
        )
    return sorted(found, key=lambda page: (not page.is_open, page.due or date.max))


def _state(work: TranslationWork) -> str:
    """Return what the state means for somebody who works by file."""
    match work.state:
        case State.IN_REVIEW:
            return _("Handed in, in review")
        case State.APPROVED:
            return _("Approved, nothing more to do")
        case State.NOT_PLANNED:
            return _("Not needed any more")
        case State.RETURNED:
            return _("Returned, to be corrected")
    return _("To be translated")
