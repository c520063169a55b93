"""Tallies (thống kê số lượng): how many documents, and of which kinds."""

from collections import Counter
from collections.abc import Iterable
from typing import Self

import attrs

from chinhtrinoibo import words
from chinhtrinoibo.counting import printed
from chinhtrinoibo.text import clean


@attrs.frozen(kw_only=True)
class Tally:
    """A count and the counts within it (thống kê số lượng).

    The parts of a *partition* make up the whole; other parts are only among it. A nested count
    is never added to the whole again.

    Attributes:
        unit: what is counted, as in “văn bản” or “chỉ thị”.
        total: how many; None where only the parts are known.
        parts: the counts within, in the order of printing.
        partition: whether the parts make up the whole.
        counted: whether we counted a register; otherwise somebody stated the figures.
        key: the name that ``[[#tally:key]]`` calls it by; empty for the report's own tally.

    >>> quy_chế = Tally(unit="quy chế phối hợp", total=2)
    >>> parts = (Tally(unit="chỉ thị", total=1), Tally(unit="quy định", total=7, parts=(quy_chế,)))
    >>> print(Tally(total=8, parts=parts, partition=True))
    08 văn bản, trong đó có 01 chỉ thị và 07 quy định (trong đó có 02 quy chế phối hợp)
    """

    unit: str = attrs.field(default="văn bản", converter=clean)
    total: int | None = attrs.field(default=None)
    parts: "tuple[Tally, ...]" = attrs.field(default=(), converter=tuple["Tally", ...])
    partition: bool = False
    counted: bool = False
    key: str = attrs.field(default="", converter=clean)

    @total.validator
    def _can_be_counted(self, _: object, total: int | None) -> None:
        if total is not None:
            words.count(total)  # refuses what is no count

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a tally as ``words`` prints it, with any of the known words before its parts.

        “Gồm” and “bao gồm” say that the parts make up the whole; where no word tells, parts that
        add up to it exactly are taken to. A unit with a number in front, a comma, a parenthesis,
        “và” or one of those words inside cannot be told from the counts round it. Tallies nested
        more than eight deep are not read.

        >>> Tally.parse("03 văn bản, trong đó có 01 chỉ thị và 02 kế hoạch").partition
        True

        Raises:
            InvalidTally: ``text`` has another form.
            InvalidText: it holds a character that no document can hold.
        """
        return cls._of(printed.parse(clean(text)))

    @classmethod
    def _of(cls, said: printed.Printed) -> Self:
        parts = tuple(cls._of(part) for part in said.parts)
        adds_up = bool(parts) and said.total == sum(part.total or 0 for part in parts)
        is_known = all(part.total is not None for part in parts)
        return cls(
            unit=said.unit or "văn bản",
            total=said.total,
            parts=parts,
            partition=said.says_partition or (adds_up and is_known),
        )

    @classmethod
    def count(cls, units: Iterable[tuple[str, str]], *, unit: str = "văn bản") -> "Tally":
        """Count pairs of a kind and a subkind (empty for none), kinds in order of appearance.

        >>> print(Tally.count([("quy định", ""), ("quy định", "quy chế phối hợp")]))
        02 văn bản, trong đó có 02 quy định (trong đó có 01 quy chế phối hợp)
        """
        pairs = Counter(units)
        kinds = Counter[str]()
        for (kind, _), number in pairs.items():
            kinds[kind] += number
        parts = tuple(
            cls(
                unit=kind,
                total=number,
                parts=tuple(
                    cls(unit=sub, total=among, counted=True)
                    for (whole, sub), among in pairs.items()
                    if whole == kind and sub
                ),
                counted=True,
            )
            for kind, number in kinds.items()
        )
        return cls(unit=unit, total=kinds.total(), parts=parts, partition=True, counted=True)

    def __str__(self) -> str:
        return self.words()

    @property
    def parts_total(self) -> int | None:
        """The sum of the parts, nested counts not added; None where a part is unknown."""
        totals = [part.total for part in self.parts]
        return None if None in totals else sum(total for total in totals if total is not None)

    @property
    def holds(self) -> bool:
        """Whether the figures agree: a partition sums to its whole, a part stays within it."""
        total, within = self.total, self.parts_total
        if total is not None:
            if self.partition and self.parts and within not in {None, total}:
                return False
            if any(part.total is not None and part.total > total for part in self.parts):
                return False
        return all(part.holds for part in self.parts)

    def words(self, lead: str = "trong đó có", *, capital: bool = False) -> str:
        """Put the tally in words, the total first and “và” before the last kind.

        Args:
            lead: the words before the parts: “trong đó có”, “gồm” or the like.
            capital: whether a counted kind begins with a capital: “01 Chỉ thị”.
        """
        parts = _join(self.parts, capital=capital)
        if self.total is None:
            return parts
        whole = f"{words.count(self.total)} {self.unit}"
        return f"{whole}, {lead} {parts}" if parts else whole


def _join(parts: Iterable[Tally], *, capital: bool) -> str:
    return words.join([_part(part, capital=capital) for part in parts])


def _part(tally: Tally, *, capital: bool) -> str:
    unit = words.upper_first(tally.unit) if capital else tally.unit
    count = unit if tally.total is None else f"{words.count(tally.total)} {unit}"
    nested = _join(tally.parts, capital=capital)
    return f"{count} (trong đó có {nested})" if nested else count
