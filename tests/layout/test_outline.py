from typing import Any

import attrs
import pytest

from chinhtrinoibo import (
    Cause,
    Direction,
    Headings,
    Lesson,
    Proposal,
    ReportKind,
    Result,
    Shortcoming,
    SummaryReport,
    tables,
)
from chinhtrinoibo.layout.blocks import Paragraph
from chinhtrinoibo.layout.outline import Desk, body, numeral, stopped
from chinhtrinoibo.layout.profiles import Profile
from chinhtrinoibo.layout.prose import Narrator
from chinhtrinoibo.layout.roles import Role
from pages import FULL, TWO_PARTS, texts

HEADINGS = (Role.PART, Role.PART_TITLE, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)
OUTLINE = tables.read("outline")


def told(
    profile: str = "hd36", report: SummaryReport | None = None, **fields: Any
) -> list[Paragraph]:
    """Return the body of a report that has only these fields."""
    form = Profile.named(profile)
    report = report or SummaryReport(title="a", issuer="b", **fields)
    return list(body(Desk(report, form, Narrator(report, form))))


class TestSections:
    """A section is silent when the report has nothing for it; the order is stable."""

    @pytest.mark.parametrize(
        ("field", "value", "heading"),
        [
            ("situation", ["x"], "situation"),
            ("leadership", ["x"], "leadership"),
            ("results", [Result(title="x")], "results"),
            ("strengths", ["x"], "assessment"),
            ("shortcomings", [Shortcoming(text="x")], "assessment"),
            ("causes", [Cause(text="x")], "assessment"),
            ("lessons", [Lesson(title="x")], "lessons"),
            ("directions", [Direction(title="x")], "directions"),
            ("proposals", [Proposal(text="x")], "proposals"),
        ],
    )
    def test_speaks_alone(self, field: str, value: Any, heading: str) -> None:
        """Each section has its heading, without a numeral, and no other comes with it."""
        found = texts(told(**{field: value}), Role.HEADING_1)
        assert found == [OUTLINE["usual"][heading].upper()]

    @pytest.mark.parametrize("lead", ["results_lead", "lessons_lead", "directions_lead"])
    def test_lead_does_not_speak_alone(self, lead: str) -> None:
        """A paragraph before a list is silent without the list."""
        fields: dict[str, Any] = {lead: "Như sau:"}
        assert told(**fields) == []

    def test_empty_report_has_no_body(self) -> None:
        """Nothing to say, nothing said: not an empty heading."""
        assert told() == []
        assert told(two_parts=True) == []
        assert told(results=[Result()], lessons=[Lesson(title="")]) == []

    def test_opening_and_closing_have_no_heading(self) -> None:
        """They stand before the first, and after the last."""
        paragraphs = told(opening=["a", "b"], situation=["c"], closing=["d"])
        assert texts(paragraphs, Role.BODY) == ["a", "b", "c", "d"]
        assert [paragraph.role for paragraph in paragraphs].index(Role.HEADING_1) == 2

    def test_follow_each_other(self) -> None:
        """Numbers leave no gap."""
        headings = texts(told(report=FULL), Role.HEADING_1)
        romans = [heading.partition("-")[0] for heading in headings]
        assert romans == ["I", "II", "III", "IV", "V", "VI", "VII"]

    def test_headings_stay_with_what_follows(self) -> None:
        """No heading stands at the foot of a page."""
        for paragraph in told(report=FULL):
            assert paragraph.keep is (paragraph.role in HEADINGS)


class TestParts:
    """“Phần thứ nhất”, “Phần thứ hai”: sections begin anew in each."""

    def test_number_sections_from_one(self) -> None:
        """The second part looks ahead."""
        found = texts(told(report=TWO_PARTS), Role.PART, Role.PART_TITLE, Role.HEADING_1)
        assert [line.partition("- ")[0] for line in found] == [
            *("Phần thứ nhất", "ĐÁNH GIÁ TÌNH HÌNH THỰC HIỆN NHIỆM VỤ", "I", "II", "III", "IV"),
            *("Phần thứ hai", "NHIỆM VỤ NĂM 2025", "I", "II"),
        ]

    def test_are_roman_in_the_state_form(self) -> None:
        """“Phần I”, “Phần II”."""
        assert texts(told("nd30", TWO_PARTS), Role.PART) == ["Phần I", "Phần II"]

    def test_are_silent_when_empty(self) -> None:
        """A report that does not look ahead has one part."""
        found = texts(told(two_parts=True, situation=["x"]), Role.PART)
        assert found == ["Phần thứ nhất"]


