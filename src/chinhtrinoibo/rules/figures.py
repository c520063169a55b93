"""Figures in the data (số liệu): reference days, spans, and figures that contradict each other."""

import re
from collections.abc import Callable, Hashable

from chinhtrinoibo import words
from chinhtrinoibo.findings import Certainty, Place, Severity
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model.figures import Figure
from chinhtrinoibo.model.reports import SummaryReport
from chinhtrinoibo.periods import ReportingPeriod
from chinhtrinoibo.rules.case import Case
from chinhtrinoibo.rules.rule import Remark, Remarks, house, rule
from chinhtrinoibo.spans import Span
from chinhtrinoibo.text import fold

_TO_NOW = re.compile(r"(?<!\w)(?<!trước )(?i:đến nay)(?!\w)")
_CUT_OFF = re.compile(
    r"(?i:(?:tính|số liệu|cập nhật)[^.;\n]{0,24}đến|đến (?:ngày|hết)|(?<!chủ )(?<!then )chốt)"
    r"[^.;\n]{0,16}[0-9]"
    r"|(?i:đến) [0-9]{1,2}[-/][0-9]{1,2}[-/][0-9]{4}"
)


@rule("ASOF01", house("số liệu nêu rõ ngày chốt hoặc kỳ"))
def figures_have_a_reference_day(case: Case) -> Remarks:
    """Số liệu phải nêu ngày chốt hoặc kỳ số liệu; “đến nay” phải rõ là đến ngày nào.

    Cùng một chỉ tiêu, chốt khác ngày thì khác số. Số liệu của kỳ chưa kết thúc là số ước.

    Sai: Từ năm 2014 đến nay, đã ban hành 51 văn bản.
    Đúng: Từ năm 2014 đến ngày 30/6/2024, đã ban hành 51 văn bản.
    """
    yield from _moving_days(case)
    report = case.report
    for n, figure in enumerate(report.figures):
        if figure.value is None:
            continue
        if not (figure.period or figure.as_of or report.period):
            yield Remark(f"$.figures[{n}]", Message.of("figure-undated", name=figure.indicator))
        elif _is_unfinished(figure, report):
            yield Remark(
                f"$.figures[{n}].estimated",
                Message.of("figure-estimate", name=figure.indicator, period=figure.period),
                expected="ước",
                actual=str(figure),
                certainty=Certainty.LIKELY,
            )


@rule("SPAN01", house("số liệu thuộc kỳ báo cáo"), severity=Severity.ERROR)
def figures_lie_within_the_period(case: Case) -> Remarks:
    """Số liệu phải thuộc kỳ báo cáo và không được chốt sau ngày ký báo cáo.

    Số của kỳ trước đưa vào base để so sánh; số cho thời gian chưa tới thì ghi là số ước.

    Sai: báo cáo ngày 05/12/2024 có số liệu chốt ngày 31/12/2024, không ghi là ước
    Đúng: báo cáo ngày 05/12/2024 có số liệu chốt ngày 30/11/2024
    """
    report = case.report
    for n, figure in enumerate(report.figures):
        path = f"$.figures[{n}]"
        if figure.value is None:
            continue
        if figure.as_of and report.date and figure.as_of > report.date and not figure.estimated:
            day, date = words.short_date(figure.as_of), words.short_date(report.date)
            message = Message.of("figure-after-report", name=figure.indicator, day=day, date=date)
            yield Remark(f"{path}.as_of", message, expected=f"không sau {date}", actual=day)
        elif report.period and figure.as_of and figure.as_of < report.period.first:
            yield _outside(figure, f"{path}.as_of", words.short_date(figure.as_of), case)
        if report.period and figure.period and _leaves(figure.period, report.period):
            yield _outside(figure, f"{path}.period", str(figure.period), case)


