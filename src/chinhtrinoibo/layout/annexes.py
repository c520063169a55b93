"""Annexes (phụ lục): the register, the figures, and tables of one's own."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import attrs

from chinhtrinoibo import metrics, words
from chinhtrinoibo.errors import InvalidTable
from chinhtrinoibo.layout.blocks import (
    Align,
    Block,
    Column,
    NextPage,
    PageBreak,
    Paragraph,
    Places,
    Table,
)
from chinhtrinoibo.layout.origins import OriginOf, no_origin
from chinhtrinoibo.layout.outline import numeral
from chinhtrinoibo.layout.paging import paged
from chinhtrinoibo.layout.profiles import Profile
from chinhtrinoibo.layout.roles import Role
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model._fields import cleaned
from chinhtrinoibo.model.reports import SummaryReport
from chinhtrinoibo.paths import Steps
from chinhtrinoibo.text import clean

if TYPE_CHECKING:
    from chinhtrinoibo.model.annexes import Annex
    from chinhtrinoibo.model.documents import Document
    from chinhtrinoibo.model.figures import Figure
    from chinhtrinoibo.model.registers import Register

_SAMPLE = 200  # rows that are looked at to share out the width
_CELL_PADDING = 4.3  # millimetres, at both sides together
_AIR = 1.1  # of the longest cell, for longer ones behind the sample
_SIZE = 12  # points, of a table
_WIDEST = 55.0  # millimetres a column may ask for before the sheet is turned


class AnnexSource(Protocol):
    """What can stand behind a report: an ``Annex`` of the model, or an ``AnnexStream``."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The heads of its columns."""

    @property
    def rows(self) -> Iterable[tuple[str, ...]]:
        """Its rows, read once."""

    @property
    def note(self) -> str:
        """A line above the table."""


@attrs.frozen(kw_only=True, eq=False)
class AnnexStream:
    """An annex whose rows come from an iterator, read once while the file is written.

    Attributes:
        title: its title.
        columns: the heads of the columns.
        rows: tuples of texts, as many as there are columns.
        note: a line above the table, such as the unit.
    """

    title: str = attrs.field(converter=clean)
    columns: tuple[str, ...] = attrs.field(converter=cleaned)
    rows: Iterable[tuple[str, ...]]
    note: str = attrs.field(default="", converter=clean)


class _Listed(NamedTuple):
    """An annex, where it stands in the data, and where the cells of its rows do."""

    source: AnnexSource
    at: Steps = ()
    places: Places | None = None


def annexes(
    report: SummaryReport,
    profile: Profile,
    further: Iterable[AnnexSource] = (),
    *,
    cut: bool = True,
    origin: OriginOf = no_origin,
) -> Iterator[Block]:
    """Compose the annexes: the register, the figures, the report's own, and ``further`` ones."""
    listed: list[_Listed] = [
        *_register(report.register),
        *_figures(report.figures),
        *(_own(n, annex) for n, annex in enumerate(report.annexes)),
        *map(_Listed, further),
    ]
    for n, one in enumerate(listed, 1):
        yield from _annex(report, profile, one, n if len(listed) > 1 else None, cut, origin)


def _annex(
    report: SummaryReport,
    profile: Profile,
    listed: _Listed,
    n: int | None,
    cut: bool,
    origin: OriginOf,
) -> Iterator[Block]:
    source, at, places = listed
    rows = _clean_rows(source)
    sample = list(islice(rows, _SAMPLE))
    columns = list(zip(source.columns, *sample, strict=True))
    wanted = [_wanted(*column) for column in columns]
    landscape = sum(min(width, _WIDEST) for width in wanted) > profile.page.text_width
    page = profile.page.turned() if landscape else profile.page
    yield PageBreak(landscape, profile.page.numbered_annexes)
    form = profile.words.annex
    name = form.split(" {")[0] if n is None else numeral(form, n)
    with_report, note = _with_report(report, profile), source.note
    titled = origin(at, (*at, "title")) if at else None
    noted = origin((*at, "note")) if at else None
    above = [
        Paragraph(Role.ANNEX, name, keep=True),
        Paragraph(Role.ANNEX_TITLE, source.title.upper(), keep=True, origin=titled),
        *([Paragraph(Role.ANNEX_NOTE, with_report, keep=True)] if with_report else []),
        *([Paragraph(Role.ANNEX_NOTE, note, keep=True, origin=noted)] if note else []),
    ]
    yield from above
    widths = _share_out(wanted, page.text_width)
    aligns = [_align(cells) for _, *cells in columns]
    heads = list(map(Column, source.columns, widths, aligns))
    tables = paged(heads, chain(sample, rows), profile, page, above if cut else None)
    yield from tables if titled is None else _placed(tables, places)


