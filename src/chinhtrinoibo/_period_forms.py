"""What reporting periods are called in Vietnamese: the only home of their names and forms."""

import contextlib
import datetime as dt
import re
from collections.abc import Callable

import attrs

from chinhtrinoibo import _almanac as almanac
from chinhtrinoibo import words
from chinhtrinoibo._almanac import Calendar, PeriodKind
from chinhtrinoibo.errors import InvalidPeriod, InvalidWords
from chinhtrinoibo.messages import Message
from chinhtrinoibo.text import clean, fold


@attrs.frozen(kw_only=True)
class Wording:
    """What the words of a period say, and no more.

    Attributes:
        kind: what the period is named after.
        count: how many years, in “10 năm”.
        number: which week, month, quarter or half.
        year: the year, or the first of two.
        until: the second of two years.
        days: the first and the last, the first alone, or none.
        calendar: how its months are counted.
    """

    kind: PeriodKind
    count: int | None = None
    number: int = 1
    year: int = 0
    until: int = 0
    days: tuple[dt.date, ...] = ()
    calendar: Calendar = Calendar.CALENDAR


_HALVES = ("đầu", "cuối")
_ALL_MONTHS = 12

_NAMES: dict[PeriodKind, Callable[[Wording], str]] = {
    PeriodKind.WEEK: lambda said: f"tuần {said.number} năm {said.year:04}",
    PeriodKind.MONTH: lambda said: words.long_date(_opening(said)).removeprefix("ngày 01 "),
    PeriodKind.QUARTER: lambda said: f"quý {words.roman(said.number)} năm {said.year:04}",
    PeriodKind.HALF_YEAR: lambda said: f"6 tháng {_HALVES[said.number - 1]} năm {said.year:04}",
    PeriodKind.NINE_MONTHS: lambda said: f"9 tháng đầu năm {said.year:04}",
    PeriodKind.YEAR: lambda said: f"năm {said.year:04}",
    PeriodKind.TERM: lambda said: f"nhiệm kỳ {said.year:04} - {said.until:04}",
    PeriodKind.YEARS: lambda said: f"{words.count(said.count or 0)} năm",
    PeriodKind.FREE: lambda said: "từ ngày {} đến ngày {}".format(*_in_figures(said.days)),
}

# What the months from January to this one are called in inspection statistics.
_CUMULATIVE = {
    3: PeriodKind.QUARTER,
    6: PeriodKind.HALF_YEAR,
    9: PeriodKind.NINE_MONTHS,
    12: PeriodKind.YEAR,
}

# The pieces of the forms below; the names of the groups are the fields of a Wording.
_SPELT = "[^0-9]{1,20}?"
_DATE = (
    "(?:ngày )?(?:[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{1,4}"
    "|[0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{1,4}"
    "|[0-9]{4}-[0-9]{2}-[0-9]{2})"
)
_SUM = "(?P<cumulative>lũy kế )?"
_COUNT = f"(?P<count>[0-9]{{1,4}}|{_SPELT})"
_NUMBER = f"(?P<number>[0-9]{{1,2}}|{_SPELT})"
_YEAR = "(?P<year>(?!0000)[0-9]{4})"
_YEARS = f"{_YEAR}-(?P<until>[0-9]{{4}})"
_OF_YEAR = f"(?: năm |[-/ ]){_YEAR}"
_FIRST, _LAST = f"(?P<first>{_DATE})", f"(?P<last>{_DATE})"
_BOTH = rf"\({_FIRST}-{_LAST}\)"
_DAYS = f"(?:{_BOTH})?"

# How people write periods, once tidied; the first form that fits the whole text is taken.
_FORMS: tuple[tuple[PeriodKind, str], ...] = (
    (PeriodKind.WEEK, f"tuần (?:thứ )?{_NUMBER}{_OF_YEAR}{_DAYS}"),
    (PeriodKind.MONTH, f"{_SUM}tháng {_NUMBER}{_OF_YEAR}{_DAYS}"),
    (PeriodKind.QUARTER, f"{_SUM}qu[ýí] {_NUMBER}{_OF_YEAR}{_DAYS}"),
    (
        PeriodKind.HALF_YEAR,
        f"{_SUM}(?:0?6|sáu) tháng(?: (?P<number>đầu|cuối))?{_OF_YEAR}{_DAYS}",
    ),
    (PeriodKind.NINE_MONTHS, f"{_SUM}(?:0?9|chín) tháng(?: đầu)?{_OF_YEAR}{_DAYS}"),
    # 5 tháng đầu năm 2017: as many months, counted from the first.
    (
        PeriodKind.MONTH,
        f"(?P<cumulative>(?:lũy kế )?){_NUMBER} tháng(?: đầu)?{_OF_YEAR}{_DAYS}",
    ),
    (PeriodKind.YEAR, f"{_SUM}năm {_YEAR}{_DAYS}"),
    (PeriodKind.TERM, f"nhiệm k[ỳì] {_YEARS}{_DAYS}"),
    (PeriodKind.YEARS, rf"{_COUNT} năm\({_YEARS}\)"),
    (PeriodKind.YEARS, f"{_COUNT} năm (?:kể )?từ {_FIRST}"),
    (PeriodKind.YEARS, f"{_COUNT} năm{_BOTH}"),
    (PeriodKind.FREE, f"từ {_FIRST} đến (?:hết )?{_LAST}"),
    (PeriodKind.FREE, f"{_FIRST}-{_LAST}"),
)


