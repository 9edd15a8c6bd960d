"""Saying that a written page needs no change although its source changed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from cms.core.models import Edition
from cms.translation.lifecycle.basis import confirm_current
from cms.translation.views.written_checklist import written_page


@require_POST
def confirm(request: HttpRequest, page_id: int) -> HttpResponse:
    """Take the source as it is now for what the text was made from."""
    page = written_page(request, page_id)
    edition = Edition.objects.filter(page_id=page.pk).first()
    if edition is None:
        messages.warning(request, _("Publish the page first: until then nothing can be out of date."))
    else:
        confirm_current(edition, request.user)
        messages.success(request, _("Noted: checked, nothing to change."))
    return redirect("wagtailadmin_pages:edit", page.pk)
