"""Taking a document in: looked at first, then kept as a new revision; nothing of the draft before is lost."""

from typing import Any

from django.core import signing
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from cms.translation.easy.documents.html_in import read_html
from cms.translation.easy.documents.incoming import Proposal, apply, proposal_for
from cms.translation.easy.documents.parts import Refused
from cms.translation.easy.documents.received import Received
from cms.translation.easy.documents.word_in import read_word
from cms.translation.roles.rights import is_locked_for
from cms.translation.work.wording import note_writing

SALT = "cms.translation.easy.documents"
KEPT_FOR = 24 * 60 * 60
TAKEN_IN = "cms.translation.document_taken_in"


def read(name: str, data: bytes) -> Received:
    """Return what a file says, by the kind its name tells, or raise Refused."""
    ending = name.rsplit(".", 1)[-1].lower()
    if ending == "docx":
        return read_word(data)
    if ending in ("html", "htm"):
        return read_html(data)
    if ending in ("doc", "odt", "rtf", "docm", "pdf", "pages"):
        raise Refused(
            _("Files of the kind .%(ending)s cannot be read. Save the text as .docx or as HTML.") % {"ending": ending}
        )
    raise Refused(_("Choose a Word document (.docx) or an HTML file (.html)."))


def draft_of(page: Page) -> Any:
    """Return the page as it was saved last."""
    return page.get_latest_revision_as_object()


def sealed(page: Page, proposal: Proposal) -> str:
    """Return the values for the form that confirms them, so that nobody can change them on their way."""
    return signing.dumps([page.pk, page.latest_revision_id, proposal.values], salt=SALT, compress=True)


@transaction.atomic
def take_in(page: Page, seal: str, user: Any) -> Revision:
    """Keep sealed values as a new revision, which is returned, or raise Refused. Live pages stay as they are."""
    try:
        page_id, revision_id, values = signing.loads(seal, salt=SALT, max_age=KEPT_FOR)
    except signing.BadSignature as error:
        raise Refused(_("The preview is too old. Upload the document once more.")) from error
    if page_id != page.pk or revision_id != page.latest_revision_id:
        raise Refused(_("Somebody saved this page meanwhile. Upload the document once more."))
    if is_locked_for(user, page):
        raise Refused(_("This page is locked. Unlock it first, or wait until it is unlocked."))
    draft = draft_of(page)
    apply(draft, values)
    revision = draft.save_revision(user=user, log_action=TAKEN_IN, clean=False)
    note_writing(draft, user)
    return revision


__all__ = ["Proposal", "Received", "Refused", "draft_of", "proposal_for", "read", "sealed", "take_in"]
