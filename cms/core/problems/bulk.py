"""Publishing a selection of pages."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction

from cms.core.problems.refusals import refused


class GatedPublishBulkAction(PublishBulkAction):
    """Publishes all pages of a selection or none. Aliases stay out: they are published with the page they follow."""

    request: HttpRequest

    def prepare_action(self, objects: list[Any], objects_without_access: list[Any]) -> HttpResponse | None:
        """Refuse a selection with pages that may not be published, and name them."""
        context = self.get_execution_context()
        drafts = [page.specific.get_latest_revision_as_object() for page in to_publish(objects, **context)]
        if refused(self.request, drafts):
            messages.warning(
                self.request, _("Nothing was published. Correct these pages or take them out of the selection.")
            )
            return redirect(self.next_url)
        if not drafts:
            messages.warning(
                self.request,
                _("Nothing was published. These pages follow other pages and are published together with them."),
            )
            return redirect(self.next_url)
        return None

    @classmethod
    def execute_action(
        cls, objects: list[Any], include_descendants: bool = False, user: Any = None, **kwargs: Any
    ) -> tuple[int, int]:
        """Publish, and return how many of the selected pages and how many pages below them."""
        chosen = {page.pk for page in objects}
        pages = list(to_publish(objects, include_descendants=include_descendants, user=user))
        for page in pages:
            revision = page.get_latest_revision() or page.specific.save_revision(user=user)
            revision.publish(user=user)
        selected = sum(page.pk in chosen for page in pages)
        return selected, len(pages) - selected


def to_publish(pages: list[Any], *, include_descendants: bool = False, user: Any = None) -> Iterator[Any]:
    """Yield the pages to publish, parents first, none twice: those given, and drafts below them where asked for."""
    seen = set()
    for page in pages:
        below = page.get_descendants().not_live() if include_descendants else []
        for one in (page, *below):
            allowed = one is page or user is None or one.permissions_for_user(user).can_publish()
            if allowed and not one.alias_of_id and one.pk not in seen:
                seen.add(one.pk)
                yield one
