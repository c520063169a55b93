"""What may be a kind of what (quan hệ giữa các loại): the only reader of ``data/sorts.toml``."""

from collections.abc import Mapping
from enum import IntEnum
from functools import cache
from typing import Any

import attrs

from chinhtrinoibo import tables
from chinhtrinoibo.counting.lexis import Phrases, lexis
from chinhtrinoibo.kinds import DocumentKind


class Fit(IntEnum):
    """How sure it is that one thing is counted among another."""

    NO = 0
    PERHAPS = 1
    OVERLAPS = 2  # among it, but perhaps counted in several parts
    SURE = 3


@attrs.frozen(kw_only=True)
class Sorts:
    """The table, ready for use."""

    persons: frozenset[str]
    overlap: frozenset[str]
    documents: frozenset[str]
    wholes: Mapping[str, frozenset[str]]
    phrases: Phrases

    def head(self, unit: str) -> str:
        """Return the known words that a unit begins with; empty where it begins otherwise.

        >>> sorts().head("tổ chức cơ sở đảng"), sorts().head("mô hình")
        ('tổ chức', '')
        """
        keys = unit.casefold().split()
        return " ".join(keys[: self.phrases.at(keys)]) if keys else ""

    def fit(self, whole: str, part: str) -> Fit:
        """Tell whether ``part``, a unit as printed, is counted among ``whole``.

        >>> sorts().fit("tổ chức cơ sở đảng", "chi bộ cơ sở").name
        'SURE'
        >>> sorts().fit("đảng bộ", "chi bộ").name
        'NO'
        """
        one, other = self.head(whole), self.head(part)
        if not one:
            return Fit.NO
        if one == other or {one, other} <= self.documents or {one, other} <= self.persons:
            return Fit.SURE
        if other in self.wholes.get(one, ()):
            return Fit.SURE
        if one in self.persons and (other in self.overlap or not other):
            return Fit.OVERLAPS if other else Fit.PERHAPS
        return Fit.PERHAPS if one == "tổ chức" and not other else Fit.NO


def document_kind(unit: str) -> str:
    """Return the document type that a unit names, in small letters; empty where it names none.

    >>> document_kind("Quy chế phối hợp"), document_kind("văn bản")
    ('quy chế', '')
    """
    keys = unit.casefold().split()
    return " ".join(keys[: lexis().kinds.at(keys)]) if keys else ""


def is_document(unit: str) -> bool:
    """Tell whether a unit counts documents, of one type or of any."""
    return sorts().head(unit) in sorts().documents


@cache
def sorts() -> Sorts:
    """Return the table, read once."""
    table = tables.read("sorts")
    persons, overlap, generic = (_listed(table[name]) for name in ("persons", "overlap", "generic"))
    kinds = Phrases(kind.name for kind in DocumentKind.all()).known
    wholes = {word: _listed(row, "kinds") for word, row in table["wholes"].items()}
    named = frozenset().union(*wholes.values(), wholes)
    things = lexis().families.keys()
    return Sorts(
        persons=persons,
        overlap=overlap,
        documents=generic | kinds,
        wholes=wholes,
        phrases=Phrases([*persons, *overlap, *generic, *kinds, *named, *things]),
    )


def _listed(row: Mapping[str, Any], key: str = "words") -> frozenset[str]:
    return Phrases(row[key].replace("\n", "|").strip("|").split("|")).known
