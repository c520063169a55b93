import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given

from chinhtrinoibo.kinds import System
from chinhtrinoibo.model.documents import Directive, Document
from chinhtrinoibo.model.registers import Register
from chinhtrinoibo.model.reports import ReportKind, SummaryReport, Urgency
from strategies import reports


class TestSummaryReport:
    """“Báo cáo”: a frozen value, in which only the subject and the issuer must be there."""

    def test_needs_little(self) -> None:
        """Whatever is not said has its usual value."""
        report = SummaryReport(title="tổng kết", issuer="Tỉnh ủy")
        assert report.kind is ReportKind.FINAL
        assert report.headings is None
        assert report.known_documents == ()
        assert not any(value for value in attrs.astuple(report)[6:] if isinstance(value, tuple))

    @given(reports())
    def test_is_a_value(self, report: SummaryReport) -> None:
        """It is equal to its copy, can be a key, and travels between processes."""
        assert report == attrs.evolve(report)
        assert report == pickle.loads(pickle.dumps(report))  # noqa: S301 - our own bytes
        assert len({report, attrs.evolve(report)}) == 1

    @given(reports())
    def test_names_itself(self, report: SummaryReport) -> None:
        """With its number, where it has one."""
        assert str(report).startswith("Báo cáo")
        assert str(report).endswith(report.title)
        assert str(report.number or "") in str(report)

    @pytest.mark.parametrize(
        ("number", "system"),
        [("123-BC/TU", System.PARTY), ("05/BC-UBND", System.STATE), (None, System.PARTY)],
    )
    def test_follows_the_system_of_its_number(self, number: str | None, system: System) -> None:
        """Without a number it is the Party's."""
        assert system is SummaryReport(title="a", issuer="b", number=number).system

    def test_knows_what_may_be_cited(self) -> None:
        """The directive comes first, then what is cited, then what was issued."""
        directive, cited, issued = (Document(number=f"0{n}-CT/TW") for n in (1, 2, 3))
        report = SummaryReport(
            title="a",
            issuer="b",
            directive=Directive(document=directive),
            documents=[cited],
            register=Register(documents=[issued]),
        )
        assert (directive, cited, issued) == report.known_documents

    @pytest.mark.parametrize(
        "fields",
        [
            {"title": "a\x00"},
            {"title": 5},
            {"opening": "một đoạn"},
            {"opening": ["\ud800"]},
            {"closing": [None]},
            {"kind": "tổng hợp"},
            {"number": "abc"},
            {"urgency": "chậm"},
        ],
        ids=repr,
    )
    def test_refuses_what_no_report_has(self, fields: dict[str, Any]) -> None:
        """Text is clean, lists are lists, and words are those that the model knows."""
        with pytest.raises(ValueError, match=r"."):
            SummaryReport(**{"title": "a", "issuer": "b"} | fields)

    def test_composes_letters(self) -> None:
        """Text in two code points a letter is equal to text in one."""
        loose, composed = (SummaryReport(title=t, issuer="b") for t in ("ba\u0301o", "báo"))
        assert composed == loose

    def test_reads_words_for_choices(self) -> None:
        """Choices are written in Vietnamese, as they stand in a file."""
        report = SummaryReport(title="a", issuer="b", kind="sơ kết", urgency="hỏa tốc")
        assert (ReportKind.INTERIM, Urgency.MOST_URGENT) == (report.kind, report.urgency)
