"""The pieces of a page: frozen, flat, and the same for every output.

Named tuples, not attrs classes: they are made by the thousand, and load in a tenth of the time.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, NamedTuple

from chinhtrinoibo.layout.origins import Origin
from chinhtrinoibo.layout.roles import Role
from chinhtrinoibo.paths import Steps
from chinhtrinoibo.references import Emphasis

Align = Literal["text", "center", "number"]


class Run(NamedTuple):
    """A stretch of a paragraph that stands out: where it starts and ends, and how."""

    start: int
    end: int
    emphasis: Emphasis


class Note(NamedTuple):
    """A remark in the margin: its number, and the stretch of the text that it speaks of."""

    number: int
    start: int
    end: int


class Paragraph(NamedTuple):
    """A paragraph: its role, its text, and the stretches of it that stand out.

    Attributes:
        role: what it is on the page.
        text: its words, numbered already.
        runs: stretches of emphasis, in order, never overlapping.
        keep: whether it stays on the page of what follows.
        origin: where its words come from, if that was asked for.
        notes: remarks in the margin; they may overlap.
    """

    role: Role
    text: str
    runs: tuple[Run, ...] = ()
    keep: bool = False
    origin: Origin | None = None
    notes: tuple[Note, ...] = ()


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


Places = Callable[[int], tuple[Steps, ...]]
"""Where the cells of a row come from, by the number of the row from 0."""


class Table(NamedTuple):
    """A table with a head row; its rows may come from an iterator, and are then read once.

    Attributes:
        columns: its columns.
        rows: its rows.
        first: the number of its first row, where it goes on behind a cut.
        places: where its cells come from, if that is known.
        notes: remarks in the margin, by row of this table and column.
    """

    columns: tuple[Column, ...]
    rows: Iterable[tuple[str, ...]]
    first: int = 0
    places: Places | None = None
    notes: Mapping[tuple[int, int], tuple[Note, ...]] | None = None


class NextPage(NamedTuple):
    """Where a table that was cut goes on, at the top of the next page."""


class PageBreak(NamedTuple):
    """The start of a new page, perhaps of another shape or with its own page numbers."""

    landscape: bool = False
    restart_numbers: bool = False


Block = Paragraph | Rule | Columns | Table | NextPage | PageBreak
