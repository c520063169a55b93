"""What stands before a number: the type word, the issuer, “số”, read backwards from it."""

import re
import unicodedata
from typing import NamedTuple

from chinhtrinoibo.citations.lexicon import Lexicon, TypeWord
from chinhtrinoibo.citations.patterns import Patterns
from chinhtrinoibo.text import bare, fold

_TONES = "\u0300\u0301\u0309\u0303\u0323"
_BACK = 120  # characters before a number in which its type word stands


class Head(NamedTuple):
    """What stands before a number.

    Attributes:
        start: where it begins.
        end: where the type word ends.
        word: what the type word means; None where there is only “số”.
        said: whether “số” stands before the number.
        meeting: whether the number is that of a meeting.
        issuer: the issuer between type word and number.
        capital: whether the type word begins with a capital.
        colon: whether a colon alone stands between the type word and the number.
        damaged: whether the type word was recognised without its accents only.
    """

    start: int
    end: int
    word: TypeWord | None
    said: bool = False
    meeting: bool = False
    issuer: str | None = None
    capital: bool = False
    colon: bool = False
    damaged: bool = False


class Heads:
    """Reads what stands before a number, in texts of one lexicon."""

    def __init__(self, lexicon: Lexicon, patterns: Patterns, damaged: Patterns) -> None:
        self._lexicon, self._patterns, self._damaged = lexicon, patterns, damaged
        self._not_before = tuple(f" {word}" for word in lexicon.lists["not_number_before"])
        self._bare_types = {bare(word): row for word, row in lexicon.types.items()}

    def before_number(self, text: str, place: int) -> Head | None:
        """Return the head of a number at ``place``: a type word or “số”, or both."""
        back = _turned(text, place)
        found = self._patterns.head.match(back)
        if found and (found["kind"] or found["short"]):
            return self._head(found, text, place)
        damaged = self._damaged.head.match(bare(back))
        if damaged and damaged["kind"] and _is_damaged(back[slice(*damaged.span("kind"))]):
            return self._head(damaged, text, place, damaged=True)
        if not found or not found["so"] or found["so"].strip() == "s":
            return None
        start = place - found.end("so")
        issued = self._patterns.issuer_head.match(back, found.end("so"))
        if issued and issued["issuer"]:
            return self._head(issued, text, place)._replace(said=True)
        if f" {fold(text[max(0, start - 16) : start])}".endswith(self._not_before):
            return None
        return Head(start, start, None, said=True)

    def before_day(self, text: str, place: int) -> Head | None:
        """Return the head of a day at ``place``: a type word, perhaps with its issuer."""
        back = _turned(text, place)
        day = self._patterns.day_head.match(back)
        found = self._patterns.issuer_head.match(back, day.end()) if day else None
        return self._head(found, text, place) if found else None

    def before_year(self, text: str, place: int) -> Head | None:
        """Return the head of a year at ``place``: an act that needs no other name."""
        found = self._patterns.year_head.match(_turned(text, place))
        return self._head(found, text, place) if found else None

    def before_numeral(self, text: str, place: int) -> Head | None:
        """Return the head of a Roman numeral at ``place``: a type word and a meeting."""
        found = self._patterns.roman_head.match(_turned(text, place))
        return self._head(found, text, place) if found else None

    def _head(self, found: re.Match[str], text: str, place: int, *, damaged: bool = False) -> Head:
        said = found.groupdict()
        group = "kind" if said["kind"] else "short"
        start, end = place - found.end(group), place - found.start(group)
        issuer = said.get("issuer")
        return Head(
            start,
            end,
            self._word(text[start:end], short=group == "short"),
            said=bool(said.get("so")),
            meeting=bool(said.get("lead")),
            issuer=issuer[::-1] if issuer else None,
            capital=text[start].isupper(),
            colon=bool(said.get("colon")) and not said.get("so"),
            damaged=damaged,
        )

    def _word(self, printed: str, *, short: bool) -> TypeWord:
        if short:
            return self._lexicon.abbreviations[printed]
        key = fold(printed)
        return self._lexicon.types.get(key) or self._bare_types[bare(key)]


def _turned(text: str, place: int) -> str:
    return text[max(0, place - _BACK) : place][::-1]


def _is_damaged(printed: str) -> bool:
    """Tell whether a word that is a type word without its accents is no other word.

    “chị thi” is; a word without any accent, or with two tones in a syllable, is not.
    """
    return printed.isascii() or printed.isupper() or any(map(_twice_toned, printed.split()))


def _twice_toned(word: str) -> bool:
    """Tell whether a word carries two tones, as no syllable does."""
    return sum(sign in _TONES for sign in unicodedata.normalize("NFD", word)) > 1
