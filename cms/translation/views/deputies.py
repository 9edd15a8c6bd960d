"""Deputies in the admin."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.urls import URLPattern
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views import generic
from wagtail.admin.views.generic.history import HistoryView
from wagtail.admin.viewsets.model import ModelViewSet

from cms.translation.forms.deputies import DeputyForm
from cms.translation.hooks.menu import MENU_HOOK
from cms.translation.models import Deputyship

EXPLANATION = gettext_lazy(
    "From the first to the last day the deputy has the person's roles in translations, and gets their e-mail too."
)


class OwnRecordMixin:
    """Refuses records that are not the user's to change."""

    def get_object(self, *args: Any) -> Any:
        """Return the record, or refuse."""
        found = super().get_object(*args)
        if not self.user_has_permission_for_instance(self.permission_required, found):
            raise PermissionDenied
        return found


class DeputyEditView(OwnRecordMixin, generic.EditView):
    """Changes a record."""


class DeputyDeleteView(OwnRecordMixin, generic.DeleteView):
    """Ends a deputyship at once: what was lent is taken back."""


class DeputyHistoryView(HistoryView):
    """What became of a record."""

    def get_object(self) -> Any:
        """Return the record, or refuse."""
        found = super().get_object()
        if not self.user_has_permission_for_instance("view", found):
            raise PermissionDenied
        return found


class DeputyIndexView(generic.IndexView):
    """Lists what concerns the user; coordinators and administrators see all."""

    default_ordering = "-starts"

    def get_base_queryset(self) -> QuerySet[Deputyship]:
        """Return the records that concern the user, with their people."""
        seen = self.permission_policy.instances_user_has_any_permission_for(self.request.user, {"view"})
        return seen.select_related("person", "deputy")

    @cached_property
    def columns(self) -> list[Column]:
        """Return the columns."""
        title = self._get_title_column_class(TitleColumn)
        return [
            title("person", label=_("Person"), accessor=_name("person"), get_url=self.get_edit_url),
            Column("deputy", label=_("Deputy"), accessor=_name("deputy")),
            Column("starts", label=_("From"), accessor=_day("starts"), sort_key="starts"),
            Column("ends", label=_("Until"), accessor=_day("ends"), sort_key="ends"),
        ]

    def get_edit_url(self, instance: Deputyship) -> str | None:
        """Return where the record is changed, where the user may."""
        return super().get_edit_url(instance) if self._may_change(instance) else None

    def get_delete_url(self, instance: Deputyship) -> str | None:
        """Return where it is deleted, where the user may."""
        return super().get_delete_url(instance) if self._may_change(instance) else None

    def _may_change(self, instance: Deputyship) -> bool:
        return self.user_has_permission_for_instance("change", instance)


class DeputyViewSet(ModelViewSet):
    """Who stands in for whom."""

    model = Deputyship
    name = "translation_deputies"
    url_prefix = "translation/deputies"
    icon = "group"
    menu_hook = MENU_HOOK
    menu_label = gettext_lazy("Deputies")
    menu_order = 80
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = DeputyIndexView
    edit_view_class = DeputyEditView
    delete_view_class = DeputyDeleteView
    history_view_class = DeputyHistoryView

    def get_edit_handler(self) -> Any:
        """Return the form."""
        days = FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")])
        explanation = HelpPanel(EXPLANATION)
        panels = [explanation, FieldPanel("person"), FieldPanel("deputy"), days]
        return ObjectList(panels, base_form_class=DeputyForm).bind_to_model(self.model)

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Return what all views get; nothing else uses such a record."""
        return super().get_common_view_kwargs(**{"usage_url_name": None, **kwargs})

    def get_urlpatterns(self) -> list[URLPattern]:
        """Leave out the address for uses."""
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "usage"]


deputy_viewset = DeputyViewSet()


def _name(person: str) -> Any:
    return lambda record: get_user_display_name(getattr(record, person))


def _day(name: str) -> Any:
    """Return how a day is shown: Wagtail's own column tells the time since then, as if it had an hour."""
    return lambda record: date_format(getattr(record, name))
