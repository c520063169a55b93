"""Marks that name nothing: all of them at once, each with its place in the data."""

from collections.abc import Iterator
from typing import NamedTuple

from chinhtrinoibo.errors import InvalidReference, Problem
from chinhtrinoibo.layout.passages import passages
from chinhtrinoibo.layout.profiles import Profile
from chinhtrinoibo.layout.prose import Narrator
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model.reports import SummaryReport
from chinhtrinoibo.references import Mark, parse
from chinhtrinoibo.spans import Span


class BrokenMark(NamedTuple):
    """A mark that says nothing: the text, its place in it, and why."""

    path: str
    span: Span
    reason: Message


def broken_marks(report: SummaryReport, profile: Profile) -> Iterator[BrokenMark]:
    """Yield each mark in the prose of a report that cannot be resolved."""
    narrator = Narrator(report, profile)
    for path, text in passages(report):
        if "[[" in text:
            yield from (BrokenMark(path, span, reason) for span, reason in _broken(narrator, text))


def mark_problems(report: SummaryReport, profile: Profile) -> Iterator[Problem]:
    """Yield a problem for each mark in the prose of a report that cannot be resolved."""
    return (Problem(mark.path, mark.reason) for mark in broken_marks(report, profile))


def _broken(narrator: Narrator, prose: str) -> Iterator[tuple[Span, Message]]:
    try:
        marks = [piece for piece in parse(prose) if isinstance(piece, Mark)]
    except InvalidReference as exc:
        start = prose.index(exc.given)
        yield Span(start, start + len(exc.given)), exc.reason
        return
    for mark in marks:
        try:
            narrator.resolve(mark)
        except InvalidReference as exc:
            yield Span(mark.start, prose.index("]]", mark.start) + len("]]")), exc.reason
