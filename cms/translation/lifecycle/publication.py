"""What the publication of a page means for its versions in other languages."""

from typing import Any

from django.db import transaction
from wagtail.models import Revision

from cms.core.models import Edition
from cms.translation.lifecycle.ageing import refresh_texts_to_translate, source_was_published
from cms.translation.lifecycle.basis import take_texts_of_source
from cms.translation.lifecycle.editions import Kind, rows_beside, source_edition
from cms.translation.lifecycle.facts import give_facts
from cms.translation.lifecycle.withdrawing import bring_back
from cms.translation.machine.authorship import note_machine
from cms.translation.memory import remember_published
from cms.translation.models import Withdrawal


@transaction.atomic
def page_went_live(page: Any, revision: Revision | None) -> None:
    """Follow the publication of the specific page, which is live and no alias.

    A source gives its facts to its versions, makes them older by what changed, and brings back those that left with
    it. Any other edition takes the facts of its source and notes what it was made from; the memory learns its words.
    """
    Withdrawal.objects.filter(page_id=page.pk).delete()
    edition = Edition.objects.filter(page_id=page.pk).first()
    if edition is None:
        return
    if edition.kind == Kind.SOURCE:
        give_facts(page, rows_beside(page).filter(alias_of=None).values_list("pk", flat=True))
        source_was_published(page, revision)
        bring_back(page)
        return
    source = source_edition(page)
    if source:
        give_facts(source.page.specific, [page.pk])
    take_texts_of_source(page, revision)
    note_machine(page)
    remember_published(page, revision.user if revision else None)
    refresh_texts_to_translate(page)
