"""What is left of an older report (số liệu, năm, khóa cũ): stale years and terms, copied text."""

import datetime as dt
import re
from collections.abc import Iterator

from chinhtrinoibo.findings import Certainty, Place, Severity
from chinhtrinoibo.messages import Message
from chinhtrinoibo.periods import Calendar, PeriodKind, ReportingPeriod
from chinhtrinoibo.references import MASK
from chinhtrinoibo.rules.case import Case, Passage
from chinhtrinoibo.rules.rule import Remark, Remarks, house, rule
from chinhtrinoibo.spans import Span
from chinhtrinoibo.terms import Term

_YEAR = re.compile(r"\b[Nn]ăm ((?:19|20)[0-9]{2})\b(?! ?[-–] ?[0-9])")
_AHEAD = re.compile(r"(?i:phương hướng|nhiệm vụ|giải pháp|kế hoạch|mục tiêu)")
_TASKS = re.compile(
    r"(?i:phương hướng|nhiệm vụ|giải pháp)(?:(?! của | theo | tại )[^.;:]){0,30}?"
    r" năm ((?:19|20)[0-9]{2})\b(?! ?[-–] ?[0-9])"
)
_LEFT_OVER = ("chưa hoàn thành", "còn lại", "chuyển tiếp", "chuyển sang")
_AGAINST = ("so với", "cùng kỳ", "năm trước")
_SPAN = re.compile(r"(?i:tổng kết|sơ kết) ([0-9]{1,2}) năm\b(?! [0-9])")
_YEARS = re.compile(r"\(((?:19|20)[0-9]{2}) ?[-–] ?((?:19|20)[0-9]{2})\)")
_CONGRESS = re.compile(
    r"(?i:góp ý|văn kiện|chào mừng|tiến tới|hướng tới|chuẩn bị)[^.;]{0,50}?"
    r"Đại hội[^.;,]{0,45}? ([IVX]{2,5})\b"
)
_RESOLUTION = re.compile(r"Nghị quyết Đại hội(?: [^\s,.;]+){0,7}? ([IVX]{2,5})\b")
_DONE = re.compile(r"(?i)(?<=thực hiện )(?:phương hướng|nhiệm vụ|kế hoạch|mục tiêu|công tác)")
_MEETING = re.compile(r"(?i)họp|hội nghị|giao ban|kết luận|nghị quyết|chỉ đạo của|cách mạng")
_NUMERAL = r"(?:IV|I{1,3}|[1-4])"
#: How the parts of a year are met in a title, by their sort.
_PARTS = {
    PeriodKind.QUARTER: re.compile(
        rf"\b[Qq]uý {_NUMERAL}(?:(?:, | và | ?[-–] ?)(?:quý )?{_NUMERAL})*(?!\w)"
    ),
    PeriodKind.MONTH: re.compile(
        r"(?<![0-9] )\b[Tt]háng [0-9]{1,2}(?:(?:, | và | ?[-–] ?)(?:tháng )?[0-9]{1,2})*(?![0-9])"
    ),
    PeriodKind.HALF_YEAR: re.compile(r"\b(?:0?6|[Ss]áu) tháng (?:đầu|cuối)(?= năm)"),
}
_NAMED = {"I": 1, "II": 2, "III": 3, "IV": 4, "đầu": 1, "cuối": 2}
_LENGTH = {PeriodKind.QUARTER: 3, PeriodKind.MONTH: 1, PeriodKind.HALF_YEAR: 6}
_PART = re.compile(r"\b(?:[IV]+|đầu|cuối|[0-9]+(?! tháng))\b")
_ROMAN = re.compile(r"\b[IVX]+\b")
_BY_YEAR = {
    PeriodKind.YEAR,
    PeriodKind.HALF_YEAR,
    PeriodKind.NINE_MONTHS,
    PeriodKind.QUARTER,
    PeriodKind.MONTH,
    PeriodKind.WEEK,
}
_DIRECTIONS = ("directions", "directions_lead")
_LEADS = ("opening", "results_lead", "lessons_lead")
_SHARE = 0.95  # of the paragraphs
_LEAST_PARAGRAPHS = 8
_LEAST_LETTERS = 40  # of a paragraph that is worth comparing
_SHOWN = 5


