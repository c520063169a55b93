"""The only home of how wide a text is in Times New Roman, and on how many lines it falls.

Widths are the letters' own, without kerning, as Word sets them.
"""

import unicodedata
from functools import cache

from chinhtrinoibo import tables
from chinhtrinoibo.text import compose

MILLIMETRES = 25.4 / 72
"""How many stand in a point."""

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
    return words(bold=bold, italic=italic).lines(text, room(measure, size))


def room(measure: float, size: float) -> int:
    """Return ``measure`` points in thousandths of a size; what just fits, fits."""
    return int(measure * _PER_SIZE / size + 1e-6)


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


class Words(dict[str, int]):
    """The widths of words in a face; a language has few syllables, and they come again."""

    _MOST = 1 << 14

    def __init__(self, face: _Face) -> None:
        super().__init__()
        self._face, self._space = face, face[" "]

    def __missing__(self, word: str) -> int:
        if len(self) >= self._MOST:
            self.clear()
        self[word] = sum(map(self._face.__getitem__, compose(word)))
        return self[word]

    def lines(self, text: str, room: int) -> int:
        """Return on how many lines ``text`` falls in a ``room`` of thousandths of the size."""
        if "\n" in text:
            return sum(self.lines(paragraph, room) for paragraph in text.split("\n"))
        widths = list(map(self.__getitem__, text.split(" ")))
        whole = sum(widths) + self._space * (len(widths) - 1)
        if whole <= room:
            return 1
        filled = room - max(widths) - self._space  # every line but the last is wider than this
        if filled > 0 and (sure := -(-whole // filled)) == -(-whole // room):
            return sure
        return self._wrapped(widths, room)

    def _wrapped(self, widths: list[int], room: int) -> int:
        """Take as many words into each line as it can hold, and count the lines."""
        count, used = 1, 0
        for wide in widths:
            if used and used + self._space + wide > room:
                count, used = count + 1, 0
            used += wide + self._space * bool(used)
            if used > room:  # a very wide word fills whole lines by itself
                cuts = (used - 1) // room
                count, used = count + cuts, used - cuts * room
        return count


@cache
def words(*, bold: bool = False, italic: bool = False) -> Words:
    """Return the words of a face, for those who measure many texts."""
    return Words(_face(bold, italic))
