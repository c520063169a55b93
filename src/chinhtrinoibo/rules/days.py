"""Days in running text (ngày, tháng trong lời văn): those that no calendar has, those to come."""

import datetime as dt
import re
from collections.abc import Iterator

from chinhtrinoibo import words
from chinhtrinoibo.citations.patterns import day_of
from chinhtrinoibo.findings import Certainty, Severity
from chinhtrinoibo.messages import Message
from chinhtrinoibo.rules.case import Case, Passage
from chinhtrinoibo.rules.rule import Remark, Remarks, house, rule
from chinhtrinoibo.rules.stated import sentence
from chinhtrinoibo.spans import Span

_YEAR = r"(?:19|20)[0-9]{2}"
_END = r"(?![0-9]|[./–-][0-9]|[/-]\w| ?%)"
#: A day behind “ngày”; without a year it is only a day where “ngày” says so.
_NAMED = re.compile(
    r"(?:ngày|Ngày|NGÀY)(?<!\w.{4})[ \u00a0](?P<day>[0-9]{1,2})"
    r"(?:(?P<sign>[/.-])(?P<month>[0-9]{1,2})"
    rf"(?:(?P=sign)(?P<year>{_YEAR}))?"
    rf"|[ \u00a0]tháng[ \u00a0](?P<m>[0-9]{{1,2}})(?:[ \u00a0]năm[ \u00a0](?P<y>{_YEAR}))?)"
    rf"{_END}"
)
_BARE = re.compile(
    rf"(?P<day>[0-9](?<![\w.,/–-].)(?<![–-] .)[0-9]?)/(?P<month>[0-9]{{1,2}})/(?P<year>{_YEAR})"
    rf"{_END}"
)
#: Words before three numbers with slashes that are no day.
_NUMBERED = re.compile(
    r"(?i:\b(?:số|t[ỷỉ] lệ|t[ỷỉ] số|thửa|tờ|lô|mã|phiên bản|bản|khoản|điểm|hồ sơ|nhà"
    r"|từ)[: \u00a0]*)\Z"
)
_RANGE_BEHIND = re.compile(r"[ \u00a0]?[-–][ \u00a0]?[0-9]")
_MOST_DAYS, _MOST_MONTHS = 39, 31  # beyond, three numbers with slashes are hardly a day
_LEAP = 2000
_AS_OF = re.compile(
    r"(?P<lead>(?i:tính đến|số liệu(?: được)?(?: tính| chốt)?(?: đến| tới)|chốt(?: số liệu)? đến)"
    r"|Đến|(?<=; )đến)(?: hết)?(?: thời điểm)?(?: ngày)? "
    rf"(?P<said>[0-9]{{1,2}}[/.-][0-9]{{1,2}}[/.-]{_YEAR}"
    rf"|[0-9]{{1,2}} tháng [0-9]{{1,2}} năm {_YEAR}){_END}"
)
#: What any of those holds, begun with a letter that is quickly looked for.
_UP_TO = re.compile("[ếớ][ni](?: hết)?(?: thời điểm)?(?: ngày)? [0-9]{1,2}(?:[/.-]| tháng )[0-9]")
_TO_COME = re.compile(
    r"(?i)(?<!\w)(?:dự kiến|ước|dự báo|phấn đấu|sẽ|phải|kế hoạch|mục tiêu|chỉ tiêu|thời hạn|hạn"
    r"|gia hạn|kéo dài|lộ trình|hiệu lực|cần|quy hoạch|tầm nhìn|bảo đảm|đảm bảo)(?!\w)"
)
_REACHED = re.compile(r"(?<!\w)(?:đã|có|còn|đạt)(?!\w)")
_AHEAD = 60  # characters behind “Đến ngày …,” in which a figure is said to be reached
_PLANS = frozenset({"directions", "directions_lead", "proposals"})


