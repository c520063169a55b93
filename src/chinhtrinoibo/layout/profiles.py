"""Profiles: which form is in force when, and how each role looks in it.

The only reader of ``data/profiles/*.toml``. Lengths of the page are millimetres; sizes, gaps and
line pitches are points.
"""

import datetime as dt
import os
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple, Self

import attrs

from chinhtrinoibo import tables
from chinhtrinoibo.errors import InvalidProfile
from chinhtrinoibo.kinds import System
from chinhtrinoibo.layout.roles import Role
from chinhtrinoibo.messages import Message

#: The forms that are shipped, the newest of each system first.
SHIPPED = tuple(tables.read("profiles"))

_EVIDENCE = frozenset({"source", "sources", "mark", "marks", "range", "ranges", "line_range"})


class Evidence(NamedTuple):
    """Where a value of a form comes from, and how sure it is (V, S2, S, I or M)."""

    source: str
    mark: str


_OWN = Evidence("giá trị tự đặt", "I")


class Look(NamedTuple):
    """How a role looks: size, gaps and line pitch in points, indent in millimetres."""

    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False
    align: Literal["left", "center", "right", "justify"] = "left"
    indent: float = 0
    before: float = 0
    after: float = 0
    line: float | None = None


class Page(NamedTuple):
    """The sheet and its margins, in millimetres."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float
    numbered_annexes: bool = False

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom

    def turned(self) -> "Page":
        """Return the same sheet in landscape; its top is the left margin of before."""
        return self._replace(
            width=self.height,
            height=self.width,
            top=self.left,
            right=self.top,
            bottom=self.right,
            left=self.bottom,
        )


class Words(NamedTuple):
    """The words and signs that the form puts around what a report says."""

    head: list[str]
    number_label: str
    citation_comma: bool
    subject_case: Literal["lower", "capital"]
    end_mark: str
    addressee_label: str
    recipients_label: str
    recipient_end: str
    filing: str
    draft: str
    annex: str
    annex_note: str
    under_issuer: str
    under_subject: str


class Numerals(NamedTuple):
    """How headings and items are numbered: formats of ``n``, ``roman``, ``letter`` and so on."""

    part: str
    heading_1: str
    heading_2: str
    heading_3: str
    item: str
    dash: str


class Style(NamedTuple):
    """House style: choices that no regulation makes."""

    tone_marks: Literal["keep", "new", "old"]
    tally_case: Literal["lower", "capital"]
    tally_lead: str


@attrs.frozen(kw_only=True, eq=False)
class Profile:
    """A form (mẫu thể thức): numbers and words as data, each with source and confidence.

    >>> hd36 = Profile.named("hd36")
    >>> hd36.page.left, hd36.looks[Role.KIND].size
    (30, 16)
    >>> hd36.with_values({"roles.body.size": 15}).looks[Role.BODY].size
    15
    >>> hd36.evidence("roles.body.line").mark
    'S'
    """

    name: str
    title: str
    system: System = attrs.field(converter=System)
    since: dt.date
    until: dt.date | None = None
    page: Page
    words: Words
    numerals: Numerals
    style: Style
    authority: Mapping[str, str]
    looks: Mapping[Role, Look]
    table: Mapping[str, Any] = attrs.field(repr=False)

    def __str__(self) -> str:
        return self.title

    @classmethod
    @cache
    def named(cls, name: str) -> Self:
        """Return a shipped form.

        Raises:
            InvalidProfile: none is called so.
        """
        if name not in SHIPPED:
            known = ", ".join(SHIPPED)
            raise InvalidProfile(name, Message.of("profile-unknown", name=name, known=known))
        return cls.from_table(name, tables.read("profiles")[name] | tables.read(f"profiles/{name}"))

    @classmethod
    def read(cls, path: "str | os.PathLike[str]") -> Self:
        """Return the form that a TOML file describes, whole or by what it ``extends``.

        Raises:
            InvalidProfile: the file cannot be read, or does not describe a form.
        """
        name = os.fspath(path)
        try:
            with open(name, "rb") as file:  # noqa: PTH123 - pathlib is slow to import
                table = tomllib.load(file)
        except (ValueError, OSError) as exc:
            raise InvalidProfile(name, Message.of("profile-toml", name=name, reason=exc)) from exc
        return cls._checked(cls.from_table(name, table))

    @classmethod
    def chosen(cls, system: System, day: dt.date | None) -> Self:
        """Return the shipped form in force for ``system`` on ``day``; the newest without a day."""
        forms = [
            (name, form["since"])
            for name, form in tables.read("profiles").items()
            if form["system"] == system
        ]
        in_force = (name for name, since in forms if day is None or since <= day)
        return cls.named(next(in_force, forms[-1][0]))

    @classmethod
    def from_table(cls, name: str, table: Mapping[str, Any]) -> Self:
        """Build a form from a table as in ``data/profiles``; ``extends`` names its base.

        Raises:
            InvalidProfile: a row is unknown, or misses a value, or has one too many.
        """
        try:
            if base := table.get("extends"):
                inherited = _weakened(cls.named(base).table, table.get("inherited_mark", "V"))
                table = _merged(inherited, {"until": None, **table})
            return cls(
                name=name,
                title=table["title"],
                system=table["system"],
                since=table["since"],
                until=table.get("until"),
                page=Page(**_values(table["page"])),
                words=Words(**_values(table["words"])),
                numerals=Numerals(**_values(table["numerals"])),
                style=Style(**_values(table["style"])),
                authority=_values(table["authority"]),
                looks={Role(role): Look(**_values(row)) for role, row in table["roles"].items()},
                table=table,
            )
        except InvalidProfile:
            raise
        except (AttributeError, KeyError, TypeError, ValueError) as exc:
            raise InvalidProfile(name, Message.of("profile-row", name=name, reason=exc)) from exc

    @classmethod
    def _checked(cls, form: Self) -> Self:
        """Return a form whose values are of the types that those of a shipped form have.

        Raises:
            InvalidProfile: one is not, or a role or a numeral is missing.
        """
        model = cls.named("hd36")
        odd = [path for path, value in _leaves(form.table) if not _is_like(value, model, path)]
        odd += [f"roles.{role}" for role in model.looks if role not in form.looks]
        if odd:
            paths = ", ".join(odd)
            raise InvalidProfile(
                form.name, Message.of("profile-values", name=form.name, paths=paths)
            )
        return form

    def with_values(self, values: Mapping[str, object]) -> Self:
        """Return the form with some values changed, like ``{"roles.body.size": 15}``.

        Raises:
            InvalidProfile: the form has no such value.
        """
        table = {key: value for key, value in self.table.items() if key != "extends"}
        for path, value in values.items():
            self.evidence(path)
            *rows, last = path.split(".")
            changed: dict[str, Any] = {last: value}
            if rows:  # what somebody chose rests on no regulation
                changed |= {"marks": {last: _OWN.mark}, "sources": {last: _OWN.source}}
            for step in reversed(rows):
                changed = {step: changed}
            table = _merged(table, changed)
        return self._checked(self.from_table(self.name, table))

    def evidence(self, path: str) -> Evidence:
        """Return where the value at ``path`` comes from, and how sure it is.

        Raises:
            InvalidProfile: the form has no such row.
        """
        *rows, last = path.split(".")
        row: Any = self.table
        try:
            for step in rows:
                row = row[step]
            if row is self.table:  # here no value has a usual one
                row = {**row, last: row[last]}
            source = row.get("sources", {}).get(last, row["source"])
            return Evidence(source, row.get("marks", {}).get(last, row["mark"]))
        except (AttributeError, KeyError, TypeError) as exc:
            raise InvalidProfile(
                self.name, Message.of("profile-path", name=self.name, path=path)
            ) from exc


def _values(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row without what speaks of its evidence."""
    return {key: value for key, value in row.items() if key not in _EVIDENCE}


