"""A site that grows, to see that what it costs does not."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Locale, Page

from cityrelations.models import Agreement, AgreementKind, PartnerCityPage
from cityrelations.models.event import EventCity
from cityrelations.models.news import NewsCity
from cms.core.models import Edition
from tests.factories.cityrelations import EventPageFactory, NewsPageFactory, PartnerCityPageFactory
from tests.factories.core import reloaded
from tests.factories.images import ImageFactory, lead_picture

FEW, MANY = 3, 30


def add_cities(parent: Page, number: int, *locales: Locale) -> list[PartnerCityPage]:
    """Publish that many cities with a picture and an agreement, also in these languages; return them."""
    return [_published(_city(parent), locales) for _number in range(number)]


def add_events(parent: Page, number: int, *locales: Locale, city: PartnerCityPage | None = None, past: bool) -> None:
    """Publish that many events, a day each, long past or from tomorrow on, which concern a city."""
    first = date(2020, 3, 1) if past else timezone.localdate() + timedelta(days=1)
    for shift in range(number):
        event = EventPageFactory(parent=reloaded(parent), start_date=first + timedelta(days=shift))
        if city:
            event.city_links.add(EventCity(city=city))
        _published(event, locales)


def add_news(parent: Page, number: int, *locales: Locale, city: PartnerCityPage | None = None, past: bool) -> None:
    """Publish that many news of one day, long past or today, which concern a city."""
    day = date(2020, 3, 1) if past else timezone.localdate()
    for _number in range(number):
        news = NewsPageFactory(parent=reloaded(parent), published_on=day)
        if city:
            news.city_links.add(NewsCity(city=city))
        _published(news, locales)


def add_plain(factory: Any, parent: Page, number: int, *locales: Locale) -> None:
    """Publish that many pages of a factory with nothing but a title."""
    for _number in range(number):
        _published(factory(parent=reloaded(parent)), locales)


def _city(parent: Page) -> PartnerCityPage:
    city = PartnerCityPageFactory(parent=reloaded(parent), lead_picture=lead_picture(ImageFactory()))
    city.agreements.add(
        Agreement(kind=AgreementKind.PARTNERSHIP_AGREEMENT, date=date(1990, 1, 1), counts_from_here=True)
    )
    return city


def _published(page: Page, locales: tuple[Locale, ...]) -> Any:
    _put_on_air(page, Edition.Kind.SOURCE)
    for locale in locales:
        _put_on_air(page.copy_for_translation(locale, copy_parents=True), Edition.Kind.TRANSLATION)
    return page


def _put_on_air(page: Page, kind: Edition.Kind) -> None:
    """Leave a page as publishing leaves it, which takes three times as long."""
    page.live, page.has_unpublished_changes = True, False
    page.save()
    Edition.objects.create(page=page, kind=kind)
