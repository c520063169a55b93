"""Document types (tên loại văn bản): the only reader of ``data/kinds.toml``."""

import datetime as dt
from enum import StrEnum
from functools import cache
from typing import Self

import attrs

from chinhtrinoibo import tables
from chinhtrinoibo.errors import InvalidKind
from chinhtrinoibo.messages import Message
from chinhtrinoibo.text import clean, fold


class System(StrEnum):
    """Whose rules of form a document follows (hệ thống văn bản)."""

    PARTY = "party"
    STATE = "state"


@attrs.frozen(kw_only=True)
class DocumentKind:
    """A type of document (tên loại văn bản).

    Attributes:
        name: the Vietnamese name, in lower case.
        symbol: its letters in a document number, empty where it has none.
        system: Party or State.
        rank: its place in a tally, from the highest form down.
        since: the first day of the regulation that lists it.
        until: the last day, if it has ended.
        source: the regulation.
        mark: how sure the row is (V, S2, S, I or M).

    >>> DocumentKind.named("Chỉ thị").symbol
    'CT'
    >>> [str(kind) for kind in DocumentKind.by_symbol("QĐ", System.PARTY)]
    ['quyết định', 'quy định']
    """

    name: str = attrs.field(converter=clean)
    symbol: str = attrs.field(default="", converter=clean)
    system: System = attrs.field(default=System.PARTY, converter=System)
    rank: int = 99
    since: dt.date | None = None
    until: dt.date | None = None
    source: str = attrs.field(default="", converter=clean)
    mark: str = attrs.field(default="", converter=clean)

    def __str__(self) -> str:
        return self.name

    @classmethod
    def named(cls, name: str, system: System = System.PARTY) -> Self:
        """Return the type called ``name``, of ``system`` where both systems have one.

        Raises:
            InvalidKind: no table lists it; the nearest names are in the message.
        """
        rows = cls._named()
        key = fold(name)
        if (key, system) in rows:
            return rows[key, system]
        for other in System:
            if (key, other) in rows:
                return rows[key, other]
        import difflib  # noqa: PLC0415 - only a slip needs it

        near = difflib.get_close_matches(key, {known for known, _ in rows}, n=2)
        hint = "kind-near" if near else "kind-unknown"
        raise InvalidKind(name, Message.of(hint, text=name, near=", ".join(near)))

    @classmethod
    def by_symbol(cls, symbol: str, system: System) -> tuple[Self, ...]:
        """Return the types written ``symbol`` in ``system``, the highest first.

        ``QĐ`` stands for two types on the Party side, so this is a tuple.
        """
        return tuple(kind for kind in cls.all(system) if kind.symbol == symbol)

    @classmethod
    def all(cls, system: System | None = None, on: dt.date | None = None) -> tuple[Self, ...]:
        """Return the listed types, the highest first, of a system and in force on a day."""
        return tuple(
            kind
            for kind in cls._rows()
            if (system is None or kind.system is system) and (on is None or kind.in_force(on))
        )

    def in_force(self, day: dt.date) -> bool:
        """Tell whether the regulation that lists the type is in force on ``day``."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )

    @classmethod
    @cache
    def _named(cls) -> dict[tuple[str, System], Self]:
        return {(fold(kind.name), kind.system): kind for kind in cls._rows()}

    @classmethod
    @cache
    def _rows(cls) -> tuple[Self, ...]:
        table = tables.read("kinds")
        regulations = table["regulations"]
        rows = (
            cls(
                name=name,
                symbol=row["symbol"],
                system=System.PARTY if listed == "party" else System.STATE,
                rank=row["rank"],
                since=row.get("since", regulations[listed]["since"]),
                until=row.get("until"),
                source=regulations[listed]["source"],
                mark=row["mark"],
            )
            for listed in regulations
            for name, row in table[listed].items()
        )
        return tuple(sorted(rows, key=lambda kind: kind.rank))


def as_kind(kind: DocumentKind | str | None) -> DocumentKind | None:
    """Turn a name into its listed type; types and None stay as they are."""
    return DocumentKind.named(kind) if isinstance(kind, str) else kind
