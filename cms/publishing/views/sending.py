"""Sending a message by hand: a test, or one that was sent before."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.publishing.models import Delivery, Webhook
from cms.publishing.policies import KEEPS_WEBHOOKS
from cms.publishing.webhooks.outcomes import send_again
from cms.publishing.webhooks.queueing import queue_test
from cms.publishing.webhooks.sending import attempt


class AskingView(WagtailAdminTemplateMixin, TemplateView):
    """Asks whether to send, sends at once, and leads to the message with what became of it."""

    template_name = "publishing/ask_to_send.html"
    header_icon = "mail"
    page_title = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let those in who keep webhooks."""
        if not request.user.has_perm(KEEPS_WEBHOOKS):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        webhooks = {"url": reverse("webhooks:index"), "label": _("Webhooks")}
        return [*self.breadcrumbs_items, webhooks, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what is asked."""
        return super().get_context_data(
            question=self.question(), button=self.get_page_title(), back_url=self.back_url(), **kwargs
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Send."""
        delivery = self.queue()
        attempt(delivery)
        delivery = Delivery.objects.filter(pk=delivery.pk).first()
        if delivery is None:
            messages.warning(request, _("The webhook was deleted meanwhile."))
            return redirect("webhooks:index")
        if delivery.state == Delivery.State.DELIVERED:
            messages.success(request, _("The message has arrived."))
        elif delivery.last_problem:
            messages.error(
                request, _("The message did not arrive. %(why)s") % {"why": delivery.get_last_problem_display()}
            )
        return redirect(delivery.get_absolute_url())


class SendTestView(AskingView):
    """Sends a webhook an event that says nothing happened."""

    @cached_property
    def webhook(self) -> Webhook:
        """Return the webhook."""
        return get_object_or_404(Webhook, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        """Return the title."""
        return _("Send a test event")

    def question(self) -> str:
        """Return what is asked."""
        return _("“%(name)s” gets a message of the type webhook.test, which says that nothing happened.") % {
            "name": self.webhook.name
        }

    def back_url(self) -> str:
        """Return where the person comes from."""
        return reverse("webhooks:edit", args=[self.webhook.pk])

    def queue(self) -> Delivery:
        """Return the message."""
        return queue_test(self.webhook)


class SendAgainView(AskingView):
    """Sends a message anew."""

    @cached_property
    def delivery(self) -> Delivery:
        """Return the message."""
        return get_object_or_404(Delivery, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        """Return the title."""
        return _("Send again")

    def question(self) -> str:
        """Return what is asked."""
        return _("“%(name)s” gets this message under the same identifier, by which it knows that it had it before.") % {
            "name": self.delivery.webhook.name
        }

    def back_url(self) -> str:
        """Return where the person comes from."""
        return self.delivery.get_absolute_url()

    def queue(self) -> Delivery:
        """Return the message."""
        send_again(self.delivery)
        return Delivery.objects.get(pk=self.delivery.pk)
