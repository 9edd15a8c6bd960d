"""Pages stay in the tree of their language."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from home.models import HomePage, StandardPage
from tests.factories.core import publish, reloaded
from tests.factories.home import StandardPageFactory

REFUSAL = "is in another language. Choose a page of the same language, or translate the page instead."


@pytest.fixture
def french_parent(french_home: HomePage) -> StandardPage:
    page = StandardPageFactory(parent=french_home, title="Nous", slug="nous", locale=french_home.locale)
    return publish(page)


@pytest.mark.parametrize("alias", [{}, {"alias": "on"}])
def test_no_copy_and_no_alias_below_another_language(
    alias: dict[str, str], german: StandardPage, french_parent: StandardPage, staff: Client
) -> None:
    form = {"new_title": "Nous", "new_slug": "copie", "new_parent_page": french_parent.pk, **alias}
    answer = staff.post(reverse("wagtailadmin_pages:copy", args=[german.pk]), form, follow=True)
    assert REFUSAL in answer.content.decode()
    assert not french_parent.get_children().exists()


def test_no_move_below_another_language(german: StandardPage, french_parent: StandardPage, staff: Client) -> None:
    staff.post(reverse("wagtailadmin_pages:move_confirm", args=[german.pk, french_parent.pk]))
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    staff.post(f"{bulk}?id={german.pk}", {"chooser": french_parent.pk})
    assert not french_parent.get_children().exists()


def test_copies_and_moves_in_the_same_language_go_on(german: StandardPage, home: HomePage, staff: Client) -> None:
    other = publish(StandardPageFactory(parent=reloaded(home), title="Andere", slug="andere"))
    staff.post(reverse("wagtailadmin_pages:move_confirm", args=[german.pk, other.pk]))
    form = {"new_title": "Kopie", "new_slug": "kopie", "new_parent_page": other.pk}
    staff.post(reverse("wagtailadmin_pages:copy", args=[german.pk]), form)
    assert set(Page.objects.child_of(other).values_list("title", flat=True)) == {"Über uns", "Kopie"}
