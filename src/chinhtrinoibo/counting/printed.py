"""A tally as ``Tally.words`` prints it, taken apart again."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from chinhtrinoibo import words
from chinhtrinoibo.counting.lexis import lexis
from chinhtrinoibo.errors import InvalidTally, InvalidWords
from chinhtrinoibo.messages import Message

_NUMBER = re.compile(r"([0-9][0-9.]*)(?:\s|$)")
_SHOWN, _DEEPEST, _LONGEST = 60, 8, 100_000
_OPEN, _CLOSE, _COMMA, _AND = "(", ")", ",", "và"


class Printed(NamedTuple):
    """A count as printed: how many, of what, and the counts within it."""

    total: int | None = None
    unit: str = ""
    parts: "tuple[Printed, ...]" = ()
    says_partition: bool = False


class _Token(NamedTuple):
    """A sign, a lead, or the words between them."""

    kind: str
    text: str


def parse(text: str) -> Printed:
    """Take a printed tally apart; the whole of a list without a total has no unit.

    Raises:
        InvalidTally: it has another form.
    """
    said = text.rstrip(" .;")  # the stop of its sentence is no part of it
    tokens = list(_tokens(said)) if len(text) <= _LONGEST else []
    try:
        return _whole(tokens)
    except (LookupError, InvalidWords):
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        raise InvalidTally(text, Message.of("tally-form", text=shown)) from None


def _tokens(text: str) -> Iterator[_Token]:
    for said in _signs().split(" ".join(text.split())):
        key = said.strip().casefold()
        if key in {_OPEN, _CLOSE, _COMMA, _AND}:
            yield _Token(key, key)
        elif key in lexis().leads.known:
            yield _Token("lead", key)
        elif key:
            yield _Token("count", said.strip())


def _whole(tokens: list[_Token]) -> Printed:
    """Return a total with its parts, a total alone, or a list without a total."""
    introduced = tokens[0].kind == "lead" and _is_partition(tokens.pop(0))
    kinds = [token.kind for token in tokens]
    if kinds[1:3] in ([_COMMA, "lead"], ["lead", "count"]):
        lead = kinds.index("lead")
        parts, end = _parts(tokens, lead + 1, 0)
        _expect(end == len(tokens))
        total, unit = _count(tokens[0].text)
        _expect(total is not None)
        return Printed(total, unit, parts, introduced or _is_partition(tokens[lead]))
    parts, end = _parts(tokens, 0, 0)
    _expect(end == len(tokens) and not introduced)
    _expect(any(part.total is not None for part in parts))
    return parts[0] if len(parts) == 1 and not parts[0].parts else Printed(parts=parts)


def _parts(tokens: list[_Token], index: int, depth: int) -> tuple[tuple[Printed, ...], int]:
    """Return the counts of a list and the index behind it; “và” stands before the last."""
    parts: list[Printed] = []
    joint = _COMMA
    while True:
        part, index = _part(tokens, index, depth)
        parts.append(part)
        following = tokens[index].kind if index < len(tokens) else ""
        if joint == _AND or following not in {_COMMA, _AND}:
            return tuple(parts), index
        joint, index = following, index + 1


def _part(tokens: list[_Token], index: int, depth: int) -> tuple[Printed, int]:
    """Return a count, with the counts in the parentheses behind it."""
    _expect(tokens[index].kind == "count" and depth < _DEEPEST)
    total, unit = _count(tokens[index].text)
    index += 1
    if index == len(tokens) or tokens[index].kind != _OPEN:
        return Printed(total, unit), index
    _expect(tokens[index + 1].kind == "lead")
    parts, end = _parts(tokens, index + 2, depth + 1)
    _expect(tokens[end].kind == _CLOSE)
    return Printed(total, unit, parts, _is_partition(tokens[index + 1])), end + 1


def _count(text: str) -> tuple[int | None, str]:
    """Return the number and the unit of a count; a part may have no number."""
    found = _NUMBER.match(text)
    total = words.parse_count(found[1]) if found else None
    unit = text[found.end() :] if found else text
    _expect(bool(unit))
    return total, unit


def _is_partition(lead: _Token) -> bool:
    return lead.text in lexis().partitions


def _expect(holds: bool) -> None:
    """Give up where the text has another form."""
    if not holds:
        raise LookupError


@cache
def _signs() -> re.Pattern[str]:
    leads = sorted(lexis().leads.known, key=len, reverse=True)
    return re.compile(rf"([(),]|(?<!\w)(?:{'|'.join(leads)}|{_AND})(?!\w))", re.IGNORECASE)
