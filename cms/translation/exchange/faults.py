"""What is wrong with a file or a text that somebody handed in."""


class Unreadable(Exception):
    """Raised for a file of which nothing can be taken. Says why and what to do in one sentence; `line` may be 0."""

    def __init__(self, sentence: str, line: int = 0) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.line = line


class BrokenMarkup(Exception):
    """Raised for a text whose tags do not fit together. Says which one and what to do."""
