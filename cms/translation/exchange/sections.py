"""Finding a section of the site by what people call it."""

from urllib.parse import unquote, urlsplit

from wagtail.models import Page


def page_at(address: str) -> Page | None:
    """Return the page with this address, such as `/de/netz/` or the whole address of a browser; None if there is none.

    Drafts have the address that they will have.
    """
    code, _slash, rest = unquote(urlsplit(address).path).strip("/").partition("/")
    home = Page.objects.filter(depth=2, locale__language_code=code).first()
    if home is None:
        return None
    return Page.objects.filter(url_path=f"{home.url_path}{rest}/" if rest else home.url_path).first()
