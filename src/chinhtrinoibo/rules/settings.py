"""Settings of a check: which rules run, how much they weigh, and what is silenced, and why."""

import difflib
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Self

import attrs

from chinhtrinoibo import sources
from chinhtrinoibo.errors import InvalidSettings, Problem
from chinhtrinoibo.findings import Certainty, Severity, covers
from chinhtrinoibo.messages import Message
from chinhtrinoibo.paths import child
from chinhtrinoibo.rules.rule import Rule

_LEVELS = ", ".join(Severity)


def _code(given: str) -> str:
    """Return a code in capitals, however it was typed."""
    return given.strip().upper()


def _codes(given: str | Iterable[str]) -> tuple[str, ...]:
    return tuple(map(_code, [given] if isinstance(given, str) else given))


def _levels(given: Mapping[str, str]) -> dict[str, Severity]:
    return {_code(code): Severity(level) for code, level in given.items()}


@attrs.frozen(kw_only=True)
class Silence:
    """A finding that is not to be told, and why (bỏ qua, có lý do).

    Attributes:
        code: a rule or a family of rules.
        reason: why; kept with the finding.
        path: where, with all that is in it; empty for everywhere.
    """

    code: str = attrs.field(converter=_code)
    reason: str
    path: str = ""

    def covers(self, code: str, path: str) -> bool:
        """Tell whether a finding of rule ``code`` at ``path`` is not to be told."""
        rest = path.removeprefix(self.path)
        within = rest != path and rest[:1] in {"", ".", "["}
        return covers(self.code, code) and (not self.path or within)


@attrs.frozen(kw_only=True)
class Settings:
    """Settings of a check (tùy chọn kiểm tra); a code such as “QUOTE” means its whole family.

    Codes may be typed in small letters.

    Attributes:
        select: the rules that run; empty for all.
        ignore: the rules that do not run.
        levels: severities by rule or family; a rule that is not certain is no error.
        silence: what is found but not told, each with its reason.

    >>> Settings.from_mapping({"ignore": ["ASK"], "levels": {"END01": "warning"}}).ignore
    ('ASK',)
    """

    select: tuple[str, ...] = attrs.field(default=(), converter=_codes)
    ignore: tuple[str, ...] = attrs.field(default=(), converter=_codes)
    levels: Mapping[str, Severity] = attrs.field(factory=dict, converter=_levels)
    silence: tuple[Silence, ...] = attrs.field(default=(), converter=tuple[Silence, ...])

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any], source: str = "") -> Self:
        """Return the settings in plain data, as a TOML file has them.

        Raises:
            InvalidSettings: a key, a type or a level is unknown, or a reason is missing.
        """
        if problems := list(_misshapen(data)):
            raise InvalidSettings(problems, source)
        silence = [Silence(**entry) for entry in data.get("silence", ())]
        return cls(**{**data, "silence": silence})

    @classmethod
    def read(cls, path: "str | os.PathLike[str]") -> Self:
        """Return the settings in a TOML file.

        Raises:
            UnreadableSource: the file is missing, or is no TOML.
            InvalidSettings: it says what no check knows.
        """
        name = os.fspath(path)
        data = sources.parse(sources.read_text(name), sources.Format.TOML, name)
        return cls.from_mapping(data, name)

    def over(self, base: "Settings") -> Self:
        """Return these settings laid over others, such as those of a form."""
        chosen = self.select or base.select
        ignored = (
            code
            for code in base.ignore
            if not any(covers(one, code) or covers(code, one) for one in self.select)
        )
        return attrs.evolve(
            self,
            select=chosen,
            ignore=tuple(dict.fromkeys((*ignored, *self.ignore))),
            levels={**base.levels, **self.levels},
            silence=(*base.silence, *self.silence),
        )

    def checked(self, rules: Mapping[str, Rule], source: str = "") -> Self:
        """Return these settings, once every code in them is known and none contradicts another.

        Raises:
            InvalidSettings: all that is wrong with them; ``source`` is the file they come from.
        """
        if problems := [*self._unknown(rules), *self._contradictions(rules)]:
            raise InvalidSettings(problems, source)
        return self

    def runs(self, code: str) -> bool:
        """Tell whether the rule ``code`` runs."""
        chosen = not self.select or _any_covers(self.select, code)
        return chosen and not self.ignores(code)

    def ignores(self, code: str) -> bool:
        """Tell whether the rule ``code`` is among those that are left out."""
        return _any_covers(self.ignore, code)

    def level(self, code: str) -> Severity | None:
        """Return the severity that the rule ``code`` is given; its own code counts before all."""
        named = sorted((key for key in self.levels if covers(key, code)), key=len)
        return self.levels[named[-1]] if named else None

    def silenced(self, code: str, path: str) -> str:
        """Return why a finding is not to be told; empty where it is."""
        return next((entry.reason for entry in self.silence if entry.covers(code, path)), "")

    def _codes(self) -> Iterator[tuple[str, str]]:
        """Yield each code with its place in the settings."""
        for name in ("select", "ignore"):
            yield from ((f"$.{name}[{n}]", code) for n, code in enumerate(getattr(self, name)))
        yield from ((child("$.levels", code), code) for code in self.levels)
        yield from ((f"$.silence[{n}].code", one.code) for n, one in enumerate(self.silence))

    def _unknown(self, rules: Mapping[str, Rule]) -> Iterator[Problem]:
        names = {*rules, *(rule.family for rule in rules.values())}
        for path, code in self._codes():
            if code not in names:
                yield Problem(path, _unknown_code(code, names))

    def _contradictions(self, rules: Mapping[str, Rule]) -> Iterator[Problem]:
        for n, code in enumerate(self.ignore):
            for one in self.select:
                if covers(code, one):
                    yield Problem(f"$.ignore[{n}]", Message.of("setting-both", code=one))
        for code, level in self.levels.items():
            path = child("$.levels", code)
            if code in self.ignore:
                yield Problem(path, Message.of("setting-level-ignored", code=code))
            own = rules.get(code)
            if level is Severity.ERROR and own and own.certainty is not Certainty.CERTAIN:
                yield Problem(path, Message.of("setting-level-certain", code=code))


