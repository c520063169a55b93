"""The prose of a report, passage by passage in the order of the page: the one walk through it."""

import re
from collections.abc import Iterator

import attrs

from chinhtrinoibo.model.reports import SummaryReport

#: The fields of a report that hold prose, themselves or in what stands in them.
PROSE = (
    *("title", "opening", "situation", "leadership", "results_lead", "results"),
    *("strengths", "shortcomings", "causes", "lessons_lead", "lessons"),
    *("directions_lead", "directions", "proposals", "closing", "headings"),
)
_WORD = re.compile(r"[^\W\d_]{2}")
#: Within those, what points at something or sorts it, and is never printed.
_POINTERS = {"key", "kind", "of", "task_group", "shortcomings", "answers"}


def passages(report: SummaryReport) -> Iterator[tuple[str, str]]:
    """Yield every text of the prose with its path.

    >>> report = SummaryReport(title="tổng kết", issuer="Chi bộ 1", opening=["Một câu."])
    >>> list(passages(report))
    [('$.title', 'tổng kết'), ('$.opening[0]', 'Một câu.')]
    """
    for field in PROSE:
        yield from _texts(getattr(report, field), f"$.{field}")


def listed(report: SummaryReport) -> Iterator[tuple[str, str]]:
    """Yield the titles of the documents in the data, and the texts of annexes, with their paths.

    Cells without a word are left out: an annex may have a hundred thousand of numbers.

    >>> from chinhtrinoibo.model.annexes import Annex
    >>> annex = Annex(title="Kết quả", columns=["Tên", "Số"], rows=[("Chi bộ 1", "15")])
    >>> report = SummaryReport(title="tổng kết", issuer="Chi bộ 1", annexes=[annex])
    >>> [text for _, text in listed(report)]
    ['Kết quả', 'Tên', 'Số', 'Chi bộ 1']
    """
    if report.directive:
        yield from _texts(report.directive.document.title, "$.directive.document.title")
    for n, document in enumerate(report.documents):
        yield from _texts(document.title, f"$.documents[{n}].title")
    for n, document in enumerate(report.register or ()):
        yield from _texts(document.title, f"$.register.documents[{n}].title")
    for n, annex in enumerate(report.annexes):
        path = f"$.annexes[{n}]"
        for name in ("title", "columns", "note"):
            yield from _texts(getattr(annex, name), f"{path}.{name}")
        for row, cells in enumerate(annex.rows):
            for column, cell in enumerate(cells):
                if _WORD.search(cell):
                    yield f"{path}.rows[{row}][{column}]", cell


def _texts(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Yield every text within a value that is not empty, with its path."""
    if isinstance(value, str):
        if value:
            yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, f"{path}[{index}]")
    elif attrs.has(kind := type(value)):
        for field in attrs.fields(kind):
            if field.name not in _POINTERS:
                yield from _texts(getattr(value, field.name), f"{path}.{field.name}")
