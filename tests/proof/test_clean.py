import pytest

import chinhtrinoibo as ctnb
from chinhtrinoibo.findings import Findings, Severity
from chinhtrinoibo.layout.compose import compose, profile_of
from chinhtrinoibo.rules.catalogue import RULES
from proof.clean import Dossier, dossier

CHUNK = 100


def found(clean: Dossier) -> Findings:
    """Check a report with what is known around it."""
    return ctnb.check(
        clean.report, previous=clean.previous, register=clean.register, rules=RULES
    ).told


class TestClean:
    """“1,000 clean generated reports give 0 findings of severity error or warning”."""

    @pytest.mark.parametrize("first", range(0, 1000, CHUNK))
    def test_nothing_is_found(self, first: int) -> None:
        """A wrong complaint costs more trust than a missed one; notes may be made."""
        wrong = [
            f"{seed}: {finding}"
            for seed in range(first, first + CHUNK)
            for finding in found(dossier(seed))
            if finding.severity is not Severity.NOTE
        ]
        assert [] == wrong

    def test_reports_differ(self) -> None:
        """Both systems, all kinds and all years occur; no two texts are the same."""
        reports = [dossier(seed).report for seed in range(200)]
        assert {*ctnb.System} == {report.system for report in reports}
        assert {*ctnb.ReportKind} == {report.kind for report in reports}
        assert {*range(2014, 2027)} == {report.date.year for report in reports if report.date}
        assert len(reports) == len({report.results for report in reports})

    def test_a_seed_is_a_report(self) -> None:
        """What was found once can be looked at again."""
        assert dossier(7) == dossier(7)

    def test_reports_can_be_written(self) -> None:
        """No mark is broken, and every figure has its words."""
        for seed in range(20):
            report = dossier(seed).report
            assert list(compose(report, profile_of(report)))
