"""Notes in the margin become comments: their part of the package, and their ranges in the text.

They carry no date, so that the same report and findings give the same file.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from chinhtrinoibo import words
from chinhtrinoibo.layout.blocks import Note, Run
from chinhtrinoibo.paths import spoken
from chinhtrinoibo.references import Emphasis
from chinhtrinoibo.text import writable
from chinhtrinoibo.word._xml import DECLARATION, W, run_text

if TYPE_CHECKING:
    from chinhtrinoibo.findings import Finding

AUTHOR, INITIALS = "chinhtrinoibo", "CTNB"

EMPHASIS = {
    Emphasis.NONE: "",
    Emphasis.ITALIC: "<w:rPr><w:i/><w:iCs/></w:rPr>",
    Emphasis.BOLD: "<w:rPr><w:b/><w:bCs/></w:rPr>",
    Emphasis.BOTH: "<w:rPr><w:b/><w:bCs/><w:i/><w:iCs/></w:rPr>",
}
_SIZE = '<w:sz w:val="20"/><w:szCs w:val="20"/>'
_HEAD, _PLAIN = f"<w:rPr><w:b/><w:bCs/>{_SIZE}</w:rPr>", f"<w:rPr>{_SIZE}</w:rPr>"


def comments(findings: "Iterable[Finding]", astray: frozenset[int]) -> Iterator[str]:
    """Yield the text of ``comments.xml``, a comment a piece, numbered in the order given.

    Args:
        findings: what the comments say.
        astray: the numbers of those that stand elsewhere than at their own place.
    """
    yield f'{DECLARATION}<w:comments xmlns:w="{W}">'
    for number, finding in enumerate(findings):
        place = f" ({spoken(finding.path)})" if number in astray else ""
        head = f"{finding.severity.vietnamese} {finding.code}{place}"
        mark = "<w:r><w:annotationRef/></w:r>"
        yield (
            f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:initials="{INITIALS}">'
            f"<w:p>{mark}{_run(head, _HEAD)}</w:p>"
            + "".join(f"<w:p>{_run(said, _PLAIN)}</w:p>" for said in finding.sentences)
            + "</w:comment>"
        )
    yield "</w:comments>"


def _run(text: str, look: str) -> str:
    return f"<w:r>{look}{run_text(writable(words.upper_first(text)))}</w:r>"


def noted_runs(text: str, runs: Sequence[Run], notes: Sequence[Note]) -> str:
    """Return the runs of a text, with the ranges of the notes that speak of it.

    Ranges may overlap; at one place those that end there end before others begin.
    """
    cuts = {0, len(text)}
    cuts.update(place for run in runs for place in (run.start, run.end))
    cuts.update(place for note in notes for place in (note.start, note.end))
    looks = {place: run.emphasis for run in runs for place in sorted(cuts) if _in(place, run)}
    starts, ends = _ranges(notes)
    pieces = [starts[0]]
    if not text:
        pieces.append(ends[0])
    for start, end in pairwise(sorted(cuts)):
        look = EMPHASIS[looks.get(start, Emphasis.NONE)]
        pieces += f"<w:r>{look}{run_text(text[start:end])}</w:r>", ends[end]
        if end < len(text):
            pieces.append(starts[end])
    return "".join(pieces)


def _in(place: int, run: Run) -> bool:
    return run.start <= place < run.end


def _ranges(notes: Iterable[Note]) -> tuple[defaultdict[int, str], defaultdict[int, str]]:
    """Return what begins and what ends at each place; an end refers to its comment."""
    starts, ends = defaultdict[int, str](str), defaultdict[int, str](str)
    for note in notes:
        starts[note.start] += f'<w:commentRangeStart w:id="{note.number}"/>'
        ends[note.end] += (
            f'<w:commentRangeEnd w:id="{note.number}"/>'
            f'<w:r>{_PLAIN}<w:commentReference w:id="{note.number}"/></w:r>'
        )
    return starts, ends
