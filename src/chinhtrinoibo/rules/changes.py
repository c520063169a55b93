"""Changes (tăng, giảm) and the bases that they are measured against."""

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from chinhtrinoibo import words
from chinhtrinoibo.counting.statements import StatedChange
from chinhtrinoibo.errors import InvalidWords
from chinhtrinoibo.findings import Certainty, Place, Severity
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model.figures import Figure
from chinhtrinoibo.periods import ReportingPeriod
from chinhtrinoibo.rules.case import Case, Passage
from chinhtrinoibo.rules.pairs import Based, based, off, scale
from chinhtrinoibo.rules.rule import Remark, Remarks, house, rule
from chinhtrinoibo.rules.stated import sentence
from chinhtrinoibo.spans import Span

_HUNDRED = Decimal(100)
_AHEAD = 12
_YEARS = range(1900, 2100)
_SAME_PERIOD = re.compile(
    r"(?i:cùng k[ỳì])(?: (?:của|tháng|quý|[0-9]{1,2}|[IV]+|và|đầu))*"
    r"(?P<of>,? (?:năm (?P<year>[12][0-9]{3})|năm (?:trước|ngoái)|nhiệm kỳ|khóa|các năm)"
    r"|[ /](?P<bare>[12][0-9]{3})(?!\w))?"
)
_COMPARED = ("so ", "với ", "So ", "(")
_N = r"(?<![\w.,/-])[0-9]+(?:\.[0-9]{3})*(?:,[0-9]+)?(?![\w/-])"
_FROM = re.compile(
    rf"(?i:(?P<verb>tăng|giảm)) từ (?P<base>{_N})(?P<sign>%)?(?P<unit>[^0-9.;:()\n]{{0,40}}?) "
    rf"(?:lên|xuống|còn)(?: còn| đến)? (?P<value>{_N})(?(sign)%)"
)
_MARK = re.compile(r"\[\[@([^\[\]|]+?)\s*\]\][ ,(]{1,3}\Z")


class _Base(NamedTuple):
    """A mention of “cùng kỳ”, and what it says of the year."""

    passage: Passage
    span: Span
    said: str
    year: str


@rule("BASE01", house("“so với cùng kỳ” nêu rõ năm gốc"))
def bases_are_named(case: Case) -> Remarks:
    """“So với cùng kỳ” phải nêu rõ cùng kỳ năm nào.

    Báo cáo được đọc và tổng hợp lại sau nhiều năm; nêu năm một lần trong đoạn là đủ. Trong một đoạn
    không so với hai năm gốc khác nhau mà không nói rõ.

    Sai: tăng 230 tổ chức so với cùng kỳ
    Đúng: tăng 230 tổ chức so với cùng kỳ năm 2020
    """
    bare: list[_Base] = []
    for bases in case.reading(_bases):
        named = [base for base in bases if base.said]
        bare += [
            base for base in bases if not base.said and not (named and named[0].span < base.span)
        ]
        for one, other in pairwise(base for base in named if base.year):
            if one.year != other.year and not _is_compared(one, other):
                yield Remark(
                    other.passage.path,
                    Message.of("base-mixed", one=one.year, other=other.year),
                    span=other.span,
                    related=[one.passage.place(one.span)],
                    certainty=Certainty.LIKELY,
                )
    if bare:
        first, *others = bare
        yield Remark(
            first.passage.path,
            Message.of("base-year", count=len(bare)),
            span=first.span,
            expected="cùng kỳ năm …",
            actual="cùng kỳ",
            related=[base.passage.place(base.span) for base in others],
        )


@rule("DELTA01", house("phần tăng, giảm bằng số này trừ số gốc"), severity=Severity.ERROR)
def changes_fit_their_numbers(case: Case) -> Remarks:
    """Phần tăng, giảm phải bằng số hiện nay trừ số gốc.

    Hai số cùng nêu trong câu, trong số liệu của báo cáo, hoặc trong báo cáo kỳ trước thì người đọc
    trừ lại được ngay.

    Sai: tăng từ 704 lên 764 tổ chức, tăng 50 tổ chức
    Đúng: tăng từ 704 lên 764 tổ chức, tăng 60 tổ chức
    """
    for one in case.reading(based):
        yield from _judged(one)
    for passage in case.body:
        yield from _turned(passage)
    figures = {figure.key: n for n, figure in enumerate(case.report.figures)}
    yield from _of_marks(case, figures)
    if case.previous:
        yield from _of_bases(case, {figure.key: figure for figure in case.previous.figures})


def _judged(one: Based) -> Iterator[Remark]:
    """Yield the remark that a change is not the difference of its numbers."""
    difference = one.value - one.base
    change, related = one.change, one.places
    if change.amount is not None and not _is_same_unit(one):
        return
    is_turned = difference and (difference > 0) is not (change.direction > 0)
    if is_turned or (change.amount is not None and abs(difference) != change.amount):
        yield _wrong(one.passage, change, difference, related)
    elif change.rate is not None and not change.points and one.base:
        decimals = max(0, -int(change.rate.as_tuple().exponent))
        exact, whole = abs(difference) / one.base * _HUNDRED, one.value / one.base * _HUNDRED
        units = off(change.rate, exact, decimals)
        if units and off(change.rate, whole, decimals):  # else the verb is wrong: another rule's
            yield Remark(
                one.passage.path,
                Message.of("delta-rate", change=change.text),
                span=change.span,
                expected=words.percent(exact, decimals, fixed=True),
                actual=words.percent(change.rate, decimals, fixed=True),
                related=related,
                severity=Severity.NOTE if units == 1 else None,
            )