def write(said: Wording) -> str:
    """Return the usual name of a period, which leaves its days unsaid."""
    if said.kind is PeriodKind.YEARS:
        return f"{_NAMES[said.kind](said)} ({said.year:04} - {said.until:04})"
    if said.calendar is Calendar.CUMULATIVE:
        return _cumulative(said)
    return _NAMES[said.kind](said)


def write_exact(said: Wording) -> str:
    """Return the name of a period with its days, and with the word for a cumulative one."""
    name = _NAMES[said.kind](said)
    if said.kind is PeriodKind.FREE:
        return name
    summed = "lũy kế " if said.calendar is Calendar.CUMULATIVE else ""
    return f"{summed}{name} ({' - '.join(_in_figures(said.days))})"


def read(text: str, calendar: Calendar, since: dt.date | None) -> Wording:
    """Return what ``text`` says of a period, with both its days.

    Args:
        text: the words.
        calendar: how months are counted where neither the words nor the days tell.
        since: the first day of N years where the words give only years.

    Raises:
        InvalidPeriod: it has none of the known forms, or its parts contradict each other.
        InvalidDate: a day in it is not in the calendar.
    """
    tidy = _tidy(text)
    for kind, form in _FORMS:
        if found := re.fullmatch(form, tidy):
            with contextlib.suppress(InvalidWords):
                return _dated(_recounted(_wording(kind, found.groupdict(), calendar)), since)
    raise InvalidPeriod(text, Message.of("period-form", text=text))


def _wording(kind: PeriodKind, found: dict[str, str | None], calendar: Calendar) -> Wording:
    """Return the wording that the groups of a form give."""
    given = {name: part for name, part in found.items() if part is not None}
    numbers = ("count", "number", "year", "until")
    return Wording(
        kind=kind,
        days=tuple(words.parse_date(given[name]) for name in ("first", "last") if name in given),
        calendar=_calendar(kind, calendar, cumulative="cumulative" in given),
        **{name: _number(given[name]) for name in numbers if name in given},
    )


def _calendar(kind: PeriodKind, calendar: Calendar, *, cumulative: bool) -> Calendar:
    """Return the calendar that the words ask for, or else their reader."""
    if kind not in almanac.MONTHS:
        return Calendar.CALENDAR
    if not cumulative:
        return calendar
    if calendar is Calendar.STATE:
        raise InvalidPeriod(calendar, Message.of("period-cumulative"))
    return Calendar.CUMULATIVE


def _recounted(said: Wording) -> Wording:
    """Return a wording in the calendar of the days in it, where it has both and one fits."""
    if said.days and said.kind in almanac.MONTHS:
        for calendar in (said.calendar, *Calendar):
            if said.days == almanac.days_of(said.kind, said.year, said.number, calendar):
                return attrs.evolve(said, calendar=calendar)
    return said


def _dated(said: Wording, since: dt.date | None) -> Wording:
    """Return a wording with both its days, which must be those that its words stand for."""
    first, last = days = _days(said, since)
    begin, end = _in_figures(days)
    if len(said.days) == len(days) and said.days != days:
        name = _NAMES[said.kind](said)
        raise InvalidPeriod(name, Message.of("period-days-said", name=name, first=begin, last=end))
    if said.until and (first.year, last.year) != (said.year, said.until):
        years = f"{said.year:04} - {said.until:04}"
        raise InvalidPeriod(
            years, Message.of("period-years-said", years=years, first=begin, last=end)
        )
    return attrs.evolve(said, days=days)


def _days(said: Wording, since: dt.date | None) -> tuple[dt.date, dt.date]:
    """Return the days that the words stand for; N years begin where their reader says."""
    if said.kind is PeriodKind.WEEK or said.kind in almanac.MONTHS:
        return almanac.days_of(said.kind, said.year, said.number, said.calendar)
    match said.days:
        case (first, last):
            return first, last
        case (first,):
            return first, almanac.end_of_years(first, said.count or 0)
    first, last = almanac.day(said.year, 1, 1), almanac.day(said.until, 12, 31)
    if said.kind is PeriodKind.TERM or since is None or since == first:
        return first, last
    return since, almanac.end_of_years(since, said.count or 0)


def _tidy(text: str) -> str:
    """Return ``text`` folded, with one kind of dash, no comma, and no space beside a sign."""
    plain = re.sub("[\u2010-\u2015\u2212]", "-", fold(clean(text)))
    spaced = re.sub("[ ,]+", " ", plain).strip()
    return re.sub(" ?([-/()]) ?", r"\1", spaced)


def _number(text: str) -> int:
    """Return a number in figures, in Roman numerals or in words; of two halves, which one."""
    if re.fullmatch("[0-9]+", text):
        return int(text)
    if text in _HALVES:
        return _HALVES.index(text) + 1
    if re.fullmatch("[ivx]+", text):
        return words.parse_roman(text)
    return words.parse_cardinal(text)


def _opening(said: Wording) -> dt.date:
    """Return the first day of a month, whose long date ends in the name of the month."""
    return dt.date(said.year, said.number, 1)


def _cumulative(said: Wording) -> str:
    """Return what the months from January on are called: by their number, or by the last one."""
    if said.kind is PeriodKind.MONTH:
        part = "" if said.number == _ALL_MONTHS else "đầu "
        return f"{said.number} tháng {part}năm {said.year:04}"
    kind = _CUMULATIVE[said.number * almanac.MONTHS[said.kind]]
    return _NAMES[kind](attrs.evolve(said, number=1))


def _in_figures(days: tuple[dt.date, ...]) -> tuple[str, ...]:
    """Return days in figures."""
    return tuple(map(words.short_date, days))
