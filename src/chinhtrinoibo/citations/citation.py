"""What is read of a citation: a value of its own, quick to make, for a text may hold thousands."""

import datetime as dt
import re
from contextlib import suppress
from typing import NamedTuple

from chinhtrinoibo.docnumber import DocumentNumber
from chinhtrinoibo.errors import InvalidNumber
from chinhtrinoibo.kinds import DocumentKind, System
from chinhtrinoibo.messages import Message
from chinhtrinoibo.spans import Span


class Citation(NamedTuple):
    """A document cited in running text (viện dẫn văn bản): only what stands there, slips included.

    Whatever is not printed is None.

    Attributes:
        span: the place, in the text as given.
        text: what stands there.
        kind: the type in lower case, in its right spelling (tên loại).
        number: the digits as printed, zeros in front and all.
        year: the year of a State number, or a year alone, as in “năm 2014”.
        symbol: the letters of the type (ký hiệu), in their official case.
        issuer_symbol: the letters of the issuing body, in their official case.
        system: Party or State, where the citation itself tells.
        date: the day of issue.
        date_text: the day as printed; a day outside the calendar has this and no ``date``.
        issuer: who issued it, as printed, on one line.
        term: the term of the issuer (khóa), in Roman numerals.
        meeting: the plenum or congress that passed it, as printed.
        title: the subject behind “về” (trích yếu); of an act, its name.
        declared: the name that is declared for it: “sau đây gọi tắt là …”.
        back: whether it only points back: Chỉ thị này, or a name declared before.
    """

    span: Span
    text: str
    kind: str | None = None
    number: str | None = None
    year: int | None = None
    symbol: str | None = None
    issuer_symbol: str | None = None
    system: System | None = None
    date: dt.date | None = None
    date_text: str | None = None
    issuer: str | None = None
    term: str | None = None
    meeting: str | None = None
    title: str | None = None
    declared: str | None = None
    back: bool = False

    def __str__(self) -> str:
        return " ".join(self.text.split())

    @property
    def serial(self) -> int | None:
        """The running number."""
        return int(self.number) if self.number else None

    @property
    def impossible_date(self) -> bool:
        """Whether a day is printed that no calendar has."""
        return self.date_text is not None and self.date is None

    @property
    def remarks(self) -> tuple[Message, ...]:
        """What the one who reads should know: a day that is none, a type that may be another."""
        remarks = []
        if self.impossible_date:
            remarks.append(Message.of("citation-date", text=self.date_text))
        if len(self.candidates) > 1:
            known = ", ".join(f"{kind.name} ({kind.system})" for kind in self.candidates)
            remarks.append(Message.of("citation-ambiguous", text=str(self), known=known))
        return tuple(remarks)

    @property
    def candidates(self) -> tuple[DocumentKind, ...]:
        """The types that it may mean; one where it is clear, several for QĐ, TT, or no system."""
        systems = [self.system] if self.system else list(System)
        rows = [kind for system in systems for kind in DocumentKind.all(system)]
        if self.kind:
            return tuple(kind for kind in rows if kind.name == self.kind)
        return tuple(kind for kind in rows if self.symbol and kind.symbol == self.symbol)

    @property
    def document_number(self) -> DocumentNumber | None:
        """Number and symbol as a value; None where there is no symbol, or no such number.

        A year that stands apart, as in “439/QĐ-TTg năm 2014”, is no part of it.
        """
        if not (self.number and self.issuer_symbol):
            return None
        with suppress(InvalidNumber):
            return DocumentNumber(
                serial=int(self.number),
                year=self.year if self._holds_year else None,
                symbol=self.symbol or "",
                issuer=self.issuer_symbol,
                system=self.system or System.PARTY,
            )
        return None

    @property
    def _holds_year(self) -> bool:
        """Whether the year is printed right behind the digits: 30/2020/NĐ-CP."""
        joined = rf"(?<![0-9]){self.number}[a-zđ]?(?:&#\w+;|\W)*{self.year}(?![0-9])"
        return self.system is System.STATE and re.search(joined, self.text) is not None
