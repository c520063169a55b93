import datetime as dt
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinhtrinoibo import Annex, AnnexStream, Figure, Register, ReportingPeriod, SummaryReport
from chinhtrinoibo.errors import InvalidTable, InvalidText
from chinhtrinoibo.layout.annexes import annexes
from chinhtrinoibo.layout.blocks import Block, PageBreak, Table
from chinhtrinoibo.layout.profiles import Profile
from chinhtrinoibo.layout.roles import Role
from pages import FULL, REGISTER, STATE, texts
from strategies import annexes as annex_values
from strategies import registers

HD36, ND30 = Profile.named("hd36"), Profile.named("nd30")
LEAST = SummaryReport(title="a", issuer="b")
SMALL = Annex(title="Biểu", columns=["STT", "Đơn vị"], rows=[["1", "Chi bộ"]])


def drawn(profile: Profile = HD36, *further: Any, **fields: Any) -> list[Block]:
    """Return the annexes of a report with these fields."""
    return list(annexes(attrs.evolve(LEAST, **fields), profile, further))


def table(blocks: list[Block]) -> Table:
    """Return the only table."""
    (found,) = (block for block in blocks if isinstance(block, Table))
    return found


class TestNumber:
    """“Phụ lục” is numbered where there are two or more."""

    @pytest.mark.parametrize(
        ("profile", "names"),
        [(HD36, ["Phụ lục 1", "Phụ lục 2"]), (ND30, ["Phụ lục I", "Phụ lục II"])],
    )
    def test_is_arabic_or_roman(self, profile: Profile, names: list[str]) -> None:
        """Arabic on the Party side, Roman on the State side; none for a single one."""
        assert names == texts(drawn(profile, annexes=[SMALL, SMALL]), Role.ANNEX)
        assert texts(drawn(profile, annexes=[SMALL]), Role.ANNEX) == ["Phụ lục"]

    def test_goes_through_all_sources(self) -> None:
        """The register, the figures, the report's own, and further ones."""
        stream = AnnexStream(title="Dòng", columns=["a"], rows=iter([("1",)]))
        found = texts(annexes(FULL, HD36, [stream]), Role.ANNEX, Role.ANNEX_TITLE)
        assert found == [
            *("Phụ lục 1", "DANH MỤC VĂN BẢN ĐÃ BAN HÀNH", "Phụ lục 2", "BIỂU SỐ LIỆU"),
            *("Phụ lục 3", "GƯƠNG ĐIỂN HÌNH", "Phụ lục 4", "DÒNG"),
        ]

    def test_report_without_annexes_has_none(self) -> None:
        """A register that is only stated, and figures that are not tabled, give no annex."""
        hidden = Figure(key="a", indicator="b", tabled=False)
        assert drawn(register=Register(stated=[]), figures=[hidden]) == []


class TestPage:
    """Each annex begins a page; a wide one turns it."""

    def test_is_turned_when_wide(self) -> None:
        """Many columns need the long side; few, however long their cells, do not."""
        wide = Annex(title="a", columns=[f"Nội dung {n}" for n in range(14)])
        long = Annex(title="a", columns=["a", "b"], rows=[["x " * 500, "y " * 500]])
        for annex, landscape in ((wide, True), (long, False), (SMALL, False)):
            blocks = drawn(annexes=[annex])
            assert blocks[0] == PageBreak(landscape, restart_numbers=False)
            width = 257 if landscape else 165
            assert sum(c.width for c in table(blocks).columns) == pytest.approx(width)

    def test_pages_count_anew_in_the_state_form(self) -> None:
        """“Số trang của phụ lục được đánh số riêng” (Nghị định 30/2020/NĐ-CP)."""
        assert drawn(ND30, annexes=[SMALL])[0] == PageBreak(restart_numbers=True)

    def test_says_what_it_goes_with(self) -> None:
        """In the State form, of a report that has a number and a day."""
        note = "(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 12 năm 2024 của {})"
        found = texts(annexes(STATE, ND30), Role.ANNEX_NOTE)
        assert found == [*[note.format(STATE.issuer)] * 3, "Đơn vị tính: tập thể"]
        assert texts(annexes(FULL, HD36), Role.ANNEX_NOTE) == ["Đơn vị tính: tập thể"]
        undated = attrs.evolve(STATE, date=None)
        assert texts(annexes(undated, ND30), Role.ANNEX_NOTE) == ["Đơn vị tính: tập thể"]


class TestRegister:
    """“Danh mục văn bản”: as many rows as the tally counts."""

    @given(registers)
    def test_total_equals_the_tally(self, register: Register) -> None:
        """The annex and the prose cannot differ."""
        blocks = drawn(register=register)
        tally = register.tally()
        if not register.documents:
            assert blocks == []
            return
        rows = list(table(blocks).rows)
        assert tally is not None
        assert tally.total == len(rows) == len(register)
        assert [str(n + 1) for n in range(len(rows))] == [row[0] for row in rows]

    def test_rows_tell_each_document(self) -> None:
        """Type, number, day, issuer, subject."""
        rows = list(table(drawn(register=REGISTER)).rows)
        assert rows[1] == (
            "2",
            "Quy chế phối hợp",
            "03-QĐ/TU",
            "05/02/2016",
            "Ban Thường vụ Tỉnh ủy",
            "Phối hợp bảo vệ chính trị nội bộ",
        )


