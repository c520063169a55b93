"""Check a published article as a report, and compare the findings with the slips known in it.

    python tools/score_slips.py article.txt

The article has twelve paragraphs, one a line; its slips stand in ``tests/proof/slips.toml``. It is
checked twice: alone, and with a register of the documents that it cites.
"""

import argparse
import datetime as dt
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import chinhtrinoibo as ctnb
from chinhtrinoibo.findings import Finding, Place, Severity
from chinhtrinoibo.spans import Span

SLIPS = Path(__file__).parents[1] / "tests/proof/slips.toml"
BY = ("rule", "register", "house", "soft")
_SENTENCE = 40  # characters

#: Where each paragraph of the article stands in the report.
PATHS = {
    "": "$",
    "P1": "$.leadership[0]",
    "P2": "$.results_lead",
    "P3": "$.results[0].paragraphs[0]",
    "P4": "$.results[1].paragraphs[0]",
    "P5": "$.results[1].paragraphs[1]",
    "P6": "$.results[2].paragraphs[0]",
    "P7": "$.results[3].paragraphs[0]",
    "P8": "$.lessons_lead",
    "P9": "$.lessons[0].title",
    "P10": "$.lessons[1].title",
    "P11": "$.lessons[2].title",
    "P12": "$.lessons[3].title",
}


class Score(NamedTuple):
    """What a check of the article found, against what is known of it.

    Attributes:
        found: the numbers of the slips found.
        missed: the other slips.
        wrong: findings in the prose that are no slip.
        never: findings on what must not be flagged, each with the reason.
        elsewhere: findings outside the prose, as on form, which the article lacks.
    """

    found: dict[int, Finding]
    missed: tuple[dict[str, Any], ...]
    wrong: tuple[Finding, ...]
    never: tuple[tuple[str, Finding], ...]
    elsewhere: tuple[Finding, ...]


def report_of(text: str) -> ctnb.SummaryReport:
    """Return the article as a report of its committee in 2024."""
    p = ["", *filter(None, map(str.strip, text.splitlines()))]
    return ctnb.SummaryReport(
        title=(
            "tổng kết 10 năm thực hiện Chỉ thị của Bộ Chính trị về tăng cường công tác bảo vệ "
            "chính trị nội bộ trong tình hình hiện nay"
        ),
        issuer=ctnb.Organization(name="Ban Thường vụ Tỉnh ủy Bình Thuận", place="Bình Thuận"),
        number="05-BC/TU",
        date=dt.date(2024, 9, 30),
        period=ctnb.ReportingPeriod.years(10, since=dt.date(2014, 8, 18)),
        leadership=[p[1]],
        results_lead=p[2],
        results=[ctnb.Result(paragraphs=item) for item in ([p[3]], p[4:6], [p[6]], [p[7]])],
        lessons_lead=p[8],
        lessons=[ctnb.Lesson(title=title) for title in p[9:13]],
    )


def register_of(table: dict[str, Any]) -> ctnb.Register:
    """Return the documents that the article cites."""
    return ctnb.Register(documents=[ctnb.Document(**row) for row in table["register"]])


def score(text: str, table: dict[str, Any], register: ctnb.Register | None = None) -> Score:
    """Check the article, and sort the findings."""
    report = report_of(text)
    findings = ctnb.check(report, register=register).told
    places = Places(report)
    found, used = dict[int, Finding](), set[int]()
    for slip in table["slip"]:
        hits = [n for n, one in enumerate(findings) if places.hit(one, slip)]
        used.update(hits)
        if hits:
            found[slip["number"]] = findings[hits[0]]
    for row in table["also"]:
        used.update(n for n, one in enumerate(findings) if places.hit(one, row))
    rest = [one for n, one in enumerate(findings) if n not in used]
    prose = {*PATHS.values()} - {"$"}
    return Score(
        found=found,
        missed=tuple(slip for slip in table["slip"] if slip["number"] not in found),
        wrong=tuple(one for one in rest if one.path in prose),
        never=tuple(_never(findings, places, table)),
        elsewhere=tuple(one for one in rest if one.path not in prose),
    )


