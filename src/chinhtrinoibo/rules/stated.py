"""What a report states in figures, in its prose and in its register, read once for all rules."""

import re
from collections.abc import Iterator
from decimal import Decimal

import attrs

from chinhtrinoibo import words
from chinhtrinoibo.counting.lexis import lexis
from chinhtrinoibo.counting.sorts import document_kind
from chinhtrinoibo.counting.statements import StatedCount, StatedRatio, StatedShare, total_of
from chinhtrinoibo.findings import Place
from chinhtrinoibo.rules.case import Case, Passage
from chinhtrinoibo.spans import Span
from chinhtrinoibo.tallies import Tally

#: What may follow the last part of a list: words that say more of it, and the end of the clause.
_REST = re.compile(
    r"(?: \([^()]*\))?(?:[ \u00a0](?!(?:và|với|cùng|kèm|hoặc)(?!\w))[^\W\d_]+){0,16} ?"
    r"(?:\Z|[;:)\n]|\.(?!\.)|,? ?\(?(?=(?:tăng|giảm|đạt|chiếm|vượt|bằng|so|trong đó)(?!\w)))"
)


@attrs.frozen(kw_only=True, eq=False)
class Node:
    """A count with the counts within it, wherever it is stated (số lượng, kèm các phần).

    Attributes:
        place: where the number and its unit stand.
        value: how many; None where it is unknown, a bound or a guess.
        unit: what is counted.
        parts: the counts within.
        lead: the words before the parts; empty for bare parentheses and in the register.
        partition: whether the parts are said to make up the whole.
        share: the percentage printed behind it.
        passage: the text; None in the register.
        closed: whether the clause ends behind the parts, so that none of them is left unread.
    """

    place: Place
    value: int | Decimal | None
    unit: str
    parts: "tuple[Node, ...]" = ()
    lead: str = ""
    partition: bool = False
    share: StatedShare | None = None
    passage: Passage | None = None
    closed: bool = True

    @property
    def within(self) -> "tuple[Node, ...]":
        """The parts without those types of document that may as well stand beside the whole.

        “05 chỉ thị, trong đó có 02 chỉ thị về cán bộ, 15 kế hoạch” counts no plan as a directive;
        brackets, or a place right behind the word, leave no doubt.
        """
        kind = document_kind(self.unit)
        if not kind or self.is_enclosed:
            return self.parts
        same = {"", kind}
        beyond = (n for n, part in enumerate(self.parts) if document_kind(part.unit) not in same)
        return self.parts[: next((n for n in beyond if n), None)]

    @property
    def is_enclosed(self) -> bool:
        """Whether brackets, or the register, keep the parts together."""
        start, end = self.place.span, self.parts[0].place.span if self.parts else None
        if self.passage is None or start is None or end is None:
            return True
        return end < start or "(" in self.passage.masked[start.end : end.start]

    @property
    def parts_total(self) -> int | Decimal | None:
        """The sum of the parts, nested counts not added; None where a part is unknown."""
        return total_of(part.value for part in self.parts)

    @property
    def is_made_up(self) -> bool:
        """Whether the word right before the parts, or the register, says that they are all.

        “gồm 15 đồng chí, trong đó có 03 nữ” says so of the fifteen alone.
        """
        if self.passage is None:
            return self.partition
        is_led = self.partition and self.lead in {*lexis().partitions, "="}
        is_beyond = (self.parts_total or 0) > (self.value or 0)  # which one more part only worsens
        return is_led and (self.closed or is_beyond) and len(self.parts) > 1

    @property
    def addends(self) -> str:
        """The parts as a sum: “1 + 7 + 5”."""
        return " + ".join(words.number(part.value) for part in self.parts if part.value is not None)

    @property
    def said(self) -> str:
        """The number and its unit, in print."""
        return self.place.text


def lists(case: Case) -> list[Node]:
    """Return the outermost counts that have parts: those of the prose, then of the register."""
    prose = [
        _of_prose(passage, statement)
        for passage in case.body
        for statement in passage.tallies
        if isinstance(statement, StatedCount | StatedRatio) and statement.parts
    ]
    register = case.report.register
    stated = () if register is None else register.stated
    return [*prose, *(_of_data(tally, f"$.register.stated[{n}]") for n, tally in enumerate(stated))]


def wholes(case: Case) -> list[Node]:
    """Return every count that has parts, however deep, the outer before the inner."""
    return [node for root in case.reading(lists) for node in flat(root) if node.parts]


def flat(node: Node) -> Iterator[Node]:
    """Yield a count and all within it."""
    yield node
    for part in node.parts:
        yield from flat(part)


def sentence(text: str, position: int) -> Span:
    """Return the sentence round a place: up to a stop with a space behind it, or a new line.

    >>> sentence("Có 1.669 đảng viên. Hết.", 5).of("Có 1.669 đảng viên. Hết.")
    'Có 1.669 đảng viên.'
    """
    start = max(text.rfind(". ", 0, position) + 2, text.rfind("\n", 0, position) + 1)
    if text.rfind(". ", 0, position) < 0:
        start = text.rfind("\n", 0, position) + 1
    ends = [text.find(". ", position) + 1, text.find("\n", position)]
    return Span(start, min((end for end in ends if end > 0), default=len(text)))


def _of_prose(passage: Passage, said: StatedCount | StatedRatio) -> Node:
    place = passage.place(_head(said))
    parts = tuple(_of_prose(passage, part) for part in said.parts)
    if isinstance(said, StatedRatio):
        value = None if said.approximator else max(said.left, said.right)
        return Node(
            place=place, value=value, unit=said.unit, parts=parts, lead=said.lead, passage=passage
        )
    return Node(
        place=place,
        value=None if said.approximator or said.scale else said.value,
        unit=said.unit,
        parts=parts,
        lead=said.lead,
        partition=said.partition,
        share=said.share,
        passage=passage,
        closed=_is_closed(passage.masked, said),
    )


def _is_closed(text: str, said: StatedCount) -> bool:
    """Tell whether nothing that may be one more part follows the parts of a count."""
    if not said.parts or said.parts[0].span.start == said.span.start:
        return True
    rest = _REST.match(text, said.parts[-1].span.end)
    return rest is not None and rest[0] == rest[0].lower()


def _head(said: StatedCount | StatedRatio) -> Span:
    """Return the place of the number and its unit, without the parts."""
    start, end = said.span
    if isinstance(said, StatedCount) and said.value is None:
        return said.span
    if said.parts and said.parts[0].span.start == start:  # the total stands behind its addends
        start = said.parts[-1].span.end
        skipped = said.text[start - said.span.start :]
        return Span(start + len(skipped) - len(skipped.lstrip(" =\u00a0")), end)
    at = said.text.find(said.unit) if said.unit else -1
    return Span(start, start + at + len(said.unit)) if at >= 0 else said.span


def _of_data(tally: Tally, path: str) -> Node:
    unit = tally.unit
    return Node(
        place=Place(path, None, unit if tally.total is None else f"{tally.total} {unit}"),
        value=tally.total,
        unit=unit,
        parts=tuple(_of_data(part, f"{path}.parts[{n}]") for n, part in enumerate(tally.parts)),
        partition=tally.partition,
    )
