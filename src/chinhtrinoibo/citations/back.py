"""Mentions that point back: names declared before (sau đây gọi tắt là …), Chỉ thị này."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from heapq import merge

from chinhtrinoibo.citations.citation import Citation
from chinhtrinoibo.citations.heads import Heads
from chinhtrinoibo.citations.lexicon import Lexicon
from chinhtrinoibo.spans import Span
from chinhtrinoibo.text import fold

_DECLARING = re.compile(
    r"(?:tắt|đây\s+(?:được\s+)?gọi(?:\s+chung)?)\s+là:?\s*(?:\*{1,2})?[\"“'‘]?(?P<name>[^\"”'’()\n;]{2,80}?)[\"”'’]?(?:\*{1,2})?\s*[);.,]"
)
_OPENING = re.compile(r"[(,]\s*(?:(?:sau|dưới)(?:\s+đây)?\s+)?(?:được\s+)?(?:(?:gọi|viết)\s+)?$")
_SAID = ("tắt là", "gọi")  # one of these stands in each declaration
_FAR = 700  # characters between a document and the name declared for it
_WORD = re.compile(r"\b\w")
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
    if not citations or not any(said in text for said in _SAID):
        return citations
    names: dict[str, tuple[int, str | None]] = {}
    for place, name, end in _declarations(text):
        of = bisect_right(citations, place, key=lambda one: one.span.end) - 1
        if of < 0 or place - citations[of].span.end > _FAR:
            continue
        citations[of] = named = citations[of]._replace(declared=name)
        if types or fold(name) not in lexicon.types:
            names.setdefault(name, (end, named.kind))
    return merged(citations, _mentions(text, names))


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
    taken, fresh = list(citations), list[Citation]()
    for other in sorted(others, key=_start):
        place = bisect_right(taken, other.span.start, key=_start)
        around = (*taken[max(0, place - 1) : place + 1], *fresh[-1:])
        if not any(one.span.overlaps(other.span) for one in around):
            fresh.append(other)
    return list(merge(taken, fresh, key=_start))


def _start(citation: Citation) -> int:
    return citation.span.start


def _declarations(text: str) -> Iterator[tuple[int, str, int]]:
    """Yield where each declaration of a name begins, the name, and where that ends."""
    for found in _DECLARING.finditer(text):
        opening = _OPENING.search(text, max(0, found.start() - 40), found.start())
        if opening:
            yield opening.start(), " ".join(found["name"].split()), found.end("name")


def _mentions(text: str, names: dict[str, tuple[int, str | None]]) -> Iterator[Citation]:
    """Yield where declared names stand again, behind what declared them.

    Each word of the text is looked up once, however many names there are.
    """
    lengths = sorted({len(name) for name in names}, reverse=True)
    first = min((place for place, _ in names.values()), default=len(text))
    beginnings = {name[:2] for name in names}
    for word in _WORD.finditer(text, first) if names else ():
        at = word.start()
        if text[at : at + 2] not in beginnings:
            continue
        for name in (text[at : at + length] for length in lengths):
            place, kind = names.get(name, (len(text), None))
            end = at + len(name)
            if place < at and not text[end : end + 1].isalnum():
                yield Citation(Span(at, end), name, kind, back=True)
                break
