"""Running the rules over a report: each in turn, whatever happens to the others."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypedDict

import attrs

from chinhtrinoibo.findings import Basis, Finding, Findings
from chinhtrinoibo.layout.compose import profile_of
from chinhtrinoibo.layout.profiles import Profile
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model.registers import Register
from chinhtrinoibo.model.reports import SummaryReport
from chinhtrinoibo.paths import split
from chinhtrinoibo.rules import catalogue
from chinhtrinoibo.rules.arguments import expect_report, misused
from chinhtrinoibo.rules.case import Case
from chinhtrinoibo.rules.notices import RULE01, RULE02
from chinhtrinoibo.rules.rule import Remark, Rule
from chinhtrinoibo.rules.settings import Settings


class Options(TypedDict, total=False):
    """What a check takes beside the report, as :func:`check` says."""

    profile: Profile | str | os.PathLike[str] | None
    previous: SummaryReport | None
    register: Register | None
    rules: Rule | Iterable[Rule] | None
    settings: Settings | Mapping[str, Any] | str | os.PathLike[str] | None


_ORDER = {name: n for n, name in enumerate(attrs.fields_dict(SummaryReport))}
_STEP = re.compile(r"[^.\[\]]+")


def check(
    report: SummaryReport,
    *,
    profile: "Profile | str | os.PathLike[str] | None" = None,
    previous: SummaryReport | None = None,
    register: Register | None = None,
    rules: Rule | Iterable[Rule] | None = None,
    settings: "Settings | Mapping[str, Any] | str | os.PathLike[str] | None" = None,
) -> Findings:
    """Check a report, and return what was found, in the order of the report.

    Args:
        report: the report.
        profile: its form; the one it names, or the one in force for its system and date.
        previous: the report before it, for rules that compare the two.
        register: documents known from elsewhere, for rules that look citations up.
        rules: the rules to run; those of the library and of installed packages.
        settings: which of them run, and how: a value, a mapping, or a TOML file; a form may carry
            some, under ``rules``.

    Raises:
        InvalidArgument: an argument is of another kind, such as the name of a file for a report.
        InvalidProfile: the form is unknown.
        InvalidRules: two rules share a code.
        InvalidSettings: the settings name unknown rules or contradict themselves.
        UnreadableSource: the file of settings cannot be read.
    """
    expect_report(report)
    if previous is not None:
        expect_report(previous, "previous")
    if not isinstance(register, Register | None):
        raise misused("argument-register", register)
    form = profile_of(report, profile)
    known = catalogue.installed() if rules is None else catalogue.of(rules)
    wanted = _settings(settings, form).checked(known.by_code)
    case = Case(report=report, profile=form, previous=previous, register=register)
    found = [_finding(case, rule, remark, wanted) for rule, remark in _remarks(case, known, wanted)]
    return Findings(sorted(found, key=_place))


def noted(notes: Findings, report: SummaryReport, options: Options) -> Findings:
    """Return what was noted while a report was loaded, as the settings of its check want it."""
    if not notes:
        return notes
    wanted = _settings(options.get("settings"), profile_of(report, options.get("profile")))
    return Findings(
        attrs.evolve(
            note,
            severity=wanted.level(note.code) or note.severity,
            silenced=wanted.silenced(note.code, note.path),
        )
        for note in notes
        if not wanted.ignores(note.code)
    )


def _settings(given: object, form: Profile) -> Settings:
    own = Settings.from_mapping(form.table.get("rules", {}), form.name)
    match given:
        case None:
            return own
        case Settings():
            return given.over(own)
        case Mapping():
            return Settings.from_mapping(given).over(own)
        case str() | os.PathLike():
            return Settings.read(given).over(own)
    raise misused("argument-settings", given)


def _remarks(
    case: Case, known: catalogue.Catalogue, settings: Settings
) -> Iterator[tuple[Rule, Remark]]:
    """Yield what the rules say, and which of them could not say anything."""
    yield from ((RULE02, remark) for remark in known.missing)
    for rule in known.rules:
        if settings.runs(rule.code) and rule.basis(case.system, case.day):
            yield from _said(case, rule)


def _said(case: Case, rule: Rule) -> Iterator[tuple[Rule, Remark]]:
    try:
        for remark in rule(case):
            yield rule, _sound(remark, case)
    except Exception as exc:  # noqa: BLE001 - a rule of others may raise anything
        reason = f"{type(exc).__name__}: {exc}".rstrip(": ")
        yield RULE01, Remark("$", Message.of("rule-failed", code=rule.code, reason=reason))


def _sound(remark: object, case: Case) -> Remark:
    """Return what a rule yielded, if it is a remark on a place that can be.

    Raises:
        TypeError: it is no remark.
        ValueError: its path has another spelling, or its span lies outside the text.
    """
    if not isinstance(remark, Remark):
        raise TypeError(f"{remark!r} is no Remark")
    split(remark.path)
    text, span = case.text_at(remark.path) if remark.span else None, remark.span
    if span and text is not None and not 0 <= span.start <= span.end <= len(text):
        raise ValueError(f"{span} lies outside the text at {remark.path}")
    return remark


def _finding(case: Case, rule: Rule, remark: Remark, settings: Settings) -> Finding:
    severity = settings.level(rule.code) or rule.severity
    own: Basis | None = rule.basis(case.system, case.day)
    basis = (remark.system and rule.basis(remark.system, case.day)) or own
    certainty = max(rule.certainty, remark.certainty or rule.certainty, key=lambda one: one.rank)
    return Finding(
        code=rule.code,
        severity=severity.capped(remark.severity or severity),
        path=remark.path,
        span=remark.span,
        message=remark.message,
        expected=remark.expected,
        actual=remark.actual,
        related=remark.related,
        basis=basis,
        certainty=certainty,
        fix=remark.fix,
        text=case.text_at(remark.path) or "",
        silenced=settings.silenced(rule.code, remark.path),
    )


def _place(finding: Finding) -> tuple[Any, ...]:
    """Return the key that sorts findings: by place in the report, then weight, then code."""
    first, *rest = _STEP.findall(finding.path.removeprefix("$")) or [""]
    steps = tuple(
        (int(step), "") if step.isdigit() else (-1, step if step != "title" else "")
        for step in rest
    )
    start = finding.span.start if finding.span else -1
    return (_ORDER.get(first, -1), first, steps, start, finding.severity.rank, finding.code)
