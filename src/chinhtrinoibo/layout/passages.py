"""The prose of a report, passage by passage in the order of the page: the one walk through it."""

from collections.abc import Iterator

import attrs

from chinhtrinoibo.model.reports import SummaryReport

#: The fields of a report that hold prose, themselves or in what stands in them.
PROSE = (
    *("title", "opening", "situation", "leadership", "results_lead", "results"),
    *("strengths", "shortcomings", "causes", "lessons_lead", "lessons"),
    *("directions_lead", "directions", "proposals", "closing", "headings"),
)
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