def _unknown_code(code: str, names: set[str]) -> Message:
    """Say which code is meant, where one is near; otherwise which families there are."""
    if near := difflib.get_close_matches(code, sorted(names), n=1):
        return Message.of("setting-code", code=code, near=near[0])
    known = ", ".join(sorted(name for name in names if name.isalpha()))
    return Message.of("setting-code-unknown", code=code, known=known)


def _any_covers(names: Iterable[str], code: str) -> bool:
    return any(covers(name, code) for name in names)


_SHAPES: dict[str, type | tuple[type, ...]] = {
    "select": (list, tuple),
    "ignore": (list, tuple),
    "levels": Mapping,
    "silence": (list, tuple),
}


def _misshapen(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what no settings can be made of."""
    for key, value in data.items():
        path = child("$", str(key))
        if key not in _SHAPES:
            near = difflib.get_close_matches(str(key), _SHAPES, n=1)
            hint = Message.of("key-near", key=key, near=near[0]) if near else None
            known = ", ".join(_SHAPES)
            yield Problem(path, hint or Message.of("key-unknown", key=key, known=known))
        elif not isinstance(value, _SHAPES[key]):
            yield Problem(path, Message.of("setting-shape", key=key))
        else:
            yield from _bad_entries(path, key, value)


def _bad_entries(path: str, key: str, value: Any) -> Iterator[Problem]:
    match key:
        case "levels":
            yield from _bad_levels(value)
        case "silence":
            yield from _bad_silence(value)
        case _:
            yield from _bad_codes(path, value)


def _bad_codes(path: str, codes: Iterable[object]) -> Iterator[Problem]:
    for n, code in enumerate(codes):
        if not isinstance(code, str):
            yield Problem(child(path, n), Message.of("setting-shape", key=code))


def _bad_levels(levels: Mapping[str, object]) -> Iterator[Problem]:
    for code, level in levels.items():
        if level not in [*Severity]:
            message = Message.of("setting-level", given=level, known=_LEVELS)
            yield Problem(child("$.levels", code), message)


def _bad_silence(entries: Iterable[Any]) -> Iterator[Problem]:
    for n, entry in enumerate(entries):
        path = f"$.silence[{n}]"
        if not _is_silence(entry):
            yield Problem(path, Message.of("setting-silence"))
        elif not entry.get("reason", "").strip():
            yield Problem(path, Message.of("setting-reason", code=entry["code"]))


def _is_silence(entry: Any) -> bool:
    known = {field.name for field in attrs.fields(Silence)}
    shaped = isinstance(entry, Mapping) and {"code"} <= entry.keys() <= known
    return shaped and all(isinstance(value, str) for value in entry.values())