def _placed(tables: Iterable[Table | NextPage], places: Places | None) -> Iterator[Block]:
    """Yield the tables of an annex, which then know where their cells come from."""
    first = 0
    for table in tables:
        if isinstance(table, Table):
            rows = tuple(table.rows)
            yield table._replace(rows=rows, first=first, places=places)
            first += len(rows)
        else:
            yield table


def _clean_rows(source: AnnexSource) -> Iterator[tuple[str, ...]]:
    """Yield rows as clean text; nearly all are, and pass as they came.

    Raises:
        InvalidTable: a row holds other things than texts, or another number of them than there
            are columns.
    """
    width = len(source.columns)
    rows: Iterable[Any] = source.rows  # what callers hand in, whatever its type says
    for n, row in enumerate(rows, 1):
        try:
            together = "".join(row) if isinstance(row, tuple | list) else None
        except TypeError:
            together = None
        if together is None:
            raise InvalidTable(source.title, Message.of("table-cells", row=n))
        if len(row) != width:
            message = Message.of("table-row", row=n, cells=len(row), columns=width)
            raise InvalidTable(source.title, message)
        yield tuple(row) if clean(together) is together else cleaned(row)


def _with_report(report: SummaryReport, profile: Profile) -> str:
    """Say which report the annex goes with, where the form wants it and the report is issued."""
    if not (profile.words.annex_note and report.number and report.date) or report.draft:
        return ""
    return profile.words.annex_note.format(
        number=report.number, date=words.long_date(report.date), issuer=report.issuer.name
    )


def _wanted(head: str, *cells: str) -> float:
    """Return the width that a column would like: its longest cell, its head on two lines."""
    longest = max(cells, key=len, default="")
    if len(cells) == _SAMPLE and " " not in longest:
        longest += "00"  # running numbers grow behind the sample
    word = max((metrics.width(word, _SIZE, bold=True) for word in head.split()), default=0.0)
    halved = metrics.width(head, _SIZE, bold=True) / 2
    widest = max(metrics.width(longest, _SIZE), word, halved)
    return widest * _AIR * metrics.MILLIMETRES + _CELL_PADDING


def _share_out(wanted: Sequence[float], width: float) -> list[float]:
    """Give each column what it wants, within a fair share; the widest takes what is left."""
    widths = list(wanted)
    narrow_first = sorted(range(len(wanted)), key=wanted.__getitem__)
    for done, column in enumerate(narrow_first):
        widths[column] = min(wanted[column], width / (len(wanted) - done))
        width -= widths[column]
    widths[narrow_first[-1]] += width
    return widths


def _align(cells: Sequence[str]) -> Align:
    """Set figures right, serials and dates in the middle, words left."""
    filled = [text for cell in cells if (text := cell.removesuffix(_ESTIMATED))]
    if not filled or not all(cell[0] in _FIRSTS for cell in filled):
        return "text"
    longest = max(map(len, filled))
    if longest > _SHORT and _NUMBERS.issuperset("".join(filled)):
        return "number"
    return "center" if longest <= _MARK else "text"


_ESTIMATED = " (ước)"
_NUMBERS = frozenset("0123456789.,-%…")
_FIRSTS = frozenset("0123456789-…")
_SHORT, _MARK = 3, 12  # letters of a serial, and of a date or a document number


def _own(n: int, annex: "Annex") -> _Listed:
    """Return an annex of the report's own."""

    def places(row: int) -> tuple[Steps, ...]:
        return tuple(("annexes", n, "rows", row, column) for column in range(len(annex.columns)))

    return _Listed(annex, ("annexes", n), places)


