"""Tables become text, row by row, so that a long one never stands in memory."""

from collections.abc import Iterator

from chinhtrinoibo.errors import InvalidTable
from chinhtrinoibo.layout.blocks import Column, Table
from chinhtrinoibo.layout.profiles import Page
from chinhtrinoibo.layout.roles import Role
from chinhtrinoibo.messages import Message
from chinhtrinoibo.word._styles import GRID
from chinhtrinoibo.word._xml import dxa, escape, is_plain, run_text

_ROLES = {
    "text": Role.TABLE_TEXT,
    "center": Role.TABLE_CENTER,
    "number": Role.TABLE_NUMBER,
}


def table(block: Table, page: Page, styles: dict[Role, str]) -> Iterator[str]:
    """Yield a table with borders, whose head row stands again on each page."""
    widths = [dxa(column.width) for column in block.columns]
    yield _opening(widths, block.columns, styles)
    cells = [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
        f'<w:pStyle w:val="{styles[_ROLES[column.align]]}"/></w:pPr><w:r>%s</w:r></w:p></w:tc>'
        for width, column in zip(widths, block.columns, strict=True)
    ]
    row_form = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"
    plain_form = row_form.replace("%s", '<w:t xml:space="preserve">%s</w:t>')
    for n, row in enumerate(block.rows, 1):
        if len(row) != len(cells):
            message = Message.of("table-row", row=n, cells=len(row), columns=len(cells))
            raise InvalidTable(str(n), message)
        if is_plain("".join(row)):
            yield plain_form % row
        else:
            yield row_form % tuple(map(run_text, row))
    yield "</w:tbl>"


def _opening(widths: list[int], columns: tuple[Column, ...], styles: dict[Role, str]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    heads = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{styles[Role.TABLE_HEAD]}"/></w:pPr>'
        f"<w:r><w:t>{escape(column.head)}</w:t></w:r></w:p></w:tc>"
        for width, column in zip(widths, columns, strict=True)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{GRID}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"
    )
