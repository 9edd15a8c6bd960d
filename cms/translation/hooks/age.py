"""In lists of pages: by how many words the source of a page has moved on."""

from collections.abc import Iterator
from typing import Any

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from cms.translation.models import Basis


@hooks.register("construct_explorer_page_queryset")
def count_changed_words(parent_page: Page, pages: Any, request: HttpRequest) -> Any:
    """Let every page of the list know its age, in the query that lists them."""
    age = Basis.objects.filter(edition__page_id=OuterRef("pk")).values("words_changed")[:1]
    return pages.annotate(words_changed=Subquery(age))


@hooks.register("register_page_listing_buttons")
def tell_changed_words(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """Say it beside the title, with the way to the text."""
    number = getattr(page, "words_changed", None)
    if number and page.permissions_for_user(user).can_edit():
        label = ngettext("Source changed by %(count)d word", "Source changed by %(count)d words", number)
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        yield Button(label % {"count": number}, edit, priority=5, classname="button button-small button-secondary")
