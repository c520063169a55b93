"""Citing: every document that texts cite, as a table or as data."""

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

from cyclopts import Parameter

from chinhtrinoibo.cli.console import answer, progress, refused, say
from chinhtrinoibo.errors import InvalidInput, UnreadableSource
from chinhtrinoibo.messages import Message

if TYPE_CHECKING:
    from chinhtrinoibo.listing.cited import Cited
    from chinhtrinoibo.model.reports import SummaryReport

_STANDARD_INPUT = Path("-")


class Rows(StrEnum):
    """How citations are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


def cite(
    *files: Annotated[Path, Parameter(allow_leading_hyphen=True)],
    format: Rows = Rows.TABLE,  # noqa: A002 - the name of the option
    register: Path | None = None,
    back: Annotated[bool, Parameter(negative="")] = False,
) -> int:
    """Liệt kê mọi văn bản được viện dẫn trong tệp văn bản, tệp .docx hoặc đầu vào chuẩn.

    Args:
        files: Các tệp văn bản (UTF-8) hoặc .docx; dấu - là đầu vào chuẩn.
        format: Cách ghi: table (bảng), jsonl (mỗi dòng một đối tượng JSON) hoặc csv.
        register: Tệp dữ liệu báo cáo có danh mục văn bản, để đối chiếu từng viện dẫn.
        back: Kể cả chỗ chỉ nhắc lại, như “Chỉ thị này”.
    """
    if not files:
        return refused(Message.of("cite-no-files"))
    try:
        known = _known(register)
    except (InvalidInput, UnreadableSource) as exc:
        say(str(exc))
        return 2
    rows: list[Cited] = []
    status = 0
    for file in progress(files, "Tìm viện dẫn"):
        try:
            rows += _cited(str(file), _read(file), known, back=back)
        except UnreadableSource as exc:
            say(str(exc))
            status = 2
    for line in _written(rows, format):
        answer(line)
    return status


def _known(register: Path | None) -> "SummaryReport | None":
    if register is None:
        return None
    from chinhtrinoibo.codec import load  # noqa: PLC0415 - cattrs is slow to import

    return load(register)


class _Text(NamedTuple):
    """What is read: lines that may be broken anywhere, or paragraphs, which are whole."""

    lines: tuple[str, ...]
    between: str


def _read(file: Path) -> _Text:
    if file.suffix.lower() == ".docx":
        from chinhtrinoibo.word.reader import read_paragraphs  # noqa: PLC0415 - lxml is slow

        return _Text(tuple(map(_one_line, read_paragraphs(file))), "\n\n")
    from chinhtrinoibo.sources import decoded, read_text  # noqa: PLC0415

    stdin = file == _STANDARD_INPUT
    text = decoded(sys.stdin.buffer.read(), "-") if stdin else read_text(file)
    return _Text(tuple(text.split("\n")), "\n")


def _one_line(paragraph: str) -> str:
    """Return a paragraph with its breaks as spaces, so that places in it stay."""
    return paragraph.replace("\n", " ")


def _cited(
    file: str, text: _Text, known: "SummaryReport | None", *, back: bool
) -> Iterator["Cited"]:
    """Yield the citations of a file with their places; one may reach over a line."""
    from chinhtrinoibo.citations import find_citations  # noqa: PLC0415
    from chinhtrinoibo.listing.cited import Cited  # noqa: PLC0415
    from chinhtrinoibo.resolution import resolve  # noqa: PLC0415

    whole = text.between.join(text.lines)
    citations = find_citations(whole, back=back)
    documents = known.known_documents if known else ()
    day = (known.period.last if known.period else known.date) if known else None
    meanings = resolve(citations, documents, day=day) if known else [None] * len(citations)
    places = _places(text, (citation.span.start for citation in citations))
    for citation, meaning, (line, column) in zip(citations, meanings, places, strict=True):
        yield Cited(file, line, column, citation, meaning)


def _places(text: _Text, offsets: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield line and column, from 1, of offsets in order."""
    line, begun = 0, 0
    for offset in offsets:
        while begun + len(text.lines[line]) < offset:
            begun += len(text.lines[line]) + len(text.between)
            line += 1
        yield line + 1, offset - begun + 1


def _written(rows: "list[Cited]", format_: Rows) -> Iterable[str]:
    from chinhtrinoibo.listing.cited import to_csv, to_json_lines, to_table  # noqa: PLC0415

    match format_:
        case Rows.TABLE:
            return to_table(rows)
        case Rows.JSONL:
            return to_json_lines(rows)
        case Rows.CSV:
            return (to_csv(rows),)
