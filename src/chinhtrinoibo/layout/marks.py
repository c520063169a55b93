"""Marks that name nothing: all of them at once, each with its place in the data."""

from collections.abc import Iterator

import attrs

from chinhtrinoibo.errors import InvalidReference, Problem
from chinhtrinoibo.layout.profiles import Profile
from chinhtrinoibo.layout.prose import Narrator
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model.reports import SummaryReport
from chinhtrinoibo.references import Mark, parse

#: The fields of a report that hold prose, themselves or in what stands in them.
_PROSE = (
    *("title", "opening", "situation", "leadership", "results_lead", "results"),
    *("strengths", "shortcomings", "causes", "lessons_lead", "lessons"),
    *("directions_lead", "directions", "proposals", "closing", "headings"),
)


def mark_problems(report: SummaryReport, profile: Profile) -> Iterator[Problem]:
    """Yield a problem for each mark in the prose of a report that cannot be resolved."""
    narrator = Narrator(report, profile)
    for field in _PROSE:
        for path, text in _texts(getattr(report, field), f"$.{field}"):
            yield from (Problem(path, reason) for reason in _reasons(narrator, text))


def _reasons(narrator: Narrator, prose: str) -> Iterator[Message]:
    try:
        marks = [piece for piece in parse(prose) if isinstance(piece, Mark)]
    except InvalidReference as exc:
        yield exc.reason
        return
    for mark in marks:
        try:
            narrator.resolve(mark)
        except InvalidReference as exc:
            yield exc.reason


def _texts(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Yield every text within a value, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, f"{path}[{index}]")
    elif attrs.has(kind := type(value)):
        for field in attrs.fields(kind):
            yield from _texts(getattr(value, field.name), f"{path}.{field.name}")