class TestHeadings:
    """“data/outline.toml”: the usual words, by sort of report, unless the report has its own."""

    def test_own_words_come_first(self) -> None:
        """And each section may have them."""
        for field in attrs.fields(Headings):
            own = attrs.evolve(TWO_PARTS, strengths=["x"], headings=Headings(**{field.name: "XYZ"}))
            leadership = attrs.evolve(own, leadership=["x"])
            assert any("XYZ" in text for text in texts(told(report=leadership), *HEADINGS)), field

    @pytest.mark.parametrize("kind", ReportKind)
    def test_usual_words_are_complete(self, kind: ReportKind) -> None:
        """Every field of the headings has usual words, and no other row is there."""
        names = {field.name for field in attrs.fields(Headings)}
        assert names == OUTLINE["usual"].keys()
        assert names >= OUTLINE.get(kind.value, {}).keys()
        assert OUTLINE["source"]
        assert OUTLINE["mark"] in {"V", "S2", "S", "I", "M"}

    def test_periodic_reports_have_their_own(self) -> None:
        """A report of a quarter speaks of tasks."""
        found = texts(told(kind="định kỳ", results=[Result(title="x")]), Role.HEADING_1)
        assert found == ["KẾT QUẢ THỰC HIỆN NHIỆM VỤ"]


class TestItems:
    """“Một là, …”; “1. …”; “- …”."""

    def test_titled_results_stand_under_headings(self) -> None:
        """One without prose of its own stays a plain line."""
        paragraphs = told(results=[Result(title="a", paragraphs=["b"]), Result(title="c")])
        assert texts(paragraphs, Role.HEADING_2) == ["1. a"]
        assert texts(paragraphs, Role.BODY) == ["b", "2. c."]

    def test_untitled_results_are_enumerated(self) -> None:
        """Later paragraphs of an item carry no marker; each list begins anew."""
        paragraphs = told(
            results=[Result(paragraphs=["a.", "b"]), Result(title="c")],
            lessons=[Lesson(title="d", paragraphs=["e"]), Lesson(title=""), Lesson(title="f")],
        )
        found = texts(paragraphs, Role.BODY)
        assert found == ["Một là, a.", "b", "Hai là, c.", "Một là, d.", "e", "Hai là, f."]

    def test_a_lone_item_has_no_numeral(self) -> None:
        """Where there is no second, there is no first."""
        paragraphs = told(
            results=[Result(title="a", paragraphs=["b"])],
            lessons=[Lesson(title="c")],
            directions=[Direction(title="d")],
        )
        assert texts(paragraphs, Role.HEADING_2) == ["a"]
        assert texts(paragraphs, Role.BODY) == ["b", "C.", "d."]

    def test_proposals_are_grouped_by_addressee(self) -> None:
        """In the order in which they come up; those to nobody have no heading."""
        asked = [("a", "X"), ("b", "Y"), ("c", "X")]
        paragraphs = told(proposals=[Proposal(text=text, to=to) for text, to in asked])
        assert texts(paragraphs, Role.HEADING_2) == ["1. Đối với X", "2. Đối với Y"]
        assert texts(paragraphs, Role.BODY) == ["- a.", "- c.", "- b."]
        assert texts(told(proposals=[Proposal(text="a")]), *HEADINGS[3:], Role.BODY) == ["- a."]

    def test_causes_are_sorted(self) -> None:
        """Of results, then of shortcomings; objective ones first."""
        causes = [
            Cause(text="a"),
            Cause(text="b", kind="khách quan"),
            Cause(text="c", of="kết quả"),
        ]
        paragraphs = told(causes=causes)
        assert texts(paragraphs, Role.HEADING_3) == [
            "a) Nguyên nhân của kết quả đạt được",
            "b) Nguyên nhân của hạn chế, khuyết điểm",
        ]
        assert texts(paragraphs, Role.BODY) == [
            "- Nguyên nhân chủ quan: c.",
            "- Nguyên nhân khách quan: b.",
            "- Nguyên nhân chủ quan: a.",
        ]

    def test_assessment_numbers_what_it_has(self) -> None:
        """“1. Hạn chế” where no strength is named."""
        found = texts(
            told(shortcomings=[Shortcoming(text="a")], causes=[Cause(text="b")]), *HEADINGS
        )
        assert found[1:3] == ["1. Hạn chế, khuyết điểm", "2. Nguyên nhân"]

    @pytest.mark.parametrize(
        ("sentence", "expected"),
        [
            ("a", "a."),
            ("a.", "a."),
            ("a:", "a:"),
            ("a;", "a;"),
            ("a…", "a…"),
            ("a?", "a?"),
            ("", "."),
        ],
    )
    def test_items_have_a_stop(self, sentence: str, expected: str) -> None:
        """One is put where none is."""
        assert expected == stopped(sentence)


class TestNumeral:
    """The writings of one number."""

    @pytest.mark.parametrize(
        ("form", "expected"),
        [
            ("{roman}- ", "IV- "),
            ("{n}. {arabic}", "4. 4"),
            ("{letter}) ", "d) "),
            ("{enumerator}, ", "Bốn là, "),
            ("{ordinal}", "Thứ tư"),
            ("{part}", "Phần thứ tư"),
            ("- ", "- "),
        ],
    )
    def test_fills_the_form(self, form: str, expected: str) -> None:
        """A form may use any of them."""
        assert expected == numeral(form, 4)
