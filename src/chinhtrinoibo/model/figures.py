"""Figures (số liệu): an indicator's value, with its base and its target."""

import datetime as dt
import re
from decimal import Decimal, InvalidOperation

import attrs

from chinhtrinoibo import words
from chinhtrinoibo.errors import InvalidWords
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model._fields import as_day
from chinhtrinoibo.periods import ReportingPeriod
from chinhtrinoibo.text import clean

NOT_REPORTED = "chưa có số liệu"
_SUM = r"(?:nghìn|ngàn|triệu|tỷ|tỉ)\b.*|(?:đồng|USD)(?:/.*)?"  # but 05 đồng chí are counted
_PLACES = 30  # on either side of the comma; no figure has more


def as_decimal(value: Decimal | float | None) -> Decimal | None:
    """Return a number exactly as its digits say; None stays None.

    Raises:
        InvalidWords: it is no finite number, or has more digits than any figure.
    """
    if value is None:
        return None
    try:
        exact = Decimal(str(value))
    except InvalidOperation:
        exact = Decimal("NaN")
    exponent = exact.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -_PLACES or exact.adjusted() >= _PLACES:
        raise InvalidWords(str(value), Message.of("figure-number", text=value))
    return Decimal(f"{exact:f}")


@attrs.frozen(kw_only=True)
class Baseline:
    """What a figure is compared with (số liệu gốc để so sánh).

    Attributes:
        value: the earlier value, in the unit of the figure.
        period: the earlier period, as in “năm 2018”; “cùng kỳ” alone does not name a base.
    """

    value: Decimal = attrs.field(converter=as_decimal)
    period: ReportingPeriod


@attrs.frozen(kw_only=True)
class Figure:
    """A figure (số liệu).

    Attributes:
        key: the name that ``[[@key]]`` calls it by.
        indicator: what is measured.
        unit: the unit; “%” for a rate.
        value: the value; None is *not reported*, which is not zero.
        period: the period that it covers.
        as_of: the day on which it was taken.
        organization: whose figure it is.
        estimated: whether it is an estimate (ước).
        target: the target set for it, in the same unit.
        base: what it is compared with.
        source: where it comes from.
        tabled: whether the annex of figures shows it.

    >>> members = Figure(key="m", indicator="Kết nạp đảng viên", unit="đảng viên", value=1669,
    ...     target=2000)
    >>> print(members, "|", members.share())
    1.669 đảng viên | đạt 83,45% chỉ tiêu
    """

    key: str = attrs.field(converter=clean)
    indicator: str = attrs.field(converter=clean)
    unit: str = attrs.field(default="", converter=clean)
    value: Decimal | None = attrs.field(default=None, converter=as_decimal)
    period: ReportingPeriod | None = None
    as_of: dt.date | None = attrs.field(default=None, converter=as_day)
    organization: str = attrs.field(default="", converter=clean)
    estimated: bool = False
    target: Decimal | None = attrs.field(default=None, converter=as_decimal)
    base: Baseline | None = None
    source: str = attrs.field(default="", converter=clean)
    tabled: bool = True

    def __str__(self) -> str:
        if self.value is None:
            return NOT_REPORTED
        return f"{'ước ' if self.estimated else ''}{self._with_unit(self.value)}"

    @property
    def is_rate(self) -> bool:
        """Whether the figure is a rate, whose differences are percentage points."""
        return self.unit == "%"

    def plain(self, value: Decimal | None = None) -> str:
        """Return the value, or another in its unit, without the unit, as a table cell has it."""
        shown = self.value if value is None else value
        return NOT_REPORTED if shown is None else self._print(shown)

    def change(self) -> str | None:
        """Put the change against the base in words; None where there is nothing to compare.

        A difference of two rates is in percentage points (điểm phần trăm); a base of zero gives
        no percentage.
        """
        if self.value is None or self.base is None:
            return None
        against = f"so với {self.base.period}"
        difference = self.value - self.base.value
        if not difference:
            return f"không thay đổi {against}"
        verb = "tăng" if difference > 0 else "giảm"
        if self.is_rate:
            return f"{verb} {words.number(abs(difference))} điểm phần trăm {against}"
        rate = ""
        if self.base.value > 0:
            rate = f" ({words.percent(abs(difference) / self.base.value * 100)})"
        return f"{verb} {self._with_unit(abs(difference))}{rate} {against}"

    def share(self) -> str | None:
        """Put the share of the target in words; None where there is no target to reach."""
        if self.value is None or not self.target:
            return None
        return f"đạt {words.percent(self.value / self.target * 100)} chỉ tiêu"

    def _with_unit(self, value: Decimal) -> str:
        return f"{self._print(value)}{'' if self.is_rate else ' '}{self.unit}".rstrip()

    def _print(self, value: Decimal) -> str:
        """Print a number; a count below ten is padded, a rate or a sum of money is not."""
        counted = value >= 0 and value == int(value)
        if counted and not self.is_rate and not re.fullmatch(_SUM, self.unit):
            return words.count(int(value))
        return words.number(value)
