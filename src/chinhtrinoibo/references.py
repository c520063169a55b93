r"""Marks in prose: ``[[39-CT/TW]]``, ``[[#tally]]``, ``[[#period]]``, ``[[@members]]``, ``*…*``.

Reading finds the marks and their places; nothing here knows what they stand for, and nothing is
ever evaluated as code. A literal ``[[`` is written ``\[[``, a literal ``*`` is ``\*``.
"""

import re
from collections.abc import Iterator
from enum import Enum, StrEnum
from itertools import groupby
from typing import NamedTuple

from chinhtrinoibo.errors import InvalidReference
from chinhtrinoibo.messages import Message
from chinhtrinoibo.spans import Span


class Emphasis(Enum):
    """How a run of prose stands out."""

    NONE = 0
    ITALIC = 1
    BOLD = 2
    BOTH = 3

    def __or__(self, other: "Emphasis") -> "Emphasis":
        return Emphasis(self.value | other.value)


class Form(StrEnum):
    """What a mark asks to be printed of the thing that it names."""

    DEFAULT = ""
    FULL = "full"
    SHORT = "short"
    NUMBER = "number"
    CHANGE = "change"
    SHARE = "share"
    VALUE = "value"
    PERIOD = "period"
    AS_OF = "as_of"
    YEARS = "years"


class Target(Enum):
    """What a mark names; the value is how its name begins."""

    DOCUMENT = ""
    FIGURE = "@"
    TALLY = "#tally"
    PERIOD = "#period"


_FORMS = {
    Target.DOCUMENT: {Form.DEFAULT, Form.FULL, Form.SHORT, Form.NUMBER},
    Target.FIGURE: {*Form} - {Form.FULL, Form.SHORT, Form.NUMBER, Form.YEARS},
    Target.TALLY: {Form.DEFAULT, Form.VALUE},
    Target.PERIOD: {Form.DEFAULT, Form.YEARS},
}


class Text(NamedTuple):
    """A run of prose without marks."""

    text: str
    emphasis: Emphasis = Emphasis.NONE


class Mark(NamedTuple):
    """A mark ``[[…]]``: what it names, the form asked for, and where it stands in the prose."""

    target: Target
    name: str
    form: Form
    start: int
    emphasis: Emphasis = Emphasis.NONE


_PIECE = r"""(?xs)
      \\(?P<literal>\[\[|\*|\\)           # \[[  \*  \\
    | \[\[(?P<mark>[^\[\]]*)\]\]          # [[39-CT/TW|full]]
    | (?P<unclosed>\[\[)
    | (?P<stars>\*{4,})                   # a line of stars is no emphasis
    | \*\*(?=\S)(?P<bold>(?:\\.|(?!\*\*(?!\*))[^\\])+?)(?<=\S)\*\*(?!\*)
    | \*(?=[^\s*])(?P<italic>(?:\\.|[^*\\])+?)(?<=\S)\*    # a lone star is a star
"""


def parse(prose: str) -> tuple[Text | Mark, ...]:
    r"""Cut prose into runs of text and marks.

    Raises:
        InvalidReference: a mark that is not closed, names nothing, or asks for a form that its
            kind does not have; ``given`` is the mark as typed.

    >>> parse("Thực hiện [[39-CT/TW|full]]")[1].name
    '39-CT/TW'
    >>> parse(r"\[[ là hai dấu ngoặc")
    (Text(text='[[ là hai dấu ngoặc', emphasis=<Emphasis.NONE: 0>),)
    """
    if "[[" not in prose and "*" not in prose and "\\" not in prose:
        return (Text(prose),) if prose else ()
    return tuple(_merged(piece for _, piece in _pieces(prose, 0, Emphasis.NONE)))


def placed(prose: str) -> Iterator[tuple[Span, Text | Mark]]:
    r"""Yield the pieces of prose with their places, a literal sign on its own.

    Raises:
        InvalidReference: as :func:`parse` does.

    >>> [tuple(span) for span, _ in placed(r"a \* *b*")]
    [(0, 2), (2, 4), (4, 5), (6, 7)]
    """
    pieces = _pieces(prose, 0, Emphasis.NONE)
    return ((Span(*span), piece) for span, piece in pieces if span[0] < span[1])


MASK = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands for each character of a mark in masked prose; no report needs it."""

_MASKED = re.compile(r"\\[\[*\\]|(\[\[[^\[\]]*\]\])")


def masked(prose: str) -> str:
    r"""Return prose with each mark blotted out, every other character in its place.

    >>> masked("Theo [[39-CT/TW]], ").replace(MASK, "#")
    'Theo ############, '
    """
    if "[[" not in prose:
        return prose
    return _MASKED.sub(lambda found: MASK * len(found[0]) if found[1] else found[0], prose)


_Piece = tuple[tuple[int, int], Text | Mark]


def _pieces(prose: str, offset: int, emphasis: Emphasis) -> Iterator[_Piece]:
    end = 0
    for match in re.finditer(_PIECE, prose):
        start = match.start()
        yield (offset + end, offset + start), Text(prose[end:start], emphasis)
        end = match.end()
        span = offset + start, offset + end
        if plain := match["literal"] or match["stars"]:
            yield span, Text(plain, emphasis)
        elif match["mark"] is not None:
            yield span, _mark(match["mark"], span[0], emphasis)
        elif match["unclosed"] is not None:
            raise InvalidReference(prose[start:][:40], Message.of("mark-unclosed"))
        else:
            name, inner = ("bold", Emphasis.BOLD) if match["bold"] else ("italic", Emphasis.ITALIC)
            yield from _pieces(match[name], offset + match.start(name), emphasis | inner)
    yield (offset + end, offset + len(prose)), Text(prose[end:], emphasis)


def _mark(body: str, start: int, emphasis: Emphasis) -> Mark:
    name, _, form = (part.strip() for part in body.partition("|"))
    target, name = _target(name)
    if target is None:
        raise InvalidReference(f"[[{body}]]", Message.of("mark-tally", mark=f"[[{body}]]"))
    if not name and target in {Target.DOCUMENT, Target.FIGURE}:
        raise InvalidReference(f"[[{body}]]", Message.of("mark-empty"))
    forms = _FORMS[target]
    if form not in forms:
        known = ", ".join(sorted(form for form in forms if form))
        message = Message.of("mark-form", mark=f"[[{body}]]", form=form, known=known)
        raise InvalidReference(f"[[{body}]]", message)
    return Mark(target, name, Form(form), start, emphasis)


def _target(name: str) -> tuple[Target | None, str]:
    """Return what a name names, and the rest of it; None for an unknown word behind “#”."""
    if name.startswith("#"):
        word, _, key = name.partition(":")
        known = {target.value: target for target in (Target.TALLY, Target.PERIOD)}
        return known.get(word.strip()), key.strip()
    if name.startswith("@"):
        return Target.FIGURE, name.removeprefix("@").strip()
    return Target.DOCUMENT, name


def _merged(pieces: Iterator[Text | Mark]) -> Iterator[Text | Mark]:
    """Join neighbouring runs of the same emphasis and drop empty ones."""
    filled = (piece for piece in pieces if isinstance(piece, Mark) or piece.text)
    for (kind, emphasis), group in groupby(filled, lambda piece: (type(piece), piece.emphasis)):
        if kind is Mark:
            yield from group
        else:
            yield Text("".join(run.text for run in group if isinstance(run, Text)), emphasis)
