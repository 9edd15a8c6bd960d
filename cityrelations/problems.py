"""What the publishing gate asks about city relations."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from cityrelations import models
from cms.core.problems.registry import Problem
from cms.core.problems.registry import register as register_check


def register() -> None:
    """Add these checks to the gate."""
    register_check(agreement_problems)


def agreement_problems(page: Any) -> Iterator[Problem]:
    """Yield a problem for a city with agreements of which not exactly one is where the relation counts from."""
    if not isinstance(page, models.PartnerCityPage) or not page.agreements.all():
        return
    counting = [agreement for agreement in page.agreements.all() if agreement.counts_from_here]
    if len(counting) != 1:
        yield Problem(_("Tick “the relation counts from here” at exactly one agreement."), "agreements")
