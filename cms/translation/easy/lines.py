"""Where a line ends in easy language: after each sentence."""

from cms.translation.texts.sentences import sentences


def in_lines(text: str, language: str) -> str:
    """Return a text with inline tags with a line break after each sentence; those it has stay."""
    parts = sentences(text, language)
    return "".join(part.text + ("<br>" if part.gap and not part.ends_line else part.gap) for part in parts)