def _merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``base`` with the rows and values of ``over`` laid over it."""
    merged = dict(base)
    for key, value in over.items():
        below = merged.get(key)
        both = isinstance(value, Mapping) and isinstance(below, Mapping)
        merged[key] = _merged(below, value) if both else value  # type: ignore[arg-type]
    return merged


def _weakened(table: Mapping[str, Any], mark: str) -> dict[str, Any]:
    """Return an inherited table, in which what was seen in the text itself has ``mark``."""

    def weaker(value: Any) -> Any:
        if isinstance(value, Mapping):
            return _weakened(value, mark)
        return mark if value == "V" else value

    return {key: weaker(value) for key, value in table.items()}


def _leaves(table: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the values of a form with their paths, but for what speaks of their evidence."""
    for key, value in _values(table).items():
        if isinstance(value, Mapping):
            yield from _leaves(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", value


def _is_like(value: Any, model: Profile, path: str) -> bool:
    """Tell whether a value has the type of its counterpart."""
    if value is None:
        return path == "until" or path.endswith(".line")
    counterpart: Any = model.table
    for step in path.split("."):
        counterpart = counterpart.get(step) if isinstance(counterpart, Mapping) else None
    if counterpart is None:  # a role's usual value, such as bold = false
        counterpart = Look(size=0)._asdict().get(path.rpartition(".")[2], value)
    if isinstance(counterpart, bool) or isinstance(value, bool):
        return type(value) is type(counterpart)
    if isinstance(counterpart, int | float):
        return isinstance(value, int | float)
    return counterpart is None or isinstance(value, type(counterpart))
