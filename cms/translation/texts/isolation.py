"""Words of one language inside a sentence of another."""

from django.utils.translation import get_language_bidi


def isolated(words: str) -> str:
    """Return words that leave the order of the sentence around them alone, whichever way they run."""
    return f"\u2068{words}\u2069"


def isolated_in_mail(words: str) -> str:
    """Return the same where the active language runs from right to left.

    Elsewhere the words stay as they are, since some mail programs show the marks.
    """
    return isolated(words) if get_language_bidi() else words
