"""Page types of the front page and of the pages that explain the office."""

from home.models.contact import ContactPage
from home.models.home_page import HomePage
from home.models.standard import StandardPage

__all__ = ["ContactPage", "HomePage", "StandardPage"]
