"""The letters of document numbers (ký hiệu): type, issuer, and whose number it is."""

import re
from functools import lru_cache
from typing import Any

from chinhtrinoibo.citations.lexicon import Lexicon
from chinhtrinoibo.docnumber import spelt
from chinhtrinoibo.kinds import DocumentKind, System

_CAPITALS = re.compile(r"[A-ZĐƯ][A-ZĐƯ0-9a-z]*(?:[-&/]\s?[A-ZĐƯ0-9][A-ZĐƯ0-9a-z]*)*")
_OFFICE = re.compile(r"[A-ZĐƯ]{2,}-[A-ZĐƯ]{2,}")
_EDGES = frozenset({"", "\n", "\t", '"', "'", "|", ";", ">", "<"})
_MEANT = str.maketrans(dict.fromkeys("‐‑–—−", "-") | {"Ð": "Đ"})
_ASSEMBLY = "QH"  # QH13: the National Assembly of a term
_PARTY_ENDINGS = ("TW", "TU", "ĐU")  # UBKTTW, VPTU: a body of such a committee

Fields = dict[str, Any]


class Signs:
    """Reads the letters that are joined to a number."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._issuers = lexicon.symbols
        symbols = {kind.symbol for kind in DocumentKind.all()} | {*lexicon.lists["symbols"]}
        self._symbols = {symbol.upper() for symbol in symbols if symbol}
        self.system = lru_cache(1024)(self._system)

    def read(self, number: re.Match[str], *, led: bool) -> Fields | None:
        """Return the fields of a number with its letters; None if they are no document's.

        Args:
            number: what ``NUMBER`` found, with a symbol or a tail.
            led: whether a type word or “số” stands before it, so that less proof is needed.
        """
        fields: Fields = {"number": number["number"]}
        if number["old"]:
            return self._old(fields, number["old"]) if led else None
        symbol = _meant(number["symbol"] or number["glued"])
        issuer = _meant(number["issuer"] or number["glued_to"])
        if not symbol:
            symbol, issuer = self._split(_meant(number["tail"]))
            fields["year"] = int(number["year"]) if number["year"] else None
        if not self._believable(number, symbol, issuer, led=led):
            return None
        fields["symbol"] = spelt(symbol) or None
        fields["issuer_symbol"] = spelt("".join(issuer.split())) or None
        form = System.PARTY if number["symbol"] else System.STATE
        fields["system"] = self.system(fields["issuer_symbol"] or "", form)
        return fields

    def _old(self, fields: Fields, letters: str) -> Fields | None:
        """Return the fields of a number joined to the letters of a type or a body: 20-SL, 24-CP."""
        if letters in self._symbols:
            return fields | {"symbol": letters}
        if system := self._issuers.get(letters):
            return fields | {"issuer_symbol": letters, "system": system}
        return None

    def agree(self, symbol: str | None, kind: str | None) -> bool:
        """Tell whether a number with ``symbol`` may be that of a document of type ``kind``."""
        kinds = {row.name for row in DocumentKind.all() if row.symbol == symbol}
        return not symbol or not kinds or kind in kinds

    def _believable(self, number: re.Match[str], symbol: str, issuer: str, *, led: bool) -> bool:
        """Tell letters of a document from units, codes and parts of addresses."""
        if symbol.upper() in self._symbols:
            return led or issuer[:1].isupper()
        if number["glued"] or not _CAPITALS.fullmatch(symbol + issuer):
            return False
        known = self.system(issuer) is not None or issuer.startswith(_ASSEMBLY)
        return led or known or bool(number["year"]) or _fills_cell(number, symbol, issuer)

    def _split(self, tail: str) -> tuple[str, str]:
        """Split what follows the slash of a State number into symbol and issuer."""
        symbol, *rest = re.split(r"\s?[-/]\s?", tail, maxsplit=1)
        if symbol.upper() in self._symbols and (rest or symbol not in self._issuers):
            return symbol, "".join(rest)
        if tail.upper() == "NĐCP":  # the one that is met without its dash
            return tail[:2], tail[2:]
        return "", tail

    def _system(self, symbol: str, form: System | None = None) -> System | None:
        """Return the system that an issuer's letters tell, or the one that the form tells."""
        for key in (symbol, symbol.partition("-")[0], symbol.rstrip("0123456789")):
            if key in self._issuers:
                return self._issuers[key]
        return System.PARTY if symbol.endswith(_PARTY_ENDINGS) else form


def _fills_cell(number: re.Match[str], symbol: str, issuer: str) -> bool:
    """Tell whether letters of an office, with their number, are all that a cell or a value holds.

    So “1204/STC-QLNS” is known in a table, and is a code of any kind in a sentence.
    """
    text, (start, end) = number.string, number.span()
    return (
        not symbol
        and _OFFICE.fullmatch(issuer) is not None
        and text[max(0, start - 1) : start] in _EDGES
        and text[end : end + 1] in _EDGES
    )


def _meant(letters: str | None) -> str:
    """Return letters with the signs that are meant: – for -, Ð for Đ, &amp; for &."""
    return (letters or "").translate(_MEANT).replace("&amp;", "&")
