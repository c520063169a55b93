from typing import Any

import attrs
import pytest

from chinhtrinoibo import Figure, Finding, ReportingPeriod, Severity, SummaryReport
from chinhtrinoibo.layout.blocks import Columns, Note, Paragraph, Table
from chinhtrinoibo.layout.compose import compose
from chinhtrinoibo.layout.margin import annotated
from chinhtrinoibo.layout.profiles import Profile
from chinhtrinoibo.messages import Message
from chinhtrinoibo.spans import Span
from pages import FULL, STATE, TWO_PARTS

HD36 = Profile.named("hd36")


def finding(path: str, span: Span | None = None, text: str = "") -> Finding:
    """Return a finding at a place."""
    message = Message.said("thử", "test")
    return Finding(
        code="T01", severity=Severity.NOTE, path=path, span=span, message=message, text=text
    )


def noted(path: str, span: Span | None = None, report: SummaryReport = FULL, text: str = "") -> str:
    """Return the words that a finding is noted at, “?” in front where they are not its own."""
    page = annotated(compose(report, HD36, traced=True), [finding(path, span, text)])
    (words,) = _noted(page.blocks)
    return "?" * len(page.astray) + words


def _noted(blocks: Any) -> list[str]:
    words = []
    for block in blocks:
        match block:
            case Paragraph():
                words += [_words(block.text, note) for note in block.notes]
            case Columns():
                words += _noted((*block.left, *block.right))
            case Table():
                rows = list(block.rows)
                for (row, column), notes in (block.notes or {}).items():
                    words += [_words(rows[row][column], note) for note in notes]
    return words


def _words(text: str, note: Note) -> str:
    return text[note.start : note.end]


WITHOUT_MARKS: dict[str, Any] = {"leadership": (), "results": (), "strengths": ()}


class TestPlaces:
    """“comments at the place each finding speaks of”: on the page, or nearest to it."""

    @pytest.mark.parametrize(
        ("path", "starts"),
        [
            ("$", "tổng kết"),
            ("$.title", "tổng kết"),
            ("$.period", "?tổng kết"),
            ("$.number", "Số"),
            ("$.date", "Sông Xanh, ngày"),
            ("$.place", "Sông Xanh, ngày"),
            ("$.issuer.name", "?TỈNH ỦY"),
            ("$.signature.name", "Nguyễn Văn A"),
            ("$.signature.authority", "T/M"),
            ("$.recipients[1]", "- Các đảng ủy"),
            ("$.recipients[1].copies", "?- Các đảng ủy"),
            ("$.recipients", "Nơi nhận"),
            ("$.filed_at", "- Lưu Văn phòng"),
            ("$.urgency", "KHẨN"),
            ("$.opening[0]", "Thực hiện"),
            ("$.lessons", "V- BÀI HỌC"),
            ("$.lessons_lead", "V- BÀI HỌC"),
            ("$.shortcomings", "2. Hạn chế"),
            ("$.causes", "3. Nguyên nhân"),
            ("$.register", "DANH MỤC"),
            ("$.register.stated[0]", "?DANH MỤC"),
            ("$.register.documents[0].number", ""),
            ("$.annexes[0]", "GƯƠNG"),
            ("$.annexes[0].rows[0][1]", ""),
            ("$.annexes[0].columns[1]", "?GƯƠNG"),
            ("$.documents[0].date", "?tổng kết"),
        ],
    )
    def test_whole(self, path: str, starts: str) -> None:
        """Without a span, all of it."""
        report = attrs.evolve(FULL, lessons_lead="") if path == "$.lessons_lead" else FULL
        assert noted(path, report=report).startswith(starts)

    def test_addressee(self) -> None:
        """Of a report, and of proposals."""
        assert noted("$.addressee", report=STATE) != ""
        n = next(n for n, proposal in enumerate(FULL.proposals) if proposal.to)
        assert FULL.proposals[n].to in noted(f"$.proposals[{n}].to")

    def test_register(self) -> None:
        """The cell that shows the field, or the first of the row."""
        assert FULL.register is not None
        document = FULL.register.documents[0]
        assert str(document.number) == noted("$.register.documents[0].number")
        assert "1" == noted("$.register.documents[0]")
        assert "?1" == noted("$.register.documents[0].term")

    def test_figures(self) -> None:
        """The cell of the figure; one that is not in the table goes to the title of the table."""
        figures = [
            Figure(key="a", indicator="Một", value=7, tabled=False),
            Figure(key="b", indicator="Hai", value=8, unit="lượt", target=9),
        ]
        report = attrs.evolve(FULL, figures=figures, **WITHOUT_MARKS)
        assert "08" == noted("$.figures[1]", report=report)
        assert "09" == noted("$.figures[1].target", report=report)
        assert "?BIỂU SỐ LIỆU" == noted("$.figures[0]", report=report)
        alone = attrs.evolve(report, figures=figures[:1])
        assert noted("$.figures[0]", report=alone).startswith("?tổng kết")

    def test_figures_by_period(self) -> None:
        """Each figure has its cell."""
        figures = [
            Figure(
                key=f"k{year}",
                indicator="Một",
                value=year - 2000,
                period=ReportingPeriod.year(year),
            )
            for year in (2023, 2024)
        ]
        report = attrs.evolve(FULL, figures=figures, **WITHOUT_MARKS)
        assert ["23", "24"] == [noted(f"$.figures[{n}]", report=report) for n in (0, 1)]

    def test_two_parts(self) -> None:
        """Headings of one's own are found by their place and by their section."""
        assert noted("$.headings.lessons", report=TWO_PARTS).endswith("- KINH NGHIỆM")
        assert noted("$.headings.lessons", report=TWO_PARTS) == noted("$.lessons", report=TWO_PARTS)
        assert "NHIỆM VỤ NĂM 2025" == noted("$.headings.part_two", report=TWO_PARTS)


class TestSpans:
    """Within the paragraph, the words of the span."""

    PROSE = 'Theo [[39-CT/TW|short]], "tự *diễn* biến"./.'

    def at(self, words: str) -> str:
        """Return what is noted for some of the words of the closing."""
        report = attrs.evolve(FULL, closing=[self.PROSE])
        start = self.PROSE.index(words)
        return noted("$.closing[0]", Span(start, start + len(words)), report)

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("Theo", "Theo"),
            ("39-CT", "Chỉ thị 39-CT/TW"),
            ("[[39-CT/TW|short]]", "Chỉ thị 39-CT/TW"),
            ('"', '"'),
            ("diễn", "diễn"),
            ("*diễn*", "diễn"),
            ("tự *di", "tự di"),
            ("./.", "."),
        ],
    )
    def test_words(self, words: str, found: str) -> None:
        """As they are printed; what is not printed takes the word that it touches."""
        assert found == self.at(words)

    def test_end_mark_that_is_not_printed(self) -> None:
        """The word in front of it is noted."""
        report = attrs.evolve(FULL, closing=["Hết * "])
        assert "Hết" in noted("$.closing[0]", Span(4, 4), report)

    def test_span_beyond_the_text(self) -> None:
        """A finding of another day is noted as well as can be."""
        assert noted("$.closing[0]", Span(900, 950), attrs.evolve(FULL, closing=["Xin hết"]))

    def test_span_in_a_cell(self) -> None:
        """Where the cell is the text."""
        assert FULL.annexes
        cell = FULL.annexes[0].rows[0][1]
        path = "$.annexes[0].rows[0][1]"
        assert cell[:3] == noted(path, Span(0, 3), text=cell)
        assert cell == noted(path, Span(0, 3))
