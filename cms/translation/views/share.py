"""The page behind a share link: what is to be translated, as files to fetch and to hand in. Without cookies."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.localization import get_available_admin_languages

from cms.core.same_origin import is_from_own_page
from cms.translation.exchange.export import export_works
from cms.translation.exchange.formats import FileFormat
from cms.translation.exchange.importing import import_file
from cms.translation.exchange.limits import MEGABYTE, MOST_BYTES
from cms.translation.exchange.report import Outcome
from cms.translation.models import ShareLink
from cms.translation.work.share_links import hand_in, open_works
from cms.translation.work.shared import shared_work

HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}
NOT_TAKEN = (Outcome.REFUSED, Outcome.CONFLICT)
FORM_OVERHEAD = 100_000
USED_EVERY = timedelta(minutes=1)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest, token: str) -> HttpResponse:
    """Show the pages of the link; with a file, take it in and report what became of each text."""
    with translation.override(language_of(request)):
        link = ShareLink.find(token)
        if link is None or not link.is_valid:
            return _closed(request, link)
        _note_use(link)
        if request.method == "POST":
            return _take(request, link, token)
        return _show(request, link, token)


@require_safe
def files(request: HttpRequest, token: str) -> HttpResponse:
    """Answer with a ZIP of the texts in the format asked for, XLIFF 1.2 by default."""
    with translation.override(language_of(request)):
        link = ShareLink.find(token)
        if link is None or not link.is_valid:
            return _closed(request, link)
        asked = request.GET.get("format", FileFormat.XLIFF_12)
        works = open_works(link)
        if asked not in FileFormat.values or not works:
            return _show(request, link, token, fault=_("There is no such file."), status=404)
        _note_use(link)
        response = HttpResponse(export_works(works, asked), content_type="application/zip", headers=HEADERS)
        name = f"{link.locale.language_code}-{timezone.localdate().isoformat()}-{asked}.zip"
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


def language_of(request: HttpRequest) -> str:
    """Return the language of the admin that the reader prefers, else the source language or the first there is."""
    offered = {code.lower(): code for code, _name in get_available_admin_languages()}
    for wanted, _quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        found = offered.get(wanted.lower()) or offered.get(wanted.lower().partition("-")[0])
        if found:
            return found
    return offered.get(settings.LANGUAGE_CODE.lower()) or next(iter(offered.values()))


def _take(request: HttpRequest, link: ShareLink, token: str) -> HttpResponse:
    if not is_from_own_page(request):
        fault = _("The file was not sent from this page. Open the page by its link and send it from there.")
        return _show(request, link, token, fault=fault, status=403)
    if int(request.headers.get("Content-Length") or 0) > MOST_BYTES + FORM_OVERHEAD:
        fault = _("The file is larger than %(most)d MB. Hand in the pages in several files.")
        return _show(request, link, token, fault=fault % {"most": MOST_BYTES // MEGABYTE}, status=413)
    file = request.FILES.get("file")
    if file is None:
        return _show(request, link, token, fault=_("Choose the file with your translation first."), status=400)
    works = open_works(link)
    report = import_file(file, file.name, works=works, user=None)
    touched = {*report.pages, *(entry.page_id for entry in report.entries if entry.page_id)}
    sent = hand_in(link, works, touched)
    entries = [(entry, Outcome(entry.outcome).label) for entry in report.entries]
    refused = [one for one in entries if one[0].outcome in NOT_TAKEN]
    others = [one for one in entries if one[0].outcome not in NOT_TAKEN]
    closed = link.works.count() > len(works)
    return _show(request, link, token, report=report, refused=refused, others=others, has_closed=closed, sent=sent)


def _show(request: HttpRequest, link: ShareLink, token: str, status: int = 200, **extra: Any) -> HttpResponse:
    pages = shared_work(link)
    context = {
        "link": link,
        "pages": pages,
        "has_open": any(page.is_open for page in pages),
        "formats": FileFormat.choices,
        "address": reverse("translation_share", args=[token]),
        "files_address": reverse("translation_share_files", args=[token]),
        **extra,
    }
    return _page(request, "translation/share.html", context, status)


def _closed(request: HttpRequest, link: ShareLink | None) -> HttpResponse:
    """Answer 404 for what never was a link, 403 for one that opens nothing any more."""
    return _page(request, "translation/share_closed.html", {"link": link}, 403 if link else 404)


def _page(request: HttpRequest, template: str, context: dict[str, Any], status: int) -> HttpResponse:
    """Render without the request, of which templates would ask for things that need cookies."""
    code = translation.get_language() or settings.LANGUAGE_CODE
    direction = "rtl" if get_language_info(code)["bidi"] else "ltr"
    html = render_to_string(template, {"code": code, "direction": direction, **context})
    response = HttpResponse(html, status=status, headers={**HEADERS, "Content-Language": code})
    patch_vary_headers(response, ["Accept-Language"])
    return response


def _note_use(link: ShareLink) -> None:
    now = timezone.now()
    if link.last_used_at is None or link.last_used_at < now - USED_EVERY:
        ShareLink.objects.filter(pk=link.pk).update(last_used_at=now)
