"""Mentions that point back: names declared before (sau đây gọi tắt là …), Chỉ thị này."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from chinhtrinoibo.citations.citation import Citation
from chinhtrinoibo.citations.heads import Heads
from chinhtrinoibo.citations.lexicon import Lexicon
from chinhtrinoibo.spans import Span
from chinhtrinoibo.text import fold

_DECLARING = re.compile(
    r"tắt\s+là:?\s*(?:\*{1,2})?[\"“'‘]?(?P<name>[^\"”'’()\n;]{2,80}?)[\"”'’]?(?:\*{1,2})?\s*[);.,]"
)
_OPENING = re.compile(r"\(\s*(?:(?:sau\s+đây|dưới\s+đây)\s+)?(?:được\s+)?(?:gọi|viết)\s+$")
_FAR = 700  # characters between a document and the name declared for it
_POINTERS = (" này", " nêu trên", " nói trên", " trên đây")


def with_declared(
    text: str, citations: list[Citation], lexicon: Lexicon, *, types: bool
) -> list[Citation]:
    """Return the citations with the names declared for them, and the mentions by those names.

    Args:
        text: the composed text.
        citations: its citations, in order.
        lexicon: the type words.
        types: whether a lone type word is taken as such a name: “gọi tắt là Chỉ thị”.
    """
    if not citations or "tắt là" not in text:
        return citations
    for place, name in _declarations(text):
        of = bisect_right(citations, place, key=lambda one: one.span.end) - 1
        if of < 0 or place - citations[of].span.end > _FAR:
            continue
        citations[of] = named = citations[of]._replace(declared=name)
        if types or fold(name) not in lexicon.types:
            mentions = _mentions(text, name, place + 1, named.kind)
            citations = merged(citations, mentions)
    return citations


def pointing(text: str, heads: Heads) -> Iterator[Citation]:
    """Yield the mentions like “Chỉ thị này”, where a type word has no name of its own."""
    for pointer in _POINTERS:
        at = text.find(pointer)
        while at >= 0:
            end = at + len(pointer)
            head = heads.before_number(text, at + 1)
            if head and head.word and not head.said and not text[end : end + 1].isalpha():
                yield Citation(
                    Span(head.start, end), text[head.start : end], head.word.name, back=True
                )
            at = text.find(pointer, end)


def merged(citations: Iterable[Citation], others: Iterable[Citation]) -> list[Citation]:
    """Return all in order, without those of ``others`` that overlap what is there."""
    taken = list(citations)
    for other in others:
        place = bisect_right(taken, other.span.start, key=lambda one: one.span.start)
        around = taken[max(0, place - 1) : place + 1]
        if not any(one.span.overlaps(other.span) for one in around):
            taken.insert(place, other)
    return taken


def _declarations(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each bracket opens that declares a name, and the name."""
    for found in _DECLARING.finditer(text):
        opening = _OPENING.search(text, max(0, found.start() - 40), found.start())
        if opening:
            yield opening.start(), " ".join(found["name"].split())


def _mentions(text: str, name: str, start: int, kind: str | None) -> Iterator[Citation]:
    """Yield where a declared name stands again, behind the bracket that declared it."""
    closing = text.find(")", start)
    at = text.find(name, closing if closing >= 0 else start)
    while at >= 0:
        end = at + len(name)
        whole = not (text[at - 1].isalnum() or text[end : end + 1].isalnum())
        if whole:
            yield Citation(Span(at, end), name, kind, back=True)
        at = text.find(name, end)
