"""TOML: text to a plain tree and back; the standard library reads it, tomli-w writes it."""

import re
import tomllib
from collections.abc import Generator, Iterator

import tomli_w

from chinhtrinoibo._trees import (
    MAX_DEPTH,
    Entry,
    Refusal,
    Tree,
    first_too_deep,
    is_too_deep,
    line_starts,
    number,
)
from chinhtrinoibo.messages import Message
from chinhtrinoibo.paths import Steps

_WORD = r"""(?: [A-Za-z0-9_-]++ | "(?: [^"\\\n]++ | \\. )*+" | '[^'\n]*+' )"""
_NAME = re.compile(_WORD, re.VERBOSE)
_KEY = re.compile(rf"[ \t]*+ {_WORD} (?: [ \t]*+ \. [ \t]*+ {_WORD} )*+ [ \t]*+", re.VERBOSE)
_GAP = re.compile(r"(?: [\s,]++ | \# [^\n]*+ )*+", re.VERBOSE)
_SCALAR = re.compile(
    r"""  "{3} (?: [^"\\]++ | \\. | "{1,2}(?!") )*+ "{3,5}
        | '{3} (?: [^']++ | '{1,2}(?!') )*+ '{3,5}
        | "(?: [^"\\]++ | \\. )*+"
        | '[^']*+'
        | [^\s,\]}\#]++ (?: [ ][0-9][^\s,\]}\#]*+ )?+  # a space may part a day from its hour
    """,
    re.VERBOSE | re.DOTALL,
)
_COMPLAINT = re.compile(
    r"(.*) \(at (?:line ([0-9]+), column ([0-9]+)|end of document)\)", re.DOTALL
)

# The time that tomllib takes for a dotted key grows with the square of its length, or faster.
_ENDLESS_KEY = re.compile(
    rf"(?: ^ | [\[{{,] ) (?: [ \t]*+ {_WORD} [ \t]*+ \. ){{{MAX_DEPTH}}}",
    re.VERBOSE | re.MULTILINE,
)

_TEXT = re.compile(rf"(?:{_WORD}[ \t]*+=[ \t]*+)?(?=[\"'])", re.VERBOSE)  # behind its key, if any


def parse(text: str) -> Tree:
    """Return the tree in ``text``, where a number with a point is a ``Decimal``."""
    if endless := _ENDLESS_KEY.search(text):
        raise Refusal.too_deep(endless.start())
    try:
        tree = tomllib.loads(text, parse_float=number)
        too_deep = is_too_deep(tree)
    except tomllib.TOMLDecodeError as error:
        raise _explain(error, text) from error
    except ValueError as error:
        raise Refusal(Message.of("source-number", problem=error)) from error
    except RecursionError:
        too_deep = True
    if too_deep:
        raise Refusal.too_deep(first_too_deep(entries(text)))
    return tree


def entries(text: str) -> Iterator[Entry]:
    """Yield the entries of ``text``, as far as it is TOML; a table may come up more than once."""
    last: dict[Steps, int] = {}  # of each array of tables, the index that headers now speak of
    table: Steps = ()
    position = _skip(text, 0)
    while position < len(text):
        if text.startswith("[", position):
            table, position = yield from _header(text, position, last)
        else:
            position = yield from _pair(text, position, table)
        position = _skip(text, position)


def scalars(text: str) -> Iterator[Entry]:
    """Yield the texts in ``text``, each with where it begins to be written."""
    for steps, offset in entries(text):
        if found := _TEXT.match(text, offset):
            yield steps, found.end()


def dump(tree: Tree) -> str:
    """Return ``tree``, a mapping, as TOML; texts of several lines stay so where that is exact."""
    text = tomli_w.dumps(tree)
    has_returns = r"\r" in text  # which a text of several lines would lose before \n
    return text if has_returns else tomli_w.dumps(tree, multiline_strings=True)


def _explain(error: tomllib.TOMLDecodeError, text: str) -> Refusal:
    complaint = _COMPLAINT.fullmatch(str(error))
    problem, line, column = complaint.groups() if complaint else (error, None, None)
    offset = line_starts(text)[int(line) - 1] + int(column) - 1 if line and column else len(text)
    return Refusal(Message.of("source-toml", problem=problem), offset)


def _header(
    text: str, start: int, last: dict[Steps, int]
) -> Generator[Entry, None, tuple[Steps, int]]:
    """Yield the tables that ``[a.b]`` or ``[[a.b]]`` names; return the innermost, and the end."""
    bracket = "[[" if text.startswith("[[", start) else "["
    names, end = _key(text, start + len(bracket))
    steps: Steps = ()
    for name, offset in names:
        if steps in last:
            steps = (*steps, last[steps])
        steps = (*steps, name)
        yield steps, offset
    if bracket == "[[":
        last[steps] = last.get(steps, -1) + 1
        steps = (*steps, last[steps])
        yield steps, start
    return steps, end + len(bracket)


def _pair(text: str, start: int, steps: Steps) -> Generator[Entry, None, int]:
    """Yield the entries of ``a.b = value`` below ``steps``; return the end."""
    names, end = _key(text, start)
    for name, offset in names:
        steps = (*steps, name)
        yield steps, offset
    return (yield from _value(text, _skip(text, end + len("=")), steps))


def _value(text: str, start: int, steps: Steps) -> Generator[Entry, None, int]:
    """Yield the entries in the array or inline table at ``start``; return the end."""
    if text[start] not in "[{":
        return _end(_SCALAR, text, start)
    index, position = 0, _skip(text, start + 1)
    while text[position] not in "]}":
        if text[start] == "{":
            position = yield from _pair(text, position, steps)
        else:
            yield (*steps, index), position
            position = yield from _value(text, position, (*steps, index))
        index, position = index + 1, _skip(text, position)
    return position + 1


def _key(text: str, start: int) -> tuple[list[tuple[str, int]], int]:
    """Return the names in a dotted key, each with its offset, and the end."""
    end = _end(_KEY, text, start)
    return [(_spoken(name[0]), name.start()) for name in _NAME.finditer(text, start, end)], end


def _spoken(name: str) -> str:
    quoted = name[0] in "\"'"
    return tomllib.loads(f"name = {name}")["name"] if quoted else name


def _skip(text: str, start: int) -> int:
    """Return where something follows that is no blank, comma or comment."""
    return _end(_GAP, text, start)


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match else len(text)
