"""What must stand in a translation as it stands in its source."""

from collections import Counter

from bs4 import BeautifulSoup
from django.utils.translation import gettext as _

from cms.core.computed import PLACEHOLDER


def tokens(text: str) -> Counter[str]:
    """Return the computed values a text names, such as `{count:partner-cities}`, with how often it does."""
    return Counter(match[0] for match in PLACEHOLDER.finditer(text))


def links(text: str) -> Counter[str]:
    """Return the ids of the links in a segment (`<a id="a1">`), with how often each stands there."""
    return Counter(link.get("id", "") for link in BeautifulSoup(text, "html.parser").find_all("a"))


def lost_in(source: str, target: str) -> list[str]:
    """Return a sentence for each computed value or link of `source` that `target` lacks, and for each it adds."""
    sentences = []
    for placeholder in tokens(source) - tokens(target):
        sentences.append(_("“%(placeholder)s” is missing. Copy it from the source.") % {"placeholder": placeholder})
    for placeholder in tokens(target) - tokens(source):
        sentences.append(_("“%(placeholder)s” is not in the source. Delete it.") % {"placeholder": placeholder})
    for link in links(source) - links(target):
        sentences.append(_('The link <a id="%(id)s">…</a> is missing. Copy it from the source.') % {"id": link})
    for link in links(target) - links(source):
        sentences.append(_('The link <a id="%(id)s">…</a> is not in the source. Delete it.') % {"id": link})
    return sentences
