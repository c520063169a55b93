"""Findings as SARIF 2.1.0, the exchange format that code hosts and editors read.

Columns are code points. Rules carry their help; silenced findings are suppressions with a reason.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from chinhtrinoibo.findings import Edit, Finding, Findings, Place, Spot
from chinhtrinoibo.listing.discretion import discreet, private
from chinhtrinoibo.rules.rule import Rule

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def to_sarif(findings: Findings, rules: Mapping[str, Rule], version: str) -> str:
    """Return findings as a SARIF log of one run.

    Args:
        findings: what was found, in any number of files.
        rules: every rule that a finding may name, by code.
        version: the version of the library.
    """
    used = {code: n for n, code in enumerate(sorted(rules))}
    prints, hidden = Counter[str](), private(findings)
    run = {
        "tool": {
            "driver": {
                "name": "chinhtrinoibo",
                "semanticVersion": version,
                "language": "vi",
                "rules": [_rule(rules[code]) for code in used],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, used, prints, hidden) for finding in findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    bases = "; ".join(map(str, rule.bases))
    examples = [f"Sai: {rule.wrong}", f"Đúng: {rule.right}"] if rule.wrong else []
    lines = (rule.why, *examples, f"Căn cứ: {bases}.")
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why or rule.title},
        "help": {"text": "\n".join(filter(None, lines))},
        "defaultConfiguration": {"level": str(rule.severity)},
    }


def _result(
    finding: Finding, used: Mapping[str, int], prints: Counter[str], hidden: frozenset[str]
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": used.get(finding.code, -1),
        "level": str(finding.severity),
        "message": {"text": finding.said},
        "locations": [_location(finding, hidden)],
        "partialFingerprints": {"place/v1": _print(finding, prints)},
        "properties": {"certainty": str(finding.certainty), "english": finding.message.english},
    }
    if finding.related:
        result["relatedLocations"] = [
            _location(place, hidden) | {"id": n} for n, place in enumerate(finding.related, 1)
        ]
    if finding.silenced:
        result["suppressions"] = [{"kind": "external", "justification": finding.silenced}]
    if changes := _changes(finding):
        result["fixes"] = [{"artifactChanges": changes}]
    return result


def _location(place: Finding | Place, hidden: frozenset[str]) -> dict[str, Any]:
    location: dict[str, Any] = {"logicalLocations": [{"fullyQualifiedName": place.path}]}
    if place.spot and place.spot.source:
        location["physicalLocation"] = {
            "artifactLocation": _artifact(place.spot),
            "region": _region(place.spot),
            "contextRegion": {
                "startLine": place.spot.line,
                "snippet": {"text": discreet(place.spot.excerpt, hidden)},
            },
        }
    return location


def _artifact(spot: Spot) -> dict[str, Any]:
    return {"uri": quote(PurePath(spot.source).as_posix(), safe="/")}


def _region(spot: Spot) -> dict[str, Any]:
    return {
        "startLine": spot.line,
        "startColumn": spot.column,
        "endLine": spot.end_line,
        "endColumn": spot.end_column,
    }


def _changes(finding: Finding) -> list[dict[str, Any]]:
    """Return the changes that put a finding right; none where one of them has no exact place."""
    edits = _edits(finding)
    placed = [(edit, edit.spot) for edit in edits if edit.spot and edit.spot.exact]
    if not placed or len(placed) < len(edits) or not placed[0][1].source:
        return []
    replacements = _replacements(placed)
    return [{"artifactLocation": _artifact(placed[0][1]), "replacements": replacements}]


def _replacements(placed: Iterable[tuple[Edit, Spot]]) -> list[dict[str, Any]]:
    return [
        {"deletedRegion": _region(spot), "insertedContent": {"text": edit.written}}
        for edit, spot in placed
    ]


def _print(finding: Finding, prints: Counter[str]) -> str:
    """Return a name for a finding that stays when lines move; the n-th of a kind has its n."""
    file = PurePath(finding.spot.source).as_posix() if finding.spot else ""
    found = (edit.found for edit in _edits(finding))
    said = (file, finding.code, finding.path, finding.actual, *found)
    digest = hashlib.sha256("\0".join(said).encode()).hexdigest()[:24]
    prints[digest] += 1
    return f"{digest}:{prints[digest]}"


def _edits(finding: Finding) -> tuple[Edit, ...]:
    return finding.fix.edits if finding.fix else ()
