"""What stands round a number: its digits, the words before it, the thing it counts.

Every look is bounded, so that reading stays linear whatever the text.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple, TypedDict

from chinhtrinoibo import words
from chinhtrinoibo.counting.lexis import MEASURES, lexis
from chinhtrinoibo.counting.naming import NO_WORDS, Words, keys_of, name_of
from chinhtrinoibo.errors import InvalidWords
from chinhtrinoibo.offsets import Aligned
from chinhtrinoibo.spans import Span

#: Begins with a single sign, for which a search runs ten times as fast.
RUN = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")
SPACES = frozenset(" \u00a0")
_WORDS = re.compile(r"(?:[ \u00a0]{1,3}(?:-(?=[ \u00a0])|[^\W\d_]{1,12}(?!\w))){1,10}")
_BREAK = re.compile(r"[^\w \u00a0]|_")
#: A number that surely stands by itself, or behind a slash; others are looked at again.
_FREE, _FREE_BEHIND_SLASH = (
    re.compile(
        rf"(?<![\w{ties}+–—-])(?<![+–—-][ \u00a0])[0-9]++(?:[.,]++[0-9]++)*+"
        r"(?![\w\\–—-]|[ \u00a0][–—-])"
    )
    for ties in (r"/\\", r"\\")
)
_RANGE = re.compile(r"[0-9][ \u00a0]?[-–—][ \u00a0]?\Z")
_RANGE_AHEAD = re.compile(r"[ \u00a0]?[-–—][ \u00a0]?[0-9]")
_DASHES, _TIED_ON = frozenset("-–+"), frozenset("_-–\\")
_TIED, _TIED_BEHIND_SLASH = frozenset("_/\\"), frozenset("_\\")
_BEFORE = 48
_LONGEST, _MOST_PLAIN = 17, 7  # a longer run of digits is the number of a card, a phone, an account
_YEARS = range(1900, 2100)
_KNOWN_NUMBERS = 4096


class Place(TypedDict):
    """Where a statement stands, and what is printed there."""

    span: Span
    text: str


class Figure(NamedTuple):
    """What digits print, wherever they stand."""

    value: int | Decimal
    padded: bool
    plain: bool


class Amount(NamedTuple):
    """A number as printed (con số)."""

    start: int
    end: int
    value: int | Decimal
    padded: bool
    plain: bool  # digits alone, as in a year

    @property
    def decimals(self) -> int:
        """How many decimals are printed."""
        return -int(Decimal(self.value).as_tuple().exponent)


class Unit(NamedTuple):
    """What is counted, as printed, and the family of things that it belongs to."""

    text: str
    end: int
    family: str


class Source:
    """A text as it is read: composed, with the way back to the text as given.

    Attributes:
        given: the text as given.
        aligned: the composed text with the way back.
        text: the composed text, in which everything is found.
        lexis: the words to read by.
    """

    __slots__ = ("aligned", "given", "lexis", "text")

    def __init__(self, given: str, aligned: Aligned) -> None:
        self.given: Final = given
        self.aligned: Final = aligned
        self.text: Final = aligned.text
        self.lexis: Final = lexis()

    def place(self, start: int, end: int) -> Place:
        """Return the place in the text as given."""
        span = self.aligned.origin(Span(start, end))
        return {"span": span, "text": span.of(self.given)}

    def before(self, position: int, floor: int = 0) -> Words:
        """Return the words that lead up to ``position``, if the last one bears on a number."""
        if position <= floor or self.text[position - 1] not in SPACES:
            return NO_WORDS
        window = self.text[max(floor, position - _BEFORE) : position]
        last = window.rsplit(None, 1)[-1:]
        if last and last[0].isalnum() and last[0].casefold() not in self.lexis.signals:
            return NO_WORDS
        said = _BREAK.split(window)[-1]
        keys = keys_of(said)
        if not keys or keys[-1] not in self.lexis.signals:
            return NO_WORDS
        return Words(said, position - len(said), keys)

    def after(self, position: int) -> Words:
        """Return the words that follow ``position``, one more than a name may have."""
        found = _WORDS.match(self.text, position)
        if not found:
            return NO_WORDS
        said = found[0].lstrip()
        return Words(said, found.end() - len(said), keys_of(said))

    def amount(self, run: re.Match[str], *, behind_slash: bool = False) -> Amount | None:
        """Return the number that a run of digits prints, unless it is part of something else."""
        start, end = run.span()
        if end - start > _LONGEST:
            return None
        figure = _figure(run[0])
        free = _FREE_BEHIND_SLASH if behind_slash else _FREE
        if figure is None or not (
            free.match(self.text, start) or self._is_free(start, end, behind_slash=behind_slash)
        ):
            return None
        return Amount(start, end, *figure)

    def is_labelled(self, before: Words) -> bool:
        """Tell whether the words before a number make it a name, a day, a place in a list."""
        keys = before.keys
        labels = self.lexis.labels.ends(keys)
        return bool(labels) and not (keys[-1] == "số" and keys[-2:-1] in {("tổng",), ("trong",)})

    def unit(self, position: int) -> Unit | None:
        """Return what the words after a number name, up to the word that goes on to say more."""
        return self.named(self.after(position))

    def named(self, said: Words) -> Unit | None:
        """Return what words name, up to the one that goes on to say more."""
        name = name_of(said.text) if said.keys else None
        if name is None:
            return None
        return Unit(said.text[: name.length], said.start + name.length, name.family)

    def _is_free(self, start: int, end: int, *, behind_slash: bool) -> bool:
        """Tell whether no letters, slashes or dashes tie the number to its neighbours."""
        left, right = self.text[max(0, start - 4) : start], self.text[end : end + 4]
        ties = _TIED_BEHIND_SLASH if behind_slash else _TIED
        before, after = left[-1:], right[:1]
        return not (
            before.isalnum()
            or before in ties
            or after.isalnum()
            or after in _TIED_ON
            or (before in _DASHES and left[-2:-1].isalnum())
            or _RANGE.search(left)
            or _RANGE_AHEAD.match(right)
        )


def is_year(amount: Amount) -> bool:
    """Tell whether a number may be a year: 2020, but not 2.020."""
    return amount.plain and amount.value in _YEARS


def is_measure(unit: Unit | None) -> bool:
    """Tell whether a unit is money, time or size."""
    return unit is not None and unit.family in MEASURES


@lru_cache(_KNOWN_NUMBERS)
def _figure(digits: str) -> Figure | None:
    plain = digits.isdigit()
    if plain and len(digits) > _MOST_PLAIN:
        return None
    try:
        value = words.parse_number(digits)
    except InvalidWords:
        return None
    return Figure(value, plain and digits[0] == "0" and digits != "0", plain)
