"""What a text says in figures (số liệu nêu trong văn bản): counts, ratios, shares, changes."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TypeAlias

import attrs

from chinhtrinoibo.spans import Span
from chinhtrinoibo.tallies import Tally


def total_of(values: Iterable[int | Decimal | None]) -> int | Decimal | None:
    """Return the sum of values; None where one is unknown."""
    total: int | Decimal = 0
    for value in values:
        if value is None:
            return None
        total += value
    return total


@attrs.frozen(kw_only=True)
class StatedShare:
    """A percentage of something (tỷ lệ phần trăm).

    Attributes:
        span: its place in the text as given.
        text: what is printed there.
        rate: the percentage: 50 for a half.
        decimals: how many decimals are printed.
        verb: “đạt”, “vượt”, “bằng”, “chiếm”, or empty.
        of: what it is a share of, as printed; empty where nothing is said.
        approximator: the word that makes the number a bound or a guess.
    """

    span: Span
    text: str
    rate: Decimal
    decimals: int = 0
    verb: str = ""
    of: str = ""
    approximator: str = ""


@attrs.frozen(kw_only=True)
class StatedCount:
    """A count that a text states, with the counts within it (số lượng được nêu).

    Attributes:
        span: its place in the text as given.
        text: what is printed there.
        value: how many; None where only the parts are known.
        unit: what is counted, as printed.
        approximator: the word that makes the number a bound or a guess: “hơn”, “gần”.
        scale: the word that multiplies the printed number: “triệu”; ``value`` holds the product.
        padded: whether the number is printed 01 to 09.
        parts: the counts within.
        lead: the words before the parts, in small letters; empty for bare parentheses, a colon.
        partition: whether the words say that the parts make up the whole.
        share: the percentage printed right behind it: “359 nữ (59,5%)”.
    """

    span: Span
    text: str
    value: int | Decimal | None = None
    unit: str = ""
    approximator: str = ""
    scale: str = ""
    padded: bool = False
    parts: "tuple[StatedCount, ...]" = ()
    lead: str = ""
    partition: bool = False
    share: StatedShare | None = None

    @property
    def total(self) -> int | Decimal | None:
        """The value, under the name that a tally has for it."""
        return self.value

    @property
    def parts_total(self) -> int | Decimal | None:
        """The sum of the parts, nested counts not added; None where a part is unknown."""
        return total_of(part.value for part in self.parts)

    @property
    def tally(self) -> Tally:
        """The same as a tally; a number with decimals or an approximator is left open."""
        is_exact = isinstance(self.value, int) and not self.approximator
        return Tally(
            unit=self.unit or "văn bản",
            total=int(self.value) if is_exact and self.value is not None else None,
            parts=tuple(part.tally for part in self.parts),
            partition=self.partition,
        )


@attrs.frozen(kw_only=True)
class StatedRatio:
    """A part or a result before a slash, a whole or a target behind it (tỷ số).

    The sign says nothing of which: “152/159 tổ chức” is a part of a whole, “8.793/6.500 đảng
    viên” a result and its target.

    Attributes:
        span: its place in the text as given.
        text: what is printed there.
        left: the number before the slash.
        right: the number behind it.
        percent: whether they are percentages.
        unit: what is counted, as printed.
        approximator: the word that makes the number a bound or a guess.
        parts: the counts within the number before the slash.
        lead: the words before the parts, in small letters.
    """

    span: Span
    text: str
    left: Decimal
    right: Decimal
    percent: bool = False
    unit: str = ""
    approximator: str = ""
    parts: tuple[StatedCount, ...] = ()
    lead: str = ""


@attrs.frozen(kw_only=True)
class StatedChange:
    """A difference from a base, or the base itself (tăng, giảm so với …).

    Attributes:
        span: its place in the text as given.
        text: what is printed there.
        direction: +1 up, -1 down, 0 where only the base is stated.
        verb: the word that says so: “tăng”, “thấp hơn”.
        amount: by how many units.
        unit: the unit of the amount or the base, as printed, with “tỷ” or “triệu”.
        rate: by how much in percent or in percentage points.
        points: whether the rate is in percentage points (điểm phần trăm).
        against: the base in words, as printed: “cùng kỳ năm 2020”.
        base: the value of the base, where it is stated.
        approximator: the word that makes the number a bound or a guess.
    """

    span: Span
    text: str
    direction: int
    verb: str = ""
    amount: Decimal | None = None
    unit: str = ""
    rate: Decimal | None = None
    points: bool = False
    against: str = ""
    base: Decimal | None = None
    approximator: str = ""


Statement: TypeAlias = StatedCount | StatedRatio | StatedShare | StatedChange