@rule("STALE01", house("năm, kỳ, khóa trong lời văn theo kỳ báo cáo", "V"), severity=Severity.ERROR)
def nothing_is_left_of_an_older_report(case: Case) -> Remarks:
    """Năm, kỳ, nhiệm kỳ trong lời văn phải khớp với kỳ báo cáo.

    Báo cáo thường được viết từ bản của năm trước; năm cũ sót lại là chỗ lộ ra đầu tiên.

    Sai: kỳ báo cáo là năm 2024, tiêu đề ghi “tổng kết công tác năm 2023”
    Đúng: kỳ báo cáo là năm 2024, tiêu đề ghi “tổng kết công tác năm 2024”
    """
    period = case.report.period
    for passage in case.passages:
        if period and passage.section == "title":
            yield from _stale_title(passage, period)
            yield from _stale_part(passage, period)
        if " năm " in passage.text:
            yield from _stale_tasks(case, passage)
        if period and passage.section in _LEADS:
            yield from _stale_lead(passage, period)
        if "Đại hội" in passage.text:
            yield from _stale_congress(case, passage)
    yield from _carried_over(case)


@rule("COPY01", house("báo cáo mới phải có nội dung mới", "V"), severity=Severity.NOTE)
def report_is_no_copy_of_the_last(case: Case) -> Remarks:
    """Báo cáo không nên chép gần như nguyên văn báo cáo kỳ trước.

    Chỉ thay con số thì cấp trên không thấy được tình hình mới; chỗ chưa thay dễ thành sai sót.

    Sai: 58 trong 60 đoạn giống báo cáo kỳ trước, chỉ khác con số
    Đúng: mỗi mục nêu việc đã làm, kết quả và hạn chế của kỳ này
    """
    if case.previous is None:
        return
    own = [passage for passage in case.body if len(passage.text) >= _LEAST_LETTERS]
    if len(own) < _LEAST_PARAGRAPHS:
        return
    before = case.reading(_previous).texts
    old = {*before.values()}
    same: list[Passage] = []
    for n, passage in enumerate(own):
        if n - len(same) > (1 - _SHARE) * len(own):
            return  # which makes a check of what is new a quick one
        if passage.text in old or _alike(passage.text, before.get(passage.path, "")):
            same.append(passage)
    if len(same) >= _SHARE * len(own):
        message = Message.of("copy-previous", count=len(same), total=len(own))
        related = [Place(passage.path) for passage in same[:_SHOWN]]
        yield Remark("$", message, actual=f"{len(same)}/{len(own)} đoạn", related=related)


def _stale_title(passage: Passage, period: ReportingPeriod) -> Iterator[Remark]:
    """Yield what the title says of the period and the data do not."""
    text = passage.masked
    split = _AHEAD.search(text)
    head = text[: split.start()] if split else text
    years = [*_YEAR.finditer(head)]
    own = period.kind in _BY_YEAR and not _of_something_else(head)
    if own and years and not any(_in(period, int(found[1])) for found in years):
        yield _clash(passage, years[0], period, "stale-title")
    if period.count and (found := _SPAN.search(text)) and int(found[1]) != period.count:
        yield _clash(passage, found, period, "stale-title", likely=True)
    if period.kind not in _BY_YEAR and (found := _YEARS.search(text)):
        ends = {period.first.year, period.last.year}
        if ends.isdisjoint(map(int, found.groups())):
            yield _clash(passage, found, period, "stale-title", likely=True)


def _stale_part(passage: Passage, period: ReportingPeriod) -> Iterator[Remark]:
    """Yield another quarter, month or half of a year than the one that is reported on."""
    pattern = _PARTS.get(period.kind)
    if pattern is None:
        return
    text = _DONE.sub(lambda found: "_" * len(found[0]), passage.masked)
    split = _AHEAD.search(text)
    head = text[: split.start()] if split else text
    if MASK in head or _compares(head) or _MEETING.search(head):
        return
    said = [*pattern.finditer(head)]
    length = _LENGTH[period.kind]
    own = (period.last.month + length - 1) // length
    told = {_NAMED.get(part) or int(part) for one in said for part in _PART.findall(one[0])}
    if told and own not in range(min(told), max(told) + 1):
        yield _clash(passage, said[0], period, "stale-title", likely=True)


def _of_something_else(head: str) -> bool:
    """Tell whether the years of a title may be those of what is carried out."""
    return "thực hiện" in head or MASK in head or _compares(head)


def _compares(text: str) -> bool:
    """Tell whether a text sets one year against another: “so với năm 2023”."""
    low = text.lower()
    return any(words in low for words in _AGAINST)


