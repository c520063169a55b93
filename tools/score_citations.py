"""Score ``find_citations`` against texts whose citations are known.

    python tools/score_citations.py texts.jsonl [--markdown]

A line of the file holds ``text`` and ``gold``: the citations, each with ``start``, ``end`` and its
fields. Found is a citation that begins where the known one does. Letter case, white space and the
place of tone marks make no difference; a title counts by its beginning, a short one as a whole. Of
nothing, all is right.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from chinhtrinoibo.citations import Citation, find_citations
from chinhtrinoibo.text import fold

FIELDS = (
    *("kind", "number", "year", "symbol", "issuer_symbol", "system"),
    *("date", "issuer", "term", "meeting", "title"),
)
_ENOUGH = 12  # letters of a title that tell it


class Miss(NamedTuple):
    """What is wrong in one text: the known and the found value."""

    id: object
    what: str
    known: str | None
    found: str | None


class Score(NamedTuple):
    """How well the citations of many texts were read."""

    known: int
    found: int
    exact_ends: int
    extra: int
    extra_in_negatives: int
    right: Counter[str]
    misses: tuple[Miss, ...]

    @property
    def recall(self) -> float:
        """The share of the known citations that were found."""
        return _share(self.found, self.known)

    @property
    def fields(self) -> float:
        """The share of their fields that are right."""
        return _share(self.right.total(), self.found * len(FIELDS))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def score(rows: Iterable[dict[str, Any]]) -> Score:
    """Read the citations of each text and compare them with those known."""
    counts, right = Counter[str](), Counter[str]()
    misses: list[Miss] = []
    for row in rows:
        read = {citation.span.start: citation for citation in find_citations(row["text"])}
        for gold in row["gold"]:
            counts["known"] += 1
            citation = read.pop(gold["start"], None)
            if citation is None:
                printed = row["text"][gold["start"] : gold["end"]]
                misses.append(Miss(row["id"], "missed", printed, None))
                continue
            counts["found"] += 1
            counts["ends"] += citation.span.end == gold["end"]
            for name in FIELDS:
                right[name] += _same(name, gold[name], citation)
            misses += (Miss(row["id"], *wrong) for wrong in _wrong(gold, citation))
        counts["extra"] += len(read)
        counts["negative"] += 0 if row["gold"] else len(read)
        misses += (Miss(row["id"], "extra", None, one.text) for one in read.values())
    return Score(
        *(counts[name] for name in ("known", "found", "ends", "extra", "negative")),
        right,
        tuple(misses),
    )


def _wrong(
    gold: dict[str, Any], citation: Citation
) -> Iterator[tuple[str, str | None, str | None]]:
    for name in FIELDS:
        if not _same(name, gold[name], citation):
            yield name, gold[name], _said(name, citation)


def _same(name: str, known: str | None, citation: Citation) -> bool:
    found = _said(name, citation)
    if known is None or found is None:
        return known is found
    one, other = fold(known), fold(found)
    if name == "title":
        return one == other or (
            min(map(len, (one, other))) >= _ENOUGH and one[:_ENOUGH] == other[:_ENOUGH]
        )
    return one == other or (name == "issuer_symbol" and one == "tư" and other in {"tw", "tu"})


def _said(name: str, citation: Citation) -> str | None:
    value = getattr(citation, name)
    return None if value is None else str(value)


def table(result: Score) -> Iterator[str]:
    """Yield the rows of the table that the documentation keeps."""
    yield "| | right | of | |"
    yield "| --- | --: | --: | --: |"
    rows = [("citations found", result.found, result.known)]
    rows += [("ends to the letter", result.exact_ends, result.found)]
    rows += [(name, result.right[name], result.found) for name in FIELDS]
    rows += [("all fields", result.right.total(), result.found * len(FIELDS))]
    for name, right, of in rows:
        yield f"| {name} | {right} | {of} | {_share(right, of):.1%} |"


def main() -> None:
    """Print the score, field by field, and what was missed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--markdown", action="store_true", help="the table alone")
    wanted = parser.parse_args()
    lines = wanted.file.read_text(encoding="utf-8").splitlines()
    result = score(map(json.loads, lines))
    print(*table(result), sep="\n")
    if not wanted.markdown:
        print(f"\nextra: {result.extra}, of them in negatives: {result.extra_in_negatives}\n")
        for miss in result.misses:
            print(f"{miss.id}: {miss.what}: known {miss.known!r}, found {miss.found!r}")


if __name__ == "__main__":
    main()
