"""The front page and the pages that explain."""

import factory

from home.models import ContactPage, HomePage, StandardPage
from tests.factories.core import PageFactory


class HomePageFactory(PageFactory):
    """Makes a front page; its parent is the root."""

    class Meta:
        model = HomePage

    site_name = "Office"


class StandardPageFactory(PageFactory):
    """Makes a page of running text."""

    class Meta:
        model = StandardPage

    title = factory.Sequence(lambda number: f"About us {number}")


class ContactPageFactory(PageFactory):
    """Makes a contact page."""

    class Meta:
        model = ContactPage

    title = factory.Sequence(lambda number: f"Contact {number}")
