"""The words by which citations are recognised: the only reader of ``data/lexicon.toml``.

What is shipped can be extended at run time: ``find_citations(text, lexicon=Lexicon.standard()
.extended(issuers={"Liên đoàn Xiếc": None}))``.
"""

from collections.abc import Iterable, Mapping
from functools import cache, partial
from types import MappingProxyType
from typing import Any, NamedTuple, Self

import attrs

from chinhtrinoibo import tables
from chinhtrinoibo.errors import InvalidText
from chinhtrinoibo.kinds import DocumentKind, System
from chinhtrinoibo.messages import Message
from chinhtrinoibo.text import clean, fold


def _listed(names: Iterable[Any]) -> tuple[Any, ...]:
    """Return names, or rows that have names, as a tuple.

    Raises:
        InvalidText: it is one text, whose letters nobody meant to be names.
    """
    if isinstance(names, str):
        raise InvalidText(names, Message.of("lexicon-list", text=names))
    return tuple(names)


def _fixed(table: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a copy of a table that nobody can change."""
    return MappingProxyType(dict(table))


def _fixed_lists(table: Mapping[str, Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
    return _fixed({name: _listed(names) for name, names in table.items()})


class TypeWord(NamedTuple):
    """A word for a type of document (tên loại), as it stands before a number.

    Attributes:
        name: the type that it means.
        system: the system, where only one uses the type.
        bare: whether a number without a symbol may follow it in small letters: nghị quyết 70.
        title: the name of the act, where the word is its code: BLLĐ.
    """

    name: str
    system: System | None = None
    bare: bool = False
    title: str = ""


class Issuer(NamedTuple):
    """A body that issues documents, or the beginning of the names of such bodies.

    Attributes:
        name: the name, or its beginning.
        system: whose body it is; None for mass organisations and the like.
        open: whether further words belong to the name: Sở, Đảng ủy, Bộ.
    """

    name: str
    system: System | None
    open: bool = False


@attrs.frozen(kw_only=True, eq=False)
class Lexicon:
    """Type words, issuers, meetings and named laws by which citations are recognised.

    Tables are read only; lists and dicts that it is given are copied.

    Attributes:
        types: type words by their lower-case names.
        abbreviations: type words by their short forms in capitals (NQ, QĐ).
        symbols: issuer symbols that tell the system, or that there is none.
        issuers: known issuers.
        meetings: what stands between type word and the number of a meeting.
        congresses: words for a congress.
        laws: names of acts by their type.
        lists: further word lists, by their names in the table.
    """

    types: Mapping[str, TypeWord] = attrs.field(converter=_fixed)
    abbreviations: Mapping[str, TypeWord] = attrs.field(converter=_fixed)
    symbols: Mapping[str, System | None] = attrs.field(converter=_fixed)
    issuers: tuple[Issuer, ...] = attrs.field(converter=tuple[Issuer, ...])
    meetings: tuple[str, ...] = attrs.field(converter=_listed)
    congresses: tuple[str, ...] = attrs.field(converter=_listed)
    laws: Mapping[str, tuple[str, ...]] = attrs.field(converter=_fixed_lists)
    lists: Mapping[str, tuple[str, ...]] = attrs.field(converter=_fixed_lists)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle tables that are read only as what they are made of."""
        values = attrs.asdict(self, recurse=False).items()
        plain = {name: dict(it) if isinstance(it, Mapping) else it for name, it in values}
        return partial(type(self), **plain), ()

    @classmethod
    @cache
    def standard(cls) -> Self:
        """Return the lexicon that the library ships."""
        table = tables.read("lexicon")
        meetings = table["meetings"]
        return cls(
            types=dict(_types(table)),
            abbreviations=dict(_abbreviations(table)),
            symbols=dict(_symbols(table["symbols"])),
            issuers=tuple(_issuers(table["issuers"])),
            meetings=tuple(meetings["leads"]),
            congresses=tuple(meetings["congress"]),
            laws={kind: tuple(table["laws"][kind]) for kind in ("luật", "bộ luật", "pháp lệnh")},
            lists={
                "symbols": tuple(table["symbols"]["types"]),
                "stops": tuple(table["stops"]["words"]),
                "units": tuple(table["stops"]["units"]),
                "not_law_before": tuple(table["stops"]["not_law_before"]),
                "not_law_after": tuple(table["stops"]["not_law_after"]),
                "inside": tuple(table["issuers"]["inside"]["words"]),
                "ministries": tuple(table["issuers"]["inside"]["ministries"]),
                "levels": tuple(table["issuers"]["inside"]["levels"]),
                "places": tuple(table["issuers"]["inside"]["places"]),
                "not_number_before": tuple(table["stops"]["not_number_before"]),
            },
        )

    def extended(
        self,
        *,
        kinds: Iterable[DocumentKind | str] = (),
        abbreviations: Mapping[str, str] | None = None,
        issuers: Mapping[str, System | None] | None = None,
        symbols: Mapping[str, System | None] | None = None,
        meetings: Iterable[str] = (),
        laws: Mapping[str, Iterable[str]] | None = None,
    ) -> Self:
        """Return a lexicon that knows more; what it is given stands before what it knew.

        Args:
            kinds: further types of documents, as rows, whose symbols are known then, or as names.
            abbreviations: the full names of types, by their short forms.
            issuers: the systems of further issuers (None: neither), by their names.
            symbols: the systems of further issuer symbols.
            meetings: further words before the number of a meeting.
            laws: further names of acts, by “luật”, “bộ luật”, “pháp lệnh”.

        Raises:
            InvalidText: a name is blank, or stands where a list of names is meant.

        >>> from chinhtrinoibo.citations import find_citations
        >>> mine = Lexicon.standard().extended(kinds=["cam kết"])
        >>> [one.text for one in find_citations("theo Cam kết số 12-CK/TU", lexicon=mine)]
        ['Cam kết số 12-CK/TU']
        """
        kinds = _listed(kinds)
        added = {kind.name: kind for kind in kinds if isinstance(kind, DocumentKind)}
        names = [kind.name if isinstance(kind, DocumentKind) else _named(kind) for kind in kinds]
        types = {
            fold(name): TypeWord(name, added[name].system if name in added else None, bare=True)
            for name in names
        }
        acts = {kind: tuple(map(_named, _listed(names))) for kind, names in (laws or {}).items()}
        short = {
            _named(key): TypeWord(_named(name), bare=True)
            for key, name in (abbreviations or {}).items()
        }
        bodies = tuple(
            Issuer(_named(name), System(of) if of else None) for name, of in (issuers or {}).items()
        )
        letters = {_named(key): System(of) if of else None for key, of in (symbols or {}).items()}
        signs = tuple(kind.symbol for kind in added.values() if kind.symbol)
        return attrs.evolve(
            self,
            types={**self.types, **types},
            abbreviations={**self.abbreviations, **short},
            symbols={**self.symbols, **letters},
            issuers=bodies + self.issuers,
            meetings=(*map(_named, _listed(meetings)), *self.meetings),
            laws={
                kind: acts.get(kind, ()) + self.laws.get(kind, ()) for kind in {**acts, **self.laws}
            },
            lists={**self.lists, "symbols": (*signs, *self.lists["symbols"])},
        )


def _named(name: str) -> str:
    """Return a name that is given to a lexicon, which holds none without letters."""
    name = clean(name).strip()
    if not name:
        raise InvalidText(name, Message.of("lexicon-blank"))
    return name


def _types(table: Mapping[str, Any]) -> Iterable[tuple[str, TypeWord]]:
    strong, state = set(table["types"]["strong"]), set(table["types"]["state"])
    unnumbered = table["types"]["unnumbered"]
    for kind in DocumentKind.all():
        name = kind.name
        if fold(name) in unnumbered:
            continue
        system = System.STATE if name in state else None
        yield fold(name), TypeWord(name, system, bare=name in strong)
    for word, row in table["kinds"].items():
        system = System(row["system"]) if "system" in row else None
        yield fold(word), TypeWord(row.get("of", word), system, bare=word in strong)


def _abbreviations(table: Mapping[str, Any]) -> Iterable[tuple[str, TypeWord]]:
    state = set(table["types"]["state"])
    for letters, row in (*table["abbreviations"].items(), *table["codes"].items()):
        kind, title = row["kind"], row.get("title", "")
        system = System.STATE if kind in state else None
        yield letters, TypeWord(kind, system, row.get("bare", False), title)


def _symbols(table: Mapping[str, Any]) -> Iterable[tuple[str, System | None]]:
    for name in ("party", "state", "none"):
        for symbol in table[name]:
            yield symbol, None if name == "none" else System(name)


def _issuers(table: Mapping[str, Any]) -> Iterable[Issuer]:
    for name in ("party", "state", "other"):
        system = None if name == "other" else System(name)
        yield from (Issuer(body, system) for body in table[name]["closed"])
        yield from (Issuer(body, system, open=True) for body in table[name]["open"])
