"""Which days a period covers: the only home of calendar arithmetic, the only one of pendulum.

Pendulum loads when a day first moves by months or years. All results are plain days, and what
lies outside the years 1 to 9999 is an ``InvalidPeriod``.
"""

import datetime as dt
import enum
from typing import TypeVar

from chinhtrinoibo import tables
from chinhtrinoibo.errors import InvalidPeriod
from chinhtrinoibo.messages import Message
from chinhtrinoibo.words import short_date

_DAY = dt.timedelta(days=1)

# What the standard library and pendulum raise for a day that is not in the calendar.
_ABSENT = (ValueError, OverflowError, TypeError)


class PeriodKind(enum.StrEnum):
    """What a reporting period is named after (loại kỳ báo cáo)."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    NINE_MONTHS = "nine-months"
    YEAR = "year"
    TERM = "term"
    YEARS = "years"
    FREE = "free"


class Calendar(enum.StrEnum):
    """How a month, a quarter or a year is counted (cách tính kỳ báo cáo)."""

    CALENDAR = "calendar"
    """Whole months, from the first day to the last."""
    STATE = "state"
    """From the 15th of the month before to the 14th (Nghị định 09/2019/NĐ-CP)."""
    CUMULATIVE = "cumulative"
    """From 01/01 of the year to the end of the period (Quyết định 885-QĐ/UBKTTW)."""


_Choice = TypeVar("_Choice", PeriodKind, Calendar)

# The kinds that are made of the months of a year, with how many they take.
MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF_YEAR: 6,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.YEAR: 12,
}
# After how many months they return; only nine months leave a rest of the year.
MONTHS_APART = MONTHS | {PeriodKind.NINE_MONTHS: 12}


def numbers_in(kind: PeriodKind, year: int) -> range:
    """Return the numbers that weeks, or periods made of months, have in a year."""
    most = weeks_of(year) if kind is PeriodKind.WEEK else 12 // MONTHS[kind]
    return range(1, most + 1)


def weeks_of(year: int) -> int:
    """Return how many weeks a year has, 52 or 53; 28/12 is always in the last one (ISO 8601)."""
    return day(year, 12, 28).isocalendar().week


def days_of(
    kind: PeriodKind, year: int, number: int, calendar: Calendar
) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a week, or of a period made of months.

    >>> [str(day) for day in days_of(PeriodKind.HALF_YEAR, 2024, 1, Calendar.STATE)]
    ['2023-12-15', '2024-06-14']
    """
    known = numbers_in(kind, year)
    if number not in known:
        reason = Message.of("period-number", kind=kind, number=number, year=year, most=known[-1])
        raise InvalidPeriod(f"{number}/{year}", reason)
    if kind is PeriodKind.WEEK:
        return _week(year, number)
    closing = number * MONTHS[kind]
    return _months(year, closing - MONTHS[kind] + 1, closing, calendar)


def place_of(kind: PeriodKind, first: dt.date, last: dt.date) -> tuple[int, int]:
    """Return the year, and the number in it, of the period of a kind that has these ends.

    Where the ends are not those of the kind, this is the place of a period close by.
    """
    if kind is PeriodKind.WEEK:
        return first.isocalendar()[:2]
    if kind in MONTHS:
        begun = -(-last.month // MONTHS[kind])
        return last.year, min(begun, 12 // MONTHS[kind])
    return first.year, 1


def end_of_years(first: dt.date, years: int) -> dt.date:
    """Return the last day of some years from ``first``: for 18/8/2014 and ten, 17/8/2024."""
    return anniversary(first, years) - _DAY


def whole_years(first: dt.date, last: dt.date) -> int:
    """Return how many years are complete at the end of ``last``."""
    if (last.month, last.day) == (12, 31):  # the day after may lie outside the calendar
        return last.year - first.year + ((first.month, first.day) == (1, 1))
    after = last + _DAY
    return after.year - first.year - ((after.month, after.day) < (first.month, first.day))


def anniversary(start: dt.date, years: int) -> dt.date:
    """Return the same day some years later; 29/02 is followed by 01/3 in a common year.

    >>> anniversary(dt.date(2016, 2, 29), 4), anniversary(dt.date(2016, 2, 29), 5)
    (datetime.date(2020, 2, 29), datetime.date(2021, 3, 1))
    """
    try:
        return start.replace(year=start.year + years)
    except _ABSENT:
        return day(start.year + years, 3, 1)


def moved(start: dt.date, *, years: int = 0, months: int = 0) -> dt.date:
    """Return the same day of another month, or its last day where it is shorter."""
    import pendulum  # noqa: PLC0415 (slow to load, and few programs move a period)

    try:
        there = pendulum.date(start.year, start.month, start.day).add(years=years, months=months)
    except _ABSENT:
        raise _beyond(start) from None
    return as_day(there)


def later(start: dt.date, days: int) -> dt.date:
    """Return the day that lies ``days`` after ``start``."""
    try:
        return start + dt.timedelta(days)
    except _ABSENT:
        raise _beyond(start) from None


def day(year: int, month: int, number: int) -> dt.date:
    """Return a day of the calendar."""
    try:
        return dt.date(year, month, number)
    except _ABSENT:
        given = f"{number!r}/{month!r}/{year!r}"
        raise InvalidPeriod(given, Message.of("period-no-day", given=given)) from None


def as_day(value: object) -> dt.date:
    """Return exactly a ``date``; a moment is refused, since it would equal no day."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return dt.date(value.year, value.month, value.day)
    raise InvalidPeriod(repr(value), Message.of("period-day", given=repr(value)))


def as_count(value: int) -> int:
    """Return the N of “N năm”, a number from one up."""
    if type(value) is int and value > 0:
        return value
    raise InvalidPeriod(repr(value), Message.of("period-count", given=repr(value)))


def as_kind(value: PeriodKind) -> PeriodKind:
    """Return the kind that ``value`` is or spells."""
    return _chosen(PeriodKind, value)


def as_calendar(value: Calendar) -> Calendar:
    """Return the calendar that ``value`` is or spells."""
    return _chosen(Calendar, value)


def _chosen(choices: type[_Choice], value: _Choice) -> _Choice:
    try:
        return choices(value)
    except ValueError:
        reason = Message.of("period-choice", given=repr(value), known=", ".join(choices))
        raise InvalidPeriod(repr(value), reason) from None


def _week(year: int, number: int) -> tuple[dt.date, dt.date]:
    """Return Monday and Sunday of a week; 04/01 is always in the first one (ISO 8601)."""
    in_first = day(year, 1, 4)
    monday = later(in_first, 7 * (number - 1) - in_first.weekday())
    return monday, later(monday, 6)


def _months(year: int, opening: int, closing: int, calendar: Calendar) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of months of a year."""
    if calendar is Calendar.STATE:
        cut = tables.read("calendars")["state"]
        before = (year, opening - 1) if opening > 1 else (year - 1, 12)
        return day(*before, cut["opening_day"]), day(year, closing, cut["closing_day"])
    from calendar import monthrange  # noqa: PLC0415 - a page without periods loads no locale

    first = day(year, 1 if calendar is Calendar.CUMULATIVE else opening, 1)
    return first, day(year, closing, monthrange(year, closing)[1])


def _beyond(start: dt.date) -> InvalidPeriod:
    return InvalidPeriod(str(start), Message.of("period-beyond", start=short_date(start)))
