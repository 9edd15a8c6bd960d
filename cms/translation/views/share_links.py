"""Links for translators without an account: made, listed and revoked by those who hand out work."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page

from cms.translation.forms.share_links import ShareLinkForm
from cms.translation.models import ShareLink, TranslationWork
from cms.translation.roles import rights
from cms.translation.views.chosen_pages import back_url, chosen_pages, titles_of
from cms.translation.work.assigning import Summary, assign_pages
from cms.translation.work.assigning_task import keys_of
from cms.translation.work.share_links import MOST_PAGES, create
from cms.translation.work.transitions import IN_HAND

LINKS_A_PAGE = 30


class ForAssigners(WagtailAdminTemplateMixin):
    """A view for those who hand out work."""

    header_icon = "link"
    page_title = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let them in."""
        if not rights.can_assign(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]


class ShareLinksView(ForAssigners, TemplateView):
    """All links, the newest first."""

    template_name = "translation/share_links.html"

    def get_page_title(self) -> str:
        """Return the title in the language of the person."""
        return _("Share links")

    @property
    def header_buttons(self) -> list[HeaderButton]:
        """Return the button for a new one."""
        return [HeaderButton(_("New share link"), reverse("translation_share_link_new"), icon_name="plus")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add one page of links."""
        paginator = WagtailPaginator(_links(), LINKS_A_PAGE)
        shown = paginator.get_page(self.request.GET.get("p"))
        return super().get_context_data(
            items=shown, elided_page_range=paginator.get_elided_page_range(shown.number), **kwargs
        )


class NewShareLinkView(ForAssigners, FormView):
    """Asks for pages, language and for whom; then shows the address, once."""

    template_name = "translation/share_link_new.html"
    form_class = ShareLinkForm

    def get_page_title(self) -> str:
        """Return the title in the language of the person."""
        return _("New share link")

    @cached_property
    def chosen(self) -> list[Page] | None:
        """Return the pages of the address, None where the form has to ask."""
        return chosen_pages(self.request)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Hand the pages over."""
        return {**super().get_form_kwargs(), "pages": self.chosen}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the titles of the pages, and the way back."""
        return super().get_context_data(
            **titles_of(self.chosen or []),
            back_url=back_url(self.request),
            submit_url=self.request.get_full_path(),
            **kwargs,
        )

    def form_valid(self, form: ShareLinkForm) -> HttpResponse:
        """Hand the pages out and make the link, or neither."""
        keys = keys_of(form.page_ids(), below=form.cleaned_data.get("below", False))
        if len(keys) > MOST_PAGES:
            sentence = _("These are %(count)d pages; a link takes %(most)d. Choose fewer, and make several links.")
            form.add_error(None, sentence % {"count": len(keys), "most": MOST_PAGES})
            return self.form_invalid(form)
        summary = Summary()
        try:
            with transaction.atomic():
                summary = assign_pages(keys, form.order(self.request.user))
                link, token = self._make(form, summary)
        except ValidationError as error:
            form.add_error(None, error)
            for title, _language, reason in summary.left_out:
                form.add_error(None, f"{title}: {reason}")
            return self.form_invalid(form)
        return self._show(link, token, summary)

    def _make(self, form: ShareLinkForm, summary: Summary) -> tuple[ShareLink, str]:
        given = form.cleaned_data
        works = TranslationWork.objects.filter(pk__in=summary.work_ids)
        return create(works, given["locale"], label=given["label"], expires_at=form.expires_at, by=self.request.user)

    def _show(self, link: ShareLink, token: str, summary: Summary) -> HttpResponse:
        address = f"{settings.WAGTAILADMIN_BASE_URL}{reverse('translation_share', args=[token])}"
        context = {**super().get_context_data(), "link": link, "address": address, "summary": summary}
        response = self.response_class(self.request, "translation/share_link_made.html", context)
        add_never_cache_headers(response)
        return response


@require_POST
def revoke_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a link."""
    if not rights.can_assign(request.user):
        raise PermissionDenied
    link = get_object_or_404(ShareLink, pk=pk)
    link.revoke()
    messages.success(request, _("The link for “%(label)s” opens nothing any more.") % {"label": link.label})
    return redirect("translation_share_links")


def _links() -> QuerySet[Any]:
    counted = ShareLink.objects.annotate(
        pages=Count("works", distinct=True),
        pages_open=Count("works", filter=Q(works__state__in=IN_HAND), distinct=True),
    )
    return counted.select_related("locale__profile", "created_by").order_by("-created_at", "-pk")
