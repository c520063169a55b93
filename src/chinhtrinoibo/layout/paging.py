"""Long tables, cut where the page ends, so that no seam shows and the heads stand on every page.

Word processors slow down with the square of a table's rows: LibreOffice needs half a minute for
five thousand. Tables of a page each are quick. What fits on a page is told from the widths of the
letters, with a line to spare; a row that is one line taller than told changes nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from chinhtrinoibo import metrics
from chinhtrinoibo.layout.blocks import Column, NextPage, Paragraph, Table
from chinhtrinoibo.layout.profiles import Page, Profile
from chinhtrinoibo.layout.roles import Role

#: Tables of so many rows are left whole: they are laid out at once, and easier to edit.
WHOLE = 400

_LEADING = 1.15  # of the size: the pitch of single-spaced lines in Times
_BORDER = 0.5  # points, of one row
_PADDING = 11.8  # points at both sides of a cell, and a point for what rounding takes
_SEAM = 1.0  # points, of the paragraph between two tables
_SAFETY = 1.02  # letters may be set a little wider than their table says
_GENEROUS = 1.05  # what later cells may have in wider letters
_NARROW, _FEW = 0.45, 3  # ems of an ordinary letter; letters that say little of a column
_SYLLABLE = 4  # ems of the longest syllable, which may leave the end of a line empty


def paged(
    columns: Sequence[Column],
    rows: Iterable[tuple[str, ...]],
    profile: Profile,
    page: Page,
    above: Iterable[Paragraph] | None,
) -> Iterator[Table | NextPage]:
    """Yield a table whole, or a long one cut into tables of a page each.

    Args:
        columns: the columns, with their widths.
        rows: the rows, read once.
        profile: the form, which says how large the letters are.
        page: the sheet.
        above: the paragraphs that stand above the table on its first page; None to leave the
            table whole, where the sizes of the letters are not ours to know.
    """
    columns, rows = tuple(columns), iter(rows)
    if above is None:
        yield Table(columns, rows)
        return
    first = list(islice(rows, WHOLE + 1))
    if len(first) <= WHOLE:
        yield Table(columns, first)
        return
    room = page.text_height / metrics.MILLIMETRES - _BORDER - _head_height(columns, profile)
    height = _row_height(columns, first, profile)
    spare = profile.looks[Role.TABLE_TEXT].size * _LEADING + _BORDER
    used = spare + sum(_paragraph_height(paragraph, profile, page) for paragraph in above)
    sheet: list[tuple[str, ...]] = []
    for row in chain(first, rows):
        tall = height(row)
        if used + tall > room and sheet:
            yield Table(columns, sheet)
            yield NextPage()
            sheet, used = [], spare + _SEAM
        sheet.append(row)
        used += tall
    yield Table(columns, sheet)


class _Gauge(NamedTuple):
    """How a column tells the lines of a cell from its letters alone.

    Attributes:
        one: up to so many letters, a cell surely stands on one line.
        more: beyond so many, it surely takes more than one.
        two: and up to so many, no more than two.
        room: what a line holds, for the cells in between, which are measured.
    """

    one: int
    more: int
    two: int
    room: int


def _row_height(
    columns: Sequence[Column], sample: Sequence[tuple[str, ...]], profile: Profile
) -> Callable[[tuple[str, ...]], float]:
    """Return a function that tells the height of a row: that of its tallest cell."""
    size = profile.looks[Role.TABLE_TEXT].size
    pitch = size * _LEADING
    gauges = [
        _gauge(_measure(column), cells, size)
        for column, cells in zip(columns, zip(*sample, strict=True), strict=True)
    ]
    rooms = [gauge.room for gauge in gauges]
    lines = metrics.words().lines

    def height(row: tuple[str, ...]) -> float:
        if "\n" in "".join(row):
            return max(map(lines, row, rooms)) * pitch + _BORDER
        most = 1
        for cell, (one, more, two, room) in zip(row, gauges):  # noqa: B905 - as long as each other
            letters = len(cell)
            if letters > one:
                most = max(most, 2 if more < letters <= two else lines(cell, room))
        return most * pitch + _BORDER

    return height


def _gauge(measure: float, cells: Sequence[str], size: float) -> _Gauge:
    """Gauge a column by its first cells, with a little to spare for letters of later ones."""
    paces = [metrics.width(cell, size) / len(cell) for cell in cells if len(cell) >= _FEW]
    widest = max((*paces, size * _NARROW)) * _GENEROUS
    narrowest = min((*paces, size * _NARROW)) / _GENEROUS
    return _Gauge(
        one=int(measure / widest),
        more=int(measure / narrowest),
        two=int(2 * (measure - _SYLLABLE * size) / widest),
        room=metrics.room(measure, size),
    )


def _measure(column: Column) -> float:
    """Return how wide the lines of a column are, in points."""
    return (column.width / metrics.MILLIMETRES - _PADDING) / _SAFETY


def _head_height(columns: Sequence[Column], profile: Profile) -> float:
    look = profile.looks[Role.TABLE_HEAD]
    lines = (
        metrics.lines(column.head, look.size, _measure(column), bold=look.bold)
        for column in columns
    )
    return max(lines) * look.size * _LEADING + _BORDER


def _paragraph_height(paragraph: Paragraph, profile: Profile, page: Page) -> float:
    look = profile.looks[paragraph.role]
    measure = page.text_width / metrics.MILLIMETRES / _SAFETY
    lines = metrics.lines(paragraph.text, look.size, measure, bold=look.bold, italic=look.italic)
    return lines * (look.line or look.size * _LEADING) + look.before + look.after
