"""Reporting periods (kỳ báo cáo): built, named, compared, moved and split.

Their days are counted in ``_almanac.py``, their names written and read in ``_period_forms.py``.
"""

import datetime as dt
from collections.abc import Iterator
from operator import attrgetter
from typing import Self

import attrs

from chinhtrinoibo import _almanac as almanac
from chinhtrinoibo._almanac import Calendar, PeriodKind
from chinhtrinoibo._period_forms import Wording, read, write, write_exact
from chinhtrinoibo.errors import InvalidPeriod, InvalidValue
from chinhtrinoibo.messages import Message
from chinhtrinoibo.text import clean
from chinhtrinoibo.words import short_date

__all__ = ["Calendar", "PeriodKind", "ReportingPeriod"]


@attrs.frozen(kw_only=True)
class ReportingPeriod:
    """A reporting period (kỳ báo cáo), closed at both ends.

    It exists only if its days are those of its kind: a quarter is a quarter of its calendar, a
    week runs from Monday to Sunday, ten years are ten to the day.

    Attributes:
        kind: what it is named after.
        first: the first day.
        last: the last day, which still counts.
        calendar: how months, quarters, halves, nine months and years are counted.
        count: N of “N năm”; only ``years`` has one.
        label: a text to print instead of the name; what is made from a period has none.

    >>> decade = ReportingPeriod.years(10, since=dt.date(2014, 8, 18))
    >>> str(decade), decade.exact
    ('10 năm (2014 - 2024)', '10 năm (18/8/2014 - 17/8/2024)')
    >>> str(ReportingPeriod.parse("quý 1/2024").previous())
    'quý IV năm 2023'
    """

    kind: PeriodKind = attrs.field(converter=almanac.as_kind)
    first: dt.date = attrs.field(converter=almanac.as_day)
    last: dt.date = attrs.field(converter=almanac.as_day)
    calendar: Calendar = attrs.field(default=Calendar.CALENDAR, converter=almanac.as_calendar)
    count: int | None = attrs.field(
        default=None, converter=attrs.converters.optional(almanac.as_count)
    )
    label: str = attrs.field(default="", converter=clean)

    def __attrs_post_init__(self) -> None:
        if (self.count is None) == (self.kind is PeriodKind.YEARS):
            raise _refused(self, "period-count-kind", count=self.count)
        if self.last < self.first:
            raise _refused(self, "period-reversed")
        if self.calendar is not Calendar.CALENDAR and self.kind not in almanac.MONTHS:
            raise _refused(self, "period-calendar", calendar=self.calendar)
        if self.kind is PeriodKind.TERM and self.first.year == self.last.year:
            raise _refused(self, "period-term")
        if self.count is not None:
            self._check_years(self.count)
        elif self.kind not in {PeriodKind.TERM, PeriodKind.FREE}:
            self._check_days()

    @classmethod
    def week(cls, year: int, number: int) -> Self:
        """Return a week (tuần) by its number in ISO 8601, from Monday to Sunday."""
        return cls._numbered(PeriodKind.WEEK, year, number, Calendar.CALENDAR)

    @classmethod
    def month(cls, year: int, number: int, *, calendar: Calendar = Calendar.CALENDAR) -> Self:
        """Return a month (tháng); a cumulative one is all months up to it."""
        return cls._numbered(PeriodKind.MONTH, year, number, calendar)

    @classmethod
    def quarter(cls, year: int, number: int, *, calendar: Calendar = Calendar.CALENDAR) -> Self:
        """Return a quarter (quý); the second cumulative one is the first six months."""
        return cls._numbered(PeriodKind.QUARTER, year, number, calendar)

    @classmethod
    def half_year(cls, year: int, number: int, *, calendar: Calendar = Calendar.CALENDAR) -> Self:
        """Return the first or second half of a year (6 tháng đầu năm, 6 tháng cuối năm)."""
        return cls._numbered(PeriodKind.HALF_YEAR, year, number, calendar)

    @classmethod
    def nine_months(cls, year: int, *, calendar: Calendar = Calendar.CALENDAR) -> Self:
        """Return the first nine months of a year (9 tháng đầu năm)."""
        return cls._numbered(PeriodKind.NINE_MONTHS, year, 1, calendar)

    @classmethod
    def year(cls, year: int, *, calendar: Calendar = Calendar.CALENDAR) -> Self:
        """Return a year (năm)."""
        return cls._numbered(PeriodKind.YEAR, year, 1, calendar)

    @classmethod
    def term(
        cls,
        first_year: int,
        last_year: int,
        *,
        first: dt.date | None = None,
        last: dt.date | None = None,
    ) -> Self:
        """Return a term of office (nhiệm kỳ), in whole years unless its days are given.

        Its name says years only, so days that were given are kept by ``exact``, not by ``str``.
        """
        period = cls(
            kind=PeriodKind.TERM,
            first=almanac.day(first_year, 1, 1) if first is None else first,
            last=almanac.day(last_year, 12, 31) if last is None else last,
        )
        if (period.first.year, period.last.year) != (first_year, last_year):
            years = f"{first_year} - {last_year}"
            raise _refused(period, "period-years-said", years=years)
        return period

    @classmethod
    def years(cls, count: int, *, since: dt.date) -> Self:
        """Return N years from a day (N năm), complete to the day.

        >>> ReportingPeriod.years(10, since=dt.date(2014, 8, 18)).last
        datetime.date(2024, 8, 17)
        """
        first = almanac.as_day(since)
        last = almanac.end_of_years(first, almanac.as_count(count))
        return cls(kind=PeriodKind.YEARS, first=first, last=last, count=count)

    @classmethod
    def free(cls, first: dt.date, last: dt.date, label: str = "") -> Self:
        """Return the period from one day to another, both counted (từ ngày … đến ngày …)."""
        return cls(kind=PeriodKind.FREE, first=first, last=last, label=label)

    @classmethod
    def parse(
        cls, text: str, *, calendar: Calendar = Calendar.CALENDAR, since: dt.date | None = None
    ) -> Self:
        """Read a period: its name, its name with its days in parentheses, or two days.

        Args:
            text: the words; letter case, stray spaces, dashes and commas make no difference.
            calendar: how months are counted where the text does not tell. “5 tháng đầu năm” and
                “lũy kế” are cumulative, and days in parentheses speak for themselves.
            since: the first day of “10 năm (2014 - 2024)”, which the words leave out. Without
                it they stand for all days of the years 2014 to 2024.

        Raises:
            InvalidPeriod: no form fits, or the parts of the text contradict each other.

        >>> ReportingPeriod.parse("10 năm, từ ngày 18/8/2014").exact
        '10 năm (18/8/2014 - 17/8/2024)'
        >>> ReportingPeriod.parse("Quí III-2024", calendar=Calendar.STATE).exact
        'quý III năm 2024 (15/6/2024 - 14/9/2024)'
        """
        try:
            said = read(text, almanac.as_calendar(calendar), since and almanac.as_day(since))
            first, last = said.days
            return cls(
                kind=said.kind, first=first, last=last, calendar=said.calendar, count=said.count
            )
        except InvalidValue as exc:
            raise InvalidPeriod(str(text), exc.reason) from exc

    def __str__(self) -> str:
        return self.label or self.name

    @property
    def name(self) -> str:
        """What it is called (tên kỳ), which ``parse`` reads back.

        Cumulative periods with the same days share one name, and so are read as one kind: the
        second quarter is called, and read as, the first six months.
        """
        return write(self._wording())

    @property
    def exact(self) -> str:
        """The name with the days: from it alone ``parse`` restores all but the label."""
        return write_exact(self._wording())

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def years_long(self) -> int:
        """How many whole years it covers: ten from 18/8/2014 to 17/8/2024."""
        return almanac.whole_years(self.first, self.last)

    def __contains__(self, other: dt.date | Self) -> bool:
        return self.contains(other)

    def contains(self, other: dt.date | Self) -> bool:
        """Tell whether a day, or a whole period, lies within this one."""
        if isinstance(other, ReportingPeriod):
            return self.first <= other.first and other.last <= self.last
        return self.first <= almanac.as_day(other) <= self.last

    def overlaps(self, other: Self) -> bool:
        """Tell whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def adjacent(self, other: Self) -> bool:
        """Tell whether one begins on the day after the other ends."""
        return 1 in ((other.first - self.last).days, (self.first - other.last).days)

    def gap(self, other: Self) -> Self | None:
        """Return the free period between the two; None where they touch or overlap."""
        earlier, later = sorted((self, other), key=attrgetter("first"))
        if (later.first - earlier.last).days <= 1:
            return None
        return self.free(almanac.later(earlier.last, 1), almanac.later(later.first, -1))

    def union(self, other: Self) -> Self:
        """Return the free period that covers both.

        Raises:
            InvalidPeriod: there is a gap between them.
        """
        if (gap := self.gap(other)) is not None:
            raise _refused(gap, "period-gap")
        return self.free(min(self.first, other.first), max(self.last, other.last))

    def next(self) -> Self:
        """Return the period of this kind that follows (kỳ sau)."""
        return self.shifted(1)

    def previous(self) -> Self:
        """Return the period of this kind that came before (kỳ trước)."""
        return self.shifted(-1)

    def shifted(self, steps: int) -> Self:
        """Return the period of this kind that comes ``steps`` later; earlier if negative.

        Nine months return after a year, N years after N years, the term 2020 - 2025 as
        2025 - 2030, a free period after as many days as it has.
        """
        match self.kind:
            case PeriodKind.WEEK | PeriodKind.FREE:
                return self._by_days(self.days * steps)
            case PeriodKind.TERM:
                return self._by_years((self.last.year - self.first.year) * steps)
            case PeriodKind.YEARS:
                return self._by_years((self.count or 0) * steps)
            case _:
                return self._by_months(almanac.MONTHS_APART[self.kind] * steps)

    def same_period_last_year(self) -> Self:
        """Return the period that this one is compared with (cùng kỳ năm trước).

        It has the same number in the year before, or the same ends; the 53rd week is compared
        with the last one, and 29/02 with 28/02.
        """
        match self.kind:
            case PeriodKind.WEEK:
                year, number = almanac.place_of(self.kind, self.first, self.last)
                return self.week(year - 1, min(number, almanac.weeks_of(year - 1)))
            case PeriodKind.TERM | PeriodKind.YEARS | PeriodKind.FREE:
                return self._by_years(-1)
            case _:
                return self._by_months(-12)

    def successive(self, length: int) -> Iterator[Self]:
        """Yield ``length`` periods of this kind one after another, this one first.

        >>> [str(quarter) for quarter in ReportingPeriod.quarter(2024, 4).successive(2)]
        ['quý IV năm 2024', 'quý I năm 2025']
        """
        return map(self.shifted, range(length))

    def split(self, kind: PeriodKind) -> Iterator[Self]:
        """Yield the periods of ``kind`` that lie within, in the same calendar, in order.

        >>> [str(half) for half in ReportingPeriod.year(2025).split(PeriodKind.HALF_YEAR)]
        ['6 tháng đầu năm 2025', '6 tháng cuối năm 2025']
        """
        if kind is not PeriodKind.WEEK and kind not in almanac.MONTHS:
            raise _refused(self, "period-split", wanted=kind)
        return (
            piece
            for year in range(self.first.year, self.last.year + 1)
            for number in almanac.numbers_in(kind, year)
            if (piece := self._numbered(kind, year, number, self.calendar)) in self
        )

    @classmethod
    def _numbered(cls, kind: PeriodKind, year: int, number: int, calendar: Calendar) -> Self:
        first, last = almanac.days_of(kind, year, number, almanac.as_calendar(calendar))
        return cls(kind=kind, first=first, last=last, calendar=calendar)

    def _wording(self) -> Wording:
        year, number = almanac.place_of(self.kind, self.first, self.last)
        return Wording(
            kind=self.kind,
            count=self.count,
            number=number,
            year=year,
            until=self.last.year,
            days=(self.first, self.last),
            calendar=self.calendar,
        )

    def _by_days(self, days: int) -> Self:
        first, last = almanac.later(self.first, days), almanac.later(self.last, days)
        return attrs.evolve(self, first=first, last=last, label="")

    def _by_months(self, months: int) -> Self:
        last = almanac.moved(self.last, months=months)
        place = almanac.place_of(self.kind, self.first, last)
        return self._numbered(self.kind, *place, self.calendar)

    def _by_years(self, years: int) -> Self:
        if self.kind is PeriodKind.YEARS:
            first = almanac.anniversary(self.first, years)
            last = almanac.end_of_years(first, self.years_long)
        else:
            first = almanac.moved(self.first, years=years)
            last = almanac.moved(self.last, years=years)
        return attrs.evolve(self, first=first, last=last, label="")

    def _check_days(self) -> None:
        """Refuse the ends of a week, or of a period made of months, that are not its own."""
        place = almanac.place_of(self.kind, self.first, self.last)
        proper = almanac.days_of(self.kind, *place, self.calendar)
        if (self.first, self.last) != proper:
            begin, end = map(short_date, proper)
            raise _refused(self, "period-days", calendar=self.calendar, begin=begin, end=end)

    def _check_years(self, count: int) -> None:
        """Refuse ends that are neither N years, nor the whole years of “N năm (A - A+N)”."""
        whole = (self.first.month, self.first.day) == (1, 1)
        lengths = (count, count + 1) if whole else (count,)
        if all(self.last != almanac.end_of_years(self.first, length) for length in lengths):
            end = short_date(almanac.end_of_years(self.first, count))
            raise _refused(self, "period-years", count=count, end=end)


def _refused(period: ReportingPeriod, code: str, **values: object) -> InvalidPeriod:
    """Return the error that says what is wrong with the days of a period."""
    first, last = short_date(period.first), short_date(period.last)
    reason = Message.of(code, kind=period.kind, first=first, last=last, **values)
    return InvalidPeriod(f"{first} - {last}", reason)
