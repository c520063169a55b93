"""Terms of the Central Committee (khóa, nhiệm kỳ): the only reader of ``data/terms.toml``."""

import datetime as dt
from functools import cache
from typing import NamedTuple

from chinhtrinoibo import tables


class Term(NamedTuple):
    """A term of the Central Committee (khóa của Ban Chấp hành Trung ương).

    Attributes:
        name: its Roman numeral.
        since: its first day.
        until: its last day; None while it runs.
        mark: how sure the row is.
    """

    name: str
    since: dt.date
    until: dt.date | None
    mark: str

    def holds(self, day: dt.date) -> bool:
        """Tell whether ``day`` lies in the term."""
        return self.since <= day and (self.until is None or day <= self.until)

    @classmethod
    @cache
    def all(cls) -> "dict[str, Term]":
        """Return the listed terms by their numerals, the oldest first."""
        rows = tables.read("terms")["terms"]
        return {
            name: cls(name, row["since"], row.get("until"), row["mark"])
            for name, row in rows.items()
        }

    @classmethod
    def on(cls, day: dt.date) -> "Term | None":
        """Return the term in which ``day`` lies, None where no row reaches.

        >>> Term.on(dt.date(2014, 8, 18)).name
        'XI'
        """
        return next((term for term in cls.all().values() if term.holds(day)), None)
