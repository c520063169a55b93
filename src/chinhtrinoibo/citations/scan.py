"""Where a citation may be: the digits, Roman numerals and names of acts of a text.

A search for a set of characters is slow; one for a single rare character is very quick. So a
stretch without digits is passed over at once. One with digits is turned into bytes, one a
character, that say only to which class it belongs; in these, the numbers are found that stand
behind a word that may lead them, or that are joined to letters.
"""

import re
from collections.abc import Iterable, Iterator

from chinhtrinoibo.citations.lexicon import Lexicon

_STRETCH = 1 << 13  # characters that stay in the fast memory
_AROUND = 16  # characters at the ends of a stretch that are looked at with it
_DIGITS = "1203456789"  # those first that stand in most texts
_SPACES = " \n\t\r\xa0(:.“\"'>*[|;,=_ốỐoOTQĐLDW"  # what may stand before a number
_LEADS = ("và", "hoặc", "hay", "cùng", "số", "ngày", "s")
_WIDE = re.compile("[\U00010000-\U0010ffff]")
_BEFORE_NUMERAL = frozenset(" (\n\xa0")
_ACTS = (
    ("L", ("Luật", "LUẬT")),
    ("P", ("Pháp lệnh", "PHÁP LỆNH", "Pháp Lệnh")),
    ("Bộ luật", ("Bộ luật",)),
)

# The classes: 0 a digit, _ what may stand before a number, - a joint, e the last letters of words
# that lead a number, m of those that lead a year; a full stop the rest.
_NUMBER = re.compile(
    rb"0(?<=_0)(?:(?<=[e_\-]_0)|(?<=m_0)(?=000)|(?=0{0,5}[^0]?_?-)|(?=0{0,5}[^0\-]{2,6}-))"
)


class Scanner:
    """Finds where citations may be, in texts of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = (*lexicon.types, *lexicon.meetings, *lexicon.abbreviations, *_LEADS)
        acts = [name for names in lexicon.laws.values() for name in names]
        self._classes = _table(_ends(words), _ends((*acts, "năm")))

    def places(self, text: str) -> Iterator[int]:
        """Yield, in order, each place where a number, a numeral or the name of an act begins."""
        for start in range(0, len(text), _STRETCH):
            stop = min(start + _STRETCH, len(text))
            numbers = self._numbers(text, start, stop)
            others = _letters(text, start, stop)
            yield from sorted(numbers + others) if others else numbers

    def _numbers(self, text: str, start: int, stop: int) -> list[int]:
        """Return the places of numbers; spaces are thought before the text."""
        if all(text.find(digit, start, stop) < 0 for digit in _DIGITS):
            return []
        first = max(start - _AROUND, 0)
        lead = "" if first else "  "
        classes = self._classed(f"{lead}{text[first : stop + _AROUND]}")
        shift = first - len(lead)
        places = [found.start() + shift for found in _NUMBER.finditer(classes)]
        return [place for place in places if start <= place < stop]

    def _classed(self, stretch: str) -> bytes:
        """Return the class of each character."""
        pairs = stretch.encode("utf-16-le", "surrogatepass")
        if len(pairs) > 2 * len(stretch):  # a character of two pairs: an emoji
            pairs = _WIDE.sub("\u0100", stretch).encode("utf-16-le", "surrogatepass")
        return pairs[::2].translate(self._classes)


def _letters(text: str, start: int, stop: int) -> list[int]:
    """Return the places where a Roman numeral or the name of an act may begin."""
    places: list[int] = []
    for sign in "IVX":
        at = start - 1
        while (at := text.find(sign, at + 1, stop)) >= 0:
            if text[at - 1] in _BEFORE_NUMERAL:
                places.append(at)
    for sign, names in _ACTS:
        at = start - 1
        while (at := text.find(sign, at + 1, stop + len(sign) - 1)) >= 0:
            if text.startswith(names, at):
                places.append(at)
    return places


def _ends(words: Iterable[str]) -> set[str]:
    """Return the last letters of words, small and capital."""
    return {end for word in words for end in (word[-1], word[-1].upper())}


def _table(leading: Iterable[str], yearly: Iterable[str]) -> bytes:
    """Return the class of each low byte, by which characters are told; later ones win.

    Letters of other scripts that share the low byte of a digit are told apart by the reader.
    """
    table = bytearray(b"." * 256)
    joints = "-/–‑&"
    classes = ((yearly, "m"), (leading, "e"), (joints, "-"), (_SPACES, "_"), (_DIGITS, "0"))
    for signs, name in classes:
        for sign in signs:
            table[ord(sign) & 0xFF] = ord(name)
    return bytes(table)