def _register(register: "Register | None") -> Iterator[_Listed]:
    """The list of documents issued (danh mục văn bản đã ban hành)."""
    if register and register.documents:
        stream = AnnexStream(
            title="Danh mục văn bản đã ban hành",
            columns=(
                "STT",
                "Tên loại",
                "Số và ký hiệu",
                "Ngày ban hành",
                "Cơ quan ban hành",
                "Trích yếu nội dung",
            ),
            rows=map(_document_row, range(1, len(register) + 1), register.documents),
        )
        yield _Listed(stream, ("register",), _document_places)


def _document_row(n: int, document: "Document") -> tuple[str, ...]:
    return (
        str(n),
        words.upper_first(document.subkind or str(document.kind or "")),
        str(document.number or document.short_name),
        words.short_date(document.date) if document.date else "",
        str(document.issuer or ""),
        words.upper_first(document.title),
    )


def _document_places(row: int) -> tuple[Steps, ...]:
    fields = ((), ("kind",), ("number",), ("date",), ("issuer",), ("title",))
    return tuple(("register", "documents", row, *field) for field in fields)


def _figures(figures: "Sequence[Figure]") -> Iterator[_Listed]:
    """The table of figures (biểu số liệu): a column a period where indicators have several."""
    tabled = [figure for figure in figures if figure.tabled]
    if not tabled:
        return
    indicators: dict[tuple[str, str, str], dict[str, Figure]] = {}
    for figure in tabled:
        row = indicators.setdefault((figure.indicator, figure.unit, figure.organization), {})
        row[_time(figure)] = figure
    several = any(len(row) > 1 for row in indicators.values())
    lossless = sum(map(len, indicators.values())) == len(tabled)
    columns, rows = _by_period(indicators) if several and lossless else _one_by_one(tabled)
    stream = AnnexStream(title="Biểu số liệu", columns=columns, rows=rows)
    numbers = {id(figure): n for n, figure in enumerate(figures)}

    def places(row: int) -> tuple[Steps, ...]:
        if not (several and lossless):
            at = ("figures", numbers[id(tabled[row])])
            return tuple((*at, *field) for field in _FIELDS)
        cells = list(indicators.values())[row]
        periods = dict.fromkeys(period for cells in indicators.values() for period in cells)
        found = [numbers.get(id(cells.get(period)), -1) for period in periods]
        return ((), (), (), *(("figures", n) if n >= 0 else () for n in found))

    yield _Listed(stream, ("figures",), places)


_FIELDS = (("key",), ("indicator",), ("unit",), ("period",), ("target",), (), ("share",), ("base",))


def _by_period(
    indicators: "dict[tuple[str, str, str], dict[str, Figure]]",
) -> tuple[tuple[str, ...], Iterable[tuple[str, ...]]]:
    periods = dict.fromkeys(period for row in indicators.values() for period in row)
    rows = (
        (
            str(n),
            " - ".join(filter(None, (indicator, organization))),
            unit,
            *(_cell(row.get(period)) for period in periods),
        )
        for n, ((indicator, unit, organization), row) in enumerate(indicators.items(), 1)
    )
    heads = (words.upper_first(period) or "Số liệu" for period in periods)
    return ("STT", "Chỉ tiêu", "Đơn vị tính", *heads), rows


def _one_by_one(figures: "Sequence[Figure]") -> tuple[tuple[str, ...], Iterable[tuple[str, ...]]]:
    rows = (
        (
            str(n),
            " - ".join(filter(None, (figure.indicator, figure.organization))),
            figure.unit,
            words.upper_first(_time(figure)),
            "" if figure.target is None else figure.plain(figure.target),
            _cell(figure),
            words.upper_first(figure.share() or ""),
            words.upper_first(figure.change() or ""),
        )
        for n, figure in enumerate(figures, 1)
    )
    heads = (
        "STT",
        "Chỉ tiêu",
        "Đơn vị tính",
        "Thời gian",
        "Mục tiêu",
        "Thực hiện",
        "Tỷ lệ",
        "So sánh",
    )
    return heads, rows


def _time(figure: "Figure") -> str:
    """Return the period that a figure covers, or the day on which it was taken."""
    if figure.period is None and figure.as_of:
        return f"đến {words.short_date(figure.as_of)}"
    return str(figure.period or "")


def _cell(figure: "Figure | None") -> str:
    """Print a figure in a cell; “…” is *not reported*, which is not zero."""
    if figure is None or figure.value is None:
        return "…"
    return figure.plain() + (_ESTIMATED if figure.estimated else "")
