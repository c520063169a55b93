"""Where the words of a page come from: a place in the data, and which stretch became which.

Only what was composed with its origins has any; a page that is merely written goes without.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from chinhtrinoibo.paths import Steps
from chinhtrinoibo.references import Mark, placed
from chinhtrinoibo.spans import Span


class Stretch(NamedTuple):
    """A stretch of prose as typed, and the stretch of the paragraph that it became.

    Attributes:
        typed: its place in the prose.
        printed: its place in the paragraph.
        literal: whether it is printed letter by letter, and not as what a mark stands for.
    """

    typed: Span
    printed: Span
    literal: bool = True

    def start(self, offset: int) -> int:
        """Return where what begins at ``offset`` of the prose begins on the page."""
        return self._letter(offset) if self.literal else self.printed.start

    def end(self, offset: int) -> int:
        """Return where what ends at ``offset`` of the prose ends on the page."""
        return self._letter(offset) if self.literal else self.printed.end

    def distance(self, span: Span) -> int:
        """Return how many characters lie between it and ``span``."""
        return max(self.typed.start - span.end, span.start - self.typed.end, 0)

    def _letter(self, offset: int) -> int:
        offset = min(max(offset, self.typed.start), self.typed.end)
        return self.printed.start + offset - self.typed.start


class Origin(NamedTuple):
    """Where a paragraph comes from.

    Attributes:
        at: the place of its prose in the data; empty where its words are not in the data.
        stretches: what became of the prose, in order.
        also: further places that it speaks of, such as the section under a heading.
    """

    at: Steps
    stretches: tuple[Stretch, ...] = ()
    also: tuple[Steps, ...] = ()

    def printed(self, span: Span) -> Span | None:
        """Return the stretch of the paragraph that a stretch of the prose became.

        What is not printed, such as the sign of an emphasis, becomes the point where it stood.
        None where nothing is known of single words.

        >>> origin = Origin(("opening", 0), stretches("Theo [[39-CT/TW]], *nay*", 3, [14]))
        >>> origin.printed(Span(0, 4)), origin.printed(Span(7, 9)), origin.printed(Span(20, 23))
        (Span(start=3, end=7), Span(start=8, end=22), Span(start=24, end=27))
        """
        if not self.stretches:
            return None
        touched = [one for one in self.stretches if one.typed.overlaps(span)]
        if not touched:
            touched = [min(self.stretches, key=lambda one: one.distance(span))]
        start = touched[0].start(span.start)
        return Span(start, max(start, touched[-1].end(span.end)))


class OriginOf(Protocol):
    """Makes the origin of a paragraph from its places; None where origins are not asked for."""

    def __call__(self, *at: Steps) -> Origin | None:
        """Return the origin of what stands at the first place and speaks of the others too."""


def no_origin(*_: Steps) -> None:
    """Return none, for pages that are merely written."""


def stretches(prose: str, lead: int, marks: Iterable[int]) -> tuple[Stretch, ...]:
    """Return what becomes of ``prose`` behind ``lead`` letters of a numeral.

    Args:
        prose: the prose, with its marks.
        lead: how many letters stand in front of it on the page.
        marks: how many letters each of its marks is printed with, in order.
    """
    return tuple(_stretches(prose, lead, iter(marks)))


def _stretches(prose: str, end: int, marks: Iterator[int]) -> Iterator[Stretch]:
    for typed, piece in placed(prose):
        mark = isinstance(piece, Mark)
        start, end = end, end + (next(marks) if isinstance(piece, Mark) else len(piece.text))
        literal = not mark and end - start == typed.end - typed.start
        yield Stretch(typed, Span(start, end), literal)
