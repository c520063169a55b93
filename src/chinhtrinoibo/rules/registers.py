"""The report's register (danh mục văn bản) against what the report says of it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import NamedTuple

from chinhtrinoibo import words
from chinhtrinoibo.counting.sorts import document_kind
from chinhtrinoibo.errors import InvalidWords
from chinhtrinoibo.findings import Certainty, Place, Severity
from chinhtrinoibo.kinds import DocumentKind
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model.registers import Register
from chinhtrinoibo.rules.case import Case, Passage
from chinhtrinoibo.rules.rule import Remark, Remarks, house, rule
from chinhtrinoibo.rules.stated import Node, lists, sentence
from chinhtrinoibo.spans import Span
from chinhtrinoibo.tallies import Tally

_TOTAL = re.compile(r"(?<![\w.,/-])([0-9][0-9.]*) văn bản(?!\w)")
_ANNEX = re.compile(
    r"(?i:phụ lục(?! [0-9IVX])"
    r"|danh mục(?: các)?(?: văn bản)?(?: đã ban hành)?(?: của báo cáo)?(?: được)?"
    r" (?:gửi |đính )?kèm"
    r"|(?:theo|tại|trong|xem|có) danh mục(?: các)? văn bản(?! kh[áô]))"
)


class _Claim(NamedTuple):
    """What is said of the register: all of it, or one type, and whether it surely is."""

    place: Place
    value: int
    kind: str = ""
    certainty: Certainty | None = None


@rule("TALLY03", house("số nêu trong báo cáo khớp với danh mục kèm theo"), severity=Severity.ERROR)
def counts_agree_with_the_register(case: Case) -> Remarks:
    """Số văn bản nêu trong báo cáo phải bằng số dòng trong danh mục kèm theo.

    Người đọc đếm lại trong phụ lục; lệch một văn bản cũng phải giải trình.

    Sai: ban hành 51 văn bản (phụ lục kèm theo); danh mục có 50 dòng
    Đúng: ban hành 51 văn bản (phụ lục kèm theo); danh mục có 51 dòng
    """
    register = case.report.register
    if register is None or not register.documents:
        return
    for n, stated in enumerate(register.stated):
        counted = _counted(register, stated.key)
        if counted is not None:
            for claim in _of_tally(stated, f"$.register.stated[{n}]"):
                yield from _against(claim, counted, register)
    whole = _counted(register)
    for claim in _of_prose(case):
        if whole is not None:
            yield from _against(claim, whole, register)


def _counted(register: Register, key: str = "") -> Tally | None:
    """Return the tally counted from the rows under a key; None where no row has it."""
    tally = register.tally(key)
    return tally if tally is not None and tally.counted else None


def _against(claim: _Claim, counted: Tally, register: Register) -> Iterator[Remark]:
    """Yield the remark that a claim and the rows differ."""
    number = counted.total if not claim.kind else _of_kind(counted, claim.kind)
    if number is None or number == claim.value:
        return
    yield Remark(
        claim.place.path,
        Message.of("tally-annex", said=claim.place.text, count=words.number(number)),
        span=claim.place.span,
        expected=words.number(number),
        actual=words.number(claim.value),
        related=_rows(register, counted, claim.kind),
        certainty=claim.certainty,
    )


def _of_kind(counted: Tally, kind: str) -> int:
    return next((part.total or 0 for part in counted.parts if part.unit.casefold() == kind), 0)


def _rows(register: Register, counted: Tally, kind: str) -> list[Place]:
    """Return the rows counted, or all of them as one place."""
    if not kind or counted.key:
        return [Place("$.register.documents", None, f"{counted.total} văn bản")]
    return [
        Place(f"$.register.documents[{n}]", None, document.heading)
        for n, document in enumerate(register)
        if document.kind and document.kind.name.casefold() == kind
    ]


def _of_tally(tally: Tally, path: str) -> Iterator[_Claim]:
    """Yield what a stated tally claims: its total, and that of each type."""
    if tally.total is not None:
        yield _Claim(Place(path, None, f"{tally.total} {tally.unit}"), tally.total)
    for n, part in enumerate(tally.parts):
        if part.total is not None and (kind := document_kind(part.unit)):
            place = Place(f"{path}.parts[{n}]", None, f"{part.total} {part.unit}")
            yield _Claim(place, part.total, kind)


def _of_prose(case: Case) -> Iterator[_Claim]:
    """Yield what the prose claims: surely where it names the annex once, else perhaps."""
    named = [span for passage in case.body for span in _beside_the_annex(passage)]
    totals = [root for root in case.reading(lists) if root.passage and root.unit == "văn bản"]
    if named:
        is_sure = len(named) == 1 and not case.report.annexes  # else it may be another annex
        for passage, span in named:
            certainty = None if is_sure else Certainty.LIKELY
            yield from _claimed(passage, span, totals, certainty)
        return
    typed = [claim for passage in case.body for claim in _types_beside_the_annex(passage)]
    if typed:
        yield from typed
    elif len(totals) == 1 and totals[0].passage and totals[0].passage.section == "leadership":
        yield from _of_node(totals[0], Certainty.LIKELY)


def _beside_the_annex(passage: Passage) -> Iterator[tuple[Passage, Span]]:
    """Yield the totals in the sentences of a passage that name the annex."""
    if "ăn bản" not in passage.text or not _ANNEX.search(passage.masked):
        return
    for found in _TOTAL.finditer(passage.masked):
        said = sentence(passage.masked, found.start())
        if _ANNEX.search(said.of(passage.masked)):
            yield passage, Span(*found.span())


def _types_beside_the_annex(passage: Passage) -> Iterator[_Claim]:
    """Yield the counts of types in a sentence that names the annex, and no total: likely all."""
    text = passage.masked
    if not _ANNEX.search(text):
        return
    for found in _typed().finditer(text):
        clause = sentence(text, found.start()).of(text)
        if _ANNEX.search(clause) and not _TOTAL.search(clause):
            with suppress(InvalidWords):
                value, place = words.parse_count(found[1]), passage.place(Span(*found.span()))
                yield _Claim(place, value, found[2].casefold(), Certainty.LIKELY)


@cache
def _typed() -> re.Pattern[str]:
    """Return the pattern of a number with a type of document behind it."""
    names = sorted({kind.name for kind in DocumentKind.all()}, key=len, reverse=True)
    return re.compile(rf"(?<![\w.,/-])([0-9][0-9.]*) (?i:({'|'.join(names)}))(?!\w)")


def _claimed(
    passage: Passage, span: Span, totals: list[Node], certainty: Certainty | None
) -> Iterator[_Claim]:
    """Yield what a total claims, with the types behind it where they are listed."""
    for root in totals:
        if root.passage is passage and root.place.span and root.place.span.overlaps(span):
            yield from _of_node(root, certainty)
            return
    with suppress(InvalidWords):
        value = words.parse_count(span.of(passage.text).partition(" ")[0])
        yield _Claim(passage.place(span), value, "", certainty)


def _of_node(root: Node, certainty: Certainty | None) -> Iterator[_Claim]:
    if isinstance(root.value, int):
        yield _Claim(root.place, root.value, "", certainty)
    for node in root.parts:
        kind = document_kind(node.unit)
        if kind and isinstance(node.value, int):
            yield _Claim(node.place, node.value, kind, certainty)


RULES = (counts_agree_with_the_register,)
