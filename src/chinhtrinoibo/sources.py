"""Files and text in YAML, TOML and JSON: to plain data, back again, and to line and column.

Each format has a module of its own, which is imported when it is needed.
"""

import codecs
import enum
import os
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from importlib import import_module
from operator import itemgetter
from os import PathLike
from pathlib import Path
from typing import NamedTuple, Protocol, Self, TypeAlias, cast

from chinhtrinoibo._scalars import Written
from chinhtrinoibo._trees import Entry, Plain, Refusal, Tree, line_starts
from chinhtrinoibo.errors import UnreadableSource
from chinhtrinoibo.messages import Message
from chinhtrinoibo.offsets import align
from chinhtrinoibo.paths import Steps, split
from chinhtrinoibo.spans import Span
from chinhtrinoibo.text import compose

__all__ = [
    "Format",
    "Place",
    "Plain",
    "Tree",
    "Wanted",
    "dump",
    "find",
    "line_and_column",
    "locate",
    "parse",
    "read_text",
]

_BYTE_ORDER_MARK = "\ufeff"


class Format(enum.StrEnum):
    """A way to write data down (định dạng tệp)."""

    YAML = "yaml"
    TOML = "toml"
    JSON = "json"

    @classmethod
    def of(cls, path: str | PathLike[str]) -> Self:
        """Return the format that the suffix of ``path`` stands for.

        >>> Format.of("bao-cao.YML")
        <Format.YAML: 'yaml'>

        Raises:
            UnreadableSource: there is none.
        """
        suffix = Path(path).suffix
        try:
            return cls(_FORMATS[suffix.lower()])
        except KeyError:
            reason = Message.of("source-format", suffix=suffix, known=", ".join(_FORMATS))
            raise UnreadableSource(str(path), reason) from None


_FORMATS = {
    ".yaml": Format.YAML,
    ".yml": Format.YAML,
    ".toml": Format.TOML,
    ".json": Format.JSON,
}

_CODES: dict[type[Exception], str] = {
    FileNotFoundError: "source-missing",
    NotADirectoryError: "source-missing",
    PermissionError: "source-permission",
}


class _Room(Protocol):
    """What the module of a format offers."""

    def parse(self, text: str) -> Tree: ...
    def entries(self, text: str) -> Iterator[Entry]: ...
    def scalars(self, text: str) -> Iterator[Entry]: ...
    def dump(self, tree: Tree) -> str: ...


def read_text(path: str | PathLike[str]) -> str:
    """Return the text of the UTF-8 file at ``path``, without its byte order mark.

    Raises:
        UnreadableSource: there is no such file, or it is not UTF-8.
    """
    path = Path(path)
    try:
        content = path.read_bytes()
    except (OSError, ValueError) as error:  # a ValueError if the path holds a null character
        raise _unopened(path, error) from error
    return decoded(content, str(path))


def decoded(content: bytes, source: str) -> str:
    """Return the text of UTF-8 ``content``, without its byte order mark.

    Raises:
        UnreadableSource: it is not UTF-8; ``source`` is the name that it is called by.
    """
    try:
        return content.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        raise _undecodable(source, error) from error


def parse(text: str, format_: Format, source: str = "") -> Tree:
    """Return the plain tree that ``text`` holds.

    Scalars of YAML stay text, and those without quotes become ``Plain``.

    >>> parse("quorum: no", Format.YAML)
    {'quorum': 'no'}

    Args:
        text: the content of a file.
        format_: how it is written.
        source: the name of the file, for the error.

    Raises:
        UnreadableSource: it holds no tree; with the line and column, and what to do.
    """
    text = text.removeprefix(_BYTE_ORDER_MARK)
    try:
        return _room(format_).parse(text)
    except Refusal as refusal:
        place = () if refusal.offset is None else _place(line_starts(text), refusal.offset)
        raise UnreadableSource(source, refusal.message, *place) from refusal


def locate(text: str, format_: Format, paths: Iterable[str]) -> dict[str, tuple[int, int]]:
    r"""Return line and column, from 1, of each of the ``paths`` in a text that ``parse`` accepts.

    An entry of a mapping stands where its key does, the root at the beginning;
    what is missing stands where the nearest thing around it does.

    >>> locate("tasks:\n  - title: Rà soát", Format.YAML, ["$.tasks[0].due", "$.tasks"])
    {'$.tasks[0].due': (2, 5), '$.tasks': (1, 1)}
    """
    text = text.removeprefix(_BYTE_ORDER_MARK)
    starts = line_starts(text)
    offsets: dict[Steps, int] = {(): 0}
    for steps, offset in _room(format_).entries(text):
        offsets.setdefault(steps, offset)  # a table of TOML stands where it first comes up
    return {path: _place(starts, _nearest(offsets, split(path))) for path in paths}


