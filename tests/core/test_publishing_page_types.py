"""Each page type: a draft needs no more than a title, and what is complete can be published."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Site, get_page_models
from wagtail.test.utils.form_data import streamfield

from cityrelations import models
from home.models import ContactPage, HomePage, StandardPage
from tests.factories import cityrelations as factories
from tests.factories.core import reloaded
from tests.factories.forms import page_form, picture_form
from tests.factories.images import ImageFactory


@dataclass(frozen=True)
class Case:
    """A page type, the factory of its parent (none: the front page) and what publishing it needs."""

    model: type[Page]
    parent: Any = None
    needs: dict[str, str] = field(default_factory=dict)


CASES = [
    Case(StandardPage),
    Case(ContactPage),
    Case(models.PartnerCityIndexPage),
    Case(models.PartnerCityPage, factories.PartnerCityIndexPageFactory, {"country": "FR"}),
    Case(models.NetworkIndexPage),
    Case(models.NetworkPage, factories.NetworkIndexPageFactory),
    Case(models.TopicIndexPage),
    Case(models.TopicPage, factories.TopicIndexPageFactory),
    Case(models.ProjectIndexPage),
    Case(models.ProjectPage, factories.ProjectIndexPageFactory),
    Case(models.EventIndexPage),
    Case(models.NewsPage, factories.EventIndexPageFactory),
    Case(
        models.EventPage,
        factories.EventIndexPageFactory,
        {"start_date": "2027-05-04", "time_zone": "Europe/Berlin"},
    ),
    Case(models.PartnersPage),
]
every_type = pytest.mark.parametrize("case", CASES, ids=lambda case: case.model.__name__)


def address(model: type[Page], parent: Page) -> str:
    return reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])


@pytest.fixture
def parent(case: Case, site: Site) -> Page:
    return case.parent(parent=site.root_page) if case.parent else site.root_page


def test_no_page_type_is_forgotten() -> None:
    assert set(get_page_models()) - {Page} == {case.model for case in CASES} | {HomePage}


@every_type
def test_draft_needs_only_a_title_and_its_address(case: Case, parent: Page, staff: Client) -> None:
    form = page_form(case.model(), title="Ein Entwurf", slug="entwurf") | dict.fromkeys(case.needs, "")
    staff.post(address(case.model, parent), form)
    page = case.model.objects.get(title="Ein Entwurf")
    assert (page.live, page.slug) == (False, "entwurf")
    assert page.get_latest_revision().user is not None


@every_type
def test_complete_page_is_published(case: Case, parent: Page, staff: Client) -> None:
    pictures = {"lead_picture", "logo"} & {one.name for one in case.model._meta.get_fields()}
    values = {name: streamfield([("picture", picture_form(ImageFactory()))]) for name in pictures}
    form = page_form(case.model(), "action-publish", title="Fertig", slug="fertig", **values, **case.needs)
    staff.post(address(case.model, parent), form)
    page = reloaded(case.model.objects.get(title="Fertig"))
    assert (page.live, page.edition.kind) == (True, "source")
    assert page.live_revision == page.latest_revision


@pytest.mark.parametrize("case", [case for case in CASES if case.needs], ids=lambda case: case.model.__name__)
def test_page_without_what_it_needs_is_not_published(case: Case, parent: Page, staff: Client) -> None:
    form = page_form(case.model(), "action-publish", title="Halb", slug="halb") | dict.fromkeys(case.needs, "")
    answer = staff.post(address(case.model, parent), form)
    assert set(case.needs) == set(answer.context["form"].errors)
    assert not case.model.objects.filter(title="Halb").exists()


def test_front_page_of_another_language_is_made_below_the_root(staff: Client, site: Site, locales: dict) -> None:
    url = address(HomePage, Page.get_first_root_node())
    staff.post(
        f"{url}?locale=fr", page_form(HomePage(), "action-publish", title="Accueil", slug="accueil", site_name="Bureau")
    )
    page = HomePage.objects.get(title="Accueil")
    assert (page.live, page.locale) == (True, locales["fr"])
