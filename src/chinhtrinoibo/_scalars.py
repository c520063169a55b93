"""How a text is written in its file: the place of each of its characters, and the way to write one.

A text is walked together with its source. Where the two do not agree, there is no answer.
"""

import re
from collections.abc import Iterator, Sequence

from chinhtrinoibo.spans import Span

_BREAKS = re.compile(r"[ \t]*(?:\r\n?|\n)[ \t\r\n]*")
_BLANKS = re.compile(r"[ \t\n]+")
_ESCAPE = re.compile(
    r"""  \\u[dD][89abAB][0-9a-fA-F]{2}\\u[0-9a-fA-F]{4}
        | \\u[0-9a-fA-F]{4} | \\U[0-9a-fA-F]{8} | \\x[0-9a-fA-F]{2}
        | \\.
    """,
    re.VERBOSE,
)
_CONTINUED = re.compile(r"\\[ \t]*(?:\r\n?|\n)[ \t\r\n]*")
_HEADER = re.compile(r"[|>][^\r\n]*(?:\r\n?|\n)[ \t\r\n]*")
_TRIPLE = re.compile(r"(?:\"{3}|'{3})(?:\r\n?|\n)?")


class Written:
    """A text as it is written in a source (cách ghi một đoạn chữ trong tệp).

    Three quotes in a row open a text in TOML; in YAML the second and third are its first letter.
    """

    def __init__(self, source: str, start: int, text: str, *, triple: bool) -> None:
        self._source, self._start, self._text = source, start, text
        self.quote = source[start] if source[start : start + 1] in {'"', "'"} else ""
        self._places = _walked(source, _content(source, start, triple=triple), text, self.quote)

    @property
    def known(self) -> bool:
        """Whether the place of every character is known."""
        return self._places is not None

    def span(self, span: Span) -> Span:
        """Return where a stretch of the text stands in the source; where it begins if unknown."""
        if self._places is None or max(span) > len(self._text):
            return Span(self._start, self._start)
        start = self._places[span.start].start
        end = self._places[span.end - 1].end if span.end > span.start else start
        return Span(start, end)

    def spell(self, replacement: str) -> str:
        """Return ``replacement`` as the source writes it between such quotes."""
        if self.quote == '"':
            return replacement.replace("\\", "\\\\").replace('"', '\\"')
        if self.quote == "'":
            return replacement.replace("'", "''")
        return replacement


def _content(source: str, start: int, *, triple: bool) -> int:
    """Return where the words begin, behind a quote or the head of a block."""
    begun = _HEADER.match(source, start) or (triple and _TRIPLE.match(source, start))
    if begun:
        return begun.end()
    return start + 1 if source[start : start + 1] in {'"', "'"} else start


def _walked(source: str, at: int, text: str, quote: str) -> Sequence[Span] | None:
    """Return the place of each character, and that behind the last; None where they disagree."""
    places: list[Span] = []
    for size, found in _steps(source, at, text, quote):
        if not size:
            return None
        places += [found] * size
        at = found.end
    return [*places, Span(at, at)]


def _steps(source: str, at: int, text: str, quote: str) -> Iterator[tuple[int, Span]]:
    """Yield how many characters of the text stand at each place in turn; none ends the walk."""
    n = 0
    while n < len(text):
        if quote == '"' and (continued := _CONTINUED.match(source, at)):
            at = continued.end()
            continue
        size, end = _step(source, at, text, n, quote)
        yield size, Span(at, end)
        if not size:
            return
        n, at = n + size, end


def _step(source: str, at: int, text: str, n: int, quote: str) -> tuple[int, int]:
    """Return how many characters stand at ``at``, and where that place ends."""
    if quote == '"' and (escape := _ESCAPE.match(source, at)):
        return 1, escape.end()
    if text[n] in " \n" and (breaks := _BREAKS.match(source, at)):
        blanks = _BLANKS.match(text, n)
        return len(blanks[0]) if blanks else 1, breaks.end()
    if source[at : at + 1] != text[n]:
        return 0, at
    doubled = quote == "'" == text[n] and source[at + 1 : at + 2] == "'"
    return 1, at + (2 if doubled else 1)