class TestFigures:
    """“Biểu số liệu”: a row a figure, or a column a period."""

    def test_tells_target_share_and_change(self) -> None:
        """Where each indicator has one figure; “…” is not reported, which is not zero."""
        found = table(drawn(figures=FULL.figures))
        heads = ["STT", "Chỉ tiêu", "Đơn vị tính", "Thời gian", "Mục tiêu", "Thực hiện"]
        assert [*heads, "Tỷ lệ", "So sánh"] == [column.head for column in found.columns]
        change = "Tăng 194 đảng viên (20%) so với năm 2023"
        share = "Đạt 194% chỉ tiêu"
        assert list(found.rows) == [
            ("1", "Kết nạp đảng viên", "đảng viên", "Năm 2024", "600", "1.164", share, change),
            ("2", "Sổ tay nghiệp vụ", "cuốn", "", "", "05 (ước)", "", ""),
            ("3", "Lượt kiểm tra", "lượt", "", "", "…", "", ""),
        ]

    def test_has_a_column_a_period(self) -> None:
        """Where indicators have several; a missing figure is not zero."""
        years = [ReportingPeriod.year(year) for year in (2022, 2023)]
        figures = [
            Figure(key="a", indicator="Kết nạp", unit="đảng viên", value=0, period=years[0]),
            Figure(key="b", indicator="Kết nạp", unit="đảng viên", value=1669, period=years[1]),
            Figure(key="c", indicator="Tỷ lệ", unit="%", value=7, period=years[1]),
            Figure(
                key="d", indicator="Tỷ lệ", unit="%", value=8, organization="Huế", period=years[1]
            ),
            Figure(key="e", indicator="Sách", as_of=dt.date(2024, 1, 1)),
        ]
        found = table(drawn(figures=figures))
        heads = [column.head for column in found.columns]
        assert heads == ["STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2022", "Năm 2023", "Đến 01/01/2024"]
        assert list(found.rows) == [
            ("1", "Kết nạp", "đảng viên", "0", "1.669", "…"),
            ("2", "Tỷ lệ", "%", "…", "7", "…"),
            ("3", "Tỷ lệ - Huế", "%", "…", "8", "…"),
            ("4", "Sách", "", "…", "…", "…"),
        ]


class TestRows:
    """Rows are clean, fit the columns, and are read once."""

    @given(annex_values())
    def test_are_those_of_the_annex(self, annex: Annex) -> None:
        """No cell is changed, added or lost."""
        assert list(annex.rows) == list(table(drawn(annexes=[annex])).rows)

    def test_are_cleaned(self) -> None:
        """A stream is checked like everything else, cell by cell."""
        loose = AnnexStream(title="a", columns=["a"], rows=[("ba\u0301o",)])
        assert list(table(drawn(HD36, loose)).rows) == [("báo",)]
        with pytest.raises(InvalidText):
            drawn(HD36, AnnexStream(title="a", columns=["a"], rows=[("a\0",)]))

    def test_must_fit(self) -> None:
        """The first row that does not is named, with its table."""
        stream = AnnexStream(title="Biểu", columns=["a", "b"], rows=[("1", "2"), ("3",)])
        with pytest.raises(InvalidTable, match="row 2 has 1 cells") as caught:
            drawn(HD36, stream)
        assert caught.value.given == "Biểu"

    def test_are_read_as_they_are_written(self) -> None:
        """A long stream never stands in memory: only the beginning is read ahead."""
        taken = 0

        def rows() -> Iterator[tuple[str, ...]]:
            nonlocal taken
            for taken in range(1, 10_001):
                yield (str(taken),)

        stream = AnnexStream(title="a", columns=["STT"], rows=rows())
        blocks = annexes(LEAST, HD36, [stream])
        next(block for block in blocks if isinstance(block, Table))
        assert taken < 1000
        rest = [row for block in blocks if isinstance(block, Table) for row in block.rows]
        assert (10_000, ("10000",)) == (taken, rest[-1])

    @given(st.lists(st.text("ab 1.", max_size=60), min_size=1, max_size=12))
    def test_columns_share_the_page(self, heads: list[str]) -> None:
        """Whatever their heads, they fill the width and each has some."""
        blocks = drawn(annexes=[Annex(title="a", columns=heads)])
        widths = [column.width for column in table(blocks).columns]
        assert min(widths) > 0
        assert sum(widths) in (pytest.approx(165), pytest.approx(257))

    @pytest.mark.parametrize(
        ("cells", "align"),
        [
            (["1", "12"], "center"),
            (["1.669", "7"], "number"),
            (["83,45%", "…"], "number"),
            (["18/8/2014", "01/02/2016"], "center"),
            (["Chi bộ thôn Một"], "text"),
            ([""], "text"),
            ([], "text"),
        ],
    )
    def test_cells_are_set_by_what_they_hold(self, cells: list[str], align: str) -> None:
        """Numbers stand right, marks and dates in the middle, words left."""
        annex = Annex(title="a", columns=["x"], rows=[[cell] for cell in cells])
        assert [align] == [column.align for column in table(drawn(annexes=[annex])).columns]
