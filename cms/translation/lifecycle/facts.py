"""Giving the facts of a published source page to its rows in other languages, and to their drafts.

Readers take facts from the source row; these rows carry them for queries, files and whoever publishes them again.
Nothing is published by that: no word changes.
"""

import json
from collections.abc import Iterable
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from modelsearch.tasks import insert_or_update_object_task
from wagtail.models import Page, Revision
from wagtail.tasks import update_reference_index_task

from cms.translation.lifecycle.editions import open_drafts
from cms.translation.lifecycle.fact_fields import FactFields, own_columns

BATCH = 200
Values = dict[str, Any]


@transaction.atomic
def give_facts(source: Any, page_ids: Iterable[int]) -> None:
    """Give the facts of the specific page `source` to the pages with these ids, which are versions of it.

    The number of queries does not depend on how many they are, but for two each that changed, which are indexed anew.
    """
    model = type(source)
    fields = FactFields.of(model)
    page_ids = list(model._base_manager.filter(pk__in=list(page_ids)).values_list("pk", flat=True))
    if not page_ids:
        return
    changed = _give_columns(source, page_ids, fields.columns)
    for relation in fields.relations:
        changed |= _give_children(source, page_ids, relation)
    _give_to_drafts(source, page_ids, fields)
    for pk in sorted(changed):
        named = (model._meta.app_label, model._meta.model_name, str(pk))
        insert_or_update_object_task.enqueue(*named)
        update_reference_index_task.enqueue(*named)


def _give_columns(source: Any, page_ids: list[int], columns: list[models.Field]) -> set[int]:
    if not columns:
        return set()
    names = [field.attname for field in columns]
    values = {name: getattr(source, name) for name in names}
    rows = type(source)._base_manager.filter(pk__in=page_ids)
    changed = {row["pk"] for row in rows.values("pk", *names) if any(row[name] != values[name] for name in names)}
    if changed:
        rows.filter(pk__in=changed).update(**values)
    return changed


def _give_children(source: Any, page_ids: list[int], relation: models.ManyToOneRel) -> set[int]:
    child, parent = relation.related_model, relation.field.attname
    names = [field.attname for field in own_columns(relation)]
    found: dict[int, list[Values]] = {pk: [] for pk in (source.pk, *page_ids)}
    rows = child._base_manager.filter(**{f"{parent}__in": found})
    for row in rows.order_by(*child._meta.ordering, "pk").values(parent, *names):
        found[row.pop(parent)].append(row)
    right = found[source.pk]
    changed = {pk for pk in page_ids if found[pk] != right}
    if changed:
        child._base_manager.filter(**{f"{parent}__in": changed}).delete()
        made = [child(**{parent: pk}, **row) for pk in sorted(changed) for row in right]
        child._base_manager.bulk_create(made, batch_size=BATCH)
    return changed


def _give_to_drafts(source: Any, page_ids: list[int], fields: FactFields) -> None:
    """Write the facts into what may still go live, or its publication would bring the former ones back."""
    stored = json.loads(json.dumps(source.serializable_data(), cls=DjangoJSONEncoder))
    facts = {field.name: stored[field.name] for field in fields.columns}
    children = {relation.get_accessor_name(): relation.field.name for relation in fields.relations}
    rows = {name: stored[name] for name in children}
    drafts = list(open_drafts(Page.objects.filter(pk__in=page_ids)))
    changed = [draft for draft in drafts if _patch(draft, facts, rows, children)]
    Revision.objects.bulk_update(changed, ["content"], batch_size=BATCH)


def _patch(draft: Revision, facts: Values, rows: dict[str, list[Values]], children: dict[str, str]) -> bool:
    """Write facts and child rows into the draft's content; return whether it had others."""
    content = draft.content
    changed = any(content.get(name) != value for name, value in facts.items())
    content.update(facts)
    for name, parent in children.items():
        own = {"pk", parent}
        if _without(content.get(name, []), own) != _without(rows[name], own):
            content[name] = [{**row, "pk": None, parent: int(draft.object_id)} for row in rows[name]]
            changed = True
    return changed


def _without(rows: list[Values], names: set[str]) -> list[Values]:
    return [{name: value for name, value in row.items() if name not in names} for row in rows]
