"""What every page factory shares, and what can be done with a page once it is made."""

from typing import Any

import factory
from django.core.files.base import ContentFile
from wagtail.models import Locale, Page

from cms.documents.models import CustomDocument


class PageFactory(factory.django.DjangoModelFactory):
    """Makes a draft below `parent`, which is always given."""

    class Meta:
        abstract = True

    title = factory.Sequence(lambda number: f"Page {number}")
    live = False

    @classmethod
    def _create(cls, model_class: type[Page], *args: Any, parent: Page, **kwargs: Any) -> Page:
        return parent.add_child(instance=model_class(**kwargs))


class DocumentFactory(factory.django.DjangoModelFactory):
    """Makes a document with a small file; `file__name` decides its type."""

    class Meta:
        model = CustomDocument

    class Params:
        name = "document.pdf"

    title = factory.Sequence(lambda number: f"Document {number}")
    file = factory.LazyAttribute(lambda document: ContentFile(b"%PDF-1.7 test", name=document.name))


def publish(page: Page) -> Any:
    """Save a revision of the page as it is, publish it, and return it as it is then in the database."""
    page.save_revision().publish()
    return reloaded(page)


def reloaded(page: Page) -> Any:
    """Return the specific page as it is now in the database."""
    return Page.objects.get(pk=page.pk).specific


def translate(page: Page, locale: Locale, **words: Any) -> Any:
    """Return a draft of the page in another language, with these fields changed."""
    draft = reloaded(page).copy_for_translation(locale, copy_parents=True)
    for name, value in words.items():
        setattr(draft, name, value)
    draft.save_revision()
    return draft


def mirror(page: Page, locale: Locale) -> Any:
    """Return an alias of the page in another language, as wagtail-localize makes them."""
    return reloaded(page).copy_for_translation(locale, copy_parents=True, alias=True)
