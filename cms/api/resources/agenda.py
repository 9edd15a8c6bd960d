"""What lists of events and lists of news have in common: which entries are asked for."""

from datetime import date, datetime, time, timedelta
from typing import Any, Literal
from uuid import UUID

from django.utils import timezone
from pydantic import Field

from cityrelations.models import NetworkPage, PartnerCityPage, TopicPage
from cms.api.parameters import Day, LocaleFilter, pages_with_id, refuse_unknown
from cms.api.problems import bad_parameter

LINKS = {"city": PartnerCityPage, "network": NetworkPage, "topic": TopicPage}
EARLIEST, LATEST = date(1000, 1, 1), date(9000, 1, 1)
"""Beyond these nothing happens, and moments in other time zones might not exist."""


class AgendaFilter(LocaleFilter):
    """Which entries are listed: all conditions together."""

    period: Literal["current", "past", "all"] = Field(
        "all", description="`current`: what News lists now; `past`: what has left it."
    )
    from_: Day | None = Field(None, alias="from", description="First day, in the office's time zone.")
    to: Day | None = Field(None, description="Last day, in the office's time zone.")
    city: UUID | None = Field(None, description="Id of a partner city that takes part.")
    network: UUID | None = Field(None, description="Id of a network that takes part.")
    topic: UUID | None = Field(None, description="Id of a topic it is about.")

    def linked(self, rows: Any) -> Any:
        """Return the rows that name all pages asked for."""
        for name, model in LINKS.items():
            page_id = getattr(self, name)
            if page_id:
                naming = rows.model.objects.filter(**{f"{name}_links__{name}__in": pages_with_id(model, page_id)})
                rows = rows.filter(pk__in=naming.values("pk"))
        return rows

    def check_days(self) -> None:
        """Raise a problem for days in the wrong order."""
        if self.from_ and self.to and self.to < self.from_:
            raise bad_parameter("to", f"{self.to} is before {self.from_}, the first day.", status=404)

    def check_pages(self) -> None:
        """Raise a problem for an id that no public page has."""
        refuse_unknown({name: (model, getattr(self, name)) for name, model in LINKS.items()})


def beginning_of(day: date) -> datetime:
    """Return the moment at which a day begins in the office's time zone."""
    return timezone.make_aware(datetime.combine(min(max(day, EARLIEST), LATEST), time.min))


def end_of(day: date) -> datetime:
    """Return the moment at which a day is over in the office's time zone."""
    return beginning_of(min(day, LATEST) + timedelta(days=1))
