"""Words of one language inside a sentence of another."""


def isolated(words: str) -> str:
    """Return words that leave the order of the sentence around them alone, whichever way they run."""
    return f"\u2068{words}\u2069"
