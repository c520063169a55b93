"""Data and model, both ways, in YAML, TOML, JSON and plain mappings.

Strict: every problem is reported at once, with its path and, for a file, its line and column. With
``_converter.py`` and ``_problems.py`` behind it, this is the only room that knows cattrs.
"""

import os
import warnings
from collections.abc import Mapping
from operator import attrgetter
from typing import Any

import cattrs

from chinhtrinoibo import sources
from chinhtrinoibo._converter import converter
from chinhtrinoibo._problems import decomposed, problems_of
from chinhtrinoibo.errors import ComposedText, InvalidInput, Problem, ReportingError
from chinhtrinoibo.model.reports import SummaryReport
from chinhtrinoibo.saving import save
from chinhtrinoibo.sources import Format


def load(path: str | os.PathLike[str]) -> SummaryReport:
    """Load a report from a file: ``.yaml``, ``.yml``, ``.toml`` or ``.json``.

    Raises:
        UnreadableSource: the file is missing, is not UTF-8, or is not of its format.
        InvalidInput: the data is no report; all problems at once, each with line and column.

    Warns:
        ComposedText: letters written in two code points (NFD) were composed.
    """
    return loads(sources.read_text(path), Format.of(path), os.fspath(path))


def loads(text: str, format: Format | str, source: str = "") -> SummaryReport:  # noqa: A002
    """Load a report from text in a format; as :func:`load`."""
    format_ = Format(format)
    tree = sources.parse(text, format_, source)
    try:
        return _structured(tree)
    except InvalidInput as exc:
        places = sources.locate(text, format_, [problem.path for problem in exc.problems])
        problems = [Problem(path, reason, *places[path]) for path, reason, *_ in exc.problems]
        problems.sort(key=attrgetter("line", "column"))
        raise InvalidInput(problems, source) from exc.__cause__


def load_report(data: Mapping[str, Any]) -> SummaryReport:
    """Load a report from data in hand: mappings, lists, texts, numbers, dates.

    Raises:
        InvalidInput: the data is no report; all problems at once, each with its path.
    """
    return _structured(data)


def dump_report(report: SummaryReport) -> dict[str, Any]:
    """Return a report as plain data; what has its usual value is left out."""
    data: dict[str, Any] = converter().unstructure(report)
    return data


def dumps(report: SummaryReport, format: Format | str) -> str:  # noqa: A002
    """Return a report as text in a format; loading it gives an equal report."""
    return sources.dump(dump_report(report), Format(format))


def dump(report: SummaryReport, path: str | os.PathLike[str]) -> None:
    """Write a report as data to a file of the format that the suffix names.

    Raises:
        UnreadableSource: the suffix names no format.
        CannotWrite: the file cannot be written; what stood there still stands.
    """
    save(dumps(report, Format.of(path)).encode(), path)


def _structured(tree: object) -> SummaryReport:
    """Turn a plain tree into a report, or say all that is in the way."""
    try:
        report: SummaryReport = converter().structure(tree, SummaryReport)
    except (cattrs.BaseValidationError, ReportingError, RecursionError) as exc:
        raise InvalidInput(problems_of(exc, tree)) from exc
    if paths := decomposed(tree):
        warnings.warn(ComposedText(paths), stacklevel=3)
    return report
