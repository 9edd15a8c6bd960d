"""Which words of a page come from a machine."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from cms.core.problems import registry
from cms.core.problems.registry import Problem
from cms.translation.models import Basis
from cms.translation.texts.said import Said, said, said_by
from cms.translation.texts.units import MACHINE_MARK

MACHINE = StringTranslation.TRANSLATION_TYPE_MACHINE


def register() -> None:
    """Add the check to the gate."""
    registry.register(unconfirmed_texts)


def unconfirmed_texts(page: Any) -> Iterator[Problem]:
    """Yield a problem for a page that says words of a machine which no person confirmed.

    The very words of the page are looked at: it does not matter on which way they came into it.
    """
    records = _records(page)
    by_machine = records.filter(translation_type=MACHINE)
    if not by_machine.exists():
        return
    confirmed = _texts(records.exclude(translation_type=MACHINE))
    count = len((_texts(by_machine) - confirmed) & said_by(page))
    if count:
        sentence = ngettext(
            "%(count)d text comes from a machine and nobody confirmed it yet. Open the translation and read it.",
            "%(count)d texts come from a machine and nobody confirmed them yet. Open the translation and read them.",
            count,
        )
        yield Problem(sentence % {"count": count})


def note_machine(page: Any) -> None:
    """Keep, for readers, whether a machine drafted any of the words of a page that was just published."""
    drafted = _records(page).filter(Q(translation_type=MACHINE) | Q(tool_name__startswith=MACHINE_MARK))
    is_drafted = drafted.exists() and bool(_texts(drafted) & said_by(page))
    others = Basis.objects.filter(edition__page_id=page.pk).exclude(machine_drafted=is_drafted)
    Basis.objects.filter(pk__in=list(others.values_list("pk", flat=True))).update(machine_drafted=is_drafted)


def _records(page: Page) -> QuerySet[StringTranslation]:
    return StringTranslation.objects.filter(
        locale_id=page.locale_id, context__object_id=page.translation_key, has_error=False
    )


def _texts(records: QuerySet[StringTranslation]) -> set[Said]:
    return {said(path, data) for path, data in records.values_list("context__path", "data")}