@rule("FIG01", house("một chỉ tiêu, một kỳ, một đơn vị thì một số"), severity=Severity.ERROR)
def figures_do_not_contradict_each_other(case: Case) -> Remarks:
    """Cùng một chỉ tiêu, cùng kỳ, cùng đơn vị thì chỉ có một số liệu.

    Hai số khác nhau thì các phần của báo cáo mâu thuẫn, và dấu [[@tên]] có thể in nhầm số.

    Sai: đảng viên đến 31/12/2024: 47.174 và 46.324
    Đúng: đảng viên đến 31/12/2024: 47.174
    """
    seen: set[tuple[int, int]] = set()
    for group_key, code in ((_key, "figure-key"), (_subject, "figure-twice")):
        for first, other in _clashes(case, group_key):
            if (first, other) not in seen:
                seen.add((first, other))
                one, two = case.report.figures[first], case.report.figures[other]
                yield Remark(
                    f"$.figures[{other}].value",
                    Message.of(code, name=two.indicator, key=two.key, value=one),
                    expected=str(one),
                    actual=str(two),
                    related=[Place(f"$.figures[{first}].value", None, str(one))],
                )


def _moving_days(case: Case) -> Remarks:
    """Yield the first “đến nay” of a report that names no day, with the others."""
    report = case.report
    if report.period or any(figure.as_of for figure in report.figures):
        return
    found = [
        (passage, Span(*mention.span()))
        for passage in case.body
        if "ến nay" in passage.text
        for mention in _TO_NOW.finditer(passage.masked)
    ]
    if not found or any(
        "ến" in passage.text and _CUT_OFF.search(passage.masked) for passage in case.body
    ):
        return
    (passage, span), *others = found
    yield Remark(
        passage.path,
        Message.of("as-of-now", count=len(found)),
        span=span,
        expected="đến ngày …",
        actual=span.of(passage.text),
        related=[one.place(place) for one, place in others],
        severity=Severity.NOTE if report.date else None,
    )


def _is_unfinished(figure: Figure, report: SummaryReport) -> bool:
    """Tell whether a figure passes for final although its period had not ended.

    A period named like the report's is the report's, which may be counted in another calendar.
    """
    period, day = figure.period, report.date
    if figure.estimated or figure.as_of or not period or not day:
        return False
    is_own = report.period is not None and report.period.kind is period.kind
    return period.last > day and not is_own


def _leaves(period: ReportingPeriod, reported: ReportingPeriod) -> bool:
    """Tell whether a figure is of other days, or of more; a year may reach over the edge."""
    is_longer = period.days > reported.days
    return not reported.overlaps(period) or is_longer


def _outside(figure: Figure, path: str, actual: str, case: Case) -> Remark:
    """Return the remark that a figure's days are not all in the period of the report."""
    period = case.report.period
    return Remark(
        path,
        Message.of("figure-outside", name=figure.indicator, actual=actual, period=period),
        expected=str(period),
        actual=actual,
        certainty=Certainty.LIKELY,
    )


def _key(figure: Figure) -> Hashable:
    return figure.key


def _subject(figure: Figure) -> Hashable:
    """Return what a figure measures, of whom and when; None where that is not all said."""
    if not (figure.period or figure.as_of):
        return None
    period = figure.period
    days = (period.first, period.last) if period else None
    names = (fold(figure.indicator), fold(figure.organization), figure.unit)
    return (*names, days, figure.as_of, figure.estimated)


def _clashes(case: Case, key: Callable[[Figure], Hashable]) -> list[tuple[int, int]]:
    """Return the pairs of figures under one key whose values differ, each with the first."""
    groups: dict[Hashable, list[int]] = {}
    for n, figure in enumerate(case.report.figures):
        name = key(figure)
        if figure.value is not None and name is not None:
            groups.setdefault(name, []).append(n)
    figures = case.report.figures
    return [
        (first, other)
        for first, *others in groups.values()
        for other in others
        if (figures[first].value, figures[first].unit)
        != (figures[other].value, figures[other].unit)
    ]


RULES = (
    figures_have_a_reference_day,
    figures_lie_within_the_period,
    figures_do_not_contradict_each_other,
)
