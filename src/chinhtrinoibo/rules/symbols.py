"""Types and their symbols (tên loại và ký hiệu): which fit each other, in prose and in data."""

from functools import cache

from chinhtrinoibo.citations import Lexicon
from chinhtrinoibo.docnumber import spelt
from chinhtrinoibo.kinds import DocumentKind, System

#: A letter (công văn), and its type in a number of the Party; none of the State carries it.
_LETTER, _LETTERS = "công văn", "CV"


@cache
def fitting_kinds(
    symbol: str | None, kind: str | None, system: System | None
) -> tuple[str, ...] | None:
    """Return the types that the symbol may stand for; None where the type is one, or not known.

    >>> fitting_kinds("KH", "công văn", System.PARTY)
    ('kế hoạch',)
    >>> fitting_kinds("KH", "kế hoạch", System.PARTY)
    """
    if not symbol or not kind or system is None or kind not in _kinds(system):
        return None
    if symbol in _other_symbols():
        return None
    fitting = tuple(one.name for one in DocumentKind.by_symbol(symbol, system))
    if kind in fitting or (not fitting and symbol.startswith(_symbol_of(kind, system))):
        return None  # QĐNS: a decision on staff
    return fitting


def letter_type(tail: str, kind: str | None, system: System | None) -> str:
    """Return the letters of a type that a State letter (công văn) wrongly carries.

    >>> letter_type("CV-SNV", "công văn", System.STATE)
    'CV'
    >>> letter_type("VPCP-KSTT", "công văn", System.STATE)
    ''
    """
    if system is not System.STATE or kind != _LETTER:
        return ""
    return _LETTERS if spelt(tail.partition("-")[0]) == _LETTERS else ""


@cache
def symbols_of(system: System) -> frozenset[str]:
    """Return the symbols of the types of a system."""
    return frozenset(kind.symbol for kind in DocumentKind.all(system) if kind.symbol)


@cache
def _kinds(system: System) -> frozenset[str]:
    return frozenset(kind.name for kind in DocumentKind.all(system))


@cache
def _symbol_of(kind: str, system: System) -> str:
    return DocumentKind.named(kind, system).symbol or "?"


@cache
def _other_symbols() -> frozenset[str]:
    """Return the symbols of joint papers, copies and the like, which no table of types lists."""
    return frozenset(Lexicon.standard().lists["symbols"])
