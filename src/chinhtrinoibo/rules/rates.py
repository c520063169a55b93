"""Percentages (tỷ lệ phần trăm): shares, rates against a target, percentage points."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from chinhtrinoibo import words
from chinhtrinoibo.counting.statements import StatedChange, StatedShare
from chinhtrinoibo.findings import Certainty, Place, Severity
from chinhtrinoibo.messages import Message
from chinhtrinoibo.rules.case import Case, Passage
from chinhtrinoibo.rules.pairs import Pair, based, off, pairs, rounded
from chinhtrinoibo.rules.rule import Remark, Remarks, house, rule
from chinhtrinoibo.rules.stated import Node, sentence, wholes
from chinhtrinoibo.spans import Span

_HUNDRED, _HALF = Decimal(100), Decimal("0.5")
_LEAST_SHARES = 3
_MINUS = ("-", "−")
_NEAR = Decimal(2)  # shares that miss a hundred by more were not meant to make it up
_RATES = re.compile(r"(?<!\w)(?:t[ỷỉ] lệ|tốc độ|tăng trưởng|t[ỷỉ] trọng|t[ỷỉ] suất|chỉ số)(?!\w)")
_FROM_RATES = re.compile(
    r"từ (?P<base>[0-9]+(?:,[0-9]+)?)%[^.;\n]{0,40}? (?:lên|xuống|còn)[^0-9.;\n]{0,12}"
    r" (?P<value>[0-9]+(?:,[0-9]+)?)%[^0-9.;\n]{0,24}"
    r"(?P<change>(?P<verb>tăng|giảm) (?P<rate>[0-9]+(?:,[0-9]+)?)%)(?! điểm|[\w%])"
)
_RIGHT_BEHIND = re.compile(r",? ")
_AMOUNTS = re.compile(r"[0-9]")
_PERIODS = re.compile(
    r"(?:[0-9]{1,2} tháng (?:đầu |cuối )?|tháng [0-9]{1,2}[ /]|quý [ivx]+[ /])?(?:năm )?"
    r"(?:19|20)[0-9]{2}(?![0-9.,])"
)


@rule("SHARE01", house("tỷ lệ tính lại từ hai số đứng cạnh nó"), severity=Severity.ERROR)
def shares_fit_their_numbers(case: Case) -> Remarks:
    """Tỷ lệ phần trăm phải đúng với hai số đứng cạnh nó.

    Lệch một đơn vị ở chữ số cuối thường do làm tròn nên chỉ được nhắc; lệch nhiều hơn là sai số
    hoặc sai tỷ lệ.

    Sai: kết nạp 1.669/2.000 đảng viên, đạt 84,35%
    Đúng: kết nạp 1.669/2.000 đảng viên, đạt 83,45%
    """
    for pair in case.reading(pairs):
        units = pair.off(excess=pair.excess)
        if not units or pair.off(excess=not pair.excess) == 0:
            continue  # the other formula fits, which is another rule's
        if units == 1 and pair.nudged:
            continue
        exact = pair.rate(excess=pair.excess)
        yield Remark(
            pair.passage.path,
            Message.of("share-off" if units > 1 else "share-rounding", share=pair.share.text),
            span=pair.share.span,
            expected=_formula(pair, exact),
            actual=pair.share.text,
            related=pair.places,
            severity=None if units > 1 else Severity.NOTE,
        )


@rule("SHARE02", house("tỷ lệ của các phần cộng lại bằng 100%"), severity=Severity.NOTE)
def shares_of_a_whole_add_up(case: Case) -> Remarks:
    """Tỷ lệ của các phần cộng lại phải bằng 100%, trừ sai số làm tròn.

    Mỗi tỷ lệ làm tròn lệch nhiều nhất nửa đơn vị ở chữ số cuối.

    Sai: xuất sắc chiếm 20,5%, tốt chiếm 70,1%, hoàn thành chiếm 8,4%
    Đúng: xuất sắc chiếm 20,5%, tốt chiếm 70,1%, hoàn thành chiếm 9,4%
    """
    for passage, shares, is_partition in _partitions(case):
        total = sum((share.rate for share in shares), Decimal())
        slack = sum((_HALF.scaleb(-share.decimals) for share in shares), Decimal())
        missing = abs(_HUNDRED - total)
        if missing <= slack or not (is_partition or missing <= _NEAR):
            continue
        first, *others = shares
        yield Remark(
            passage.path,
            Message.of("share-sum", total=words.percent(total)),
            span=first.span,
            expected="100%",
            actual=words.percent(total),
            related=[passage.place(share.span) for share in others],
            certainty=None if is_partition else Certainty.POSSIBLE,
        )


@rule(
    "RATE01", house("đạt = kết quả / chỉ tiêu; vượt, tăng = phần vượt lên"), severity=Severity.ERROR
)
def verbs_fit_their_rates(case: Case) -> Remarks:
    """“Đạt”, “bằng” và “vượt”, “tăng” tính theo hai công thức khác nhau.

    Kết nạp 1.164 đảng viên so với chỉ tiêu 600 là đạt 194%, hay vượt 94%. Lẫn hai cách làm kết quả
    bị hiểu gấp nhiều lần.

    Sai: kết nạp 1.164 đảng viên (nghị quyết 600), vượt 194%
    Đúng: kết nạp 1.164 đảng viên (nghị quyết 600), vượt 94%
    """
    for pair in case.reading(pairs):
        if pair.off(excess=pair.excess) > 1 and pair.off(excess=not pair.excess) == 0:
            decimals = pair.share.decimals
            reached, beyond = (rounded(pair.rate(excess=one), decimals) for one in (False, True))
            yield _mixed_up(pair.passage, pair.share, pair.places, (reached, beyond))
    for one in case.reading(based):
        rate = one.change.rate
        if rate is None or one.change.points or one.change.direction < 0 or not one.base:
            continue
        whole, decimals = one.value / one.base * _HUNDRED, _decimals(rate)
        if off(rate, whole, decimals) == 0 and off(rate, whole - _HUNDRED, decimals) > 1:
            rates = (rounded(whole, decimals), rounded(whole - _HUNDRED, decimals))
            yield _mixed_up(one.passage, one.change, one.places, rates)


@rule("RATE02", house("hiệu của hai tỷ lệ tính bằng điểm phần trăm"), certainty=Certainty.LIKELY)
def differences_of_rates_are_in_points(case: Case) -> Remarks:
    """Chênh lệch giữa hai tỷ lệ phải ghi “điểm phần trăm”.

    “Giảm 0,37%” của 6,95% còn 6,92%; “giảm 0,37 điểm phần trăm” còn 6,58%.

    Sai: tốc độ tăng trưởng 6,58%, thấp hơn 0,37% so với cùng kỳ năm 2019
    Đúng: tốc độ tăng trưởng 6,58%, thấp hơn 0,37 điểm phần trăm so với cùng kỳ năm 2019
    """
    for passage in case.body:
        before: StatedShare | None = None
        for said in passage.tallies:
            if isinstance(said, StatedChange) and before and _is_of_a_rate(passage, before, said):
                rate = words.number(said.rate or 0)
                yield Remark(
                    passage.path,
                    Message.of("rate-points", change=said.text, rate=rate),
                    span=said.span,
                    expected=f"{said.verb} {rate} điểm phần trăm",
                    actual=f"{said.verb} {rate}%",
                    related=[passage.place(before.span)],
                )
            before = said if isinstance(said, StatedShare) else None
        if "từ " in passage.text and "%" in passage.text:
            yield from _between_rates(passage)


def _between_rates(passage: Passage) -> Iterator[Remark]:
    """Yield “từ 5,5% xuống 3,2%, giảm 2,3%”: the very difference, printed as a percentage."""
    for found in _FROM_RATES.finditer(passage.masked):
        names = ("base", "value", "rate")
        base, value, rate = (Decimal(found[name].replace(",", ".")) for name in names)
        if abs(value - base) == rate:
            points = f"{found['verb']} {found['rate']} điểm phần trăm"
            yield Remark(
                passage.path,
                Message.of("rate-points", change=found["change"], rate=found["rate"]),
                span=Span(*found.span("change")),
                expected=points,
                actual=found["change"],
                related=[passage.place(Span(*found.span(name))) for name in ("base", "value")],
            )


def _formula(pair: Pair, exact: Decimal) -> str:
    """Say how a percentage comes about: “1.669 / 2.000 = 83,45%”."""
    value, whole = words.number(pair.value), words.number(pair.whole)
    result = rounded(exact, pair.share.decimals)
    if pair.excess:
        return f"({value} - {whole}) / {whole} = {result}"
    return f"{value} / {whole} = {result}"


def _mixed_up(
    passage: Passage,
    said: StatedShare | StatedChange,
    places: tuple[Place, ...],
    rates: tuple[str, str],
) -> Remark:
    verb = said.verb or "đạt"
    reached, beyond = rates
    if beyond.startswith(_MINUS):  # short of the target there is nothing beyond it
        return Remark(
            passage.path,
            Message.of("rate-short", said=said.text, reached=reached),
            span=said.span,
            expected=f"đạt {reached}",
            actual=f"{verb} {words.percent(said.rate or 0)}",
            related=places,
        )
    other = "tăng" if isinstance(said, StatedChange) else "vượt"
    return Remark(
        passage.path,
        Message.of("rate-verb", said=said.text, reached=reached, beyond=beyond, verb=other),
        span=said.span,
        expected=f"đạt {reached}, hoặc {other} {beyond}",
        actual=f"{verb} {words.percent(said.rate or 0)}",
        related=places,
    )


def _decimals(rate: Decimal) -> int:
    return max(0, -int(rate.as_tuple().exponent))


def _partitions(case: Case) -> Iterator[tuple[Passage, list[StatedShare], bool]]:
    """Yield the shares of each list of parts, and the shares in a row of each sentence."""
    for node in case.reading(wholes):
        shares = [part.share for part in node.parts if part.share]
        if node.passage and len(shares) == len(node.parts) and _has_all(node, len(shares)):
            yield node.passage, shares, node.partition
    for passage in case.body:
        chosen = [one for one in passage.tallies if isinstance(one, StatedShare) and _is_plain(one)]
        if len(chosen) < _LEAST_SHARES:
            continue
        keyed = [(sentence(passage.masked, one.span.start), one.verb, one) for one in chosen]
        for _, run in groupby(keyed, lambda one: one[:2]):
            shares = [share for *_, share in run]
            if len(shares) >= _LEAST_SHARES and len({one.decimals for one in shares}) == 1:
                yield passage, shares, False


def _has_all(node: Node, count: int) -> bool:
    return count >= _LEAST_SHARES or (count > 1 and node.partition)


def _is_plain(share: StatedShare) -> bool:
    return share.verb in {"", "chiếm"} and not share.approximator


def _is_of_a_rate(passage: Passage, share: StatedShare, change: StatedChange) -> bool:
    """Tell whether a change in percent stands right behind a rate, and not behind an amount."""
    if change.rate is None or change.points or change.amount is not None or share.of:
        return False
    text = passage.masked
    if not _RIGHT_BEHIND.fullmatch(text, share.span.end, change.span.start):
        return False
    if change.verb.endswith("hơn"):
        return share.verb in {"", "chiếm"}
    clause = text[sentence(text, share.span.start).start : share.span.start].casefold()
    cues = [*_RATES.finditer(clause)]
    return bool(cues) and not _AMOUNTS.search(_PERIODS.sub("", clause[cues[-1].end() :]))


RULES = (
    verbs_fit_their_rates,
    differences_of_rates_are_in_points,
    shares_fit_their_numbers,
    shares_of_a_whole_add_up,
)
