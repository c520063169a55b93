import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinhtrinoibo import (
    Organization,
    Recipient,
    Result,
    SecrecyMark,
    Signature,
    SummaryReport,
    to_docx,
)
from chinhtrinoibo.errors import InvalidInput, InvalidReference
from chinhtrinoibo.layout.blocks import Block, Columns, PageBreak, Paragraph, Rule, Table
from chinhtrinoibo.layout.compose import compose, profile_of
from chinhtrinoibo.layout.marks import mark_problems
from chinhtrinoibo.layout.profiles import SHIPPED, Profile
from chinhtrinoibo.layout.roles import Role
from pages import ARTICLE, DRAFT, FULL, STATE, TWO_PARTS, draw, page, texts
from strategies import reports

GOLDEN = Path(__file__).parents[1] / "golden"
UPDATE = os.environ.get("CTNB_UPDATE_GOLDEN") == "1"
LEAST = SummaryReport(title="tổng kết", issuer="Tỉnh ủy", opening=["a"])
PAGES = {
    "party-hd36": (FULL, "hd36"),
    "party-hd05": (FULL, "hd05"),
    "state-nd30": (STATE, "nd30"),
    "draft": (DRAFT, "hd36"),
    "two-parts": (TWO_PARTS, "hd36"),
    "article": (ARTICLE, "hd05"),
}


def blocks(profile: str = "hd36", report: SummaryReport = LEAST, **fields: Any) -> list[Block]:
    """Return the blocks of a report with some fields changed."""
    return list(compose(attrs.evolve(report, **fields), Profile.named(profile)))


def paragraphs(composed: list[Block]) -> Iterator[Paragraph]:
    """Yield every paragraph, those in columns too."""
    for block in composed:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Columns):
            sides = (*block.left, *block.right)
            yield from (side for side in sides if isinstance(side, Paragraph))


class TestGolden:
    """Whole pages as plain text; ``CTNB_UPDATE_GOLDEN=1`` writes them anew."""

    @pytest.mark.parametrize("name", PAGES)
    def test_pages_are_as_they_were(self, name: str) -> None:
        """A change of the page shows as a change of its text."""
        golden = GOLDEN / f"{name}.txt"
        drawn = page(*PAGES[name])
        if UPDATE:
            golden.write_text(drawn, encoding="utf-8")
        assert golden.read_text(encoding="utf-8") == drawn

    def test_no_page_is_left_over(self) -> None:
        """Each golden page has its report."""
        assert sorted(PAGES) == sorted(path.stem for path in GOLDEN.glob("*.txt"))

    def test_forms_of_the_party_differ_in_one_sign(self) -> None:
        """Between the two guides, only the end of an item of “Nơi nhận” changes."""
        older, newer = (page(*PAGES[name]).splitlines() for name in ("party-hd36", "party-hd05"))
        changed = [(one, two) for one, two in zip(older, newer, strict=True) if one != two]
        assert all(one.removesuffix(",") == two.removesuffix(";") for one, two in changed)
        assert len(changed) == 2


