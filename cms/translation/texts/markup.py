"""Reading a text as HTML without trusting it."""

from bs4 import BeautifulSoup, Tag
from bs4.exceptions import ParserRejectedMarkup
from django.utils.translation import gettext as _

from cms.translation.exchange.faults import BrokenMarkup, NestedTooDeep
from cms.translation.exchange.limits import MOST_TAGS_DEEP


def tree_of(html: str) -> BeautifulSoup:
    """Return the tags of a text. Raises BrokenMarkup where the parser gives up or tags are nested too deep."""
    try:
        tree = BeautifulSoup(html, "html.parser")
    except ParserRejectedMarkup as error:
        raise BrokenMarkup(_("The text holds a comment or a declaration of HTML. Delete it.")) from error
    if _is_too_deep(tree):
        raise NestedTooDeep
    return tree


def _is_too_deep(tree: Tag) -> bool:
    """Go down level by level: a function that called itself would end where the trees do that are meant here."""
    level = [tree]
    for _depth in range(MOST_TAGS_DEEP + 1):
        level = [child for tag in level for child in tag.children if isinstance(child, Tag)]
    return bool(level)
