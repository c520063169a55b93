import datetime as dt
import pickle

import attrs
import pytest

from chinhtrinoibo.errors import InvalidArgument
from chinhtrinoibo.findings import (
    Basis,
    Certainty,
    Edit,
    Finding,
    Findings,
    Place,
    Severity,
    Spot,
)
from chinhtrinoibo.messages import Message
from chinhtrinoibo.spans import Span

MESSAGE = Message.of("quote-unpaired", sign="“")


def finding(**changes: object) -> Finding:
    """Return a finding with some of its values."""
    usual = {"code": "QUOTE02", "severity": "warning", "path": "$.opening[0]", "message": MESSAGE}
    return Finding(**{**usual, **changes})  # type: ignore[arg-type]


class TestFinding:
    """“Every finding says where, what was expected, what was found, and by which clause”."""

    def test_reads_well_aloud(self) -> None:
        """In Vietnamese, in this order."""
        basis = Basis(document="Hướng dẫn 36-HD/VPTW", clause="mục II")
        said = str(finding(expected="hai dấu", actual="một dấu", basis=basis))
        assert said == (
            "Phần mở đầu 1: Cảnh báo QUOTE02: dấu ngoặc kép “ chưa có dấu đi cặp trong đoạn: thêm "
            "dấu còn thiếu. Cần: hai dấu. Đang là: một dấu. Theo Hướng dẫn 36-HD/VPTW, mục II."
        )

    def test_in_a_file_says_the_line(self) -> None:
        """File, line and column come first, as editors read them."""
        spot = Spot("bao-cao.yaml", 7, 3, 7, 4)
        assert str(finding(spot=spot)).startswith("bao-cao.yaml:7:3: Cảnh báo")

    @pytest.mark.parametrize("certainty", [Certainty.LIKELY, Certainty.POSSIBLE])
    def test_likely_is_never_an_error(self, certainty: Certainty) -> None:
        """It becomes a warning."""
        made = finding(severity=Severity.ERROR, certainty=certainty)
        assert Severity.WARNING is made.severity

    def test_certain_may_be_one(self) -> None:
        """And a mild one stays mild."""
        assert Severity.ERROR is finding(severity="error").severity
        assert Severity.NOTE is finding(severity="note", certainty="likely").severity

    def test_travels(self) -> None:
        """Between processes, as a value."""
        related = (Place("$.opening[1]", Span(0, 1), "”"),)
        one = finding(related=related, span=Span(3, 4), basis=Basis(since=dt.date(2018, 4, 3)))
        assert one == pickle.loads(pickle.dumps(one))  # noqa: S301 - our own bytes
        assert hash(one) == hash(finding(related=related, span=Span(3, 4), basis=one.basis))


class TestBasis:
    """“with the edition in force on the report's date”."""

    def test_holds_from_its_first_day_to_its_last(self) -> None:
        """For its own system."""
        basis = Basis(
            document="d", system="party", since=dt.date(2018, 4, 3), until=dt.date(2026, 5, 26)
        )
        days = (dt.date(2018, 4, 2), basis.since, basis.until, dt.date(2026, 5, 27))
        assert [False, True, True, False] == [basis.holds("party", day) for day in days if day]
        assert not basis.holds("state", dt.date(2020, 1, 1))

    def test_house_says_so(self) -> None:
        """No document is made up for a convention."""
        assert Basis(clause="một kiểu").house
        assert "quy ước của thư viện, một kiểu" == str(Basis(clause="một kiểu", library=True))
        assert "quy ước: một kiểu" == str(Basis(clause="một kiểu"))
        assert "quy ước" == str(Basis())


class TestFindings:
    """“all kept in the data, folded only in the view”."""

    ALL = Findings(
        [
            finding(severity="note"),
            finding(severity="error", code="MARK01"),
            finding(),
            finding(severity="error", silenced="đã biết"),
        ]
    )

    def test_sorts_by_weight(self) -> None:
        """What is silenced counts as nothing, and stays."""
        counts = (len(self.ALL.errors), len(self.ALL.warnings), len(self.ALL.notes))
        assert (1, 1, 1) == counts
        assert 3 == len(self.ALL.told)
        assert 4 == len(self.ALL)
        assert Severity.ERROR is self.ALL.worst
        assert ["MARK01"] == [one.code for one in self.ALL.of("MARK01")]
        assert "Đã bỏ qua: đã biết." in str(self.ALL[3])

    def test_none(self) -> None:
        """Nothing is a list, too."""
        assert Findings().worst is None
        assert not Findings()
        assert "Không phát hiện điều gì." == str(Findings())
        assert "Không phát hiện điều gì" in Findings()._repr_html_()

    @pytest.mark.parametrize(
        ("code", "count"), [("QUOTE02", 3), ("quote", 3), ("MARK", 1), ("TALLY", 0), ("XYZ99", 0)]
    )
    def test_of_a_rule_or_a_family(self, code: str, count: int) -> None:
        """As ``select`` takes them; a code that no rule has finds nothing."""
        assert count == len(self.ALL.of(code))

    @pytest.mark.parametrize("code", ["", "QUOTE2", "quote-02", "$.title", "LOAD001"])
    def test_of_what_is_no_code(self, code: str) -> None:
        """Is refused, with the codes that there are."""
        with pytest.raises(InvalidArgument, match="QUOTE02, MARK01"):
            self.ALL.of(code)

    def test_marks_what_can_be_put_right(self) -> None:
        """In its file only where every word of it has its place there."""
        edit = Edit("$.opening[0]", Span(0, 1), "x", "y")
        exact = Spot("a.yaml", 1, 1, 1, 2, "x", exact=True)
        spots = (None, exact, exact._replace(exact=False))
        made = [finding(fix=attrs.evolve(edit, spot=spot)) for spot in spots]
        assert [True, True, False] == [one.fixable for one in made]
        assert not finding().fixable
        assert [True, True, False] == [row["fixable"] for row in Findings(made).to_rows()]
        assert 2 == Findings(made)._repr_html_().count("<td>✓</td>")

    def test_a_stretch_is_findings(self) -> None:
        """And shows itself as a table."""
        assert isinstance(self.ALL[1:3], Findings)
        assert self.ALL[1] is self.ALL[1:3][0]

    def test_travels(self) -> None:
        """As itself."""
        back = pickle.loads(pickle.dumps(self.ALL))  # noqa: S301 - our own bytes
        assert (Findings, self.ALL) == (type(back), back)

    def test_rows_for_a_data_frame(self) -> None:
        """Plain values, one mapping a finding."""
        rows = self.ALL.to_rows()
        assert 4 == len(rows)
        kinds = {str, int, bool, type(None)}
        assert all(type(value) in kinds for row in rows for value in row.values())

    def test_table_escapes_and_folds(self) -> None:
        """No text becomes a tag; a line says how many more there are."""
        html = Findings([finding(actual="<script>", silenced='"')] * 205)._repr_html_()
        assert "<script>" not in html
        assert "&lt;script&gt;" in html
        assert "… và 5 phát hiện nữa" in html
        assert 201 == html.count("<tr")
