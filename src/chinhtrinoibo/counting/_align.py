"""A stand-in for ``chinhtrinoibo.offsets.align``, to be replaced by it and deleted.

It leads back exactly where loose marks follow ASCII letters, and to the edges of such a stretch
elsewhere.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from chinhtrinoibo.spans import Span
from chinhtrinoibo.text import compose

_STRETCH = re.compile(r"[\0-\x7f]?[^\0-\x7f]+")


class Aligned(NamedTuple):
    """A composed text with the way back to the text as given."""

    text: str
    pieces: tuple[tuple[int, int, int, int], ...] = ()

    def origin(self, span: Span) -> Span:
        """Return the place in the text as given of a place in the composed text."""
        return Span(self._back(span.start, 2), self._back(span.end, 3))

    def _back(self, offset: int, edge: int) -> int:
        index = bisect_right(self.pieces, offset, key=lambda piece: piece[0]) - 1
        if index < 0:
            return offset
        piece = self.pieces[index]
        if offset >= piece[1]:
            return piece[3] + offset - piece[1]
        return piece[2] if offset == piece[0] else piece[edge]


def align(text: str) -> Aligned:
    """Compose ``text`` (NFC) and keep the way back."""
    if compose(text) is text:
        return Aligned(text)
    parts: list[str] = []
    pieces: list[tuple[int, int, int, int]] = []
    done = lost = 0
    for found in _STRETCH.finditer(text):
        start, end = found.span()
        composed = compose(found[0])
        parts += text[done:start], composed
        if len(composed) != end - start:
            pieces.append((start - lost, start - lost + len(composed), start, end))
            lost += end - start - len(composed)
        done = end
    return Aligned("".join((*parts, text[done:])), tuple(pieces))
