"""What waits for somebody, and all they are or were responsible for."""

from collections.abc import Sequence
from typing import Any

from django.db.models import F
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.translation.forms.waiting import OwnWorkForm
from cms.translation.notices.sending import is_held_up_for
from cms.translation.waiting.queue import queue_for, rows_of
from cms.translation.waiting.rows import Row, work_rows
from cms.translation.waiting.selection import responsible_for
from cms.translation.work.asking import where_to_look

ROWS_A_PAGE = 30


class WorkListView(WagtailAdminTemplateMixin, TemplateView):
    """One page of a list of work."""

    header_icon = "list-ul"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the rows of the page asked for, or of the nearest one there is."""
        paginator = WagtailPaginator(self.keys, ROWS_A_PAGE)
        shown = paginator.get_page(self.request.GET.get("p"))
        return {
            **super().get_context_data(**kwargs),
            "rows": self.get_rows(shown.object_list),
            "items": shown,
            "elided_page_range": paginator.get_elided_page_range(shown.number),
        }

    @cached_property
    def keys(self) -> Sequence[Any]:
        """Return what names each row, in their order."""
        raise NotImplementedError

    def get_rows(self, keys: Sequence[Any]) -> list[Row]:
        """Return the rows of some of the keys."""
        raise NotImplementedError


class WaitingView(WorkListView):
    """Everything that waits for the person who looks."""

    template_name = "translation/waiting.html"

    def get_page_title(self) -> str:
        """Return the title in the language of the person."""
        return _("Waiting for me")

    @cached_property
    def keys(self) -> Sequence[Any]:
        """Return what waits."""
        return queue_for(self.request.user)

    def get_rows(self, keys: Sequence[Any]) -> list[Row]:
        """Return the rows of some of it."""
        return rows_of(keys, self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add whether mail about it is held up, and what else there is to do."""
        user = self.request.user
        elsewhere = {} if self.keys else where_to_look(user)
        return super().get_context_data(mail_waits=is_held_up_for(user), **elsewhere, **kwargs)


class OwnWorkView(WorkListView):
    """All work that is or was the person's, by state and language."""

    template_name = "translation/own_work.html"
    header_icon = "clipboard-list"

    def get_page_title(self) -> str:
        """Return the title in the language of the person."""
        return _("My translations")

    @cached_property
    def form(self) -> OwnWorkForm:
        """Return the filters."""
        return OwnWorkForm(self.request.GET)

    @cached_property
    def keys(self) -> Sequence[Any]:
        """Return the work, what is due first at the top."""
        works = self.form.selected(responsible_for(self.request.user))
        return works.order_by(F("due").asc(nulls_last=True), "-changed_at", "pk").values_list("pk", flat=True)

    def get_rows(self, keys: Sequence[Any]) -> list[Row]:
        """Return the rows of some of it."""
        found = dict(work_rows(list(keys), self.request.user, waits=False))
        return [found[key] for key in keys]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the filters."""
        return super().get_context_data(form=self.form, is_filtered=self.form.is_filtered, **kwargs)
