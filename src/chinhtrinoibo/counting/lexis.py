"""The words by which counts are read: the only reader of ``data/counting.toml``."""

from collections.abc import Iterable, Iterator, KeysView, Mapping, Sequence
from functools import cache
from typing import Any

import attrs

from chinhtrinoibo import tables
from chinhtrinoibo.kinds import DocumentKind
from chinhtrinoibo.text import ToneStyle, tone_marks

#: Families of things that measure rather than count.
MEASURES = frozenset({"money", "time", "size"})
DOCUMENT = "document"
#: Words between a base and its value: “cùng kỳ năm trước là 1.008 tổ chức”.
BEFORE_BASES = frozenset({"là", "có"})
DASH = "-"


class Phrases:
    """Phrases looked up by their words, the longest first; both places of tone marks are known."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.known = frozenset(form for phrase in phrases for form in _forms(phrase))
        split = sorted((tuple(phrase.split()) for phrase in self.known), key=len, reverse=True)
        self._first: dict[str, list[tuple[str, ...]]] = {}
        self._last: dict[str, list[tuple[str, ...]]] = {}
        for words in split:
            self._first.setdefault(words[0], []).append(words)
            self._last.setdefault(words[-1], []).append(words)

    @property
    def first_words(self) -> KeysView[str]:
        """The words that phrases begin with."""
        return self._first.keys()

    @property
    def last_words(self) -> KeysView[str]:
        """The words that phrases end with."""
        return self._last.keys()

    def at(self, words: Sequence[str], index: int = 0) -> int:
        """Return how many words, from ``index`` on, are a phrase; 0 if none are."""
        for phrase in self._first.get(words[index], ()):
            if tuple(words[index : index + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def ends(self, words: Sequence[str]) -> int:
        """Return how many of the last words are a phrase; 0 if none are."""
        for phrase in self._last.get(words[-1], ()) if words else ():
            if tuple(words[-len(phrase) :]) == phrase:
                return len(phrase)
        return 0


@attrs.frozen(kw_only=True)
class Lexis:
    """The tables, ready for use (bảng từ).

    Attributes:
        signals: the last words before a number that may say what it is; most say nothing.
        moves: those of them that may stand before a change or a base by itself.
        turns: the first words of what may end the name of a thing, or only seem to.
    """

    approximators: Phrases
    weak: frozenset[str]
    leads: Phrases
    partitions: frozenset[str]
    shares: Phrases
    changes: Phrases
    directions: Mapping[str, int]
    bases: Phrases
    labels: Phrases
    dates: Phrases
    ends: Phrases
    whole: Phrases
    qualifiers: Phrases
    kinds: Phrases
    numerals: Mapping[str, int]
    scales: Mapping[str, int]
    things: Phrases
    families: Mapping[str, str]
    tails: Phrases
    signals: frozenset[str] = attrs.field(init=False)
    moves: frozenset[str] = attrs.field(init=False)
    turns: frozenset[str] = attrs.field(init=False)

    @signals.default
    def _signals(self) -> frozenset[str]:
        """Return the last words of every table that is looked up before a number."""
        tables = (self.leads, self.shares, self.bases, self.labels, self.dates)
        return self._moves().union(*(table.last_words for table in tables))

    @moves.default
    def _moves(self) -> frozenset[str]:
        return BEFORE_BASES.union(self.approximators.last_words, self.changes.last_words)

    @turns.default
    def _turns(self) -> frozenset[str]:
        return frozenset({DASH}).union(self.whole.first_words, self.ends.first_words)

    def ends_at(self, keys: Sequence[str], index: int) -> bool:
        """Tell whether the name of a thing ends before a word."""
        return keys[index] == DASH or bool(self.ends.at(keys, index))


@cache
def lexis() -> Lexis:
    """Return the words, read once."""
    table = tables.read("counting")
    kinds = [kind.name for kind in DocumentKind.all()]
    families = dict(_families(table["things"], kinds))
    numerals = enumerate(_listed(table["numerals"]), start=1)
    return Lexis(
        approximators=Phrases(table["approximators"]),
        weak=frozenset(_where(table["approximators"], "weak")),
        leads=Phrases(table["leads"]),
        partitions=frozenset(_where(table["leads"], "partition")),
        shares=Phrases(table["shares"]),
        changes=Phrases(table["changes"]),
        directions={verb: row["direction"] for verb, row in table["changes"].items()},
        bases=Phrases(table["bases"]),
        labels=Phrases([*table["labels"], *kinds]),
        dates=Phrases(table["dates"]),
        ends=Phrases(_listed(table["ends"])),
        whole=Phrases(_listed(table["whole"])),
        qualifiers=Phrases(_listed(table["qualifiers"])),
        kinds=Phrases(kinds),
        numerals={form: number for number, word in numerals for form in _forms(word)},
        scales={
            form: row["times"] for word, row in table["scales"].items() for form in _forms(word)
        },
        things=Phrases(families),
        families=families,
        tails=Phrases(_listed(table["tails"])),
    )


def _forms(phrase: str) -> set[str]:
    folded = phrase.casefold()
    return {folded, tone_marks(folded, ToneStyle.OLD)}


def _listed(row: Mapping[str, Any]) -> list[str]:
    return [phrase for line in row["words"].split("\n") if line for phrase in line.split("|")]


def _where(rows: Mapping[str, Mapping[str, Any]], field: str) -> Iterator[str]:
    for phrase, row in rows.items():
        if row[field]:
            yield from _forms(phrase)


def _families(things: Mapping[str, Any], kinds: Iterable[str]) -> Iterator[tuple[str, str]]:
    for family, row in things.items():
        for phrase in _listed(row):
            yield from ((form, family) for form in _forms(phrase))
    for kind in kinds:
        yield from ((form, DOCUMENT) for form in _forms(kind))
