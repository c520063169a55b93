"""Tables of one's own behind a report (phụ lục)."""

import attrs

from chinhtrinoibo.errors import InvalidTable
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model._fields import cleaned, cleaned_rows
from chinhtrinoibo.text import clean


@attrs.frozen(kw_only=True)
class Annex:
    """A table of one's own behind the report (phụ lục).

    Attributes:
        title: its title.
        columns: the heads of the columns.
        rows: one tuple of texts a row, as many as there are columns.
        note: a line above the table, such as the unit.
    """

    title: str = attrs.field(converter=clean)
    columns: tuple[str, ...] = attrs.field(converter=cleaned)
    rows: tuple[tuple[str, ...], ...] = attrs.field(default=(), converter=cleaned_rows)
    note: str = attrs.field(default="", converter=clean)

    def __attrs_post_init__(self) -> None:
        """Refuse a row that has another number of cells than there are columns.

        Raises:
            InvalidTable: the first such row.
        """
        if not self.columns:
            raise InvalidTable(self.title, Message.of("table-columns"))
        for index, row in enumerate(self.rows):
            if len(row) != len(self.columns):
                message = Message.of(
                    "table-row", row=index + 1, cells=len(row), columns=len(self.columns)
                )
                raise InvalidTable(self.title, message)
