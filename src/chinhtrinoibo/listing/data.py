"""Findings as JSON: every field, in both languages."""

import json
from typing import Any

from chinhtrinoibo.findings import Basis, Edit, Finding, Findings, Place, Spot
from chinhtrinoibo.spans import Span

VERSION = 1
"""The version of the shape; it grows when a key changes its meaning or goes."""


def to_json(findings: Findings) -> str:
    """Return findings as a JSON object; those that are silenced carry their reason."""
    counts = {
        "error": len(findings.errors),
        "warning": len(findings.warnings),
        "note": len(findings.notes),
        "silenced": len(findings) - len(findings.told),
    }
    whole = {"version": VERSION, "counts": counts, "findings": [_finding(one) for one in findings]}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "certainty": str(finding.certainty),
        **_place(finding),
        "message": {
            "id": finding.message.code,
            "values": dict(finding.message.values),
            "vi": finding.message.vietnamese,
            "en": finding.message.english,
        },
        "expected": finding.expected,
        "actual": finding.actual,
        "related": [_place(place) | {"text": place.text} for place in finding.related],
        "basis": _basis(finding.basis) if finding.basis else None,
        "fix": [_edit(edit) for edit in finding.fix.edits] if finding.fix else None,
        "silenced": finding.silenced or None,
    }


def _place(place: Finding | Place | Edit) -> dict[str, Any]:
    span: Span | None = place.span
    return {
        "path": place.path,
        "span": list(span) if span else None,
        "file": _spot(place.spot) if place.spot else None,
    }


def _spot(spot: Spot) -> dict[str, Any]:
    return {key: value for key, value in spot._asdict().items() if key != "excerpt"}


def _basis(basis: Basis) -> dict[str, Any]:
    return {
        "document": basis.document or None,
        "clause": basis.clause,
        "since": basis.since.isoformat() if basis.since else None,
        "until": basis.until.isoformat() if basis.until else None,
        "house": basis.house,
        "mark": basis.mark,
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return _place(edit) | {"found": edit.found, "replacement": edit.replacement}