def _wrong(
    passage: Passage, change: StatedChange, difference: Decimal, related: tuple[Place, ...]
) -> Remark:
    return Remark(
        passage.path,
        Message.of("delta-amount", change=change.text),
        span=change.span,
        expected=f"{'tăng' if difference > 0 else 'giảm'} {words.number(abs(difference))}",
        actual=change.text,
        related=related,
    )


def _is_same_unit(one: Based) -> bool:
    """Tell whether a change counts what its number counts: “tỷ đồng” differs from “triệu đồng”."""
    head, text = one.change.unit.casefold().split(" ")[0], one.passage.masked
    place = one.places[0].span
    behind = "" if place is None else text[place.end :].lstrip(" \u00a0,").casefold()
    return not head or not behind or behind.startswith((head, "("))


def _turned(passage: Passage) -> Iterator[Remark]:
    """Yield “tăng từ 7 lên 5”: the verb and the numbers go opposite ways."""
    folded = passage.masked
    if " từ " not in folded or not any(verb in folded for verb in ("ăng từ ", "iảm từ ")):
        return
    for found in _FROM.finditer(folded):
        try:
            base, value = (words.parse_number(found[name]) for name in ("base", "value"))
        except InvalidWords:
            continue
        if scale(found["unit"]) not in {"", scale(folded[found.end() :][:_AHEAD])}:
            continue
        rises = found["verb"].casefold() == "tăng"
        if base in _YEARS or value in _YEARS:
            continue
        if base != value and (value > base) is not rises:
            yield Remark(
                passage.path,
                Message.of("delta-direction", said=found[0]),
                span=Span(*found.span()),
                expected="giảm" if rises else "tăng",
                actual=found["verb"],
            )


def _of_marks(case: Case, figures: dict[str, int]) -> Iterator[Remark]:
    """Yield changes typed behind a mark whose figure has another base."""
    for passage in case.body:
        if "[[@" not in passage.text:
            continue
        for said in passage.tallies:
            if not isinstance(said, StatedChange) or said.amount is None or said.approximator:
                continue
            mark = _MARK.search(passage.text[: said.span.start])
            n = figures.get(mark[1].strip()) if mark else None
            if n is None:
                continue
            figure = case.report.figures[n]
            if figure.value is None or figure.base is None or not _is_of(figure, said):
                continue
            difference = figure.value - figure.base.value
            if difference != said.amount * said.direction:
                place = Place(f"$.figures[{n}]", None, str(figure))
                yield _wrong(passage, said, difference, (place,))


def _is_of(figure: Figure, change: StatedChange) -> bool:
    """Tell whether a change is measured in a figure's unit against its base."""
    base = figure.base
    is_same = change.unit.casefold() == figure.unit.casefold()
    return is_same and base is not None and str(base.period.first.year) in change.against


def _of_bases(case: Case, earlier: dict[str, Figure]) -> Iterator[Remark]:
    """Yield bases that differ from what the report before said of the same period."""
    previous = case.previous
    for n, figure in enumerate(case.report.figures):
        before = earlier.get(figure.key)
        if before is None or figure.base is None or before.value is None or previous is None:
            continue
        period = before.period or previous.period
        same = (figure.unit, figure.organization) == (before.unit, before.organization)
        if not (same and period and _days(period) == _days(figure.base.period)):
            continue
        if figure.base.value != before.value and not before.estimated:
            yield Remark(
                f"$.figures[{n}].base.value",
                Message.of("delta-previous", name=figure.indicator, period=figure.base.period),
                expected=words.number(before.value),
                actual=words.number(figure.base.value),
            )


def _days(period: ReportingPeriod) -> tuple[dt.date, dt.date]:
    return period.first, period.last


def _bases(case: Case) -> list[list[_Base]]:
    """Return the mentions of “cùng kỳ”, passage by passage."""
    found = []
    for passage in case.body:
        text = passage.masked
        if "ùng kỳ" in text or "ùng kì" in text:
            found.append(
                [
                    _base(passage, mention)
                    for mention in _SAME_PERIOD.finditer(text)
                    if mention["of"] or text[: mention.start()].endswith(_COMPARED)
                ]
            )
    return found


def _base(passage: Passage, mention: re.Match[str]) -> _Base:
    year = mention["year"] or mention["bare"] or ""
    return _Base(passage, Span(*mention.span()), mention["of"] or "", year)


def _is_compared(one: _Base, other: _Base) -> bool:
    """Tell whether both years stand in one sentence, which compares them on purpose."""
    text = one.passage.masked
    return sentence(text, one.span.start) == sentence(text, other.span.start)


RULES = (bases_are_named, changes_fit_their_numbers)
