"""Putting right what can be put right safely: new values, and not a letter more than needed."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from chinhtrinoibo.findings import Edit, Finding, Fix
from chinhtrinoibo.model.reports import SummaryReport
from chinhtrinoibo.paths import Step, Steps, split
from chinhtrinoibo.rules.arguments import expect_report
from chinhtrinoibo.spans import Span, spliced


def fix(report: SummaryReport, findings: Iterable[Finding]) -> SummaryReport:
    """Return a report with the safe fixes of ``findings`` applied.

    Of fixes that overlap the first wins, and the others wait for the next check. A fix whose words
    no longer stand in the report is left out. Silenced findings are left alone.

    Raises:
        InvalidArgument: ``report`` is no report, such as the name of its file.

    >>> from chinhtrinoibo.rules.checking import check
    >>> report = SummaryReport(title="tổng kết", issuer="Chi bộ 1", opening=["Hết./."])
    >>> fix(report, check(report)).opening
    ('Hết.',)
    """
    expect_report(report)
    standing = (finding for finding in findings if finding.fix and _stands(report, finding.fix))
    edits = (edit for _, together in chosen(standing) for edit in together)
    texts = {
        steps: spliced(text_at(report, steps) or "", changes)
        for steps, changes in grouped(edits).items()
    }
    fixed: SummaryReport = replaced(report, texts)
    return fixed


def chosen(findings: Iterable[Finding]) -> list[tuple[Finding, tuple[Edit, ...]]]:
    """Return the fixes that can be applied together, in order; of two that overlap the first."""
    taken: dict[str, list[Span]] = {}
    fixes: list[tuple[Finding, tuple[Edit, ...]]] = []
    for finding in findings:
        if finding.silenced or finding.fix is None or not _fits(finding.fix, taken):
            continue
        fixes.append((finding, finding.fix.edits))
        for edit in finding.fix.edits:
            insort(taken.setdefault(edit.path, []), edit.span)
    return fixes


def grouped(edits: Iterable[Edit]) -> dict[Steps, list[tuple[Span, str]]]:
    """Return what edits change, text by text."""
    changes: dict[Steps, list[tuple[Span, str]]] = {}
    for edit in edits:
        changes.setdefault(split(edit.path), []).append((edit.span, edit.replacement))
    return changes


def replaced(value: Any, texts: Mapping[Steps, str]) -> Any:
    """Return a value of the model, or plain data, with the texts at some places replaced."""
    if not texts:
        return value
    if isinstance(value, str):  # in data a text alone may fill its entry
        return next(iter(texts.values()))
    within: dict[Step, dict[Steps, str]] = {}
    for (step, *rest), text in texts.items():
        within.setdefault(step, {})[tuple(rest)] = text
    if isinstance(value, tuple | list):
        return type(value)(replaced(item, within.get(n, {})) for n, item in enumerate(value))
    if isinstance(value, dict):
        return value | {step: replaced(value[step], inner) for step, inner in within.items()}
    parts = ((str(step), inner) for step, inner in within.items())
    return attrs.evolve(
        value, **{name: replaced(getattr(value, name), inner) for name, inner in parts}
    )


def text_at(report: SummaryReport, steps: Steps) -> str | None:
    """Return the text at ``steps``; None where there is none."""
    value: Any = report
    try:
        for step in steps:
            value = value[step] if isinstance(step, int) else getattr(value, step)
    except (AttributeError, IndexError, TypeError):
        return None
    return value if isinstance(value, str) else None


def _stands(report: SummaryReport, fix: Fix) -> bool:
    """Tell whether the words that a fix replaces still stand where it says."""
    texts = ((text_at(report, split(edit.path)), edit) for edit in fix.edits)
    return all(text is not None and edit.span.of(text) == edit.found for text, edit in texts)


def _fits(fix: Fix, taken: dict[str, list[Span]]) -> bool:
    """Tell whether a fix touches nothing that another has taken."""
    return not any(_touches(edit.span, taken.get(edit.path, [])) for edit in fix.edits)


def _touches(span: Span, taken: list[Span]) -> bool:
    """Tell whether a span overlaps its neighbour among ``taken``, or begins where one does."""
    n = bisect_left(taken, span)
    near = taken[max(n - 1, 0) : n + 1]
    return any(span.overlaps(other) or span.start == other.start for other in near)
