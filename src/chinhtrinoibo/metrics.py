"""The only home of how wide a text is in Times New Roman, and on how many lines it falls.

Widths are the letters' own, without kerning, as Word sets them.
"""

import math
import unicodedata
from functools import cache

from chinhtrinoibo import tables
from chinhtrinoibo.text import compose

_FACES = {
    (False, False): "regular",
    (True, False): "bold",
    (False, True): "italic",
    (True, True): "bold-italic",
}
_PER_SIZE = 1000  # the table counts in thousandths of the type size
_HORN = "\u031b"  # the one mark that makes a letter wider: ơ, ư
_FOREIGN = 500  # a letter the table knows nothing of; half the size is a usual width


def width(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the width in points of ``text`` on one line.

    >>> round(width("ĐẢNG CỘNG SẢN VIỆT NAM", 15, bold=True))
    207
    """
    face = _face(bold, italic)
    return sum(map(face.__getitem__, compose(text))) * size / _PER_SIZE


def lines(
    text: str, size: float, measure: float, *, bold: bool = False, italic: bool = False
) -> int:
    """Return on how many lines ``text`` falls where a line is ``measure`` points wide.

    A line takes as many words as it can hold; a word wider than a line is cut. New lines in the
    text are kept, and an empty text takes one line.

    >>> lines("Tổng kết 10 năm thực hiện Chỉ thị số 39-CT/TW", 14, measure=165)
    2
    """
    face = _face(bold, italic)
    room = math.floor(round(measure * _PER_SIZE / size, 6))  # what just fits, fits
    return sum(_wrapped(paragraph, face, room) for paragraph in compose(text).split("\n"))


class _Face(dict[str, int]):
    """The widths of a face, by letter; a marked letter takes its width from its base letter."""

    def __missing__(self, letter: str) -> int:
        loose = unicodedata.normalize("NFD", letter)
        base = compose(loose[0] + _HORN * (_HORN in loose[1:]))
        if unicodedata.combining(letter):
            self[letter] = 0
        else:
            self[letter] = _FOREIGN if base == letter else self[base]
        return self[letter]


@cache
def _face(bold: bool, italic: bool) -> _Face:
    """Return the face of the table, read once."""
    rows = tables.read("metrics")[_FACES[bold, italic]]
    return _Face((letter, int(row)) for row, letters in rows.items() for letter in letters)


def _wrapped(paragraph: str, face: _Face, room: int) -> int:
    """Return the number of lines of ``paragraph``, wrapped at its spaces, each line greedy."""
    count, used = 1, 0
    for word in paragraph.split(" "):
        wide = sum(map(face.__getitem__, word))
        if used and used + face[" "] + wide > room:
            count, used = count + 1, 0
        used += wide + face[" "] * bool(used)
        cuts = max(0, (used - 1) // room)  # whole lines that a very wide word fills by itself
        count, used = count + cuts, used - cuts * room
    return count
