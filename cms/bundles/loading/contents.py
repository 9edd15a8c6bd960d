"""What a page of a bundle says, put into a row of the database."""

from typing import Any

from django.db import models
from django.utils import translation
from wagtail.fields import StreamField

from cms.bundles.incoming import incoming_values
from cms.bundles.page_fields import Field, field_of, order_of
from cms.bundles.page_files import PageFile, Times
from cms.bundles.references import KnownKeys
from cms.core.models import BasePage


def new_page(file: PageFile) -> BasePage:
    """Return an unsaved page with the plain values of its file. Defaults are named in the language of the file."""
    with translation.override(file.locale):
        return file.model(**file.plain)


def filled_page(file: PageFile, known: KnownKeys) -> BasePage:
    """Return an unsaved page with all values of its file."""
    page = new_page(file)
    fill(page, file, known)
    return page


def fill(page: BasePage, file: PageFile, known: KnownKeys) -> None:
    """Give the page the values of the file."""
    for name, value in incoming_values(file, known).items():
        _set(page, field_of(file.model, name), value)


def take_facts(page: BasePage, source: BasePage) -> None:
    """Give a page written beside its source page the facts of that one, which may be unsaved."""
    for name in page.fact_names:
        field = field_of(type(page), name)
        if isinstance(field, models.ManyToOneRel):
            source.copy_child_relation(field.name, page)
        else:
            setattr(page, field.attname, getattr(source, field.attname))


def go_live(page: BasePage, times: Times) -> None:
    """Mark the page as published at the times of the bundle."""
    page.live, page.has_unpublished_changes = True, False
    page.draft_title = page.title
    page.first_published_at = times.first_published_at
    page.last_published_at = page.latest_revision_created_at = times.last_published_at
    page.expire_at = times.expire_at


def _set(page: BasePage, field: Field, value: Any) -> None:
    if isinstance(field, StreamField):
        setattr(page, field.name, field.stream_block.to_python(value))
    elif isinstance(field, models.ManyToOneRel):
        made = [field.related_model(**row, **order_of(field.related_model, n)) for n, row in enumerate(value)]
        setattr(page, field.get_accessor_name(), made)
    else:
        setattr(page, field.attname, value)
