"""The only home of letters that stand for Vietnamese ones and are none.

They look like them, or stood for them in the font encodings from before Unicode.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from chinhtrinoibo import tables
from chinhtrinoibo._legacy import Encoding, encodings
from chinhtrinoibo.spans import Span
from chinhtrinoibo.syllables import is_syllable
from chinhtrinoibo.text import compose

_LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-\u024fḀ-ỿ]")
_LETTERS = r"(?:[^\W_]|[\u0300-\u036f])+"
_WORD = re.compile(_LETTERS)
_JOINED = re.compile(rf"{_LETTERS}(?:[-/.]{_LETTERS})*")  # 39-CT/TW is one
_CYRILLIC = ("\u0400", "\u052f")


class ForeignLetter(NamedTuple):
    """A letter that stands for a Vietnamese one and is none (chữ ngoài bảng chữ cái tiếng Việt)."""

    span: Span
    letter: str
    meant: str
    """the letter that it stands for; empty where that is not known"""
    script: str
    """Cyrillic, Greek, Latin, full-width and the like"""
    encoding: str = ""
    """TCVN3 or VNI, where the line is in that encoding"""


class _LookAlike(NamedTuple):
    """What a letter stands for, and among which letters."""

    meant: str
    script: str
    among: str = ""


def foreign_letters(text: str) -> tuple[ForeignLetter, ...]:
    """Find look-alikes within words, and the letters of lines in an old font encoding.

    Words wholly in another script pass, as do the letters of other Latin alphabets (ç, ñ, ü) and
    Greek letters in science (µm, Δt). So does a line in VNI of which every letter is Vietnamese
    (nhaân daân): only ``legacy_encoding`` tells it. Decomposed text is read as well.

    >>> [(one.letter, one.meant, one.script) for one in foreign_letters("Ðảng, 39-СT/TW")]
    [('Ð', 'Đ', 'Latin'), ('С', 'C', 'Cyrillic')]
    >>> [(one.letter, one.meant, one.encoding) for one in foreign_letters("nh©n d©n")]
    [('©', 'â', 'TCVN3'), ('©', 'â', 'TCVN3')]
    """
    return tuple(_found(text))


def may_be_foreign(text: str) -> bool:
    """Tell quickly whether anything stands out; False is certain.

    >>> may_be_foreign("Ðảng"), may_be_foreign("Đảng")
    (True, False)
    """
    return _foreign().search(text) is not None


def legacy_encoding(text: str) -> str | None:
    """Return the encoding from before Unicode that a text is in: ``TCVN3``, ``VNI`` or None.

    Two different words at least must be Vietnamese in that encoding only, and more than twice as
    many as those that are not Vietnamese in it. Of a long text the first 2000 words are judged,
    so a page that merely quotes such a line is None; ``foreign_letters`` sees the line.

    >>> legacy_encoding("Uû ban nh©n d©n"), legacy_encoding("UÛy ban nhaân daân")
    ('TCVN3', 'VNI')
    >>> legacy_encoding("Ủy ban nhân dân")
    """
    encoding = _encoding(text)
    return encoding.name if encoding else None


def _encoding(text: str) -> Encoding | None:
    if text.isascii():
        return None
    return next((encoding for encoding in encodings() if encoding.holds(text)), None)


def _found(text: str) -> Iterator[ForeignLetter]:
    """Look closely at the lines in which something stands out."""
    end = 0
    while found := _foreign().search(text, end):
        start = text.rfind("\n", end, found.start()) + 1 or end
        end = text.find("\n", found.end())
        end = len(text) if end < 0 else end
        for letter in _in_line(text[start:end]):
            yield letter._replace(span=letter.span.shifted(start))


def _in_line(line: str) -> Iterator[ForeignLetter]:
    if encoding := _encoding(line):
        for span, meant in encoding.letters(line):
            yield ForeignLetter(span, span.of(line), meant, "Latin", encoding.name)
        return
    for joined in _JOINED.finditer(line):
        if not joined[0].isascii() and _LATIN.search(unicodedata.normalize("NFKC", joined[0])):
            whole = bool(_LATIN.search(joined[0]))
            for word in _WORD.finditer(joined[0]):
                for letter in _in_word(word[0], among_latin=whole):
                    yield letter._replace(span=letter.span.shifted(joined.start() + word.start()))


def _in_word(word: str, *, among_latin: bool) -> Iterator[ForeignLetter]:
    """Yield what stands in a word for something else.

    A word wholly in another script is suspect only as a symbol: in capitals, joined to Latin
    letters, and each a look-alike.
    """
    within = bool(_LATIN.search(word))
    symbol = among_latin and word.isupper() and all(map(_look_alike, word))
    syllable = is_syllable("".join(_meant(letter) for letter in word))
    for place, letter in enumerate(word):
        row = _look_alike(letter)
        if row and {"latin": within or symbol, "syllable": syllable}.get(row.among, True):
            yield ForeignLetter(Span(place, place + 1), letter, row.meant, row.script)


def _meant(letter: str) -> str:
    row = _look_alike(letter)
    return row.meant if row else letter


def _look_alike(letter: str) -> _LookAlike | None:
    """Return what a letter stands for, an accent on it kept."""
    if letter.isascii():
        return None
    if row := _look_alikes().get(letter):
        return row
    if not _CYRILLIC[0] <= letter <= _CYRILLIC[1]:
        return None
    loose = unicodedata.normalize("NFD", letter)
    known = _look_alikes().get(loose[0])
    meant = compose(known.meant + loose[1:]) if known else ""
    return _LookAlike(meant, "Cyrillic", "latin")


@cache
def _look_alikes() -> dict[str, _LookAlike]:
    table = tables.read("alphabet")
    rows = {
        letter: _LookAlike(meant, row["script"], row.get("among", ""))
        for row in table["look_alikes"].values()
        for letter, meant in zip(row["letters"], row["meant"], strict=True)
    }
    for row in table["variants"].values():
        for first, last in row["ranges"]:
            for letter in map(chr, range(ord(first), ord(last) + 1)):
                rows[letter] = _LookAlike(unicodedata.normalize("NFKC", letter), row["script"])
    return rows


@cache
def _foreign() -> re.Pattern[str]:
    """Return the pattern of what stands out: look-alikes, and proof of an old encoding."""
    used = {one for encoding in encodings() for one in "".join(encoding.meant)}
    vietnamese = {one for encoding in encodings() for one in "".join(encoding.meant.values())}
    foreign = {one for one in used - vietnamese if not one.isascii()}
    letters = sorted(_look_alikes().keys() | foreign)
    # One letter beyond U+FFFF makes the search of a class a hundred times as slow: they go apart.
    far = [letter for letter in letters if letter > "\uffff"]
    near = re.escape("".join(letters[: -len(far)]))
    return re.compile(f"[{'-'.join(_CYRILLIC)}{near}]|[{far[0]}-{far[-1]}]")
