"""Child rows of pages, such as agreements, in the same query as the pages: one JSON array for each relation."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Aggregate, JSONField, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject


class JSONArrayOf(Aggregate):
    """All values of a group as one JSON array."""

    output_field = JSONField()

    def as_sqlite(self, *args: Any, **kwargs: Any) -> tuple[str, list[Any]]:
        """Return it in SQLite's words."""
        return self.as_sql(*args, function="JSON_GROUP_ARRAY", **kwargs)

    def as_postgresql(self, *args: Any, **kwargs: Any) -> tuple[str, list[Any]]:
        """Return it in PostgreSQL's words."""
        return self.as_sql(*args, function="JSONB_AGG", **kwargs)


def with_children(rows: QuerySet, model: type[Model], relations: Iterable[str], pk: str = "pk") -> QuerySet:
    """Let rows carry the child rows that `model` has under the names `relations`; `pk` is their page's column."""
    return rows.annotate(**{_carried_as(model, name): _array(model, name, pk) for name in relations})


def keep_children(page: Any, row: Any, relations: Iterable[str]) -> None:
    """Give `page` the children that `row` carries, as modelcluster keeps them: `page.agreements.all()` asks nobody."""
    kept = page.__dict__.setdefault("_cluster_related_objects", {})
    for name in relations:
        made = [_child(page, name, values) for values in getattr(row, _carried_as(type(page), name)) or ()]
        kept[name] = sorted(made, key=lambda child: (child.sort_order or 0, child.pk))


def child_relations(model: type[Model], names: Iterable[str]) -> list[str]:
    """Return those of `names` under which `model` has child rows."""
    return [name for name in names if model._meta.get_field(name).one_to_many]


def _carried_as(model: type[Model], name: str) -> str:
    return f"children_of_{model._meta.model_name}_{name}"


def _array(model: type[Model], name: str, pk: str) -> Subquery:
    relation = model._meta.get_field(name)
    child, parent = relation.related_model, relation.field.attname
    columns = JSONObject(**{field.attname: field.attname for field in child._meta.concrete_fields})
    rows = child._base_manager.filter(**{parent: OuterRef(pk)}).order_by().values(parent)
    return Subquery(rows.annotate(array=JSONArrayOf(columns)).values("array"))


def _child(page: Any, name: str, values: dict[str, Any]) -> Any:
    relation = page._meta.get_field(name)
    fields = relation.related_model._meta.concrete_fields
    made = [field.target_field if field.is_relation else field for field in fields]
    names = [field.attname for field in fields]
    parsed = [field.to_python(values[name]) for field, name in zip(made, names, strict=True)]
    child = relation.related_model.from_db(page._state.db, names, parsed)
    setattr(child, relation.field.name, page)
    return child
