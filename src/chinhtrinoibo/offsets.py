"""The only home of normal forms with places: composed text whose spans lead back to the given one.

What is found in composed text must be shown in the text that its author sees.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

import attrs

from chinhtrinoibo.spans import Span

#: A text is composed in blocks of about this many characters; each is mapped when it is asked for.
_BLOCK = 1024
#: Up to this length a look at the whole text costs less than a millisecond.
_SHORT = 4096
#: Marks of which one stands in nearly every Vietnamese word: hỏi, nặng, mũ, móc. Their low bytes
#: are rare, so that a search for them runs at the speed of memory; huyền and sắc lack this.
_RARE = "\u0323\u0302\u0309\u031b"

#: Scripts with marks, or with letters that join; what lies between holds neither.
_JOINING = ((0xA0, 0x3400), (0xA600, 0xAC00), (0xF900, 0x12000), (0x16A00, 0x17000))
_JOINING_BEYOND = ((0x1BC00, 0x1F000), (0x2F800, 0x2FA20))
_JAMO = (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))  # Hangul vowels and finals


class _Piece(NamedTuple):
    """A stretch that composing changed: where it stands afterwards, and where it stood."""

    start: int
    end: int
    given_start: int
    given_end: int


class _Joints(NamedTuple):
    """How letters hang together in Unicode."""

    joining: frozenset[str]
    """what may belong to the letter before it"""
    changing: frozenset[str]
    """what stands by itself and is never left as it is"""
    cut: re.Pattern[str]
    """where a text may be cut"""


class _Words(dict[str, str]):
    """Words and their composed forms, each worked out once.

    Nothing composes across a space, and most words of a text have stood in it before: this is
    several times as quick as composing the text.
    """

    def __missing__(self, word: str) -> str:
        self[word] = composed = unicodedata.normalize("NFC", word)
        return composed

    def join(self, text: str) -> str:
        """Return the text composed."""
        return " ".join(map(self.__getitem__, text.split(" ")))


@attrs.frozen
class Aligned:
    """A composed text with the way back to the text as given."""

    text: str
    _given: str = attrs.field(repr=False)
    _starts: tuple[int, ...] = attrs.field(default=(), repr=False)
    _given_starts: tuple[int, ...] = attrs.field(default=(), repr=False)

    def origin(self, span: Span) -> Span:
        r"""Return the place in the text as given of a place in the composed text.

        What stands there composes to what the span covers. A span that parts a letter from marks
        which no composed letter can hold is widened to the whole of it.

        >>> given = "Ke\u0302\u0301t lua\u0323\u0302n"
        >>> aligned = align(given)
        >>> aligned.text, aligned.origin(Span(4, 8))
        ('Kết luận', Span(start=6, end=12))
        """
        if not self._starts:
            return span
        start = self._back(span.start, at_end=False)
        return Span(start, start if span.end <= span.start else self._back(span.end, at_end=True))

    def _back(self, offset: int, *, at_end: bool) -> int:
        block = max(bisect_right(self._starts, offset) - 1, 0)
        first, *after = self._given_starts[block : block + 2]
        offset -= self._starts[block]
        pieces = _pieces(self._given[first : after[0] if after else None])
        index = bisect_right(pieces, offset, key=lambda piece: piece.start) - 1
        if index < 0:
            return first + offset
        piece = pieces[index]
        if offset >= piece.end:
            return first + piece.given_end + offset - piece.end
        return first + (piece.given_end if at_end and offset > piece.start else piece.given_start)


def align(text: str) -> Aligned:
    """Compose ``text`` (NFC) and keep the way back; composed text stays the same object.

    >>> align("Kết luận").text
    'Kết luận'
    """
    if _is_composed(text):
        return Aligned(text, text)
    cuts, words = [*_cuts(text), len(text)], _Words()
    parts = [words.join(text[start:end]) for start, end in pairwise(cuts)]
    starts = accumulate(map(len, parts[:-1]), initial=0)
    return Aligned("".join(parts), text, tuple(starts), tuple(cuts[:-1]))


def looks_composed(text: str) -> bool:
    r"""Tell quickly whether ``text`` is free of letters with loose marks (Unicode tổ hợp).

    False is certain. Up to some thousand characters True is certain, too. Of a longer text only
    that much of its beginning is looked at letter by letter; in the rest a loose hỏi, nặng, mũ
    or móc is always seen, while letters that carry only a loose huyền, sắc, ngã or trăng, and
    loose letters of other languages, pass.

    >>> looks_composed("Tổng kết"), looks_composed("To\u0302\u0309ng ke\u0302\u0301t")
    (True, False)
    """
    if len(text) <= _SHORT or any(mark in text for mark in _RARE):
        return _is_composed(text)  # a mark on an x is loose in every form
    return unicodedata.is_normalized("NFC", text[:_SHORT])


def mixed_forms(text: str) -> bool:
    r"""Tell whether composed and loose letters (dựng sẵn, tổ hợp) stand in one text.

    A composed letter with a loose mark on it, as some keyboards leave it, counts as loose.

    >>> mixed_forms("Tỉnh u\u0309y"), mixed_forms("Tỉnh ủy"), mixed_forms("u\u0309y")
    (True, False, False)
    """
    return not _is_composed(text) and _whole_letters().search(text) is not None


def _is_composed(text: str) -> bool:
    """Tell whether the text is NFC; in loose text its beginning mostly settles it."""
    begin = text[:_SHORT]
    return text.isascii() or all(unicodedata.is_normalized("NFC", one) for one in (begin, text))


def _cuts(text: str) -> Iterable[int]:
    """Yield where blocks begin: never inside what may compose."""
    cut = _joints().cut
    yield 0
    found = cut.search(text, _BLOCK)
    while found:
        yield found.start()
        found = cut.search(text, found.start() + _BLOCK)


@lru_cache(maxsize=1024)
def _pieces(block: str) -> tuple[_Piece, ...]:
    """Return what composing changes in a block."""
    pieces: list[_Piece] = []
    words, lost = _Words(), 0
    for found in _changes(block):
        start, end = found.span()
        start = max(start - 1, 0) if found[1] else start
        given = block[start:end]
        composed = words[given]
        if composed != given:
            pieces.append(_Piece(start - lost, start - lost + len(composed), start, end))
            lost += end - start - len(composed)
    return tuple(pieces)


def _changes(block: str) -> Iterable[re.Match[str]]:
    """Find loose marks (group 1) and letters that change.

    Few of the hundreds of marks stand in one block, and a short class is searched far quicker.
    """
    letters, joints = set(block), _joints()
    marks, others = _one_of(letters & joints.joining), _one_of(letters & joints.changing)
    return re.finditer(f"({marks}+)|{others}{marks}*", block)


def _one_of(letters: frozenset[str] | set[str]) -> str:
    """Return the pattern of one of the letters; of none it matches nowhere."""
    return f"[{''.join(sorted(letters))}]" if letters else "(?:(?!))"


@cache
def _joints() -> _Joints:
    """Return what the tables of Unicode say that this Python has.

    A letter joins what stands before it when it is a mark, the second of two that compose, or is
    taken apart into something that begins so.
    """
    scripts = chain.from_iterable(range(*ends) for ends in (*_JOINING, *_JOINING_BEYOND))
    joining, changing = set(map(chr, _JAMO)), set[str]()
    first: dict[str, str] = {}
    for letter in map(chr, scripts):
        if unicodedata.combining(letter):
            joining.add(letter)
        parts = unicodedata.decomposition(letter)
        if parts and parts[0] != "<":
            first[letter] = unicodedata.normalize("NFD", letter)[0]
            joining.update(chr(int(part, 16)) for part in parts.split()[1:])
            if not unicodedata.is_normalized("NFC", letter):
                changing.add(letter)
    joining.update([letter for letter, begins in first.items() if begins in joining])
    return _Joints(
        joining=frozenset(joining),
        changing=frozenset(changing - joining),
        cut=re.compile(f"[^{''.join(sorted(joining))}]"),
    )


@cache
def _whole_letters() -> re.Pattern[str]:
    """Return the pattern of a composed Latin letter that no loose mark follows."""
    latin = (chr(code) for code in chain(range(0xC0, 0x250), range(0x1E00, 0x1F00)))
    letters = "".join(one for one in latin if unicodedata.normalize("NFD", one) != one)
    return re.compile(f"[{letters}](?![\u0300-\u036f])")