def _stale_tasks(case: Case, passage: Passage) -> Iterator[Remark]:
    """Yield tasks ahead that are those of a year gone by."""
    ahead = passage.section in {*_DIRECTIONS, "title"} or passage.path == "$.headings.directions"
    if not ahead or any(word in passage.text for word in _LEFT_OVER):
        return
    report = case.report
    if report.period:
        least = report.period.last.year
    elif report.date:
        least = report.date.year - 1
    else:
        return
    for found in _TASKS.finditer(passage.masked):
        if int(found[1]) < least and not (passage.section == "title" and report.period is None):
            yield _likely(passage, found, "stale-tasks", year=found[1], least=least)


def _stale_lead(passage: Passage, period: ReportingPeriod) -> Iterator[Remark]:
    """Yield a lead-in that tells of another year."""
    text = passage.masked
    if not text.rstrip().endswith("như sau:"):
        return
    start = max(text.rfind("báo cáo"), 0)
    years = [*_YEAR.finditer(text, start)]
    if not years or _of_something_else(text[start:]):
        return
    if not any(_in(period, int(found[1])) for found in years):
        yield _clash(passage, years[0], period, "stale-lead", likely=True)


def _stale_congress(case: Case, passage: Passage) -> Iterator[Remark]:
    """Yield a congress that is spoken of as to come, and is over."""
    day = case.report.date
    begun = case.report.period.first if case.report.period else day and _year_before(day)
    terms = Term.all()
    if day is None or begun is None:
        return
    now = Term.on(day)
    for found in _CONGRESS.finditer(passage.masked):
        term = terms.get(found[1])
        if term and term.since < begun:
            yield _likely(passage, found, "stale-congress", number=found[1])
    if passage.section not in _DIRECTIONS or now is None:
        return
    for found in _RESOLUTION.finditer(passage.masked):
        term = terms.get(found[1])
        if (
            term
            and term.until
            and term.until < day
            and now.name not in case.reading(_numerals_ahead)
        ):
            yield _likely(passage, found, "stale-term", number=found[1], now=now.name)


def _carried_over(case: Case) -> Iterator[Remark]:
    """Yield passages of the report before that still speak of its year."""
    before, period = case.previous, case.report.period
    if before is None or before.period is None or period is None:
        return
    old = {passage.text for passage in case.reading(_previous).body}
    for passage in case.body:
        if passage.text in old and not _compares(passage.text):
            for found in _YEAR.finditer(passage.masked):
                year = int(found[1])
                if _in(before.period, year) and not _in(period, year):
                    yield _likely(passage, found, "stale-carried", year=year, period=period)
                    break


def _clash(
    passage: Passage,
    found: re.Match[str],
    period: ReportingPeriod,
    code: str,
    *,
    likely: bool = False,
) -> Remark:
    return Remark(
        passage.path,
        Message.of(code, said=found[0], period=period),
        span=Span(*found.span()),
        expected=str(period),
        actual=f"“{found[0]}”",
        related=[Place("$.period", text=str(period))],
        severity=Severity.WARNING if likely else None,
        certainty=Certainty.LIKELY if likely else None,
    )


def _likely(passage: Passage, found: re.Match[str], code: str, **values: object) -> Remark:
    return Remark(
        passage.path,
        Message.of(code, **values),
        span=Span(*found.span()),
        actual=f"“{found[0]}”",
        severity=Severity.WARNING,
        certainty=Certainty.LIKELY,
    )


def _in(period: ReportingPeriod, year: int) -> bool:
    """Tell whether a period is in a year; in State reports a year begins in the December before."""
    begun = period.first.year
    if period.calendar is Calendar.STATE and period.kind in _BY_YEAR:
        begun = period.last.year
    return begun <= year <= period.last.year


def _year_before(day: dt.date) -> dt.date:
    return dt.date(day.year - 1, day.month, min(day.day, 28))


def _numerals_ahead(case: Case) -> frozenset[str]:
    """Return the Roman numerals that the directions name."""
    texts = (passage.masked for passage in case.passages if passage.section in _DIRECTIONS)
    return frozenset(number for text in texts for number in _ROMAN.findall(text))


def _previous(case: Case) -> Case:
    """Return the report before, as a case of its own."""
    assert case.previous is not None  # noqa: S101 - asked for only where there is one
    return Case(report=case.previous, profile=case.profile)


def _alike(one: str, other: str) -> bool:
    """Tell whether two paragraphs at one place share nearly all their words, figures apart."""
    mine, others = (set(filter(str.isalpha, text.lower().split())) for text in (one, other))
    return bool(mine) and len(mine & others) >= _SHARE * len(mine | others)


RULES = (nothing_is_left_of_an_older_report, report_is_no_copy_of_the_last)
