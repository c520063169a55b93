"""How numbers are printed (cách viết số): words before them, commas and points, zeros in front."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from chinhtrinoibo import words
from chinhtrinoibo.counting.lexis import MEASURES, lexis
from chinhtrinoibo.counting.statements import StatedCount
from chinhtrinoibo.findings import Certainty, Fix, Severity
from chinhtrinoibo.messages import Message
from chinhtrinoibo.rules.case import Case, Passage
from chinhtrinoibo.rules.rule import Remark, Remarks, house, rule
from chinhtrinoibo.spans import Span

_ABOUT = frozenset({"hơn", "trên", "gần", "khoảng", "chừng", "xấp xỉ"})
_EXACT_FROM = 1000  # smaller numbers are often bounds: “hơn 125 lớp”
_DIGITS = "0123456789"
_POINT = re.compile(
    r"[0-9](?<![\w.,/-].)[0-9]*\.[0-9]{1,2}"
    r"(?= ?%(?!\w)| (?:triệu|t[ỷỉ](?! lệ| trọng| suất)|nghìn|ngàn|ha|km|tấn|lần|điểm)(?!\w))"
)
_COMMA = re.compile(r"[1-9](?<![\w.,/-].)[0-9]{0,2}(?:,[0-9]{3})+(?![\w/-]|[.,][0-9])")
_SMALL = re.compile(r"[0-9](?<![\w.,/-].)(?:(?<=0)[1-9]|(?<!0))(?= [^\W\d_])")
_ORDINAL = re.compile(r"(?<!\w)(?:lần thứ|Trung ương) (0)[1-9](?![\w/-]|[.,][0-9])")
_BEFORE, _AFTER = 32, 64
_RANGES = ("đến", "từ", "tới", "-", "–", "x", "hoặc")
_YEAR = "năm"


@rule("APPROX01", house("“hơn”, “gần”, “khoảng” đi với số tròn"))
def approximators_stand_before_round_numbers(case: Case) -> Remarks:
    """“Hơn”, “trên”, “gần”, “khoảng” chỉ đứng trước số tròn.

    Số đã chính xác tới từng đơn vị thì không còn là “hơn” hay “gần”; người đọc không biết tin chữ
    hay tin số.

    Sai: hơn 119.396 đảng viên
    Đúng: 119.396 đảng viên; hoặc: hơn 119.000 đảng viên
    """
    for passage in case.body:
        for said in passage.tallies:
            if isinstance(said, StatedCount):
                for count in _counts(said):
                    if _is_contradictory(passage, count):
                        number = words.number(count.value or 0)
                        yield Remark(
                            passage.path,
                            Message.of("approx-exact", word=count.approximator, number=number),
                            span=count.span,
                            expected=f"{number}, hoặc một số tròn",
                            actual=f"{count.approximator} {number}",
                        )


@rule("NUMBER01", house("dấu chấm giữa các nhóm nghìn, dấu phẩy trước phần thập phân", "S2"))
def numbers_have_commas_and_points_in_place(case: Case) -> Remarks:
    """Phần nghìn ngăn bằng dấu chấm, phần thập phân ngăn bằng dấu phẩy.

    Viết ngược lại thì khi nhập vào bảng tính, số bị hiểu sai một nghìn lần.

    Sai: 51,985 tổ chức cơ sở đảng, đạt 99.8%
    Đúng: 51.985 tổ chức cơ sở đảng, đạt 99,8%
    """
    unclear: list[tuple[Passage, Span]] = []
    has_thousands = False
    for passage in case.reading(numbered):
        text = passage.masked
        for found in _POINT.finditer(text) if "." in text else ():
            span = Span(*found.span())
            if not _is_labelled(text, span.start):
                yield _restyled(passage, span, "number-point", found[0].replace(".", ","))
        for found in _COMMA.finditer(text) if "," in text else ():
            span = Span(*found.span())
            if _is_labelled(text, span.start, bounds=False):
                continue
            family = _family(text, span.end)
            if found[0].count(",") > 1 or (family and family not in MEASURES):
                has_thousands = True
                yield _restyled(passage, span, "number-comma", found[0].replace(",", "."))
            elif family in {"money", "size"}:
                unclear.append((passage, span))
    if unclear:
        (passage, span), *others = unclear
        yield Remark(
            passage.path,
            Message.of("number-unclear", number=span.of(passage.text), count=len(unclear)),
            span=span,
            related=[one.place(place) for one, place in others],
            severity=None if has_thousands else Severity.NOTE,  # three decimals are usual in money
            certainty=Certainty.LIKELY,
        )


@rule("PAD01", house("số lượng dưới 10 viết thống nhất: 05 hoặc 5"), severity=Severity.NOTE)
def small_counts_are_padded_alike(case: Case) -> Remarks:
    """Số lượng dưới 10 trong một báo cáo phải cùng có số 0 đứng trước, hoặc cùng không có.

    Số thứ tự như “lần thứ 4”, “Trung ương 4” thì không thêm số 0.

    Sai: 05 đồng chí và 3 chi bộ; Nghị quyết Trung ương 04
    Đúng: 05 đồng chí và 03 chi bộ; Nghị quyết Trung ương 4
    """
    small = case.reading(_small_counts)
    for years in (False, True):
        alike = [one for one in small if one.is_years is years]
        padded = sum(one.is_padded for one in alike)
        if 0 < padded < len(alike):
            usual = 2 * padded >= len(alike)
            yield from _padded([one for one in alike if one.is_padded is not usual], usual=usual)
    for passage in case.passages:
        for found in _ORDINAL.finditer(passage.masked) if " 0" in passage.text else ():
            zero = Span(*found.span(1))
            yield Remark(
                passage.path,
                Message.of("pad-ordinal", said=found[0]),
                span=Span(*found.span()),
                expected=found[0].replace("0", ""),
                actual=found[0],
                fix=Fix([passage.edit(zero, "")]),
            )


class _Small(NamedTuple):
    """A count below ten, and how it is printed."""

    passage: Passage
    span: Span
    is_years: bool
    is_padded: bool


def numbered(case: Case) -> tuple[Passage, ...]:
    """Return the passages that hold a digit."""
    return tuple(one for one in case.passages if any(digit in one.text for digit in _DIGITS))


def _counts(count: StatedCount) -> Iterator[StatedCount]:
    yield count
    for part in count.parts:
        yield from _counts(part)


def _is_contradictory(passage: Passage, count: StatedCount) -> bool:
    if count.approximator not in _ABOUT or count.scale or not isinstance(count.value, int):
        return False
    if count.value < _EXACT_FROM or not count.value % 10:
        return False
    before = passage.masked[max(0, count.span.start - _BEFORE) : count.span.start]
    is_among = any(digit in before for digit in _DIGITS)  # “152 trên 1.159” is a ratio
    return count.approximator != "trên" or not is_among


def _restyled(passage: Passage, span: Span, code: str, wanted: str) -> Remark:
    return Remark(
        passage.path,
        Message.of(code, number=span.of(passage.text), wanted=wanted),
        span=span,
        expected=wanted,
        actual=span.of(passage.text),
        fix=Fix([passage.edit(span, wanted)]),
    )


def _padded(odd: list[_Small], *, usual: bool) -> Iterator[Remark]:
    """Yield a remark for each passage, with the fix of all its places."""
    for passage in dict.fromkeys(one.passage for one in odd):
        first, *others = spans = [one.span for one in odd if one.passage is passage]
        wanted = [
            f"0{span.of(passage.text)}" if usual else passage.text[span.end - 1] for span in spans
        ]
        yield Remark(
            passage.path,
            Message.of(
                "pad-mixed", number=first.of(passage.text), wanted=wanted[0], count=len(spans)
            ),
            span=first,
            expected=wanted[0],
            actual=first.of(passage.text),
            related=[passage.place(span) for span in others],
            fix=Fix([passage.edit(*edit) for edit in zip(spans, wanted, strict=True)]),
        )


def _small_counts(case: Case) -> list[_Small]:
    """Return the counts below ten whose thing is known, and N of “N năm”."""
    small = []
    for passage in case.reading(numbered):
        text = passage.masked
        for found in _SMALL.finditer(text):
            span = Span(*found.span())
            family = _family(text, span.end)
            is_years = _keys_after(text, span.end)[:1] == [_YEAR]
            if (is_years or (family and family not in MEASURES)) and not _is_labelled(
                text, span.start
            ):
                small.append(_Small(passage, span, is_years, found[0][0] == "0"))
    return small


def _family(text: str, position: int) -> str:
    """Return the family of the thing that stands behind a number; empty where it is unknown."""
    keys = _keys_after(text, position)
    known = lexis().things.at(keys) if keys else 0
    return lexis().families[" ".join(keys[:known])] if known else ""


def _keys_after(text: str, position: int) -> list[str]:
    words_ = text[position : position + _AFTER].replace("\u00a0", " ")
    return [word.strip(".,;:()").casefold() for word in words_.split(" ")[1:5]]


def _is_labelled(text: str, position: int, *, bounds: bool = True) -> bool:
    """Tell whether the words before a number make it a name, a bound or one end of a range."""
    keys = text[max(0, position - _BEFORE) : position].casefold().split()
    if not keys:
        return False
    is_label = lexis().labels.ends(keys) or (bounds and lexis().approximators.ends(keys))
    return bool(is_label) or keys[-1] in _RANGES


RULES = (
    approximators_stand_before_round_numbers,
    numbers_have_commas_and_points_in_place,
    small_counts_are_padded_alike,
)
