import datetime as dt
import random
from functools import cache
from typing import NamedTuple

import pytest

import chinhtrinoibo as ctnb
from chinhtrinoibo.rules.catalogue import RULES
from chinhtrinoibo.rules.rule import Rule
from proof.clean import Dossier, dossier
from proof.damage import Mutator
from proof.mutators import MUTATORS

SAMPLE = 50
LEAST = 25
FIRST, LAST = 5_000, 6_500  # seeds beside those of the clean reports


class Rate(NamedTuple):
    """How often the rule that is meant for a kind of damage found it."""

    mutator: Mutator
    tried: int
    missed: tuple[int, ...]

    @property
    def found(self) -> float:
        """The share that was found."""
        return 1 - len(self.missed) / self.tried if self.tried else 0

    def __str__(self) -> str:
        name, code = self.mutator.name, self.mutator.code
        seeds = f"  missed: {', '.join(map(str, self.missed[:5]))}" if self.missed else ""
        return f"{code:<10}{name:<56}{self.tried:>4}{self.found:>7.0%}{seeds}"


@cache
def clean(seed: int) -> Dossier:
    """Return a clean report, made once for all mutators."""
    return dossier(seed)


def day_of(seed: int) -> dt.date:
    """Return the day of a clean report."""
    day = clean(seed).report.date
    assert day is not None
    return day


def said(rule: Rule, case: Dossier) -> set[tuple[str, str, str]]:
    """Return what one rule says of a report."""
    found = ctnb.check(case.report, previous=case.previous, register=case.register, rules=[rule])
    return {(one.path, one.message.vietnamese, one.actual) for one in found.of(rule.code)}


def rate(mutator: Mutator) -> Rate:
    """Damage clean reports, and see whether the rule says something that it did not say before."""
    tried, missed = 0, list[int]()
    (rule,) = (rule for rule in RULES if rule.code == mutator.code)
    for seed in range(FIRST, LAST):
        if not rule.basis(clean(seed).report.system, day_of(seed)):
            continue  # which the rule is silent about: its clause is not in force
        rng = random.Random(f"{mutator.name} {seed}")  # noqa: S311 - nothing is kept secret
        damaged = mutator.damage(clean(seed), rng)
        if damaged is None:
            continue
        tried += 1
        if not said(rule, damaged) - said(rule, clean(seed)):
            missed.append(seed)
        if tried == SAMPLE:
            break
    return Rate(mutator, tried, tuple(missed))


class TestMutations:
    """“>= 98 % are found by the rule meant for them”."""

    @pytest.mark.parametrize("mutator", MUTATORS, ids=lambda mutator: mutator.name)
    def test_damage_is_found(self, mutator: Mutator) -> None:
        """Each kind on many reports, by its own rule; the line says how often, and where not."""
        result = rate(mutator)
        assert result.tried >= LEAST, str(result)
        assert result.found >= 0.98, str(result)

    def test_the_table_is_long_and_its_names_differ(self) -> None:
        """Forty kinds and more, and no rule without one."""
        names = [mutator.name for mutator in MUTATORS]
        assert len(names) == len(set(names))
        assert len(names) >= 40
        assert {rule.code for rule in RULES} - {"OUTLINE01"} <= {m.code for m in MUTATORS}
