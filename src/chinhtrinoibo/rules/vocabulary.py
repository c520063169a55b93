"""The words of a report: which it has, read once a check, and where a phrase stands.

A report has a thousand different words and a hundred thousand letters: what no word hints at is
not looked for in the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from chinhtrinoibo import words
from chinhtrinoibo.references import MASK
from chinhtrinoibo.rules.case import Case, Passage
from chinhtrinoibo.spans import Cover, Span
from chinhtrinoibo.text import ToneStyle, tone_marks

AROUND = f"“”\"‘’'()[]{{}},.;:!?…-–/*%{MASK}"

_Form: TypeAlias = tuple[frozenset[str], str]


class Vocabulary(NamedTuple):
    """What words a report has.

    Attributes:
        text: the prose, with marks blotted out, a line a passage.
        starts: where each passage begins in it.
        tokens: each different run without spaces once, a line each.
        words: the words, without the signs around them.
        small: the words in small letters.
    """

    text: str
    starts: tuple[int, ...]
    tokens: str
    words: frozenset[str]
    small: frozenset[str]


class Found(NamedTuple):
    """A place where a phrase stands."""

    passage: Passage
    span: Span

    @property
    def words(self) -> str:
        """The phrase as typed."""
        return self.span.of(self.passage.text)


def vocabulary(case: Case) -> Vocabulary:
    """Return the words of a report; ask for it through ``case.reading``."""
    passages = [passage.masked for passage in case.passages]
    text = "\n".join(passages)
    tokens = dict.fromkeys(text.split())
    known = frozenset(token.strip(AROUND) for token in tokens)
    starts = accumulate((len(passage) + 1 for passage in passages), initial=0)
    small = frozenset(word.lower() for word in known)
    return Vocabulary(text, tuple(starts), "\n".join(tokens), known, small)


def places(case: Case, phrase: str) -> list[Found]:
    """Find a phrase: whole words, also in capitals, in both styles of tone marks."""
    known = case.reading(vocabulary)
    wanted = [
        form
        for small, forms in _spellings(phrase)
        if small <= known.small
        for needed, form in forms
        if needed <= known.words
    ]
    return _found(case, wanted) if wanted else []


def within(case: Case, tokens: Iterable[str]) -> list[Found]:
    """Find words or phrases just as they are given."""
    return _found(case, set(tokens))


def matching(case: Case, pattern: re.Pattern[str]) -> list[Found]:
    """Find what a pattern matches within a line, in one run over the prose."""
    text = case.reading(vocabulary).text
    return _placed(case, (Span(*found.span()) for found in pattern.finditer(text)))


def outside(found: Iterable[Found], others: Iterable[Found]) -> list[Found]:
    """Return the places that are no part of longer ones among ``others``."""
    taken: dict[str, list[Span]] = {}
    for other in others:
        taken.setdefault(other.passage.path, []).append(other.span)
    covers: dict[tuple[str, int], Cover] = {}
    kept = []
    for one in found:
        key = one.passage.path, one.span.end - one.span.start
        if key not in covers:
            longer = (span for span in taken.get(key[0], ()) if span.end - span.start > key[1])
            covers[key] = Cover(longer)
        if not covers[key].meets(one.span):
            kept.append(one)
    return kept


def in_case_of(right: str, typed: str) -> str:
    """Return ``right`` with the capitals of ``typed``.

    >>> in_case_of("tiếp tục", "Tiếp thục"), in_case_of("tiếp tục", "TIẾP THỤC")
    ('Tiếp tục', 'TIẾP TỤC')
    """
    if typed.isupper():
        return right.upper()
    return words.upper_first(right) if typed[:1].isupper() else right


def _found(case: Case, forms: Iterable[str]) -> list[Found]:
    """Return the places of forms, in the order of the page."""
    known = case.reading(vocabulary)
    return _placed(case, sorted(span for form in forms for span in _spans(known.text, form)))


def _placed(case: Case, spans: Iterable[Span]) -> list[Found]:
    """Return stretches of the whole prose as places in their passages."""
    passages, starts = case.passages, case.reading(vocabulary).starts
    at = ((bisect_right(starts, span.start) - 1, span) for span in spans)
    return [Found(passages[n], span.shifted(-starts[n])) for n, span in at]


def _spans(text: str, phrase: str) -> Iterator[Span]:
    """Yield where a phrase stands as whole words."""
    start = text.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        before = start and text[start - 1].isalnum()
        if not before and not text[end : end + 1].isalnum():
            yield Span(start, end)
        start = text.find(phrase, end)


@lru_cache(maxsize=4096)
def _spellings(phrase: str) -> tuple[tuple[frozenset[str], tuple[_Form, ...]], ...]:
    """Return the forms of a phrase by its words in small letters, in each style of tone marks."""
    spelt = dict.fromkeys(tone_marks(phrase, style) for style in ToneStyle)
    return tuple((_words(one.lower()), _forms(one)) for one in spelt)


def _forms(phrase: str) -> tuple[_Form, ...]:
    """Return a phrase as given and in capitals, each form with the words that it is made of."""
    forms = dict.fromkeys((phrase, words.upper_first(phrase), phrase.upper()))
    return tuple((_words(form), form) for form in forms)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip(AROUND) for word in text.split())
