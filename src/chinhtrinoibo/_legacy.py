"""Text in the font encodings from before Unicode (bảng mã TCVN3, VNI), as Western letters show it.

A word speaks for an encoding when it is no Vietnamese syllable as it stands and is one when
decoded; it speaks against it when decoding makes no syllable of it.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from chinhtrinoibo import tables
from chinhtrinoibo.spans import Span
from chinhtrinoibo.syllables import is_syllable
from chinhtrinoibo.text import compose

_ENOUGH = 2  # different words; one alone is too often a foreign word
_SAMPLE = 2000  # so many words of a long text settle it
_OUTWEIGH = 2  # times as many words for as against


class Encoding(NamedTuple):
    """An encoding: its name, what stands for what, and where."""

    name: str
    meant: dict[str, str]
    signs: re.Pattern[str]
    """what stands for something"""
    proof: re.Pattern[str]
    """what no clean text has within a word"""

    def decode(self, word: str) -> str:
        """Return the word that was meant."""
        return self.signs.sub(lambda found: self.meant[found[0]], word)

    def holds(self, text: str) -> bool:
        """Tell whether the text is in this encoding."""
        if not self.proof.search(text):
            return False
        words = {word[0] for word in islice(_word().finditer(text), _SAMPLE)}
        words = {word for word in words if not word.isascii()}
        speaking = [word for word in words if not is_syllable(word)]
        for_it = [word for word in speaking if self._explains(word)]
        proven = any(self.proof.search(word) for word in for_it)
        against = len(speaking) - len(for_it) + sum(map(_is_unicode, words.difference(speaking)))
        return proven and len(for_it) >= max(_ENOUGH, _OUTWEIGH * against + 1)

    def letters(self, text: str) -> Iterator[tuple[Span, str]]:
        """Yield where the text has a letter in this encoding, and the letter that is meant."""
        for word in _word().finditer(text):
            if not word[0].isascii() and is_syllable(self.decode(word[0])):
                for sign in self.signs.finditer(word[0]):
                    yield Span(*sign.span()).shifted(word.start()), self.meant[sign[0]]

    def _explains(self, word: str) -> bool:
        everyday = tables.read("alphabet")["tcvn3"]["everyday"]
        signs = [sign for sign in self.signs.findall(word) if sign not in everyday]
        return bool(signs) and is_syllable(self.decode(word))


@cache
def encodings() -> tuple[Encoding, ...]:
    """Return the encodings that are told apart."""
    return (_tcvn3(), _vni())


def _is_unicode(word: str) -> bool:
    """Tell whether a word has letters that no old font had a code for."""
    return max(word) > "\u00ff"


@cache
def _word() -> re.Pattern[str]:
    """Return the pattern of a word, to which the signs of TCVN3 belong."""
    signs = "".join(
        sign for sign in tables.read("alphabet")["tcvn3"]["letters"] if not sign.isalpha()
    )
    return re.compile(rf"(?:[^\W\d_]|[{re.escape(signs)}])+")


def _tcvn3() -> Encoding:
    row = tables.read("alphabet")["tcvn3"]
    meant = dict(zip(row["letters"], row["meant"], strict=True))
    signs = re.escape("".join(sign for sign in meant if sign == "ª" or not sign.isalpha()))
    return Encoding(
        name="TCVN3",
        meant=meant,
        signs=re.compile(f"[{re.escape(''.join(meant))}]"),
        # A sign before a letter, or a capital behind a small one: nh©n, tØnh. The small letters
        # å, ö, ø and the like prove nothing, for whole languages write them.
        proof=re.compile(f"(?![{row['everyday']}])[{signs}](?=[A-Za-z])|(?<=[a-z])[À-ÖØ-Þ]"),
    )


def _vni() -> Encoding:
    table = tables.read("alphabet")["vni"]
    single = dict(zip(table["letters"], table["meant"], strict=True))
    rows = (table["tones"], table["hat"], table["breve"])
    pairs = {
        base + sign: compose(single.get(base, base) + marks)
        for row in rows
        for base in row["behind"]
        for sign, marks in row["signs"].items()
    }
    behind = [(_both(row["behind"]), _both("".join(row["signs"]))) for row in rows]
    meant = {
        form: wanted.upper() if form[0].isupper() else wanted
        for small, wanted in (pairs | single).items()
        for form in (small, small.capitalize(), small.upper())
    }
    longest_first = sorted(meant, key=len, reverse=True)
    return Encoding(
        name="VNI",
        meant=meant,
        signs=re.compile("|".join(longest_first)),
        proof=re.compile("|".join(f"[{signs}](?<=[{bases}].)" for bases, signs in behind)),
    )


def _both(letters: str) -> str:
    return letters + letters.upper()
