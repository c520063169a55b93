"""Putting right what can be put right safely: new values, and not a letter more than needed."""

from collections.abc import Iterable
from typing import Any

import attrs

from chinhtrinoibo.findings import Edit, Finding, Fix
from chinhtrinoibo.model.reports import SummaryReport
from chinhtrinoibo.paths import Steps, split


def fix(report: SummaryReport, findings: Iterable[Finding]) -> SummaryReport:
    """Return a report with the safe fixes of ``findings`` applied.

    Of fixes that overlap the first wins, and the others wait for the next check. A fix whose words
    no longer stand in the report is left out. Silenced findings are left alone.

    >>> from chinhtrinoibo.rules.checking import check
    >>> report = SummaryReport(title="tổng kết", issuer="Chi bộ 1", opening=["Hết./."])
    >>> fix(report, check(report)).opening
    ('Hết.',)
    """
    standing = (finding for finding in findings if finding.fix and _stands(report, finding.fix))
    by_path: dict[str, list[Edit]] = {}
    for _, edits in chosen(standing):
        for edit in edits:
            by_path.setdefault(edit.path, []).append(edit)
    for path, together in by_path.items():
        text = text_at(report, split(path)) or ""
        report = replaced(report, split(path), edited(text, together))
    return report


def chosen(findings: Iterable[Finding]) -> list[tuple[Finding, tuple[Edit, ...]]]:
    """Return the fixes that can be applied together, in order; of two that overlap the first."""
    taken: dict[str, list[Edit]] = {}
    fixes: list[tuple[Finding, tuple[Edit, ...]]] = []
    for finding in findings:
        if finding.silenced or finding.fix is None or not _fits(finding.fix, taken):
            continue
        fixes.append((finding, finding.fix.edits))
        for edit in finding.fix.edits:
            taken.setdefault(edit.path, []).append(edit)
    return fixes


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` after edits that do not overlap."""
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def replaced(value: Any, steps: Steps, text: str) -> Any:
    """Return a value of the model, or plain data, with the text at ``steps`` replaced."""
    if not steps or isinstance(value, str):  # in data a text alone may fill its entry
        return text
    step, *rest = steps
    if isinstance(value, tuple | list) and isinstance(step, int):
        inner = replaced(value[step], tuple(rest), text)
        return type(value)([*value[:step], inner, *value[step + 1 :]])
    if isinstance(value, dict):
        return {**value, step: replaced(value[step], tuple(rest), text)}
    name = str(step)
    return attrs.evolve(value, **{name: replaced(getattr(value, name), tuple(rest), text)})


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


def _fits(fix: Fix, taken: dict[str, list[Edit]]) -> bool:
    """Tell whether a fix touches nothing that another has taken."""
    return not any(
        edit.span.overlaps(other.span) or edit.span.start == other.span.start
        for edit in fix.edits
        for other in taken.get(edit.path, ())
    )
