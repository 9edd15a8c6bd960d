"""Redirects that readers may follow: to other sites, and to pages they may read."""

from typing import Any

from django.db.models import Q, QuerySet
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from cms.core.page_paths import page_path
from cms.core.privacy import public
from cms.core.reader import Reader
from cms.core.rows import rows_for


def open_redirects(reader: Reader) -> QuerySet:
    """Return the redirects that lead somewhere readers may go."""
    locales = [language.locale_id for language in reader.languages.public]
    pages = public(Page.objects.live()).filter(locale_id__in=locales).values("pk")
    return Redirect.objects.filter(~Q(redirect_link="") | Q(redirect_page__in=pages))


def target_of(redirect: Any, reader: Reader) -> str:
    """Return where a redirect leads, a path of this site or a full address; "" where readers may not go."""
    if not redirect.redirect_page_id:
        return redirect.redirect_link
    rows = rows_for(reader).of_page(redirect.redirect_page_id)
    row = next((one for one in rows if one.pk == redirect.redirect_page_id), None)
    if row is None or not reader.languages.of(row.locale_id).is_public:
        return ""
    return page_path(row, row.locale.language_code).rstrip("/") + (redirect.redirect_page_route_path or "/")
