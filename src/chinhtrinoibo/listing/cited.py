"""Citations as a table, as JSON Lines and as CSV: a row each, with its place in its file."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from chinhtrinoibo.citations import Citation
from chinhtrinoibo.messages import Message
from chinhtrinoibo.resolution import Resolution

_FIELDS = (
    *("kind", "number", "year", "symbol", "issuer_symbol", "system", "date", "date_text"),
    *("issuer", "term", "meeting", "title", "declared", "back"),
)
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
        row: dict[str, Any] = {"file": self.file, "line": self.line, "column": self.column}
        row["text"] = str(self.citation)
        for name in _FIELDS:
            value = getattr(self.citation, name)
            row[name] = value.isoformat() if name == "date" and value else value
        if self.resolution:
            meant = self.resolution.document
            said = (self.resolution.outcome.value, meant and meant.cite())
            row |= zip(_RESOLVED, (*said, self.resolution.reason.vietnamese), strict=True)
        return row


def to_json_lines(rows: Iterable[Cited]) -> Iterator[str]:
    """Yield a JSON object a citation."""
    return (json.dumps(row.as_data(), ensure_ascii=False) for row in rows)


def to_csv(rows: Sequence[Cited]) -> str:
    """Return citations as CSV with a line of names; empty where nothing is printed."""
    resolved = _RESOLVED if any(row.resolution for row in rows) else ()
    target = io.StringIO()
    names = ("file", "line", "column", "text", *_FIELDS, *resolved)
    writer = csv.DictWriter(target, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(row.as_data() for row in rows)
    return target.getvalue().rstrip("\n")


def to_table(rows: Sequence[Cited]) -> Iterator[str]:
    """Yield citations as lines in columns: place, citation, and what it means if that is known."""
    cells = [(row.place, *_shown(row)) for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)] if cells else []
    for line in cells:
        padded = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        yield _GAP.join(padded).rstrip()


def _shown(row: Cited) -> tuple[str, ...]:
    if row.resolution is None:
        date = row.citation.date_text if row.citation.impossible_date else None
        return str(row.citation), Message.of("citation-date", text=date).vietnamese if date else ""
    meant = row.resolution.document
    return (str(row.citation), meant.cite() if meant else row.resolution.reason.vietnamese)