class TestHeader:
    """“Tiêu đề, cơ quan ban hành, số và ký hiệu, địa danh và ngày”."""

    @pytest.mark.parametrize(
        ("fields", "number"),
        [
            ({"number": "5-BC/TU"}, "Số 05-BC/TU"),
            ({"number": "-BC/TU"}, "Số ······-BC/TU"),
            ({"number": "123-BC/TU", "draft": 1}, "Số ······-BC/TU"),
            ({}, "Số ······-BC"),
            ({"issuer": Organization(name="Tỉnh ủy", symbol="TU")}, "Số ······-BC/TU"),
        ],
        ids=str,
    )
    def test_number_of_the_party(self, fields: dict[str, Any], number: str) -> None:
        """No colon; a draft leaves room for the serial."""
        assert [number.replace("·", "\u00a0")] == texts(blocks(**fields), Role.NUMBER)

    @pytest.mark.parametrize(
        ("number", "draft", "printed"),
        [
            ("5/BC-UBND", None, "Số: 05/BC-UBND"),
            ("/BC-UBND", None, "Số: ······/BC-UBND"),
            ("5/BC-UBND", 1, "Số: ······/BC-UBND"),
        ],
    )
    def test_number_of_the_state(self, number: str, draft: int | None, printed: str) -> None:
        """A colon, and a slash before the symbol."""
        (found,) = texts(blocks("nd30", number=number, draft=draft), Role.NUMBER)
        assert printed.replace("·", "\u00a0") == found

    @pytest.mark.parametrize(
        ("fields", "line"),
        [
            ({"date": dt.date(2024, 12, 5)}, "Ngày 05 tháng 12 năm 2024"),
            ({"date": dt.date(2024, 4, 3), "place": "Huế"}, "Huế, ngày 03 tháng 4 năm 2024"),
            ({"date": dt.date(2024, 4, 3), "draft": 1}, "Ngày ······ tháng 4 năm 2024"),
            ({"place": "Huế"}, "Huế, ngày ······ tháng ······ năm"),
            ({}, "Ngày ······ tháng ······ năm"),
            (
                {"date": dt.date(2024, 2, 20), "issuer": Organization(name="a", place="Huế")},
                "Huế, ngày 20 tháng 02 năm 2024",
            ),
        ],
        ids=str,
    )
    def test_place_and_date(self, fields: dict[str, Any], line: str) -> None:
        """Days below ten and months one and two take a zero; a draft leaves room for the day."""
        assert [line.replace("·", "\u00a0")] == texts(blocks(**fields), Role.PLACE_DATE)

    def test_names_the_superior_above(self) -> None:
        """Both in capitals, the issuer below."""
        issuer = Organization(name="Văn phòng", superior=Organization(name="Tỉnh ủy Huế"))
        found = texts(blocks(issuer=issuer), Role.SUPERIOR, Role.ISSUER)
        assert found == ["TỈNH ỦY HUẾ", "VĂN PHÒNG"]

    def test_rule_is_as_long_as_the_title(self) -> None:
        """“Đường kẻ có độ dài bằng độ dài tiêu đề”: 73 mm at 15 pt."""
        header = blocks()[0]
        assert isinstance(header, Columns)
        (rule,) = (side for side in header.right if isinstance(side, Rule))
        assert round(rule.length * 25.4 / 72) == 73

    @pytest.mark.parametrize("profile", SHIPPED)
    def test_makes_room_for_a_long_place(self, profile: str) -> None:
        """A line stays a line: the left column gives way, up to a point."""
        short, long = (
            blocks(profile, place=place, date=dt.date(2024, 12, 23))[0]
            for place in ("Huế", "Thành phố Hồ Chí Minh")
        )
        assert isinstance(short, Columns)
        assert isinstance(long, Columns)
        assert long.widths[1] > short.widths[1]
        assert sum(long.widths) == sum(short.widths) == 165
        assert long.widths[0] >= 0.3 * 165 - 0.1

    def test_marks_stand_below(self) -> None:
        """Secrecy and urgency under the number, circulation and draft under the date."""
        secrecy = SecrecyMark(
            level="mật", decided_by="a", decided_on=dt.date(2026, 3, 1), list_reference="b"
        )
        header = blocks(secrecy=secrecy, urgency="hỏa tốc", circulation="Lưu hành nội bộ", draft=2)[
            0
        ]
        assert isinstance(header, Columns)
        marks = Role.SECRECY, Role.URGENCY, Role.CIRCULATION, Role.DRAFT
        assert texts(header.left, *marks) == ["MẬT", "HỎA TỐC"]
        assert texts(header.right, *marks) == ["LƯU HÀNH NỘI BỘ", "Dự thảo lần 2"]


