"""Findings as lines for people: the place, the sentence, and the line with a caret under it."""

import unicodedata
from collections import Counter
from collections.abc import Iterator

from chinhtrinoibo.findings import Finding, Findings, Severity
from chinhtrinoibo.listing.discretion import discreet, private
from chinhtrinoibo.spans import Span

_AROUND = 36  # characters of an excerpt before and behind the place
_MOST = 110  # columns of a line that is shown whole
_WIDE = {"W", "F"}


def to_text(findings: Findings) -> str:
    """Return findings as lines for a terminal, in the order of the lines of their file.

    What is silenced is only counted.
    """
    hidden = private(findings)
    blocks = ["\n".join(_lines(finding, hidden)) for finding in _by_line(findings.told)]
    return "\n".join((*blocks, *_summary(findings)))


def _by_line(findings: Findings) -> list[Finding]:
    """Return findings file by file, from top to bottom; those without a file as they come."""
    files = {name: n for n, name in enumerate(dict.fromkeys(map(_source, findings)))}
    return sorted(findings, key=lambda one: (files[_source(one)], *(one.spot or ("", 0, 0))[1:3]))


def _source(finding: Finding) -> str:
    return finding.spot.source if finding.spot else ""


def _lines(finding: Finding, hidden: frozenset[str]) -> Iterator[str]:
    place = str(finding.spot) if finding.spot else finding.path
    yield f"{place}: {finding.severity.vietnamese} {finding.code}: {finding.said}"
    text, span = _shown(finding, hidden)
    if text:
        yield f"    {text}"
        yield f"    {caret(text, span)}"


def _summary(findings: Findings) -> Iterator[str]:
    """Yield a line of counts, where there is something to count."""
    counts = Counter(finding.severity for finding in findings.told)
    said = [f"{counts[one]} {one.vietnamese.lower()}" for one in Severity if counts[one]]
    if silenced := len(findings) - len(findings.told):
        said.append(f"{silenced} đã bỏ qua")
    if fixable := sum(finding.fixable for finding in findings.told):
        said.append(f"{fixable} sửa được bằng --fix")
    if said:
        yield ", ".join(said)


def _shown(finding: Finding, hidden: frozenset[str]) -> tuple[str, Span]:
    """Return the line that a finding stands in, cut where it is long, and its place there."""
    spot, span = finding.spot, finding.span
    if spot is None:
        return _cut(discreet(finding.text, hidden), span) if span else ("", Span(0, 0))
    start = spot.column - 1
    end = spot.end_column - 1 if spot.end_line == spot.line else len(spot.excerpt)
    return _cut(discreet(spot.excerpt, hidden), Span(start, max(end, start)))


def _cut(text: str, span: Span) -> tuple[str, Span]:
    """Return a part of a long line around a place, and the place in that part."""
    line = text.replace("\n", " ")
    if len(line) <= _MOST:
        return line, span
    start = max(0, span.start - _AROUND)
    end = min(len(line), min(span.end, span.start + _AROUND) + _AROUND)
    while start and unicodedata.combining(line[start]):  # a mark belongs to the letter before it
        start -= 1
    while end < len(line) and unicodedata.combining(line[end]):
        end += 1
    before, behind = "…" * (start > 0), "…" * (end < len(line))
    return before + line[start:end] + behind, span.shifted(len(before) - start)


def caret(line: str, span: Span) -> str:
    """Return carets to stand under a stretch of ``line``, whatever the width of its letters.

    >>> caret("Chỉ thị", Span(4, 7))
    '    ^^^'
    """
    before = "".join("\t" if sign == "\t" else " " * width(sign) for sign in line[: span.start])
    under = sum(width(sign) for sign in span.of(line))
    return before + "^" * max(under, 1)


def width(sign: str) -> int:
    """Return how many columns of a terminal a character takes."""
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in _WIDE else 1
