"""Which former texts of a place belong to which of its present ones."""

from difflib import SequenceMatcher

from wagtail_localize.models import StringSegment, StringTranslation

from cms.translation.texts.words import tokens

LEAST_LIKENESS = 0.3
"""How much of its words a paragraph must share with a former one to be that one, changed."""

Pairs = dict[int, StringTranslation]
"""The last translation of each segment before its source changed, by the segment's primary key."""


def pair(segments: list[StringSegment], former: list[StringTranslation]) -> Pairs:
    """Return what each of the segments at one place was before. `former` are translations, the newest first.

    A place with one text has one history. The paragraphs of rich text share a place: a former paragraph belongs to
    the present one it resembles most, so that no translation stands for two, and a new paragraph has none.
    """
    if not former:
        return {}
    if len(segments) == 1:
        return {segments[0].pk: former[0]}
    found: Pairs = {}
    present = [(segment, tokens(segment.string.data)) for segment in segments]
    for record in former:
        segment = _closest(record, present)
        if segment is not None:
            found.setdefault(segment.pk, record)
    return found


def _closest(record: StringTranslation, present: list[tuple[StringSegment, list[str]]]) -> StringSegment | None:
    """Return the segment, each given with its words, that the source of the record resembles most."""
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(tokens(record.translation_of.data))
    best, likeness = None, LEAST_LIKENESS
    for segment, words in present:
        matcher.set_seq1(words)
        if _may_exceed(matcher, likeness) and (ratio := matcher.ratio()) > likeness:
            best, likeness = segment, ratio
    return best


def _may_exceed(matcher: SequenceMatcher, likeness: float) -> bool:
    """Return False where cheap upper bounds of the ratio spare the comparison, which takes long for many paragraphs."""
    return matcher.real_quick_ratio() > likeness and matcher.quick_ratio() > likeness