class TestEnd:
    """“Hết văn bản”: a full stop in the Party form, “./.” in the State form."""

    @pytest.mark.parametrize(
        ("last", "party", "state"),
        [
            ("Xin báo cáo", "Xin báo cáo.", "Xin báo cáo./."),
            ("Xin báo cáo.", "Xin báo cáo.", "Xin báo cáo./."),
            ("Xin báo cáo./.", "Xin báo cáo.", "Xin báo cáo./."),
            ("Xin báo cáo!", "Xin báo cáo!", "Xin báo cáo!./."),
            ("**Xin báo cáo**", "Xin báo cáo.", "Xin báo cáo./."),
        ],
    )
    def test_follows_the_form(self, last: str, party: str, state: str) -> None:
        """Whatever was typed there."""
        for profile, expected in (("hd36", party), ("hd05", party), ("nd30", state)):
            *_, end = texts(blocks(profile, closing=["a", last]), Role.BODY)
            assert expected == end

    def test_stays_with_the_signature(self) -> None:
        """No signature stands alone on its page."""
        *_, last = (b for b in blocks(closing=["a", "b"]) if isinstance(b, Paragraph))
        assert last.keep

    def test_needs_a_body(self) -> None:
        """A report without a line is refused, with what to do."""
        with pytest.raises(InvalidInput, match="fill at least one section"):
            blocks(opening=())


class TestFooter:
    """“Nơi nhận” on the left, “Đề ký” on the right."""

    @pytest.mark.parametrize(
        ("profile", "lines"),
        [
            ("hd36", ["- Bộ Chính trị,", "- Các ban (05 bản),", "- Lưu Văn phòng Tỉnh ủy."]),
            ("hd05", ["- Bộ Chính trị;", "- Các ban (05 bản);", "- Lưu Văn phòng Tỉnh ủy."]),
            ("nd30", ["- Bộ Chính trị;", "- Các ban (05 bản);", "- Lưu: Văn phòng Tỉnh ủy."]),
        ],
    )
    def test_recipients(self, profile: str, lines: list[str]) -> None:
        """The archive copy comes last; each form has its own signs."""
        recipients = [Recipient(name="Bộ Chính trị"), Recipient(name="Các ban", copies=5)]
        composed = blocks(profile, recipients=recipients, filed_at="Văn phòng Tỉnh ủy")
        assert lines == texts(composed, Role.RECIPIENT)
        assert texts(composed, Role.RECIPIENTS) == ["Nơi nhận:"]

    def test_is_silent_without_recipients(self) -> None:
        """No label without a list, no signature without a signer."""
        assert texts(blocks(), Role.RECIPIENTS, Role.AUTHORITY, Role.POSITION, Role.SIGNER) == []

    @pytest.mark.parametrize(
        ("authority", "party", "state"),
        [
            ("T/M", "T/M BAN THƯỜNG VỤ", "TM. BAN THƯỜNG VỤ"),
            ("K/T", "K/T BAN THƯỜNG VỤ", "KT. BAN THƯỜNG VỤ"),
            ("T/L", "T/L BAN THƯỜNG VỤ", "TL. BAN THƯỜNG VỤ"),
            ("TUQ", "BAN THƯỜNG VỤ", "TUQ. BAN THƯỜNG VỤ"),
            ("Q", "Q. BAN THƯỜNG VỤ", "Q. BAN THƯỜNG VỤ"),
            ("", "BAN THƯỜNG VỤ", "BAN THƯỜNG VỤ"),
        ],
    )
    def test_authority(self, authority: str, party: str, state: str) -> None:
        """A slash on the Party side, where there is no TUQ; a full stop on the State side."""
        signature = Signature(authority=authority, body="Ban Thường vụ", name="Nguyễn Văn A")
        for profile, line in (("hd36", party), ("hd05", party), ("nd30", state)):
            assert [line] == texts(blocks(profile, signature=signature), Role.AUTHORITY)

    def test_position_is_optional(self) -> None:
        """An ordinary member signs with the name only."""
        composed = blocks(signature=Signature(authority="T/M", body="Đảng ủy", name="Trần B"))
        roles = Role.AUTHORITY, Role.POSITION, Role.SIGNER
        assert texts(composed, *roles) == ["T/M ĐẢNG ỦY", "Trần B"]

    def test_addressee_is_for_the_state(self) -> None:
        """“Một báo cáo không có Kính gửi trong thể thức của Đảng”."""
        assert texts(blocks(addressee="Chính phủ"), Role.ADDRESSEE) == []
        state = texts(blocks("nd30", addressee="Chính phủ"), Role.ADDRESSEE)
        assert state == ["Kính gửi: Chính phủ"]


