"""Places in running text: the one shape that citations, tallies and findings share."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
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


class Cover:
    """Stretches of one text, asked whether one of them is met without a look at each.

    >>> cover = Cover([Span(0, 20), Span(4, 6)])
    >>> cover.meets(Span(10, 12)), cover.meets(Span(20, 22))
    (True, False)
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        """Sort the stretches, and note how far those up to each one reach."""
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._reach = list(accumulate((span.end for span in ordered), max))

    def meets(self, span: Span) -> bool:
        """Tell whether one of them shares a character with ``span``."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reach[before - 1] > span.start


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
