"""The pieces of a page: frozen, flat, and the same for every output.

Named tuples, not attrs classes: they are made by the thousand, and load in a tenth of the time.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from chinhtrinoibo.layout.roles import Role
from chinhtrinoibo.references import Emphasis

Align = Literal["text", "center", "number"]


class Run(NamedTuple):
    """A stretch of a paragraph that stands out: where it starts and ends, and how."""

    start: int
    end: int
    emphasis: Emphasis


class Paragraph(NamedTuple):
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


class Rule(NamedTuple):
    """A drawn line of so many points, centred (đường kẻ), and the gap below it."""

    length: float
    after: float = 0


class Columns(NamedTuple):
    """Two columns side by side, without borders; widths in millimetres."""

    left: tuple[Paragraph | Rule, ...]
    right: tuple[Paragraph | Rule, ...]
    widths: tuple[float, float]


class Column(NamedTuple):
    """A column of a table: its head, its width in millimetres, and how its cells are set."""

    head: str
    width: float
    align: Align = "text"


class Table(NamedTuple):
    """A table with a head row; its rows may come from an iterator, and are then read once."""

    columns: tuple[Column, ...]
    rows: Iterable[tuple[str, ...]]


class NextPage(NamedTuple):
    """Where a table that was cut goes on, at the top of the next page."""


class PageBreak(NamedTuple):
    """The start of a new page, perhaps of another shape or with its own page numbers."""

    landscape: bool = False
    restart_numbers: bool = False


Block = Paragraph | Rule | Columns | Table | NextPage | PageBreak
