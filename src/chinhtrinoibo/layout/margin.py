"""Findings beside the words that they speak of: which paragraph, which cell, which stretch."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from chinhtrinoibo.findings import Finding
from chinhtrinoibo.layout.blocks import Block, Columns, Note, Paragraph, Rule, Table
from chinhtrinoibo.layout.origins import Origin
from chinhtrinoibo.layout.roles import Role
from chinhtrinoibo.paths import Steps, split
from chinhtrinoibo.spans import Span


class _Spot(NamedTuple):
    """A paragraph on the page, or a cell: the numbers that lead to it.

    Attributes:
        block: the number of the block.
        side: the number of the column, or of the row of a table; -1 for neither.
        line: the number of the line in that column, or of the cell in that row.
    """

    block: int
    side: int = -1
    line: int = -1


class Annotated(NamedTuple):
    """Blocks with notes in their margin.

    Attributes:
        blocks: the pieces of the page.
        astray: the numbers of the findings whose place is not printed.
    """

    blocks: tuple[Block, ...]
    astray: frozenset[int]


def annotated(blocks: Iterable[Block], findings: Sequence[Finding]) -> Annotated:
    """Note each finding, by its number, at the place that it speaks of.

    What stands in the data but not on the page is noted at what is nearest: the paragraph or cell
    that holds it or is held by it, and otherwise the title.

    Args:
        blocks: the page, composed with its origins.
        findings: what is noted.
    """
    blocks = tuple(blocks)
    index = _Index(blocks)
    notes: dict[_Spot, list[Note]] = {}
    astray = set()
    for number, finding in enumerate(findings):
        spot, exact = index.find(split(finding.path))
        if not exact:
            astray.add(number)
        span = _printed(index.texts[spot], index.origins.get(spot), finding)
        notes.setdefault(spot, []).append(Note(number, *span))
    return Annotated(tuple(_noted(blocks, notes)), frozenset(astray))


class _Index:
    """Where each place in the data stands on the page."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.texts: dict[_Spot, str] = {}
        self.origins: dict[_Spot, Origin] = {}
        self._at: dict[Steps, _Spot] = {}
        self._within: dict[Steps, _Spot] = {}
        self._title = _Spot(0)
        also: list[tuple[Steps, _Spot]] = []
        for spot, paragraph in _paragraphs(blocks):
            self.texts[spot] = paragraph.text
            if paragraph.role is Role.SUBJECT:
                self._title = spot
            if origin := paragraph.origin:
                self.origins[spot] = origin
                self._stand(origin.at, spot)
                also += [(steps, spot) for steps in origin.also]
        for spot, steps, text in _cells(blocks):
            self.texts[spot] = text
            self._stand(steps, spot)
        for steps, spot in also:
            self._at.setdefault(steps, spot)

    def _stand(self, steps: Steps, spot: _Spot) -> None:
        if steps:
            self._at.setdefault(steps, spot)
            for length in range(1, len(steps)):
                self._within.setdefault(steps[:length], spot)

    def find(self, steps: Steps) -> tuple[_Spot, bool]:
        """Return the spot of a place in the data, and whether it is the place itself."""
        for length in range(len(steps), 0, -1):
            part = steps[:length]
            if spot := self._at.get(part) or self._within.get(part):
                return spot, length == len(steps)
        return self._title, not steps


def _paragraphs(blocks: Sequence[Block]) -> Iterator[tuple[_Spot, Paragraph]]:
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            yield _Spot(number), block
        elif isinstance(block, Columns):
            for side, lines in enumerate((block.left, block.right)):
                for n, line in enumerate(lines):
                    if isinstance(line, Paragraph):
                        yield _Spot(number, side, n), line


def _cells(blocks: Sequence[Block]) -> Iterator[tuple[_Spot, Steps, str]]:
    for number, block in enumerate(blocks):
        if isinstance(block, Table) and block.places is not None:
            for n, row in enumerate(block.rows):
                places = block.places(block.first + n)
                for column, (steps, text) in enumerate(zip(places, row, strict=True)):
                    yield _Spot(number, n, column), steps, text


def _printed(text: str, origin: Origin | None, finding: Finding) -> Span:
    """Return the stretch of a text on the page that a finding speaks of: all of it, if unsure."""
    whole, span = Span(0, len(text)), finding.span
    if span is None:
        return whole
    if origin is not None and origin.at == split(finding.path):
        found = origin.printed(span)
    else:
        alike = finding.text and finding.text.casefold() == text.casefold()
        found = span if alike else None
    if found is None:
        return whole
    return _visible(text, Span(min(found.start, len(text)), min(found.end, len(text))))


def _visible(text: str, span: Span) -> Span:
    """Return a stretch that can be seen: what is empty takes the word that it touches."""
    if text[span.start : span.end].strip():
        return span
    start, end = len(text[: span.start].rstrip()), span.end
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)


def _noted(blocks: Sequence[Block], notes: dict[_Spot, list[Note]]) -> Iterator[Block]:
    """Yield the blocks with their notes."""
    wanted = {spot.block for spot in notes}
    for number, block in enumerate(blocks):
        if number not in wanted:
            yield block
        elif isinstance(block, Paragraph):
            yield block._replace(notes=tuple(notes[_Spot(number)]))
        elif isinstance(block, Columns):
            left, right = (
                tuple(
                    _line(line, notes.get(_Spot(number, side, n))) for n, line in enumerate(lines)
                )
                for side, lines in enumerate((block.left, block.right))
            )
            yield block._replace(left=left, right=right)
        elif isinstance(block, Table):
            within = {(s.side, s.line): tuple(of) for s, of in notes.items() if s.block == number}
            yield block._replace(notes=within)


def _line(line: Paragraph | Rule, notes: list[Note] | None) -> Paragraph | Rule:
    return line._replace(notes=tuple(notes)) if notes and isinstance(line, Paragraph) else line
