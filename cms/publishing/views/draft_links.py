"""Links to drafts in the admin: made, listed, renewed and revoked by those who may edit the page."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
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
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from cms.publishing.drafts import front_end
from cms.publishing.drafts.links import can_share, create, keeps_links, links_of, renew, revoke
from cms.publishing.forms.draft_link import DraftLinkForm, RenewDraftLinkForm
from cms.publishing.models import DraftLink

LINKS_A_PAGE = 30


class DraftLinksView(WagtailAdminTemplateMixin, TemplateView):
    """All links to drafts of pages that the person may edit, the newest first."""

    header_icon = "link"
    page_title = ""
    template_name = "publishing/draft_links.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let those in who may edit any page."""
        if not keeps_links(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        """Return the title in the language of the person."""
        return _("Draft links")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def links(self) -> QuerySet[DraftLink]:
        """Return the links to be listed."""
        return links_of(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add one page of links."""
        rows = self.links().select_related("page__locale__profile", "created_by__wagtail_userprofile")
        paginator = WagtailPaginator(rows.order_by("-created_at", "-pk"), LINKS_A_PAGE)
        shown = paginator.get_page(self.request.GET.get("p"))
        return super().get_context_data(
            items=shown, elided_page_range=paginator.get_elided_page_range(shown.number), **kwargs
        )


class OfPage(WagtailAdminTemplateMixin):
    """A view for those who may edit the page of the address."""

    header_icon = "link"
    page_title = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let them in."""
        if not can_share(request.user, self.page):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self) -> Page:
        """Return the page; 404 where there is none."""
        return get_object_or_404(Page, pk=self.kwargs["page_id"])

    @property
    def back_url(self) -> str:
        """Return the list of this page's links."""
        return reverse("draft_links_of_page", args=[self.page.pk])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here, by way of the page."""
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [
            *self.breadcrumbs_items,
            {"url": edit, "label": self.page.get_admin_display_title()},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the page, and the way back."""
        return super().get_context_data(page=self.page, back_url=self.back_url, **kwargs)


class DraftLinksOfPageView(OfPage, DraftLinksView):
    """The links to the draft of one page."""

    def links(self) -> QuerySet[DraftLink]:
        """Return the links to be listed."""
        return DraftLink.objects.filter(page=self.page)


class NewDraftLinkView(OfPage, FormView):
    """Asks for whom and how long; then shows the address, once."""

    template_name = "publishing/draft_link_form.html"
    form_class = DraftLinkForm

    def get_page_title(self) -> str:
        """Return the title in the language of the person."""
        return _("New draft link")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the word on the button."""
        return super().get_context_data(button=_("Make the link"), **kwargs)

    def form_valid(self, form: DraftLinkForm) -> HttpResponse:
        """Make the link and show its address."""
        label, user = form.cleaned_data["label"], self.request.user
        link, token = create(self.page, label=label, expires_at=form.expires_at, by=user)
        context = {
            **self.get_context_data(form=form),
            "link": link,
            "address": f"{settings.WAGTAILADMIN_BASE_URL}{reverse('draft', args=[token])}",
            "front_end_address": front_end.address_of(token),
        }
        response = self.response_class(self.request, "publishing/draft_link_made.html", context)
        add_never_cache_headers(response)
        return response


class RenewDraftLinkView(OfPage, FormView):
    """Asks for another last day of a link. Its address stays the same."""

    template_name = "publishing/draft_link_form.html"
    form_class = RenewDraftLinkForm

    @cached_property
    def link(self) -> DraftLink:
        """Return the link; 404 where there is none."""
        return get_object_or_404(DraftLink.objects.select_related("page"), pk=self.kwargs["pk"])

    @cached_property
    def page(self) -> Page:
        """Return the page of the link."""
        return self.link.page

    def get_page_title(self) -> str:
        """Return the title in the language of the person."""
        return _("Renew draft link for %(label)s") % {"label": self.link.label}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the link, and the word on the button."""
        return super().get_context_data(link=self.link, button=_("Renew"), **kwargs)

    def form_valid(self, form: RenewDraftLinkForm) -> HttpResponse:
        """Renew the link, unless it was revoked meanwhile, and go back to the list."""
        if renew(self.link, expires_at=form.expires_at, by=self.request.user):
            sentence = _("The link for “%(label)s” works again or longer, at the address it had.")
            messages.success(self.request, sentence % {"label": self.link.label})
            return redirect(self.back_url)
        form.add_error(None, _("This link was revoked, which is for good. Make a new one."))
        return self.form_invalid(form)


@require_POST
def revoke_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a link, and go back to the list it was pressed in."""
    link = get_object_or_404(DraftLink.objects.select_related("page"), pk=pk)
    if not can_share(request.user, link.page):
        raise PermissionDenied
    revoke(link, by=request.user)
    messages.success(request, _("The link for “%(label)s” opens nothing any more.") % {"label": link.label})
    return redirect(get_valid_next_url_from_request(request) or reverse("draft_links_of_page", args=[link.page_id]))
