"""The catalogue of rules: those of the library, and those that other packages add.

A package adds rules through the entry point group ``chinhtrinoibo.rules``: each entry names a
tuple of rules. They are loaded when a report is checked for the first time.
"""

from collections.abc import Iterable
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import NamedTuple

from chinhtrinoibo.errors import InvalidArgument, InvalidRules
from chinhtrinoibo.messages import Message
from chinhtrinoibo.rules import (
    bounds,
    changes,
    citation_conflicts,
    days,
    deadlines,
    document_numbers,
    enumerations,
    figures,
    first_mentions,
    form,
    names,
    numbers,
    outline,
    privacy,
    punctuation,
    rates,
    register_entries,
    registers,
    secrecy,
    spacing,
    spelling,
    stale,
    tallies,
    titles,
    wording,
)
from chinhtrinoibo.rules.notices import NOTICES
from chinhtrinoibo.rules.rule import Remark, Rule

GROUP = "chinhtrinoibo.rules"

RULES: tuple[Rule, ...] = (
    *outline.RULES,
    *punctuation.RULES,
    *enumerations.RULES,
    *first_mentions.RULES,
    *citation_conflicts.RULES,
    *document_numbers.RULES,
    *titles.RULES,
    *secrecy.RULES,
    *deadlines.RULES,
    *days.RULES,
    *spelling.RULES,
    *wording.RULES,
    *spacing.RULES,
    *names.RULES,
    *stale.RULES,
    *form.RULES,
    *privacy.RULES,
    *tallies.RULES,
    *registers.RULES,
    *register_entries.RULES,
    *rates.RULES,
    *bounds.RULES,
    *changes.RULES,
    *numbers.RULES,
    *figures.RULES,
)
"""The rules of the library."""


class Catalogue(NamedTuple):
    """Rules, and remarks on the packages whose rules are missing from them."""

    rules: tuple[Rule, ...]
    missing: tuple[Remark, ...] = ()

    @property
    def by_code(self) -> dict[str, Rule]:
        """All codes that a finding may carry, with those that the check itself uses."""
        return {rule.code: rule for rule in (*self.rules, *NOTICES)}


@cache
def installed() -> Catalogue:
    """Return the rules of the library and of the packages installed beside it.

    Raises:
        InvalidRules: two rules share a code.
    """
    return _joined(entry_points(group=GROUP))


def of(rules: Rule | Iterable[Rule]) -> Catalogue:
    """Return the catalogue of ``rules`` alone; one rule will do.

    Raises:
        InvalidArgument: one of them is no rule.
        InvalidRules: two rules share a code.
    """
    given = (rules,) if isinstance(rules, Rule) else rules
    return Catalogue(_distinct(map(_checked, given)))


def _joined(points: Iterable[EntryPoint]) -> Catalogue:
    rules, missing = [*RULES], list[Remark]()
    for point in sorted(points, key=lambda point: (point.name, point.value)):
        try:
            rules += [_checked(rule) for rule in point.load()]
        except Exception as exc:  # noqa: BLE001 - a package of others may raise anything
            message = Message.of("rule-plugin", name=point.value, reason=_told(exc))
            missing.append(Remark("$", message))
    return Catalogue(_distinct(rules), tuple(missing))


def _checked(rule: object) -> Rule:
    if not isinstance(rule, Rule):
        raise InvalidArgument(repr(rule), Message.of("argument-rule", given=repr(rule)))
    return rule


def _distinct(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    seen = {rule.code: rule for rule in NOTICES}
    for rule in rules:
        if rule.code in seen:
            raise InvalidRules(rule.code, _clash(seen[rule.code], rule))
        seen[rule.code] = rule
    return tuple(seen.values())[len(NOTICES) :]


def _clash(*both: Rule) -> Message:
    one, other = (f"{rule.judge.__module__}.{rule.judge.__qualname__}" for rule in both)
    return Message.of("rule-clash", code=both[0].code, one=one, other=other)


def _told(exc: Exception) -> str:
    return f"{type(exc).__name__}: {exc}".rstrip(": ")
