"""YAML: text to a plain tree and back, by way of the parser's events.

Nothing is built from a tag and no alias is followed: a hostile file stays text.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

import yaml
from yaml.reader import Reader, ReaderError

from chinhtrinoibo import _yaml_hints as hints
from chinhtrinoibo._trees import MAX_DEPTH, Entry, Plain, Refusal, Tree
from chinhtrinoibo.messages import Message
from chinhtrinoibo.paths import Steps

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_LONG = 80
_WIDTH = 92  # a line ends after the word that reaches it

# What reads well as a block: words, one space apart, on lines that nothing indents.
_WORD = r"[^ \t\n\r\x85\u2028\u2029\ufeff]++"
_LINE = rf"{_WORD}(?: {_WORD})*+"
_GROUPED = re.compile(r"-?[0-9]{1,3}\.[0-9]{3}")
_PROSE = re.compile(rf"{_LINE}(?:\n++{_LINE})*+\n?")
_FRAGILE = re.compile(r"[\n\r\x85\u2028\u2029\ufeff]")  # YAML may fold or drop it unless escaped


def parse(text: str) -> Tree:
    """Return the tree in ``text``, where unquoted scalars are ``Plain`` or None."""
    events = _events(text)
    trees = [_node(event, events) for event in events]  # one, or none in an empty file
    return trees[0] if trees else None


def entries(text: str) -> Iterator[Entry]:
    """Yield the entries of a text that ``parse`` accepts."""
    events = _events(text)
    for event in events:
        yield from _entries(event, events, ())


def scalars(text: str) -> Iterator[Entry]:
    """Yield the texts in a text that ``parse`` accepts, each with where it begins to be written."""
    events = _events(text)
    for event in events:
        yield from _scalars(event, events, ())


def dump(tree: Tree) -> str:
    """Return ``tree`` as YAML for people: one entry a line, long texts in blocks."""
    text: str = yaml.dump(tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return text


def _events(text: str) -> Iterator[yaml.Event]:
    """Yield the events of one document of data; refuse everything else."""
    started = False
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            match event:
                case yaml.ScalarEvent(anchor=None, tag=None) | yaml.CollectionEndEvent():
                    yield event
                case yaml.CollectionStartEvent(anchor=None, tag=None):
                    if hints.is_mark(text, _offset(event)):
                        raise hints.mark(_offset(event))
                    yield event
                case yaml.NodeEvent():
                    raise hints.sign(text, _offset(event))
                case yaml.DocumentStartEvent() if started:
                    raise Refusal(Message.of("source-yaml-documents"), _offset(event))
                case yaml.DocumentStartEvent():
                    started = True
    except yaml.MarkedYAMLError as error:
        raise hints.explain(error, text) from error
    except (ReaderError, UnicodeEncodeError) as error:
        raise hints.unprintable(text, Reader.NON_PRINTABLE) from error


def _node(event: yaml.Event, events: Iterator[yaml.Event], depth: int = 0) -> Tree:
    """Build the node that ``event`` begins; the recursion ends at ``MAX_DEPTH``."""
    if depth > MAX_DEPTH:
        raise Refusal.too_deep(_offset(event))
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event)
    if isinstance(event, yaml.SequenceStartEvent):
        return [_node(item, events, depth + 1) for item in _items(events)]
    mapping: dict[str, Tree] = {}
    for item in _items(events):
        key = _key(item)
        if key in mapping:
            raise Refusal(Message.of("source-duplicate-key", key=key), _offset(item))
        mapping[key] = _node(next(events), events, depth + 1)
    return mapping


def _entries(event: yaml.Event, events: Iterator[yaml.Event], steps: Steps) -> Iterator[Entry]:
    """Yield what stands below the node that ``event`` begins."""
    if isinstance(event, yaml.SequenceStartEvent):
        for index, item in enumerate(_items(events)):
            yield (*steps, index), _offset(item)
            yield from _entries(item, events, (*steps, index))
    elif isinstance(event, yaml.MappingStartEvent):
        for item in _items(events):
            key = _key(item)
            yield (*steps, key), _offset(item)
            yield from _entries(next(events), events, (*steps, key))


def _scalars(event: yaml.Event, events: Iterator[yaml.Event], steps: Steps) -> Iterator[Entry]:
    """Yield the scalars in the node that ``event`` begins, keys left out."""
    if isinstance(event, yaml.ScalarEvent):
        yield steps, _offset(event)
    elif isinstance(event, yaml.SequenceStartEvent):
        for index, item in enumerate(_items(events)):
            yield from _scalars(item, events, (*steps, index))
    elif isinstance(event, yaml.MappingStartEvent):
        for item in _items(events):
            yield from _scalars(next(events), events, (*steps, _key(item)))


def _items(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    """Yield the first event of each item, up to the end of the collection."""
    return takewhile(lambda event: not isinstance(event, yaml.CollectionEndEvent), events)


def _scalar(event: yaml.ScalarEvent) -> str | None:
    if event.style:
        return event.value
    return None if event.value in _NULLS else Plain(event.value)


def _key(event: yaml.Event) -> str:
    if not isinstance(event, yaml.ScalarEvent):
        raise Refusal(Message.of("source-yaml-key"), _offset(event))
    if event.value == "<<" and not event.style:
        raise Refusal(Message.of("source-yaml-merge"), _offset(event))
    return event.value


def _offset(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


class _Dumper(yaml.SafeDumper):
    """Writes a tree so that ``parse`` gives it back, and so that a drafter can go on in it."""

    def ignore_aliases(self, data: Tree) -> bool:  # noqa: ARG002 - a value may occur twice
        return True

    def text(self, text: str) -> yaml.ScalarNode:
        style = '"' if _FRAGILE.search(text) else None
        if _PROSE.fullmatch(text):
            style = "|" if "\n" in text else ">" if len(text) > _LONG else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style)

    def number(self, number: Decimal) -> yaml.ScalarNode:
        text = str(number)
        if _GROUPED.fullmatch(text):  # a reader may take the point for one of thousands
            text = f"{number.scaleb(3):f}e-3"
        # The tag that the text alone would get is neither written out nor fenced off by quotes.
        tag = self.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]  # the stubs leave it out
        return self.represent_scalar(tag, text)


_Dumper.add_representer(str, _Dumper.text)
_Dumper.add_representer(Plain, _Dumper.text)
_Dumper.add_representer(Decimal, _Dumper.number)
