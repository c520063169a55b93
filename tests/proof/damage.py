"""Ways to damage a report: words replaced at one place of the prose, fields changed."""

import random
import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeAlias

import attrs

from chinhtrinoibo import Direction
from chinhtrinoibo.layout.passages import passages
from chinhtrinoibo.paths import split
from chinhtrinoibo.rules.fixing import replaced
from proof.clean import Dossier

Damage: TypeAlias = Callable[[Dossier, random.Random], Dossier | None]
"""A damaged dossier; None where the damage has no place in it."""

Words: TypeAlias = str | Callable[[re.Match[str], random.Random], str | None]
"""What takes the place of words: a template, or what is made of them; None for no damage."""


class Mutator(NamedTuple):
    """A kind of damage, and the rule that is meant to find it."""

    name: str
    code: str
    damage: Damage


def swap(pattern: str, words: Words, *, within: Iterable[str] = ()) -> Damage:
    """Replace one match of ``pattern`` in the prose, drawn among all that are there.

    Args:
        pattern: what is replaced.
        words: what comes in its place.
        within: the sections of the report; all but the title and the headings if empty.
    """
    sought, sections = re.compile(pattern), tuple(within)

    def damage(clean: Dossier, rng: random.Random) -> Dossier | None:
        places = [
            (path, text, found)
            for path, text in passages(clean.report)
            if _wanted(path, sections)
            for found in sought.finditer(text)
        ]
        rng.shuffle(places)
        for path, text, found in places:
            new = found.expand(words) if isinstance(words, str) else words(found, rng)
            if new is not None and new != found[0]:
                return put(clean, path, text[: found.start()] + new + text[found.end() :])
        return None

    return damage


def everywhere(pattern: str, words: str) -> Damage:
    """Replace every match of ``pattern`` in the prose."""

    def damage(clean: Dossier, _: random.Random) -> Dossier | None:
        done = clean
        for path, text in passages(clean.report):
            if (new := re.sub(pattern, words, text)) != text:
                done = put(done, path, new)
        return None if done is clean else done

    return damage


def holds(pattern: str) -> Callable[[Dossier], bool]:
    """Tell of a dossier whether a pattern stands in its prose."""
    sought = re.compile(pattern)
    return lambda clean: any(
        _wanted(path, ()) and sought.search(text) for path, text in passages(clean.report)
    )


def _wanted(path: str, sections: tuple[str, ...]) -> bool:
    section = re.split(r"[.\[]", path.removeprefix("$."))[0]
    return section in sections if sections else section not in {"title", "headings"}


def put(clean: Dossier, path: str, text: str) -> Dossier:
    """Return the dossier with another text at ``path``."""
    return clean._replace(report=replaced(clean.report, {split(path): text}))


def evolve(clean: Dossier, **changes: Any) -> Dossier:
    """Return the dossier with other fields of the report."""
    return clean._replace(report=attrs.evolve(clean.report, **changes))


def drop(field: str) -> Damage:
    """Empty a field of the report."""

    def damage(clean: Dossier, _: random.Random) -> Dossier | None:
        value = getattr(clean.report, field)
        empty = "" if isinstance(value, str) else () if isinstance(value, tuple) else None
        return evolve(clean, **{field: empty}) if value else None

    return damage


def only(fits: Callable[[Dossier], bool], damage: Damage) -> Damage:
    """Do a damage only where something holds."""
    return lambda clean, rng: damage(clean, rng) if fits(clean) else None


def then(first: Damage, second: Damage) -> Damage:
    """Do one damage after another, where both have a place."""

    def damage(clean: Dossier, rng: random.Random) -> Dossier | None:
        done = first(clean, rng)
        return second(done, rng) if done else None

    return damage


def add(field: str, *texts: str) -> Damage:
    """Add a paragraph, one of several, to a section: in any place, to any of its results."""

    def damage(clean: Dossier, rng: random.Random) -> Dossier | None:
        section, text = list(getattr(clean.report, field)), rng.choice(texts)
        n = rng.randrange(len(section) or 1)
        if field == "results":
            paragraphs = list(section[n].paragraphs)
            paragraphs.insert(rng.randint(0, len(paragraphs)), text)
            section[n] = attrs.evolve(section[n], paragraphs=paragraphs)
        else:
            section.insert(n, Direction(title=text) if field == "directions" else text)
        return evolve(clean, **{field: section})

    return damage
