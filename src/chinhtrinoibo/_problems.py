"""What stands in the way of data, in our own words: every problem at once, each with its path."""

import difflib
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import cattrs

from chinhtrinoibo.errors import InvalidText, InvalidValue, Problem
from chinhtrinoibo.messages import Message
from chinhtrinoibo.paths import ROOT, Step, child, split
from chinhtrinoibo.text import clean


def problems_of(exc: BaseException, tree: object) -> list[Problem]:
    """Return why ``tree`` was refused with ``exc``, in the order of the data."""
    found = dict.fromkeys([*_unwritable(tree), *_problems(exc, ROOT)])
    return sorted(found, key=lambda problem: _place(tree, problem.path))


def decomposed(tree: object) -> list[str]:
    """Return the paths of texts that were written in decomposed letters (NFD)."""
    if all(map(_is_composed, _bare_texts(tree))):
        return []
    return [path for path, text in _texts(tree) if not _is_composed(text)]


def _problems(exc: BaseException, path: str) -> Iterator[Problem]:
    """Yield what is wrong in an error of cattrs, and in the errors within it."""
    match exc:
        case cattrs.ClassValidationError() | cattrs.IterableValidationError():
            with_notes, without = exc.group_exceptions()
            for inner, note in with_notes:
                step = note.name if hasattr(note, "name") else note.index
                yield from _problems(inner, child(path, step))
            for inner in without:
                yield from _problems(inner, path)
        case cattrs.ForbiddenExtraKeysError():
            yield from _unknown_keys(exc, path)
        case KeyError():
            yield Problem(path, Message.of("need-key", key=path.rpartition(".")[2]))
        case InvalidText() if exc.reason.code == "text-character":
            return  # found in the data itself by _unwritable, with its own path
        case InvalidValue():
            yield Problem(path, exc.reason)
        case RecursionError():
            yield Problem(path, Message.of("need-shallow"))
        case _:
            yield Problem(path, Message.of("need-other", reason=exc))


def _place(tree: Any, path: str) -> tuple[int, ...]:
    """Return the place of a path in the order of a tree; what is missing stands at its parent."""
    place: list[int] = []
    for step in split(path):
        steps: list[Step] = list(tree) if isinstance(tree, Mapping) else [*range(len(tree))]
        if step not in steps:
            break
        place.append(steps.index(step))
        tree = tree[step]
    return tuple(place)


def _unknown_keys(exc: cattrs.ForbiddenExtraKeysError, path: str) -> Iterator[Problem]:
    known = [field.name for field in attrs.fields(exc.cl)]
    for key in sorted(map(str, exc.extra_fields)):
        near = difflib.get_close_matches(key, known, n=1)
        hint = Message.of("key-near", key=key, near=near[0]) if near else None
        unknown = hint or Message.of("key-unknown", key=key, known=", ".join(known))
        yield Problem(child(path, key), unknown)


def _unwritable(tree: object) -> Iterator[Problem]:
    """Yield a problem for each text that no document can hold."""
    for place, text in _texts(tree):
        try:
            clean(text)
        except InvalidText as exc:
            yield Problem(place, exc.reason)


def _texts(tree: object) -> Iterator[tuple[str, str]]:
    """Yield every text in a plain tree with its path, in order, and without recursion.

    What stands in several places, or within itself, is looked at once.
    """
    waiting, seen = [(ROOT, tree)], set[int]()
    while waiting:
        place, node = waiting.pop()
        if isinstance(node, str):
            yield place, node
        elif isinstance(node, Mapping | list | tuple) and id(node) not in seen:
            seen.add(id(node))
            pairs = node.items() if isinstance(node, Mapping) else enumerate(node)
            waiting += [(child(place, _step(key)), item) for key, item in pairs][::-1]


def _bare_texts(tree: object) -> Iterator[str]:
    """Yield every text in the data of a report, in no order."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
        elif isinstance(node, Mapping):
            waiting += node.values()
        elif isinstance(node, list | tuple):
            waiting += node


def _step(key: object) -> Step:
    return key if isinstance(key, int) else str(key)


def _is_composed(text: str) -> bool:
    return text.isascii() or unicodedata.is_normalized("NFC", text)
