"""Tables become text, row by row, so that a long one never stands in memory."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial

from chinhtrinoibo.layout.blocks import Column, Note, Table
from chinhtrinoibo.layout.roles import Role
from chinhtrinoibo.word._comments import noted_runs
from chinhtrinoibo.word._styles import GRID
from chinhtrinoibo.word._xml import dxa, is_plain, run_text

_ROLES = {
    "text": Role.TABLE_TEXT,
    "center": Role.TABLE_CENTER,
    "number": Role.TABLE_NUMBER,
}


def table_writer(styles: dict[Role, str]) -> Callable[[Table], Iterator[str]]:
    """Return a function that yields a table with borders, whose head row repeats on each page.

    Rows stay whole but for the head and the first: LibreOffice loses rows behind a first row that
    must not break and just fits on its page.
    """
    form_of = lru_cache(4)(partial(_form, styles))  # a long table is many of one form

    def table(block: Table) -> Iterator[str]:
        opening, plain, marked = form_of(block.columns)
        yield opening
        start = "<w:tr>"
        if block.notes:
            yield from _noted_rows(block.rows, block.notes, marked)
            yield "</w:tbl>"
            return
        for row in block.rows:
            if is_plain("".join(row)):
                yield f"{start}{plain % row}</w:tr>"
            else:
                yield f"{start}{marked % tuple(map(run_text, row))}</w:tr>"
            start = _NEXT_ROW
        yield "</w:tbl>"

    return table


_NEXT_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"


def _noted_rows(
    rows: Iterable[tuple[str, ...]], notes: Mapping[tuple[int, int], tuple[Note, ...]], form: str
) -> Iterator[str]:
    """Yield rows with notes in their margin."""
    form, start = form.replace("<w:r>%s</w:r>", "%s"), "<w:tr>"
    for n, row in enumerate(rows):
        cells = (noted_runs(cell, (), notes.get((n, m), ())) for m, cell in enumerate(row))
        yield f"{start}{form % tuple(cells)}</w:tr>"
        start = _NEXT_ROW


def _form(styles: dict[Role, str], columns: tuple[Column, ...]) -> tuple[str, str, str]:
    """Return the opening of a table, and the form of its rows, for plain texts and for others."""
    widths = [dxa(column.width) for column in columns]
    marked = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
        f'<w:pStyle w:val="{styles[_ROLES[column.align]]}"/></w:pPr><w:r>%s</w:r></w:p></w:tc>'
        for width, column in zip(widths, columns, strict=True)
    )
    plain = marked.replace("%s", '<w:t xml:space="preserve">%s</w:t>')
    return _opening(widths, columns, styles), plain, marked


def _opening(widths: list[int], columns: tuple[Column, ...], styles: dict[Role, str]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    heads = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{styles[Role.TABLE_HEAD]}"/></w:pPr>'
        f"<w:r>{run_text(column.head)}</w:r></w:p></w:tc>"
        for width, column in zip(widths, columns, strict=True)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{GRID}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{heads}</w:tr>"
    )
