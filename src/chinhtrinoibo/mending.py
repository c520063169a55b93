"""Safe fixes written into a data file: only the words change, never its layout.

A fix is written where the place of its words is known, and kept only when the file then says
exactly what was meant; otherwise it is left, and said to be left.
"""

import codecs
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Unpack

from chinhtrinoibo import sources
from chinhtrinoibo.errors import ReportingError
from chinhtrinoibo.files import check_text, loaded
from chinhtrinoibo.findings import Edit, Finding, Findings
from chinhtrinoibo.model.reports import SummaryReport
from chinhtrinoibo.paths import split
from chinhtrinoibo.rules.checking import Options
from chinhtrinoibo.rules.fixing import chosen, grouped, replaced, text_at
from chinhtrinoibo.saving import save
from chinhtrinoibo.sources import Format
from chinhtrinoibo.spans import spliced
from chinhtrinoibo.text import compose

_ROUNDS = 20  # a fix that overlaps another waits for the next one


class Mended(NamedTuple):
    """What became of a file: its text, what was put right, and what is still found."""

    text: str
    fixed: Findings
    left: Findings

    @property
    def unplaced(self) -> Findings:
        """What could be put right, but not in this file without writing it anew."""
        return Findings(finding for finding in self.left.told if finding.fix)


def fix_file(path: str | os.PathLike[str], **options: Unpack[Options]) -> Mended:
    """Apply the safe fixes to a data file in place; as :func:`chinhtrinoibo.check_file` checks it.

    Raises:
        UnreadableSource: the file cannot be read.
        CannotWrite: it cannot be written; what stood there still stands.
    """
    text = sources.read_text(path)
    mended = fix_text(text, Format.of(path), os.fspath(path), **options)
    if mended.text != text:
        mark = codecs.BOM_UTF8 if Path(path).read_bytes().startswith(codecs.BOM_UTF8) else b""
        save(mark + mended.text.encode(), path)
    return mended


def fix_text(
    text: str,
    format: Format | str,  # noqa: A002 - as in loads
    source: str = "",
    **options: Unpack[Options],
) -> Mended:
    """Apply the safe fixes to the text of a data file; as :func:`fix_file`."""
    format_, fixed = Format(format), list[Finding]()
    for _ in range(_ROUNDS):
        found = check_text(text, format_, source, **options)
        before = text
        for finding, after in _mended(text, format_, found):
            text = after
            fixed.append(finding)
        if text == before:
            break
    return Mended(text, Findings(fixed), found)


def _mended(text: str, format_: Format, found: Findings) -> Iterator[tuple[Finding, str]]:
    """Yield the findings that are put right together, each with the text after all of them."""
    fixes = chosen(found)
    if not fixes:
        return
    report, _ = loaded(text, format_)
    after = _rewritten(text, format_, report, _edits(fixes))
    if after is None:  # one of them has no place: leave it, and put right the others
        fixes = [fix for fix in fixes if _rewritten(text, format_, report, fix[1])]
        after = _rewritten(text, format_, report, _edits(fixes))
    if after is not None:
        yield from ((finding, after) for finding, _ in fixes)


def _edits(fixes: Iterable[tuple[Finding, tuple[Edit, ...]]]) -> list[Edit]:
    return [edit for _, edits in fixes for edit in edits]


def _rewritten(
    text: str, format_: Format, report: SummaryReport, edits: Sequence[Edit]
) -> str | None:
    """Return the text after ``edits``; None where it would not say just what is meant."""
    changes = grouped(edits)
    texts = {steps: text_at(report, steps) or "" for steps in changes}
    wanted = ((edit.path, edit.span, texts[split(edit.path)]) for edit in edits)
    cuts = []
    for edit, place in zip(edits, sources.find(text, format_, wanted), strict=True):
        if place.written is None:
            return None
        cuts.append((place.span, place.written.spell(edit.replacement)))
    after, tree = spliced(text, cuts), sources.parse(text, format_)
    meant = replaced(tree, {steps: spliced(said, changes[steps]) for steps, said in texts.items()})
    return after if _says(after, format_, meant) else None


def _says(text: str, format_: Format, tree: Any) -> bool:
    try:
        return bool(_composed(sources.parse(text, format_)) == _composed(tree))
    except ReportingError:
        return False


def _composed(tree: Any) -> Any:
    """Return plain data as a report holds its texts: a fix brings whole letters into loose ones."""
    match tree:
        case str():
            return compose(tree)
        case dict():
            return {key: _composed(value) for key, value in tree.items()}
        case list():
            return [_composed(item) for item in tree]
        case _:
            return tree
