"""The pieces of a page: frozen, flat, and the same for every output."""

from collections.abc import Iterable
from typing import Literal

import attrs

from chinhtrinoibo.layout.roles import Role
from chinhtrinoibo.references import Emphasis

Align = Literal["text", "center", "number"]


@attrs.frozen
class Run:
    """A stretch of a paragraph that stands out: where it starts and ends, and how."""

    start: int
    end: int
    emphasis: Emphasis


@attrs.frozen
class Paragraph:
    """A paragraph: its role, its text, and the stretches of it that stand out.

    Attributes:
        role: what it is on the page.
        text: its words, numbered already.
        runs: stretches of emphasis, in order, never overlapping.
        keep: whether it stays on the page of what follows.
    """

    role: Role
    text: str
    runs: tuple[Run, ...] = ()
    keep: bool = False


@attrs.frozen
class Rule:
    """A drawn line of so many points, centred (đường kẻ), and the gap below it."""

    length: float
    after: float = 0


@attrs.frozen
class Columns:
    """Two columns side by side, without borders; widths in millimetres."""

    left: tuple[Paragraph | Rule, ...]
    right: tuple[Paragraph | Rule, ...]
    widths: tuple[float, float]


@attrs.frozen
class Column:
    """A column of a table: its head, its width in millimetres, and how its cells are set."""

    head: str
    width: float
    align: Align = "text"


@attrs.frozen
class Table:
    """A table with a head row; its rows may come from an iterator, and are then read once."""

    columns: tuple[Column, ...]
    rows: Iterable[tuple[str, ...]]


@attrs.frozen
class PageBreak:
    """The start of a new page, perhaps of another shape or with its own page numbers."""

    landscape: bool = False
    restart_numbers: bool = False


Block = Paragraph | Rule | Columns | Table | PageBreak
