"""Data files, checked and put right where they stand: every finding has its line and column.

What keeps a file from being a report is a finding like any other.
"""

import os
import warnings
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Unpack

import attrs

from chinhtrinoibo import codec, sources
from chinhtrinoibo.errors import (
    ComposedText,
    InvalidInput,
    InvalidProfile,
    Problem,
    UnreadableSource,
)
from chinhtrinoibo.findings import Edit, Finding, Findings, Fix, Place, Spot
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model.reports import SummaryReport
from chinhtrinoibo.paths import ROOT, split
from chinhtrinoibo.rules.checking import Options, check, noted
from chinhtrinoibo.rules.fixing import text_at
from chinhtrinoibo.rules.notices import LOAD01, LOAD02, LOAD03
from chinhtrinoibo.rules.rule import Rule
from chinhtrinoibo.sources import Format


class _File(NamedTuple):
    """A data file as read: its name, its text, and how it is written."""

    name: str
    text: str
    format: Format


def check_file(path: str | os.PathLike[str], **options: Unpack[Options]) -> Findings:
    """Check a data file; what keeps it from being a report is among the findings.

    Args:
        path: the file.
        options: as :func:`chinhtrinoibo.check` takes them.

    Raises:
        InvalidArgument: an option is of another kind, such as the name of a file for a report.
        InvalidProfile: the form that is asked for is unknown.
        InvalidRules: two rules share a code.
        InvalidSettings: the settings name unknown rules or contradict themselves.
        UnreadableSource: the file of settings cannot be read.
    """
    try:
        file = _read(path)
    except UnreadableSource as exc:
        return Findings([_unreadable(exc)])
    return check_text(file.text, file.format, file.name, **options)


def check_text(
    text: str,
    format: Format | str,  # noqa: A002 - as in loads
    source: str = "",
    **options: Unpack[Options],
) -> Findings:
    """Check the text of a data file; as :func:`check_file`."""
    file = _File(source, text, Format(format))
    try:
        report, notes = loaded(file.text, file.format, source)
    except UnreadableSource as exc:
        return Findings([_unreadable(exc, file.text)])
    except InvalidInput as exc:
        return _located([_invalid(problem) for problem in exc.problems], file, None)
    return _located(_checked(report, notes, options), file, report)


def loaded(text: str, format_: Format, source: str = "") -> tuple[SummaryReport, Findings]:
    """Return the report in a text, and what was noted while it was loaded.

    Raises:
        UnreadableSource: the text is not of its format.
        InvalidInput: the data is no report.
    """
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", ComposedText)
        report = codec.loads(text, format_, source)
    return report, Findings(map(_composed, caught))


def _located(findings: Iterable[Finding], file: _File, report: SummaryReport | None) -> Findings:
    """Return findings with their places in the file that the report was loaded from."""
    findings = tuple(findings)
    wanted = [one for finding in findings for one in _wanted(finding, report)]
    places = list(sources.find(file.text, file.format, wanted))
    spots = iter(list(zip(_spots(places, file), places, strict=True)))
    return Findings([_placed(finding, spots) for finding in findings])


def _checked(report: SummaryReport, notes: Findings, options: Options) -> Iterable[Finding]:
    """Check a report; a form that is unknown to the data itself is a finding."""
    try:
        return [*noted(notes, report, options), *check(report, **options)]
    except InvalidProfile as exc:
        if options.get("profile") is not None or exc.given != report.profile:
            raise
        return [*notes, _invalid(Problem("$.profile", exc.reason))]


def _read(path: str | os.PathLike[str]) -> _File:
    return _File(os.fspath(path), sources.read_text(path), Format.of(path))


def _invalid(problem: Problem) -> Finding:
    return _notice(LOAD01, problem.path, problem.message)


def _unreadable(exc: UnreadableSource, text: str = "") -> Finding:
    line, column = exc.line or 1, exc.column or 1
    lines = text.splitlines()
    excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
    spot = Spot(exc.source, line, column, line, column, excerpt)
    return attrs.evolve(_notice(LOAD02, ROOT, exc.reason), spot=spot)


def _composed(warning: warnings.WarningMessage) -> Finding:
    paths = getattr(warning.message, "paths", ())
    message = Message.of("composed", count=len(paths), places=", ".join(paths[:5]))
    return _notice(LOAD03, paths[0] if paths else ROOT, message)


def _notice(rule: Rule, path: str, message: Message) -> Finding:
    return Finding(code=rule.code, severity=rule.severity, path=path, message=message)


def _wanted(finding: Finding, report: SummaryReport | None) -> Iterator[sources.Wanted]:
    """Yield the places that a finding speaks of: its own, the related ones, those of its fix."""
    edits = finding.fix.edits if finding.fix else ()
    places: tuple[Finding | Place | Edit, ...] = (finding, *finding.related, *edits)
    for place in places:
        text = text_at(report, split(place.path)) if report else None
        yield place.path, place.span, text or ""


def _placed(finding: Finding, spots: Iterator[tuple[Spot, sources.Place]]) -> Finding:
    """Return a finding with its spots, taken in the order of ``_wanted``."""
    spot, _ = next(spots)
    related = [attrs.evolve(place, spot=next(spots)[0]) for place in finding.related]
    fix = finding.fix
    if fix:
        fix = Fix([_written(edit, *next(spots)) for edit in fix.edits])
    return attrs.evolve(finding, spot=spot, related=related, fix=fix)


def _written(edit: Edit, spot: Spot, place: sources.Place) -> Edit:
    written = place.written.spell(edit.replacement) if place.written else ""
    return attrs.evolve(edit, spot=spot, written=written)


def _spots(places: Sequence[sources.Place], file: _File) -> Iterator[Spot]:
    offsets = [offset for place in places for offset in place.span]
    found = iter(sources.line_and_column(file.text, offsets))
    for place in places:
        (line, column, excerpt), (end_line, end_column, _) = next(found), next(found)
        exact = place.written is not None
        yield Spot(file.name, line, column, end_line, end_column, excerpt, exact)
