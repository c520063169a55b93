"""Places in running text: the one shape that citations, tallies and findings share."""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text, in code points of the text as given; ``end`` is not in it.

    >>> Span(8, 12).of("Kết luận số 21")
    ' số '
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the part of ``text`` that the span covers."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> "Span":
        """Return the span in a text that has ``by`` more characters in front."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a character."""
        return max(self.start, other.start) < min(self.end, other.end)


def spliced(text: str, changes: Iterable[tuple[Span, str]]) -> str:
    """Return ``text`` with stretches that do not overlap replaced.

    >>> spliced("Một câu./.", [(Span(7, 10), "."), (Span(0, 3), "Hai")])
    'Hai câu.'
    """
    pieces, end = list[str](), 0
    for span, replacement in sorted(changes):
        pieces += [text[end : span.start], replacement]
        end = span.end
    return "".join((*pieces, text[end:]))