class Places:
    """Places of the article in its report."""

    def __init__(self, report: ctnb.SummaryReport) -> None:
        self._texts = {one.path: one.text for one in _passages(report)}

    def hit(self, finding: Finding, row: dict[str, Any]) -> bool:
        """Tell whether a finding is one of those a row names, at a place that it names."""
        if finding.code not in row["codes"]:
            return False
        return any(self.at(place, *where) for place in _all(finding) for where in row["places"])

    def at(self, place: Place, paragraph: str, words: str = "") -> bool:
        """Tell whether a place lies in a paragraph, and touches the words in it."""
        if paragraph == "" and place.path.count(".") == 1:
            return True
        if place.path != PATHS[paragraph]:
            return False
        if not words or place.span is None:
            return True
        return any(
            place.span.overlaps(span) for span in _everywhere(self._texts[place.path], words)
        )


def _all(finding: Finding) -> tuple[Place, ...]:
    return (Place(finding.path, finding.span), *finding.related)


def _everywhere(text: str, words: str) -> Iterator[Span]:
    start = text.index(words)  # a table whose words do not stand there is wrong
    while start >= 0:
        yield Span(start, start + len(words))
        start = text.find(words, start + 1)


def _passages(report: ctnb.SummaryReport) -> Iterator[Place]:
    from chinhtrinoibo.layout.passages import passages  # noqa: PLC0415 - not a public name

    yield from (Place(path, text=text) for path, text in passages(report))


def _never(
    findings: ctnb.Findings, places: Places, table: dict[str, Any]
) -> Iterator[tuple[str, Finding]]:
    """Yield the findings whose own place is one that must not be flagged."""
    for row in table["never"]:
        for one in findings:
            own = Place(one.path, one.span)
            here = any(places.at(own, *where) for where in row["places"])
            if here and (one.code in row["codes"] if row["codes"] else _narrow(own)):
                yield row["why"], one


def _narrow(place: Place) -> bool:
    """Tell whether a place is a few words, so that it speaks of them and not of a sentence."""
    return place.span is not None and place.span.end - place.span.start < _SENTENCE


def lines(result: Score, table: dict[str, Any]) -> Iterator[str]:
    """Yield what is printed: found, missed, wrongly flagged."""
    slips = {slip["number"]: slip for slip in table["slip"]}
    yield "found:"
    for number, finding in sorted(result.found.items()):
        slip = slips[number]
        yield f"  {number:>2}  {slip['by']:<9}{finding.code:<10}{slip['what']}"
    yield "missed:"
    for slip in result.missed:
        yield f"  {slip['number']:>2}  {slip['by']:<9}{'':<10}{slip['what']}"
    yield "wrongly flagged:"
    yield from (f"  {_short(one)}" for one in result.wrong)
    yield "flagged although it must not be:"
    yield from (f"  {why}: {_short(one)}" for why, one in result.never)
    yield "outside the prose:"
    yield from (f"  {_short(one)}" for one in result.elsewhere)
    yield ""
    yield from figures(result, table)


def figures(result: Score, table: dict[str, Any]) -> Iterator[str]:
    """Yield the figures in a table."""
    known = Counter(slip["by"] for slip in table["slip"])
    missed = Counter(slip["by"] for slip in result.missed)
    yield "| slips | known | found | missed |"
    yield "| --- | --: | --: | --: |"
    for by in BY:
        yield f"| {by} | {known[by]} | {known[by] - missed[by]} | {missed[by]} |"
    weighty = sum(one.severity is not Severity.NOTE for one in result.wrong)
    yield ""
    yield f"wrongly flagged: {len(result.wrong)}, of them errors and warnings: {weighty}"
    yield f"flagged although it must not be: {len(result.never)}"


def _short(finding: Finding) -> str:
    place = next((name for name, path in PATHS.items() if path == finding.path), finding.path)
    words = finding.span.of(finding.text) if finding.span else ""
    said = finding.message.vietnamese
    return f"{place} {finding.severity} {finding.code}: {said} [{words}]"


def main() -> None:
    """Print both scores."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path)
    wanted = parser.parse_args()
    table = tomllib.loads(SLIPS.read_text(encoding="utf-8"))
    text = wanted.file.read_text(encoding="utf-8")
    for name, register in (("alone", None), ("with a register", register_of(table))):
        print(f"# {name}", *lines(score(text, table, register), table), "", sep="\n")


if __name__ == "__main__":
    main()
