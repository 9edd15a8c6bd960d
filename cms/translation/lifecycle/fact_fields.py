"""Which fields and child rows of a page type hold facts: no words, the same in every language."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField, get_translatable_fields


@dataclass(frozen=True)
class FactFields:
    """The facts of one page type: `columns` of its row, and `relations` to child rows that belong to it."""

    columns: list[models.Field]
    relations: list[models.ManyToOneRel]

    @classmethod
    def of(cls, model: type[Any]) -> "FactFields":
        """Return them. What is computed from facts is a fact."""
        shared = [one for one in get_translatable_fields(model) if isinstance(one, SynchronizedField)]
        fields = [one.get_field(model) for one in shared if not one.overridable]
        fields += [model._meta.get_field(name) for name in getattr(model, "derived_facts", ())]
        return cls(
            columns=[one for one in fields if one.concrete and not one.many_to_many],
            relations=[one for one in fields if isinstance(one, models.ManyToOneRel) and not _is_translated(one)],
        )


def own_columns(relation: models.ManyToOneRel) -> list[models.Field]:
    """Return the columns of a child row but for its primary key and the page it belongs to."""
    fields = relation.related_model._meta.concrete_fields
    return [field for field in fields if not field.primary_key and field.name != relation.field.name]


def _is_translated(relation: models.ManyToOneRel) -> bool:
    return issubclass(relation.related_model, TranslatableMixin)
