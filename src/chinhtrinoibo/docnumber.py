"""Document numbers (số, ký hiệu văn bản): read, print and compare."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Self

import attrs

from chinhtrinoibo import tables
from chinhtrinoibo.errors import InvalidNumber
from chinhtrinoibo.kinds import DocumentKind, System
from chinhtrinoibo.messages import Message
from chinhtrinoibo.text import clean, compose

_LETTERS = "A-Za-zĐđƯư"

#: One row a form; the names of the groups are the fields.
_FORMS = {
    # 39-CT/TW, 05-QC/BTCTU-BDVTU; the serial is missing in a draft: -BC/TU
    System.PARTY: (
        rf"(?:(?P<serial>[0-9]{{1,5}})(?P<suffix>[a-zđ]?))?"
        rf"-(?P<symbol>[{_LETTERS}]{{1,6}})"
        rf"/(?P<issuer>[{_LETTERS}0-9]+(?:-[{_LETTERS}0-9]+)*)"
    ),
    # 30/2020/NĐ-CP, 05/BC-UBND, 1234/VPCP-KSTT, 117/2025/QH15; in a draft: /BC-UBND
    System.STATE: (
        rf"(?:(?P<serial>[0-9]{{1,5}})(?P<suffix>[a-zđ]?))?"
        rf"(?:/(?P<year>(?:19|20)[0-9]{{2}}))?"
        rf"/(?P<tail>[{_LETTERS}][{_LETTERS}0-9]*(?:-[{_LETTERS}0-9]+)*)"
    ),
}

_TIDY = str.maketrans(
    {
        "‐": "-",  # hyphen
        "‑": "-",  # non-breaking hyphen
        "–": "-",
        "—": "-",
        "−": "-",
        "Ð": "Đ",  # capital eth, typed for Đ on some keyboards
        "ð": "đ",
    }
)
_LEAD = "^[Ss][ốỐ]:?"


def spelt(letters: str) -> str:
    """Return letters in their official case: capitals, but for ``TTg`` and its like."""
    return "-".join(_mixed_case().get(part, part) for part in clean(letters).upper().split("-"))


@cache
def _mixed_case() -> dict[str, str]:
    return {symbol.upper(): symbol for symbol in tables.read("kinds")["spelling"]["mixed"]}


@attrs.frozen(kw_only=True)
class DocumentNumber:
    """The number and symbol of a document (số, ký hiệu văn bản).

    Reading forgives letter case, stray spaces and dashes; printing gives the one official spelling.

    Attributes:
        serial: the running number; None in a draft that has none yet.
        suffix: a letter put after the running number, as in 120a/QĐ-UBND.
        year: the year that State numbers of legal acts carry.
        symbol: the letters of the type; empty where the form has none, as in 1234/VPCP-KSTT.
        issuer: the letters of the issuing body.
        system: Party or State.

    >>> number = DocumentNumber.parse("Số 30/2020/nđ-cp")
    >>> str(number), number.year
    ('30/2020/NĐ-CP', 2020)
    >>> str(DocumentNumber.parse("5 – bc / tu"))
    '05-BC/TU'
    """

    serial: int | None = None
    suffix: str = attrs.field(default="", converter=clean)
    year: int | None = None
    symbol: str = attrs.field(default="", converter=spelt)
    issuer: str = attrs.field(converter=spelt)
    system: System = attrs.field(converter=System)

    def __attrs_post_init__(self) -> None:
        """Refuse parts that no number has, or that its print would not give back.

        Raises:
            InvalidNumber: there are such parts.
        """
        match = re.fullmatch(_FORMS[self.system], str(self))
        if match is None or any(getattr(self, name) != value for name, value in _parts(match)):
            raise InvalidNumber(str(self), Message.of("number-form", text=self))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a document number.

        Raises:
            InvalidNumber: ``text`` has none of the known forms.
        """
        tidy = re.sub(_LEAD, "", "".join(compose(text).split())).translate(_TIDY)
        for system, form in _FORMS.items():
            if match := re.fullmatch(form, tidy):
                return cls(system=system, **dict(_parts(match)))
        raise InvalidNumber(text, Message.of("number-form", text=text))

    def __str__(self) -> str:
        serial = "" if self.serial is None else f"{self.serial:02}{self.suffix}"
        if self.system is System.PARTY:
            return f"{serial}-{self.symbol}/{self.issuer}"
        year = f"/{self.year}" if self.year else ""
        return f"{serial}{year}/{self.tail}"

    @property
    def tail(self) -> str:
        """What follows the running number, such as ``NĐ-CP`` or ``CT/TW``, without its dash."""
        if self.system is System.PARTY:
            return f"{self.symbol}/{self.issuer}"
        return f"{self.symbol}-{self.issuer}" if self.symbol else self.issuer

    @property
    def kinds(self) -> tuple[DocumentKind, ...]:
        """The types that the symbol may stand for, the highest first."""
        return DocumentKind.by_symbol(self.symbol, self.system) if self.symbol else ()


def _parts(match: re.Match[str]) -> Iterator[tuple[str, Any]]:
    """Yield the fields that a text in one of the forms says."""
    said = match.groupdict()
    if "tail" in said:
        said["symbol"], said["issuer"] = split_tail(match["tail"])
    yield "serial", int(said["serial"]) if said["serial"] else None
    yield "suffix", said["suffix"] or ""
    yield "year", int(said["year"]) if said.get("year") else None
    yield "symbol", said["symbol"]
    yield "issuer", said["issuer"]


def split_tail(tail: str) -> tuple[str, str]:
    """Split ``NĐ-CP`` into symbol and issuer; ``VPCP-KSTT`` is all issuer."""
    head, dash, rest = tail.partition("-")
    return (head, rest) if dash and spelt(head) in _state_symbols() else ("", tail)


@cache
def _state_symbols() -> frozenset[str]:
    return frozenset(kind.symbol for kind in DocumentKind.all(System.STATE) if kind.symbol)


def as_number(number: DocumentNumber | str | None) -> DocumentNumber | None:
    """Read a text as a document number; numbers and None stay as they are."""
    return DocumentNumber.parse(number) if isinstance(number, str) else number