@rule("DAY01", house("ngày nêu trong lời văn là ngày có trong lịch"), severity=Severity.ERROR)
def days_are_in_the_calendar(case: Case) -> Remarks:
    """Ngày nêu trong lời văn phải có trong lịch.

    Ngày không có thật là lỗi gõ, và người đọc không biết đúng ra là ngày nào. Ngày ban hành của văn
    bản được viện dẫn thì quy tắc CITE06 đã xét.

    Sai: tính đến ngày 31/4/2025
    Đúng: tính đến ngày 30/4/2025
    """
    for passage in case.passages:
        for span, certainty in _impossible(passage):
            said = span.of(passage.text)
            yield Remark(
                passage.path,
                Message.of("day-none", day=said),
                span=span,
                actual=said,
                certainty=certainty,
            )


@rule("DAY02", house("số liệu không chốt sau ngày báo cáo"), certainty=Certainty.LIKELY)
def figures_are_not_of_days_to_come(case: Case) -> Remarks:
    """Ngày chốt số liệu nêu trong lời văn không sau ngày báo cáo.

    Số liệu của một ngày chưa đến là số ước, hoặc ngày bị gõ nhầm. Kế hoạch, thời hạn, số ước và số
    dự kiến thì không xét.

    Sai: báo cáo ngày 10/12/2024: “Tính đến ngày 31/12/2024, toàn tỉnh có 705 tổ chức”
    Đúng: báo cáo ngày 10/12/2024: “Tính đến ngày 30/11/2024, toàn tỉnh có 705 tổ chức”
    """
    reported = case.report.date
    if reported is None:
        return
    for passage in case.body:
        if passage.section in _PLANS or not _UP_TO.search(passage.text):
            continue
        for found in _AS_OF.finditer(passage.masked):
            day, _ = day_of(found["said"])
            if day is None or day <= reported or not _is_of_figures(passage, found):
                continue
            told, of = words.short_date(day), words.short_date(reported)
            yield Remark(
                passage.path,
                Message.of("day-ahead", day=told, reported=of),
                span=Span(*found.span()),
                expected=f"không sau {of}",
                actual=found["said"],
            )


def _impossible(passage: Passage) -> Iterator[tuple[Span, Certainty | None]]:
    """Yield the days of a text that no calendar has."""
    text = passage.masked
    taken = [one.span for one in passage.citations if one.impossible_date]
    if "ày" in text or "ÀY" in text:
        for found in _NAMED.finditer(text):
            day, month, year = (
                found["day"],
                found["month"] or found["m"],
                found["year"] or found["y"],
            )
            start = found.start("day")
            span = Span(start, found.end())
            is_range = _RANGE_BEHIND.match(text, found.end())
            is_loose = (
                found["sign"] in {".", "-"} and not year
            )  # 3.13 may be a version, 5-10 a range
            if is_loose or is_range or any(one.overlaps(span) for one in taken):
                continue
            if not _exists(int(day), int(month), int(year or _LEAP)):
                taken.append(span)
                yield span, None
    for found in _BARE.finditer(text) if text.count("/") > 1 else ():
        day, month, year = map(int, found.group("day", "month", "year"))
        span = Span(*found.span())
        if _exists(day, month, year) or day > _MOST_DAYS or month > _MOST_MONTHS:
            continue
        is_number = _NUMBERED.search(text, max(0, span.start - 20), span.start)
        is_range = _RANGE_BEHIND.match(text, span.end)
        if not is_number and not is_range and not any(one.overlaps(span) for one in taken):
            yield span, Certainty.LIKELY


def _exists(day: int, month: int, year: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def _is_of_figures(passage: Passage, found: re.Match[str]) -> bool:
    """Tell whether the words say that figures are taken on that day, and not planned for it."""
    text = passage.masked
    around = sentence(text, found.start())
    if _TO_COME.search(text, around.start, around.end):
        return False
    if found["lead"].casefold() != "đến":
        return True
    return _REACHED.search(text, found.end(), min(around.end, found.end() + _AHEAD)) is not None


RULES = (days_are_in_the_calendar, figures_are_not_of_days_to_come)