Wanted: TypeAlias = tuple[str, Span | None, str]
"""A text to be found: its path, the stretch meant (None for all of it), and the text itself."""


class Place(NamedTuple):
    """Where a stretch of text stands in a source, in characters from its beginning.

    Attributes:
        span: the stretch, or the beginning of its entry where it is not found.
        written: the text around it as it is written; None where it is not found.
    """

    span: Span
    written: Written | None = None


def find(text: str, format_: Format, wanted: Iterable[Wanted]) -> Iterator[Place]:
    r"""Yield where each of the texts ``wanted`` stands in a text that ``parse`` accepts.

    >>> [place] = find("a:\n  - Một câu./.", Format.YAML, [("$.a[0]", Span(7, 10), "Một câu./.")])
    >>> place.span
    Span(start=14, end=17)

    Texts are composed, whatever the source is: letters in two code points are found as well.

    Args:
        text: the content of a file.
        format_: how it is written.
        wanted: the texts, in any order.
    """
    text = text.removeprefix(_BYTE_ORDER_MARK)
    room = _room(format_)
    entries: dict[Steps, int] = {(): 0}
    for steps, offset in room.entries(text):
        entries.setdefault(steps, offset)
    composed = align(text)
    scalars = dict(room.scalars(text))
    if composed.text is not text:
        scalars = _within_composed(text, scalars)
    written = cache(partial(Written, composed.text, triple=format_ is Format.TOML))
    for path, span, said in wanted:
        steps = split(path)
        start = scalars.get(steps, scalars.get(steps[:-1]))  # a text alone fills its entry
        found = written(start, said) if said and start is not None else None
        if found and found.known:
            yield Place(composed.origin(found.span(span or Span(0, len(said)))), found)
        else:
            offset = _nearest(entries, steps)
            yield Place(Span(offset, offset))


def line_and_column(text: str, offsets: Iterable[int]) -> list[tuple[int, int, str]]:
    """Return the line and column of each offset, both from 1, and the line itself."""
    starts = line_starts(text)
    ends = [*starts[1:], len(text)]
    places = (_place(starts, offset) for offset in offsets)
    return [
        (line, column, text[starts[line - 1] : ends[line - 1]].rstrip("\r\n"))
        for line, column in places
    ]


def dump(tree: Tree, format_: Format) -> str:
    """Return ``tree`` in the spelling of ``format_``: what ``parse`` takes back.

    >>> print(dump({"code": "010", "tasks": ["Rà soát"]}, Format.YAML), end="")
    code: '010'
    tasks:
    - Rà soát

    Args:
        tree: dict, list, str, int, bool, Decimal and date; no None; for TOML a dict.
        format_: how to write it.
    """
    return _room(format_).dump(tree)


def _room(format_: Format) -> _Room:
    return cast("_Room", import_module(f"chinhtrinoibo._{format_}"))


def _place(starts: Sequence[int], offset: int) -> tuple[int, int]:
    """Return the line and the column of ``offset``, both from 1."""
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def _within_composed(text: str, offsets: Mapping[Steps, int]) -> dict[Steps, int]:
    """Return where the same places stand once the text is composed; no letter begins before one."""
    places: dict[Steps, int] = {}
    before = place = 0
    for steps, offset in sorted(offsets.items(), key=itemgetter(1)):
        place += len(compose(text[before:offset]))
        places[steps], before = place, offset
    return places


def _nearest(offsets: Mapping[Steps, int], steps: Steps) -> int:
    """Return the offset of ``steps``, or of the nearest parent that has one."""
    while steps not in offsets:
        steps = steps[:-1]
    return offsets[steps]


def _unopened(path: Path, error: OSError | ValueError) -> UnreadableSource:
    folder = os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises what a path may raise
    code = "source-folder" if folder else _CODES.get(type(error), "source-unreadable")
    return UnreadableSource(str(path), Message.of(code, problem=error))


def _undecodable(source: str, error: UnicodeDecodeError) -> UnreadableSource:
    if error.object.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return UnreadableSource(source, Message.of("source-utf16"), 1, 1)
    sound = error.object[: error.start].decode()
    reason = Message.of("source-encoding", byte=f"{error.object[error.start]:02X}")
    return UnreadableSource(source, reason, *_place(line_starts(sound), len(sound)))
