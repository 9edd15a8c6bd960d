"""Pages whose moment has come."""

from wagtail.models import Site

from cms.images.models import CustomImage
from home.models import StandardPage
from tests.factories.clock import make_due, schedule
from tests.factories.home import StandardPageFactory
from tests.factories.images import ImageFactory, lead_picture


def due(site: Site, title: str) -> StandardPage:
    """Return a page that should be live since a minute ago."""
    page = StandardPageFactory(parent=site.root_page, title=title)
    schedule(page)
    make_due(page)
    return page


def due_without_credit(site: Site, title: str) -> StandardPage:
    """Return a page that is due, whose picture lost its credit after it was scheduled."""
    image = ImageFactory()
    page = StandardPageFactory(parent=site.root_page, title=title, lead_picture=lead_picture(image))
    schedule(page)
    make_due(page)
    CustomImage.objects.filter(pk=image.pk).update(author="", agency="")
    return page
