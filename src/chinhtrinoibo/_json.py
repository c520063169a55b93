"""JSON: text to a plain tree and back, with every number as it was written."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from decimal import Decimal

from chinhtrinoibo._trees import Entry, Refusal, Tree, first_too_deep, is_too_deep, number
from chinhtrinoibo.messages import Message
from chinhtrinoibo.paths import Step, Steps

_TOKEN = re.compile(
    r"""  (?P<key>     "(?: [^"\\]++ | \\. )*+" ) (?= \s*: )
        | (?P<open>    [\[{] )
        | (?P<close>   [\]}] )
        | (?P<comma>   , )
        | (?P<scalar>  "(?: [^"\\]++ | \\. )*+"?+ | [^\s\[\]{},:"]++ )  # closed or not: seen once
    """,
    re.VERBOSE | re.DOTALL,
)

_TEXT = re.compile(r'(?:"(?:[^"\\]++|\\.)*+"\s*+:\s*+)?(?=")', re.DOTALL)  # behind its key, if any


def parse(text: str) -> Tree:
    """Return the tree in ``text``, where a number with a point is a ``Decimal``."""

    def unique(pairs: list[tuple[str, Tree]]) -> dict[str, Tree]:
        mapping = dict(pairs)
        if len(mapping) < len(pairs):
            _refuse_repeated_key(text)
        return mapping

    try:
        tree = json.loads(text, parse_float=number, parse_constant=number, object_pairs_hook=unique)
        too_deep = is_too_deep(tree)
    except json.JSONDecodeError as error:
        raise Refusal(Message.of("source-json", problem=error.msg), error.pos) from error
    except ValueError as error:
        raise Refusal(
            Message.of("source-number", problem=error), _find(text, str(error))
        ) from error
    except RecursionError:
        too_deep = True
    if too_deep:
        raise Refusal.too_deep(first_too_deep(entries(text)))
    return tree


def entries(text: str) -> Iterator[Entry]:
    """Yield the entries of ``text``, as far as it is JSON."""
    steps: list[Step] = []  # for each open object its key, for each open array its index
    for token in _TOKEN.finditer(text):
        kind, offset = token.lastgroup, token.start()
        if kind == "key":
            steps[-1] = json.loads(token["key"])
            yield tuple(steps), offset
        elif kind in {"open", "scalar"} and steps and isinstance(steps[-1], int):
            yield tuple(steps), offset
        if kind == "open":
            steps.append(0 if token["open"] == "[" else "")
        elif kind == "close":
            steps.pop()
        elif kind == "comma" and isinstance(steps[-1], int):
            steps[-1] += 1


def scalars(text: str) -> Iterator[Entry]:
    """Yield the texts in ``text``, each with where it begins to be written."""
    for steps, offset in entries(text):
        if found := _TEXT.match(text, offset):
            yield steps, found.end()


def dump(tree: Tree) -> str:
    """Return ``tree`` as JSON, indented, in the letters of its texts."""
    return json.dumps(tree, ensure_ascii=False, indent=2, default=_plain) + "\n"


def _refuse_repeated_key(text: str) -> None:
    seen: set[Steps] = set()
    for steps, offset in entries(text):
        if steps in seen:
            raise Refusal(Message.of("source-duplicate-key", key=steps[-1]), offset)
        seen.add(steps)


def _find(text: str, scalar: str) -> int | None:
    tokens = _TOKEN.finditer(text)
    return next((token.start() for token in tokens if token["scalar"] == scalar), None)


def _plain(value: Decimal | dt.date) -> int | float | str:
    """Return what JSON writes for ``value``: the number itself, or its text if none is exact."""
    if isinstance(value, dt.date):
        return value.isoformat()
    nearest = float(value)
    if Decimal(repr(nearest)) != value:
        return str(value)
    return int(value) if nearest.is_integer() else nearest
