"""The only home of normalising: composed letters, what a document can hold, tone marks, keys.

Clean text passes through untouched, as the same object.
"""

import re
import unicodedata
from enum import Enum
from functools import cache
from typing import NamedTuple

from chinhtrinoibo.errors import InvalidText
from chinhtrinoibo.messages import Message
from chinhtrinoibo.spans import Span

# Letters and signs below the combining marks, Vietnamese letters, and common punctuation:
# each is allowed in XML and each is composed already, so a text of them needs no second look.
_PLAIN = re.compile("[\t\n -\u02ff\u1e00-\u1eff\u2010-\u2027]*")
_UNWRITABLE = re.compile("[\0-\b\v\f\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# Unicode names no character of these kinds; the first four are what pasted text brings along.
_NAMES = {"\0": "null", "\b": "backspace", "\v": "line tabulation", "\f": "form feed"}
_LABELS = {"Cc": "control", "Cs": "surrogate", "Cn": "noncharacter"}

_TONES = "\u0300\u0301\u0309\u0303\u0323"  # huyền, sắc, hỏi, ngã, nặng

# What stands before an open oa, oe, uy: nothing, one letter, two letters. There is no q, whose
# u is no vowel (quý); an onset that Vietnamese lacks shows another language (Chloé).
_ONSETS = ("", "[bcdđghlmnprstvx]", "(?:ch|kh|ng|nh|ph|th|tr)")
_AFTER_ONSET = "|".join(rf"(?<=\b{onset}..)" for onset in _ONSETS)


class ToneStyle(Enum):
    """Where the tone mark (dấu thanh) stands in an open oa, oe, uy (vị trí đặt dấu thanh)."""

    NEW = "new"
    """khóa, hòe, thủy"""
    OLD = "old"
    """khoá, hoè, thuỷ"""


class ToneStyles(NamedTuple):
    """Which syllables of a text are written in which style; where both agree there is nothing."""

    new: tuple[Span, ...]
    old: tuple[Span, ...]

    @property
    def mixed(self) -> bool:
        """Whether both styles occur."""
        return bool(self.new and self.old)


def compose(text: str) -> str:
    r"""Return ``text`` with each letter in one code point (NFC, Unicode dựng sẵn).

    >>> compose("To\u0302\u0309ng ke\u0302\u0301t")
    'Tổng kết'
    """
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", text)


def clean(text: str) -> str:
    """Return ``text`` as every field of the model holds it: exact ``str``, composed, writable.

    Carriage returns become new lines; spaces stay as they are.

    Raises:
        InvalidText: it is no text, or holds a character that no XML 1.0 file can hold.
    """
    if type(text) is not str:
        text = _exact(text)
    if _PLAIN.fullmatch(text):
        return text
    if found := _UNWRITABLE.search(text):
        raise InvalidText(text, _unwritable(found))
    return compose(text.replace("\r\n", "\n").replace("\r", "\n"))


def writable(text: str) -> str:
    r"""Return ``text`` with a sign in the place of each character that no XML 1.0 file can hold.

    >>> writable("Chi\0bộ") == "Chi\N{REPLACEMENT CHARACTER}bộ"
    True
    """
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def tone_marks(text: str, style: ToneStyle) -> str:
    """Return ``text`` with the tone marks of open oa, oe, uy where ``style`` puts them.

    Syllables in which both styles agree stay: quý, hoàn, hoặc, thuyền.

    >>> tone_marks("Ủy ban, khóa XII, quý I", ToneStyle.OLD)
    'Uỷ ban, khoá XII, quý I'
    """
    return _misplaced(style).sub(_move, compose(text))


def tone_styles(text: str) -> ToneStyles:
    """Find the syllables in composed ``text`` that show a style: those with open oa, oe, uy.

    >>> text = "Tỉnh ủy khoá XII, quý I"
    >>> new, old = tone_styles(text)
    >>> [span.of(text) for span in new], [span.of(text) for span in old]
    (['ủy'], ['khoá'])
    """
    return ToneStyles(new=_styled(text, ToneStyle.NEW), old=_styled(text, ToneStyle.OLD))


def fold(text: str) -> str:
    """Return the key by which two spellings of one name meet.

    Letter case, place of the tone mark, and number of spaces make no difference.

    >>> fold("Uỷ  ban Nhân dân") == fold("ỦY BAN NHÂN DÂN")
    True
    """
    return " ".join(tone_marks(text.casefold(), ToneStyle.NEW).split())


def _exact(text: object) -> str:
    """Return the plain ``str`` inside a subclass of it, such as a member of a ``StrEnum``."""
    if isinstance(text, str):
        return str.__str__(text)
    raise InvalidText(repr(text), Message.of("text-type", type=type(text).__name__))


def _unwritable(found: re.Match[str]) -> Message:
    """Say which character cannot be written, and where it stands, counted from 1."""
    character = found[0]
    code = f"U+{ord(character):04X}"
    return Message.of(
        "text-character",
        code=code,
        name=_NAMES.get(character) or _LABELS[unicodedata.category(character)],
        position=found.start() + 1,
    )


@cache
def _misplaced(style: ToneStyle) -> re.Pattern[str]:
    """Return the pattern of open pairs that are not marked as ``style`` marks them.

    The onset is looked up last: a search that begins with it runs fifteen times longer.
    """
    forms = {ToneStyle.NEW: (_plain, _marked), ToneStyle.OLD: (_marked, _plain)}
    first, second = forms[style]
    pairs = "|".join(f"[{first(a)}][{second(b)}]" for a, b in ("oa", "oe", "uy"))
    return re.compile(rf"(?:{pairs})\b(?![\u0300-\u036f])(?i:{_AFTER_ONSET})")


def _styled(text: str, style: ToneStyle) -> tuple[Span, ...]:
    """Return the syllables that would change in the other style."""
    other = ToneStyle.OLD if style is ToneStyle.NEW else ToneStyle.NEW
    return tuple(_syllable(text, found) for found in _misplaced(other).finditer(text))


def _syllable(text: str, pair: re.Match[str]) -> Span:
    """Return the pair with the onset before it, which has two letters at most."""
    start, end = pair.span()
    while start and text[start - 1].isalpha():
        start -= 1
    return Span(start, end)


def _plain(vowel: str) -> str:
    return vowel + vowel.upper()


def _marked(vowel: str) -> str:
    return "".join(compose(letter + tone) for letter in _plain(vowel) for tone in _TONES)


def _move(found: re.Match[str]) -> str:
    """Hand the tone mark of an open pair from one vowel to the other."""
    loose = unicodedata.normalize("NFD", found[0])  # two vowels, and the mark behind one of them
    return compose(loose[0] + loose[2] + loose[1])


def bare(text: str) -> str:
    """Return composed ``text`` in small letters without accents, each letter in its old place.

    >>> bare("Nghị QUYẾT 35, đ/c")
    'nghi quyet 35, d/c'
    """
    return text.translate(_bare())


@cache
def _bare() -> dict[int, str]:
    """Return the letters that lose something: capitals, tones, hats and horns."""
    letters = (chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)))
    pairs = ((letter, unicodedata.normalize("NFD", letter)[0].lower()) for letter in letters)
    return {ord(letter): plain for letter, plain in pairs if len(plain) == 1} | {
        ord(letter): "d" for letter in "đĐðÐ"
    }
