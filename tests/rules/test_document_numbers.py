from typing import Any

import pytest

import chinhtrinoibo as ctnb
from chinhtrinoibo.findings import Certainty, Finding, Severity


def found(code: str, *paragraphs: str, **said: Any) -> Finding:
    """Return the one finding of a rule in some paragraphs."""
    report = {"title": "tổng kết", "issuer": "Tỉnh ủy Sông Xanh", "date": "05/12/2024", **said}
    (only,) = ctnb.check(ctnb.load_report({**report, "opening": [*paragraphs]})).of(code)
    return only


class TestBasis:
    """“A finding rests on a clause in force”: that of the system of the cited document."""

    @pytest.mark.parametrize(
        ("code", "text", "issuer", "basis"),
        [
            ("CITE05", "Kế hoạch số 15/BC-UBND.", "Tỉnh ủy Sông Xanh", "Nghị định 30/2020/NĐ-CP"),
            ("CITE07", "Quyết định số 5/QĐ-UBND.", "Tỉnh ủy Sông Xanh", "Nghị định 30/2020/NĐ-CP"),
            ("CITE05", "Kế hoạch số 15-CT/TU.", "Ủy ban nhân dân tỉnh", "Quy định 66-QĐ/TW"),
            ("CITE07", "Chỉ thị số 5-CT/TW.", "Ủy ban nhân dân tỉnh", "Hướng dẫn 36-HD/VPTW"),
        ],
    )
    def test_is_that_of_the_cited_system(
        self, code: str, text: str, issuer: str, basis: str
    ) -> None:
        """Whatever the system of the report."""
        finding = found(code, text, issuer=issuer)
        assert str(finding.basis).startswith(basis)


class TestWeight:
    """“A wrong complaint costs more trust than a missed one”."""

    def test_zero_in_front_of_a_number_of_others_is_a_note(self) -> None:
        """For that body may number so; the Central Committee does not."""
        finding = found("CITE07", "Quyết định số 5/QĐ-UBND.")
        assert (Severity.NOTE, None) == (finding.severity, finding.fix)
        finding = found("CITE07", "Chỉ thị số 5-CT/TW.")
        assert Severity.WARNING is finding.severity
        assert finding.fix

    def test_symbol_outside_the_table_is_a_note(self) -> None:
        """And what is wrong beside it is not put right by the library."""
        assert Severity.NOTE is found("CITE05", "Kế hoạch số 12-XYz/TU.").severity
        finding = found("CITE07", "Kế hoạch số 12- XYz/TU.")
        assert ("“12-XYz/TU”", None) == (finding.expected, finding.fix)

    def test_days_of_one_number_are_likely_where_no_issuer_stands(self) -> None:
        """Many bodies have its letters; and neither day is said to be the right one."""
        first, second = "Kế hoạch số 12-KH/TU, ngày 05/3/2024", "Kế hoạch 12-KH/TU, ngày 06/3/2024"
        finding = found("CITE03", f"{first}.", f"{second}.")
        assert (Certainty.LIKELY, "") == (finding.certainty, finding.expected)
        finding = found("CITE03", f"{first} của Tỉnh ủy.", f"{second} của Ban Thường vụ Tỉnh ủy.")
        assert (Certainty.CERTAIN, "") == (finding.certainty, finding.expected)
