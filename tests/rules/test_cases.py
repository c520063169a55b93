import tomllib
from pathlib import Path
from typing import Any

import pytest

import chinhtrinoibo as ctnb
from chinhtrinoibo.findings import Findings
from chinhtrinoibo.paths import split
from chinhtrinoibo.rules.catalogue import RULES
from chinhtrinoibo.rules.fixing import text_at

FOLDER = Path(__file__).parents[1] / "cases"
CASES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.toml")
}
#: What a row says of itself; everything else in it is the report.
ABOUT = {"why", "at", "quoted", "fixed", "previous", "outside"}


def rows(*sorts: str) -> list[Any]:
    """Return the rows of some sorts, each with its rule."""
    return [
        pytest.param(code, row, id=f"{code}-{sort}-{n}")
        for code, table in sorted(CASES.items())
        for sort in sorts
        for n, row in enumerate(table.get(sort, ()))
    ]


def report_of(row: dict[str, Any]) -> ctnb.SummaryReport:
    """Return the report that a row describes."""
    data = {key: value for key, value in row.items() if key not in ABOUT}
    return ctnb.load_report({"title": "tổng kết", "issuer": "Chi bộ 1", **data})


def check(row: dict[str, Any], report: ctnb.SummaryReport) -> Findings:
    """Check a report with what a row says is known around it."""
    previous = report_of(row["previous"]) if "previous" in row else None
    outside = ctnb.Register(documents=report_of({"documents": row.get("outside", [])}).documents)
    return ctnb.check(report, previous=previous, register=outside, rules=RULES)


class TestCases:
    """“Cases per rule as data that an archivist can extend”."""

    def test_every_rule_has_its_cases(self) -> None:
        """At least three that fail, three that pass, and one near miss; each says why."""
        assert {rule.code for rule in RULES} == CASES.keys()
        for code, table in CASES.items():
            assert table.keys() == {"fail", "pass", "near"}, code
            assert len(table["fail"]) >= 3, code
            assert len(table["pass"]) >= 3, code
            assert all(row["why"] for sort in table.values() for row in sort), code

    @pytest.mark.parametrize(("code", "row"), rows("fail"))
    def test_finds_what_it_is_meant_for(self, code: str, row: dict[str, Any]) -> None:
        """At the places that the row names, on the words that it quotes."""
        report = report_of(row)
        found = check(row, report).of(code)
        assert row["at"] == [finding.path for finding in found]
        if "quoted" in row:
            spans = [(finding.span, text_at(report, split(finding.path))) for finding in found]
            assert row["quoted"] == [span.of(text) for span, text in spans if span and text]

    @pytest.mark.parametrize(("code", "row"), rows("pass", "near"))
    def test_stays_silent(self, code: str, row: dict[str, Any]) -> None:
        """A wrong complaint costs more trust than a missed one."""
        assert Findings() == check(row, report_of(row)).of(code)

    @pytest.mark.parametrize(("code", "row"), rows("fail"))
    def test_a_fix_clears_its_finding_and_raises_none(self, code: str, row: dict[str, Any]) -> None:
        """It is idempotent, and what it makes of the report is what the row says."""
        report = report_of(row)
        before = check(row, report)
        own = [finding for finding in before.of(code) if finding.fix]
        fixed = ctnb.fix(report, own)
        after = check(row, fixed)
        assert [f.path for f in before.of(code) if not f.fix] == [f.path for f in after.of(code)]
        assert {(f.code, f.path) for f in after} <= {(f.code, f.path) for f in before}
        assert fixed == ctnb.fix(fixed, [f for f in after.of(code) if f.fix])
        wanted = {**row, **row.get("fixed", {})}
        assert report_of(wanted) == fixed


class TestRules:
    """What a rule says of itself."""

    @pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
    def test_is_documented(self, rule: Any) -> None:
        """Title, reason and both examples stand in the docstring; a basis stands beside it."""
        assert all((rule.title, rule.why, rule.wrong, rule.right, rule.bases))
        assert rule.title.endswith(".")
        assert all(basis.clause for basis in rule.bases)

    def test_codes_are_distinct(self) -> None:
        """A code is the name of one rule for good."""
        assert len(RULES) == len({rule.code for rule in RULES})
