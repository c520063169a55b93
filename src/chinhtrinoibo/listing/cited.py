"""Citations as a table, as JSON Lines and as CSV: a row each, with its place in its file."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from chinhtrinoibo.citations import Citation
from chinhtrinoibo.resolution import Resolution

_FIELDS = (
    *("kind", "number", "year", "symbol", "issuer_symbol", "system", "date", "date_text"),
    *("issuer", "term", "meeting", "title", "declared", "back"),
)
_PLACED = ("file", "line", "column", "start", "end", "text")
_RESOLVED = ("outcome", "document", "reason")
_GAP = "  "


class Cited(NamedTuple):
    """A citation with its place in a file (viện dẫn và vị trí).

    Attributes:
        file: the name of the file, “-” for standard input.
        line: the line, or the paragraph of a .docx, from 1.
        column: the place in it, from 1.
        citation: the citation.
        resolution: what it means, where a register was given.
    """

    file: str
    line: int
    column: int
    citation: Citation
    resolution: Resolution | None = None

    @property
    def place(self) -> str:
        """The place as an editor reads it."""
        return f"{self.file}:{self.line}:{self.column}"

    def as_data(self) -> dict[str, Any]:
        """Return the row as plain data, every field, None where nothing is printed."""
        placed = (self.file, self.line, self.column, *self.citation.span, str(self.citation))
        row: dict[str, Any] = dict(zip(_PLACED, placed, strict=True))
        for name in _FIELDS:
            value = getattr(self.citation, name)
            row[name] = value.isoformat() if name == "date" and value else value
        kinds = self.citation.candidates
        row["candidates"] = [f"{kind.name} ({kind.system})" for kind in kinds]
        if self.resolution:
            meant = self.resolution.document
            said = (self.resolution.outcome.value, meant and meant.cite())
            row |= zip(_RESOLVED, (*said, self.resolution.reason.vietnamese), strict=True)
        return row


def to_json_lines(rows: Iterable[Cited]) -> Iterator[str]:
    """Yield a JSON object a citation."""
    return (json.dumps(row.as_data(), ensure_ascii=False) for row in rows)


def to_csv(rows: Sequence[Cited]) -> str:
    """Return citations as CSV with a line of names; empty where nothing is printed.

    What is true or false is written as in JSON, and several candidates with “; ” between them.
    """
    resolved = _RESOLVED if any(row.resolution for row in rows) else ()
    target = io.StringIO()
    names = (*_PLACED, *_FIELDS, "candidates", *resolved)
    writer = csv.DictWriter(target, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(it) for name, it in row.as_data().items()} for row in rows)
    return target.getvalue().rstrip("\n")


def _cell(value: object) -> object:
    """Return a value as a cell of CSV holds it."""
    match value:
        case bool():
            return str(value).lower()
        case list():
            return "; ".join(value)
        case _:
            return value


def to_table(rows: Sequence[Cited]) -> Iterator[str]:
    """Yield citations as lines in columns: place, citation, and what it means if that is known."""
    cells = [(row.place, *_shown(row)) for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)] if cells else []
    for line in cells:
        padded = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        yield _GAP.join(padded).rstrip()


def _shown(row: Cited) -> tuple[str, ...]:
    if row.resolution is None:
        return str(row.citation), "; ".join(one.vietnamese for one in row.citation.remarks)
    meant = row.resolution.document
    return (str(row.citation), meant.cite() if meant else row.resolution.reason.vietnamese)