class TestTitle:
    """“Tên loại và trích yếu nội dung”."""

    @pytest.mark.parametrize(
        ("profile", "title", "subject"),
        [
            ("hd36", "tổng kết năm 2024", "tổng kết năm 2024"),
            ("hd36", "Tổng kết năm 2024", "Tổng kết năm 2024"),
            ("nd30", "tổng kết năm 2024", "Tổng kết năm 2024"),
        ],
    )
    def test_begins_as_the_form_wants(self, profile: str, title: str, subject: str) -> None:
        """In lower case on the Party side; a name in capitals is never made small."""
        composed = blocks(profile, title=title)
        assert ["BÁO CÁO", subject] == texts(composed, Role.KIND, Role.SUBJECT)


class TestProfileOf:
    """The form follows system and day, unless the report names one."""

    @pytest.mark.parametrize(
        ("fields", "name"),
        [
            ({"date": dt.date(2024, 12, 5)}, "hd36"),
            ({"date": dt.date(2026, 5, 27)}, "hd05"),
            ({}, "hd05"),
            ({"number": "05/BC-UBND"}, "nd30"),
            ({"number": "05/BC-UBND", "profile": "hd36"}, "hd36"),
        ],
        ids=str,
    )
    def test_is_chosen(self, fields: dict[str, Any], name: str) -> None:
        """By the number, by the day, by name."""
        assert name == profile_of(attrs.evolve(LEAST, **fields)).name


class TestMarks:
    """“An unknown mark is a problem with its place, never a silent blank”."""

    def test_are_told_all_at_once(self) -> None:
        """Each with its path, in the order of the fields."""
        report = attrs.evolve(
            LEAST,
            title="tổng kết [[01-CT/TW]]",
            opening=["a", "[[#tally]] và [[@x]]", "[["],
            results=[Result(title="a"), Result(title="b", paragraphs=["[[@a|full]]"])],
            recipients=[Recipient(name="Bộ Chính trị")],
        )
        with pytest.raises(InvalidInput) as caught:
            to_docx(report)
        assert [
            ("$.title", "mark-document"),
            ("$.opening[1]", "mark-no-tally"),
            ("$.opening[1]", "mark-figure"),
            ("$.opening[2]", "mark-unclosed"),
            ("$.results[1].paragraphs[0]", "mark-form"),
        ] == [(problem.path, problem.message.code) for problem in caught.value.problems]

    def test_are_looked_for_in_prose_alone(self) -> None:
        """Brackets in a title of a document or a cell of a table are brackets."""
        assert list(mark_problems(FULL, Profile.named("hd36"))) == []

    @given(reports(), st.sampled_from(SHIPPED))
    def test_any_report_is_composed_or_refused(self, report: SummaryReport, name: str) -> None:
        """A page comes out, or problems with their places; nothing else ever."""
        profile = Profile.named(name)
        try:
            composed = list(compose(report, profile))
        except InvalidReference:
            assert list(mark_problems(report, profile))
            return
        except InvalidInput as exc:
            assert exc.problems[0].message.code == "report-empty"  # noqa: PT017 - or it passes
            return
        assert draw(composed)
        for paragraph in paragraphs(composed):
            assert paragraph.role in profile.looks
            ends = [0, *(place for run in paragraph.runs for place in run[:2])]
            assert sorted(ends) == ends
        breaks = sum(isinstance(block, PageBreak) for block in composed)
        assert breaks == sum(isinstance(block, Table) for block in composed)
