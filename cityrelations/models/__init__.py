"""Page types of city relations."""

from cityrelations.models.agreement import Agreement, AgreementKind, LocalName, StatusPeriod, Website
from cityrelations.models.event import Direction, EventPage, EventStatus
from cityrelations.models.event_index import EventIndexPage
from cityrelations.models.further_date import FurtherDate
from cityrelations.models.network import NetworkIndexPage, NetworkPage
from cityrelations.models.news import NewsPage
from cityrelations.models.partial_date import DatePrecision
from cityrelations.models.partner_city import PartnerCityPage, RelationKind
from cityrelations.models.partner_city_index import PartnerCityIndexPage
from cityrelations.models.partners import PartnersPage
from cityrelations.models.project import ProjectIndexPage, ProjectPage
from cityrelations.models.topic import TopicIndexPage, TopicPage

__all__ = [
    "Agreement",
    "AgreementKind",
    "DatePrecision",
    "Direction",
    "EventIndexPage",
    "EventPage",
    "EventStatus",
    "FurtherDate",
    "LocalName",
    "NetworkIndexPage",
    "NetworkPage",
    "NewsPage",
    "PartnerCityIndexPage",
    "PartnerCityPage",
    "PartnersPage",
    "ProjectIndexPage",
    "ProjectPage",
    "RelationKind",
    "StatusPeriod",
    "TopicIndexPage",
    "TopicPage",
    "Website",
]
