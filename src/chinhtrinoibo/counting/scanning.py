"""What stands round a number: its digits, the words before it, the thing it counts.

Every look is bounded, so that reading stays linear whatever the text.
"""

import re
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple, TypedDict

import attrs

from chinhtrinoibo import words
from chinhtrinoibo.counting.lexis import DOCUMENT, MEASURES, Lexis, lexis
from chinhtrinoibo.errors import InvalidWords
from chinhtrinoibo.offsets import Aligned
from chinhtrinoibo.spans import Span

RUN = re.compile(r"[0-9][0-9.,]*")
_SPACES = " \u00a0"
_WORD = re.compile(r"[ \u00a0]{1,3}(-(?=[ \u00a0])|[^\W\d_]{1,12}(?!\w))")
_WORD_BEFORE = re.compile(r"[^ \u00a0]+")
_BREAK = re.compile(r"[^\w \u00a0]|_")
_RANGE = re.compile(r"[0-9][ \u00a0]?[-–—][ \u00a0]?\Z")
_RANGE_AHEAD = re.compile(r"[ \u00a0]?[-–—][ \u00a0]?[0-9]")
_BEFORE, _MOST_WORDS = 48, 9
_LONGEST, _MOST_PLAIN = 17, 7  # a longer run of digits is the number of a card, a phone, an account
_YEARS = range(1900, 2100)


class Place(TypedDict):
    """Where a statement stands, and what is printed there."""

    span: Span
    text: str


class Word(NamedTuple):
    """A word in small letters, and where it stands."""

    key: str
    start: int
    end: int


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


@attrs.frozen
class Source:
    """A text as it is read: composed, with the way back to the text as given."""

    given: str
    aligned: Aligned

    @cached_property
    def text(self) -> str:
        """The composed text, in which everything is found."""
        return self.aligned.text

    @cached_property
    def lexis(self) -> Lexis:
        """The words to read by."""
        return lexis()

    def place(self, start: int, end: int) -> Place:
        """Return the place in the text as given."""
        span = self.aligned.origin(Span(start, end))
        return {"span": span, "text": span.of(self.given)}

    def before(self, position: int, floor: int = 0) -> list[Word]:
        """Return the words that lead up to ``position`` with nothing but spaces between."""
        first = max(floor, position - _BEFORE)
        window = self.text[first:position]
        if not window or window[-1] not in _SPACES:
            return []
        begin = max((found.end() for found in _BREAK.finditer(window)), default=0)
        return [
            Word(found[0].casefold(), first + found.start(), first + found.end())
            for found in _WORD_BEFORE.finditer(window, begin)
        ]

    def after(self, position: int, most: int = _MOST_WORDS) -> list[Word]:
        """Return the words that follow ``position`` with nothing but spaces between."""
        found: list[Word] = []
        while len(found) < most and (match := _WORD.match(self.text, position)):
            position = match.end()
            found.append(Word(match[1].casefold(), match.start(1), position))
        return found

    def amount(self, run: re.Match[str], *, behind_slash: bool = False) -> Amount | None:
        """Return the number that a run of digits prints, unless it is part of something else."""
        digits = run[0].rstrip(".,")
        start, end = run.start(), run.start() + len(digits)
        plain = digits.isdigit()
        if len(digits) > (_MOST_PLAIN if plain else _LONGEST) or self._is_joined(
            start, end, "_\\" if behind_slash else "_/\\"
        ):
            return None
        try:
            value = words.parse_number(digits)
        except InvalidWords:
            return None
        return Amount(start, end, value, digits[0] == "0" and len(digits) > 1 and plain, plain)

    def is_labelled(self, before: list[Word]) -> bool:
        """Tell whether the words before a number make it a name, a day, a place in a list."""
        keys = [word.key for word in before]
        labels = self.lexis.labels.ends(keys)
        return bool(labels) and not (keys[-1] == "số" and keys[-2:-1] in (["tổng"], ["trong"]))

    def unit(self, position: int) -> Unit | None:
        """Return what the words after a number name, up to the word that goes on to say more."""
        found = self.after(position, _MOST_WORDS + 1)
        keys = [word.key for word in found]
        known = self.lexis.things.at(keys) if keys else 0
        index = self._unit_words(found, keys, known)
        family = self.lexis.families[" ".join(keys[:known])] if known else ""
        is_cut = index < len(keys) and keys[index] != "và"
        if index > _MOST_WORDS or (is_cut and family == DOCUMENT):
            index = self._qualified(keys, known, index)
        if not index:
            return None
        return Unit(self.text[found[0].start : found[index - 1].end], found[index - 1].end, family)

    def _unit_words(self, found: list[Word], keys: list[str], known: int) -> int:
        """Return how many words name the thing, from those that are known on."""
        index = known
        is_title = bool(found) and self.text[found[0].start : found[0].end].isupper()
        while index < len(keys):
            whole = self.lexis.whole.at(keys, index)
            is_name = self.text[found[index].start].isupper() and not is_title
            if not whole and index and is_name:
                break
            if not whole and (keys[index] == "-" or self.lexis.ends.at(keys, index)):
                break
            index += whole or 1
        return min(index, len(keys))

    def _qualified(self, keys: list[str], known: int, most: int) -> int:
        """Return the end of a name that only certain words may follow; 0 for an unknown name."""
        index = known
        while 0 < index < most and (more := self.lexis.qualifiers.at(keys, index)):
            index += more
        return index

    def _is_joined(self, start: int, end: int, signs: str) -> bool:
        """Tell whether letters, slashes or dashes tie the number to its neighbours."""
        left, right = self.text[max(0, start - 4) : start], self.text[end : end + 4]
        return bool(
            (left and (left[-1].isalnum() or left[-1] in signs))
            or (left[-1:] in {"-", "–", "+"} and left[-2:-1].isalnum())
            or _RANGE.search(left)
            or (right and (right[0].isalnum() or right[0] in "_-–\\"))
            or _RANGE_AHEAD.match(right)
        )


def is_year(amount: Amount) -> bool:
    """Tell whether a number may be a year: 2020, but not 2.020."""
    return amount.plain and amount.value in _YEARS


def is_measure(unit: Unit | None) -> bool:
    """Tell whether a unit is money, time or size."""
    return unit is not None and unit.family in MEASURES
