"""Laws of the rules on figures, whatever the text; single cases stand in ``tests/cases``."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chinhtrinoibo as ctnb
from chinhtrinoibo.findings import Certainty, Findings, Severity
from chinhtrinoibo.rules import changes, figures, numbers, pairs, rates, registers, tallies
from chinhtrinoibo.rules.stated import sentence

RULES = (
    *tallies.RULES,
    *registers.RULES,
    *rates.RULES,
    *changes.RULES,
    *numbers.RULES,
    *figures.RULES,
)
_PIECES = (
    *("51 văn bản", "01 Chỉ thị", "07 quy định", "1.669 đảng viên", "81 đảng bộ", "78 chi bộ"),
    *("gồm ", "trong đó có ", " và ", ", ", "; ", ". ", " (", ")", " = ", " + ", "\n", "[[@a]]"),
    *("tăng ", "giảm ", "từ 5 lên 7 đảng bộ", "so với cùng kỳ", "cùng kỳ năm 2020 là ", "đạt "),
    *("vượt ", "chiếm ", "83,45%", "152/159 tổ chức", "99999999999999999/1", "1,12345678901234%"),
    *("hơn ", "12.5%", "1,234", "05 năm", "5 năm", "đến nay", "phụ lục kèm theo", "Trung ương 04"),
    *("từ 5,5% xuống 3,2%", "chỉ tiêu (2.000)", "0", "9", " ", "%", "/", "tỷ đồng", "trên "),
)
prose = st.lists(
    st.sampled_from(_PIECES) | st.text("aáđĐ09%/.,;:()-– \u00a0“\n\u2028", max_size=2), max_size=24
).map("".join)
parts = st.lists(st.integers(1, 400), min_size=2, max_size=5)
KINDS = ("chỉ thị", "quy định", "hướng dẫn", "kế hoạch", "công văn")


def found_in(*texts: str, **fields: object) -> Findings:
    """Return what the rules on figures find in a text."""
    data = {"title": "tổng kết", "issuer": "Chi bộ 1", "leadership": list(texts), **fields}
    return ctnb.check(ctnb.load_report(data), rules=RULES)


class TestLaws:
    """Whatever the text."""

    @given(prose)
    def test_no_rule_fails(self, text: str) -> None:
        """Spans lie in the text, and numbers of any length are worked with."""
        register = {"documents": [{"number": "01-KH/TU"}]}
        found = found_in(text, register=register, figures=[{"key": "a", "indicator": "b"}])
        assert Findings() == found.of("RULE01")

    @given(prose)
    def test_what_is_likely_is_no_error(self, text: str) -> None:
        """“A likely finding is never an error”."""
        errors = found_in(text).errors
        assert all(finding.certainty is Certainty.CERTAIN for finding in errors)

    @given(prose)
    def test_fixes_clear_what_they_mend(self, text: str) -> None:
        """Fixed once, a report has nothing more to be fixed by these rules."""
        report = ctnb.SummaryReport(title="a", issuer="Chi bộ 1", leadership=[text])
        fixed = ctnb.fix(report, [one for one in ctnb.check(report, rules=RULES) if one.fix])
        left = [one for one in ctnb.check(fixed, rules=numbers.RULES) if one.fix]
        assert [] == left


class TestSums:
    """“1 + 7 + 5 + 11 + 27”."""

    @given(parts, st.integers(-5, 5))
    def test_a_changed_total_is_found(self, counts: list[int], change: int) -> None:
        """And a right one is left alone; every addend is a related place."""
        total = max(1, sum(counts) + change)
        listed = ", ".join(f"{n} {kind}" for n, kind in zip(counts, KINDS, strict=False))
        found = found_in(f"Ban hành {total} văn bản, gồm {listed}.").of("TALLY01")
        years = {total, *counts} & set(range(1900, 2100))
        assert years or (total != sum(counts)) == bool(found)
        assert all(len(finding.related) == len(counts) for finding in found)

    @given(st.integers(1, 5000), st.integers(1, 5000), st.integers(0, 2))
    def test_a_share_worked_out_is_right(self, one: int, other: int, decimals: int) -> None:
        """Rounded to any number of decimals; two units more are an error."""
        value, whole = ctnb_count(min(one, other)), ctnb_count(max(one, other))
        rate = Decimal(min(one, other)) / max(one, other) * 100
        right = pairs.rounded(rate, decimals)
        wrong = pairs.rounded(rate + Decimal(2).scaleb(-decimals), decimals)
        text = "Có {} đảng viên trong tổng số {} đảng viên, chiếm {}."
        assert Findings() == found_in(text.format(value, whole, right))
        (finding,) = found_in(text.format(value, whole, wrong)).of("SHARE01")
        assert finding.severity is Severity.ERROR


class TestWeights:
    """What may be meant otherwise weighs less."""

    @pytest.mark.parametrize(
        ("text", "code", "severity", "certainty"),
        [
            ("Kết nạp 45/120 người, đạt 90%.", "SHARE01", "error", "certain"),
            ("Kết nạp 45/120 người, đạt 90% chỉ tiêu năm.", "SHARE01", "warning", "likely"),
            ("Có 9 đơn, gồm 4 đơn khiếu nại và 6 đơn tố cáo.", "PART01", "error", "certain"),
            ("9 đơn, gồm 4 đơn tố cáo, 6 đơn kiến nghị, phản ánh.", "PART01", "warning", "likely"),
            ("Xử phạt 3,245 tỷ đồng.", "NUMBER01", "note", "likely"),
            ("Xử phạt 3,245 tỷ đồng đối với 1,245 người.", "NUMBER01", "warning", "likely"),
        ],
    )
    def test_weighs(self, text: str, code: str, severity: str, certainty: str) -> None:
        """A target of its own, a list that goes on, a number with three decimals."""
        weights = {(one.severity.value, one.certainty.value) for one in found_in(text).of(code)}
        assert (severity, certainty) in weights

    def test_a_rounded_share_is_about_equal(self) -> None:
        """“8 / 15 = 53%” would be a wrong equation."""
        shares = found_in("Có 8/15 xã, đạt 60%.", "Có 9/15 xã, đạt 50%.").of("SHARE01")
        assert ["8 / 15 ≈ 53%", "9 / 15 = 60%"] == [one.expected for one in shares]


class TestPlaces:
    """Where a finding points to."""

    def test_addends_are_related(self) -> None:
        """Each with the words that stand there."""
        (found,) = found_in("Có 477 tổ chức đảng, gồm 248 đảng bộ và 239 chi bộ.")
        assert ["248 đảng bộ", "239 chi bộ"] == [place.text for place in found.related]
        assert ("248 + 239 = 487", "477") == (found.expected, found.actual)

    def test_rows_are_related(self) -> None:
        """The rows of a type, where its number differs."""
        documents = [{"number": "01-KH/TU"}, {"number": "02-CT/TU"}]
        found = found_in(
            "Ban hành 02 văn bản, gồm 02 kế hoạch (phụ lục kèm theo).",
            register={"documents": documents},
        ).of("TALLY03")
        (finding,) = found
        assert ["$.register.documents[0]"] == [place.path for place in finding.related]
        assert ("1", "2") == (finding.expected, finding.actual)

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("Một. Hai ba. Bốn", "Hai ba."),
            ("Hai ba", "Hai ba"),
            ("Một\nHai ba\nBốn", "Hai ba"),
        ],
    )
    def test_a_sentence_ends_at_a_stop(self, text: str, said: str) -> None:
        """Or at a new line."""
        assert said == sentence(text, text.index("ba")).of(text)


def ctnb_count(value: int) -> str:
    """Return a number with dots between thousands."""
    return f"{value:,}".replace(",", ".")
