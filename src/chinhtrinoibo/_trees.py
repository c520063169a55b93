"""What YAML, TOML and JSON have in common: a plain tree, places in it, and why a text is none."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any, Self, TypeAlias

from chinhtrinoibo.messages import Message
from chinhtrinoibo.paths import Steps

Tree: TypeAlias = Any
"""Plain data: dict, list, str, int, bool, Decimal, date or None, and nothing else."""

Entry: TypeAlias = tuple[Steps, int]
"""An entry of a tree, and the offset of its place in the text, in characters."""

MAX_DEPTH = 50
"""No entry stands more steps than this from the root."""


class Plain(str):
    """An unquoted YAML scalar: the field that takes it decides on its type.

    >>> Plain("no")  # a text, until a yes-or-no field asks for it
    'no'
    """

    __slots__ = ()


class Refusal(Exception):
    """A text holds no plain tree, for a reason, at an offset if there is one."""

    def __init__(self, message: Message, offset: int | None = None) -> None:
        super().__init__(message, offset)
        self.message, self.offset = message, offset

    @classmethod
    def too_deep(cls, offset: int | None) -> Self:
        """Refuse the entry at ``offset`` for its distance from the root."""
        return cls(Message.of("source-depth", limit=MAX_DEPTH), offset)


def number(text: str) -> Decimal:
    """Return the finite number that ``text`` writes with a point or an exponent.

    Raises:
        ValueError: there is none, as in ``NaN``; its only argument is ``text``.
    """
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise ValueError(text) from None
    if not value.is_finite():
        raise ValueError(text)
    return value


def is_too_deep(tree: Tree) -> bool:
    """Tell whether an entry of ``tree`` stands below ``MAX_DEPTH``, without recursion."""
    level = [tree]
    for _ in range(MAX_DEPTH + 1):
        level = [child for node in level for child in _children(node)]
    return bool(level)


def first_too_deep(entries: Iterable[Entry]) -> int | None:
    """Return the offset of the first of the ``entries`` that stands below ``MAX_DEPTH``."""
    return next((offset for steps, offset in entries if len(steps) > MAX_DEPTH), None)


def line_starts(text: str) -> list[int]:
    """Return the offsets where the lines of ``text`` begin, as an editor counts them."""
    return [0, *(found.end() for found in re.finditer(r"\r\n?|\n", text))]


def _children(node: Tree) -> Iterable[Tree]:
    match node:
        case dict():
            return node.values()
        case list():
            return node
        case _:
            return ()
