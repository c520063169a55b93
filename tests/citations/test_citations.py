import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from chinhtrinoibo import System
from chinhtrinoibo.citations import Citation, find_citations

FIELDS = Citation._fields[2:]


def only(text: str, **options: Any) -> Citation:
    """Return the one citation of a text."""
    (citation,) = find_citations(text, **options)
    return citation


def said(citation: Citation) -> dict[str, Any]:
    """Return the fields that a citation has, but for its place and its title."""
    fields = citation._replace(title=None, date_text=None)._asdict()
    return {name: fields[name] for name in FIELDS if fields[name] not in {None, False}}


class TestArticle:
    """The public report of Bình Thuận: eight citations by number, three by plenum."""

    EXPECTED = (
        ("Chỉ thị số 39-CT/TW", None, None, None),
        ("Chỉ thị số 39-CT/TW của Bộ Chính trị", None, "Bộ Chính trị", None),
        ("Chỉ thị số 39-CT/TW của Bộ Chính trị", None, "Bộ Chính trị", None),
        ("Nghị quyết Trung ương 4 (khóa XII)", None, None, "XII"),
        ("Kết luận số 21-KL/TW, ngày 25/10/2021", dt.date(2021, 10, 25), None, None),
        (
            "Kế hoạch số 03-KH/TW, ngày 01/12/2021 của Ban Chấp hành Trung ương Đảng",
            dt.date(2021, 12, 1),
            "Ban Chấp hành Trung ương Đảng",
            None,
        ),
        ("Nghị quyết Trung ương 4 (khóa XII)", None, None, "XII"),
        ("Kết luận số 21-KL/TW, ngày 25/10/2021", dt.date(2021, 10, 25), None, None),
        (
            "Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị (khóa XII)",
            dt.date(2018, 10, 22),
            "Bộ Chính trị",
            "XII",
        ),
        ("Nghị quyết Trung ương 4", None, None, None),
        (
            "Kết luận số 21-KL/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương khóa XIII",
            dt.date(2021, 10, 25),
            "Ban Chấp hành Trung ương",
            "XIII",
        ),
    )

    def test_every_citation_is_read(self, shared: Callable[[str], str]) -> None:
        """All of them, with day, issuer and term."""
        found = find_citations(shared("source/binh-thuan-2024.txt"))
        assert tuple((one.text, one.date, one.issuer, one.term) for one in found) == self.EXPECTED
        assert {one.system for one in found} == {System.PARTY}

    def test_titles_end_where_the_sentence_goes_on(self, shared: Callable[[str], str]) -> None:
        """Commas and semicolons of a title belong to it, the subject that follows does not."""
        titles = [one.title for one in find_citations(shared("source/binh-thuan-2024.txt"))]
        plan, resolution, conclusion = filter(None, titles)
        assert plan.startswith("tăng cường xây dựng, chỉnh đốn Đảng; ngăn chặn")
        assert plan.endswith("“tự chuyển hóa” trong nội bộ")
        assert resolution.endswith("thù địch trong tình hình mới")
        assert conclusion.startswith("đẩy mạnh xây dựng, chỉnh đốn Đảng")


class TestForms:
    """“Số, ký hiệu” of Party and State, as they are printed."""

    @pytest.mark.parametrize(
        ("text", "fields"),
        [
            (
                "Chỉ thị số 39-CT/TW, ngày 18/8/2014 của Bộ Chính trị",
                {"date": dt.date(2014, 8, 18), "issuer": "Bộ Chính trị"},
            ),
            ("CHỈ THỊ SỐ 39-CT/TW", {}),
            ("chỉ thị số 39-ct/tw", {}),
            ("Chỉ thị 39 - CT/TW", {}),
            ("Chỉ thị số 39–CT/TW", {}),
            ("Chỉ thị số\n39-CT/TW", {}),
            ("Chỉ thị số39-CT/TW", {}),
            ("Chi thi so 39-CT/TW", {}),
            ("Chỉ thị của Bộ Chính trị số 39-CT/TW", {"issuer": "Bộ Chính trị"}),
            ("Chỉ thị 39-CT/TW năm 2014", {"year": 2014}),
            ("Chỉ thị số 39-CT/TW (khóa XI)", {"term": "XI"}),
            (
                "Chỉ thị số 39-CT/TW của Bộ Chính trị khoá XI, ngày 18-8-2014",
                {"issuer": "Bộ Chính trị", "term": "XI", "date": dt.date(2014, 8, 18)},
            ),
            (
                "Chỉ thị số 39-CT/TW ngày 18 tháng 8 năm 2014",
                {"date": dt.date(2014, 8, 18)},
            ),
            ("Chỉ thị số 39-CT/TW (ngày 18.8.2014)", {"date": dt.date(2014, 8, 18)}),
        ],
    )
    def test_one_directive_in_many_spellings(self, text: str, fields: dict[str, Any]) -> None:
        """Case, dashes, spaces and order make no difference."""
        number = {"kind": "chỉ thị", "number": "39", "symbol": "CT", "issuer_symbol": "TW"}
        citation = only(f"thực hiện {text}.")
        assert number | {"system": System.PARTY} | fields == said(citation)
        assert citation.text == text

    @pytest.mark.parametrize(
        ("text", "kind", "number", "year", "symbol", "issuer", "system"),
        [
            ("Nghị định số 30/2020/NĐ-CP", "nghị định", "30", 2020, "NĐ", "CP", System.STATE),
            (
                "Công văn số 1234/VPCP-KSTT",
                "công văn",
                "1234",
                None,
                None,
                "VPCP-KSTT",
                System.STATE,
            ),
            ("Nghị quyết số 85/2014/QH13", "nghị quyết", "85", 2014, None, "QH13", System.STATE),
            ("Nghị quyết số 66-NQ/CP", "nghị quyết", "66", None, "NQ", "CP", System.STATE),
            ("Quyết định số 28/QĐ-TW", "quyết định", "28", None, "QĐ", "TW", System.PARTY),
            ("Tờ trình số 34/TTr-SNV", "tờ trình", "34", None, "TTr", "SNV", System.STATE),
            ("Quyết định số 439/qđ-ttg", "quyết định", "439", None, "QĐ", "TTg", System.STATE),
            ("NĐ 30/2020", "nghị định", "30", 2020, None, None, System.STATE),
            ("Quyết định số 15-2012-QĐ-UBND", "quyết định", "15", 2012, "QĐ", "UBND", System.STATE),
            ("Quyết định số 1836-QĐ/TWĐTN", "quyết định", "1836", None, "QĐ", "TWĐTN", None),
            ("Số 05-BC/TU", None, "05", None, "BC", "TU", System.PARTY),
            ("05-BC/TU", None, "05", None, "BC", "TU", System.PARTY),
            ("Nghị quyết 35", "nghị quyết", "35", None, None, None, None),
            ("Nghị định 143", "nghị định", "143", None, None, None, System.STATE),
            ("nghị quyết số 35", "nghị quyết", "35", None, None, None, None),
            ("Đề án 06", "đề án", "06", None, None, None, None),
        ],
    )
    def test_numbers(
        self,
        text: str,
        kind: str | None,
        number: str,
        year: int | None,
        symbol: str | None,
        issuer: str | None,
        system: System | None,
    ) -> None:
        """Type, number, year, letters and system."""
        citation = only(f"theo {text}, các cấp ủy")
        assert citation[1:8] == (text, kind, number, year, symbol, issuer, system)

    @pytest.mark.parametrize(
        ("text", "meeting", "issuer", "term"),
        [
            ("Nghị quyết Trung ương 4 (khóa XII)", "Trung ương 4", None, "XII"),
            ("Nghị quyết Trung ương 4 khóa XII", "Trung ương 4", None, "XII"),
            ("Nghị quyết T.Ư 4, khóa XI", "T.Ư 4", None, "XI"),
            ("NQTW4", "TW4", None, None),
            ("Nghị quyết Hội nghị Trung ương 4 khóa XII", "Hội nghị Trung ương 4", None, "XII"),
            (
                "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII",
                "Hội nghị lần thứ tư",
                "Ban Chấp hành Trung ương Đảng",
                "XII",
            ),
            ("Nghị quyết Đại hội XIII của Đảng", "Đại hội XIII", "Đảng", None),
            (
                "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII",
                "Đại hội đại biểu toàn quốc lần thứ XIII",
                None,
                None,
            ),
            (
                "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIV",
                "Đại hội Đảng bộ tỉnh lần thứ XIV",
                None,
                None,
            ),
        ],
    )
    def test_meetings(self, text: str, meeting: str, issuer: str | None, term: str | None) -> None:
        """A plenum or a congress names what it passed."""
        citation = only(f"thực hiện {text}; các cấp ủy")
        assert (text, meeting, issuer, term) == (
            citation.text,
            citation.meeting,
            citation.issuer,
            citation.term,
        )
        assert citation.system is System.PARTY

    @pytest.mark.parametrize(
        ("text", "kind", "title", "year"),
        [
            ("Luật Đất đai", "luật", "Đất đai", None),
            ("Luật Đất đai năm 2013", "luật", "Đất đai", 2013),
            ("Luật Đất đai số 31/2024/QH15", "luật", "Đất đai", 2024),
            ("Luật Cán bộ, công chức năm 2008", "luật", "Cán bộ, công chức", 2008),
            ("Bộ luật Dân sự 2015", "bộ luật", "Dân sự", 2015),
            ("Pháp lệnh Lưu trữ quốc gia", "pháp lệnh", "Lưu trữ quốc gia", None),
            ("Hiến pháp năm 2013", "hiến pháp", None, 2013),
            ("BLLĐ 2019", "bộ luật", "Lao động", 2019),
            (
                "Luật sửa đổi, bổ sung một số điều của Luật Viên chức năm 2019",
                "luật",
                "sửa đổi, bổ sung một số điều của Luật Viên chức",
                2019,
            ),
            ("Luật Đường sắt vũ trụ năm 2030", "luật", "Đường sắt vũ trụ", 2030),
        ],
    )
    def test_acts(self, text: str, kind: str, title: str | None, year: int | None) -> None:
        """An act is known by its name, with number, day or year or without."""
        citation = only(f"theo {text} và các văn bản liên quan")
        assert (text, kind, title, year) == (
            citation.text,
            citation.kind,
            citation.title,
            citation.year,
        )

    def test_a_type_with_a_day(self) -> None:
        """A full day names a document that has no number."""
        citation = only("Công điện ngày 28/7/2020 của Thường trực Ban Bí thư Trung ương Đảng, Ban")
        assert citation.date == dt.date(2020, 7, 28)
        assert citation.system is System.PARTY  # whatever the type says

    @pytest.mark.parametrize("day", ["29/77/2020", "31/02/2024", "30 tháng 02 năm 2024"])
    def test_a_day_that_is_none(self, day: str) -> None:
        """It stays as text, and is said so."""
        citation = only(f"Chỉ thị số 39-CT/TW, ngày {day} của Bộ Chính trị")
        assert (None, day, True) == (citation.date, citation.date_text, citation.impossible_date)
        assert day in citation.remarks[0].vietnamese
        assert citation.issuer == "Bộ Chính trị"


class TestLists:
    """Numbers that share one type word."""

    def test_share_the_type(self) -> None:
        """The first carries the word; day and issuer stay with the last."""
        one, two = find_citations("Quy định số 57-QĐ/TW, 58-QĐ/TW ngày 8/2/2022 của Bộ Chính trị")
        assert ("quy định", "57", None) == (one.kind, one.number, one.date)
        assert ("quy định", "58", dt.date(2022, 2, 8)) == (two.kind, two.number, two.date)

    def test_go_on_with_bare_numbers(self) -> None:
        """Up to a number that counts something."""
        found = find_citations("các nghị quyết số 57, 59, 66 và 68, 12 chỉ thị")
        assert ["nghị quyết số 57", "59", "66", "68"] == [one.text for one in found]
        assert {"nghị quyết"} == {one.kind for one in found}

    def test_end_where_the_letters_are_of_another_type(self) -> None:
        """A plan among directives is no directive."""
        _, plan = find_citations("Chỉ thị số 35-CT/TW và 248-KH/TU")
        assert (None, "KH") == (plan.kind, plan.symbol)

    def test_of_terms(self) -> None:
        """One plenum of two terms is two documents."""
        one, two = find_citations("Nghị quyết Trung ương 4 (khóa XI và XII)")
        assert ("XI", "Trung ương 4") == (one.term, one.meeting)
        assert ("XII", "Trung ương 4", "XII") == (two.term, two.meeting, two.text)


class TestNothing:
    """A wrong complaint costs more trust than a missed one."""

    @pytest.mark.parametrize(
        "text",
        [
            "gồm 51 văn bản, trong đó có 01 Chỉ thị, 07 Quy định và 27 Công văn",
            "Quyết định này có hiệu lực từ ngày 01/01/2025; các nghị quyết, chỉ thị",
            "Kế hoạch 5 năm 2021 - 2025, báo cáo 6 tháng, chương trình 2030",
            "báo cáo 10/2022, tháng 5/2017, 30/4, 27/7, ngày 15/9",
            "Quy chế làm việc của Ban Chấp hành Trung ương khóa XIII",
            "Hội nghị lần thứ 7 Ban Chấp hành Trung ương khóa XII bế mạc",
            "tại Đại hội XIII của Đảng; nhiệm kỳ 2020 - 2025",
            "https://example.vn/quyet-dinh-so-30-2020-nd-cp.html",
            "https://example.vn/van-ban/30/2020/NĐ-CP",
            "luật sư, Luật sư Đoàn, kỷ luật, Trường Đại học Luật Hà Nội, Luật này",
            "12/5 tại Hà Nội, 1.020 USD/tấn, 5,5%/năm, 80 km/giờ",
            "Kết luận\n1. Về tình hình; kết luận số dư, quy định số tiết",
            "chị thi 3 môn, để ăn 2 bữa, từ 1-2 lần",
            "- Như điều 4;\n- Lưu TH-TĐ10b, VT-LT.",
        ],
    )
    def test_is_found_where_nothing_is_cited(self, text: str) -> None:
        """Counts, days, periods, meetings, self-references, addresses."""
        assert find_citations(text) == ()


class TestBack:
    """Mentions that only point back, and names that are declared."""

    TEXT = (
        "Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị về bảo vệ nền tảng tư tưởng "
        "(sau đây gọi tắt là Nghị quyết nền tảng). Nghị quyết nền tảng đã đi vào cuộc sống. "
        "Nghị quyết này còn hiệu lực."
    )

    def test_a_declared_name_is_found(self) -> None:
        """The document carries the name, the mention points back."""
        one, two = find_citations(self.TEXT)
        assert "Nghị quyết nền tảng" == one.declared == two.text
        assert (False, True) == (one.back, two.back)

    def test_self_references_only_on_request(self) -> None:
        """They name no document by themselves."""
        assert [one.text for one in find_citations(self.TEXT, back=True) if one.back] == [
            "Nghị quyết nền tảng",
            "Nghị quyết này",
        ]

    def test_a_lone_type_word_is_a_name_only_on_request(self) -> None:
        """“Chỉ thị” stands in many places where nobody means that one."""
        text = "Chỉ thị số 39-CT/TW (sau đây gọi tắt là Chỉ thị). Thực hiện Chỉ thị, các cấp ủy"
        assert len(find_citations(text)) == 1
        assert [one.text for one in find_citations(text, back=True)] == [
            "Chỉ thị số 39-CT/TW",
            "Chỉ thị",
        ]


class TestCitation:
    """What a citation says of itself."""

    def test_candidates_of_an_ambiguous_symbol(self) -> None:
        """QĐ is two types on the Party side; TT is one there and another in the State."""
        assert ["quyết định", "quy định"] == [kind.name for kind in only("Số 58-QĐ/TW").candidates]
        assert ["thông tri"] == [kind.name for kind in only("Số 05-TT/TU").candidates]
        assert ["thông tư"] == [kind.name for kind in only("số 05/2020/TT-BNV").candidates]
        assert 2 == len(only("Nghị quyết 35").candidates)  # of which system?
        assert only("Số 58-QĐ/TW").remarks[0].code == "citation-ambiguous"

    def test_number_as_a_value(self) -> None:
        """Where there is a symbol, the number is one of ours."""
        assert "39-CT/TW" == str(only("Chỉ thị 39 - ct/tw").document_number)
        assert "30/2020/NĐ-CP" == str(only("Nghị định 30/2020/NĐ-CP").document_number)
        assert "439/QĐ-TTg" == str(only("Quyết định 439/QĐ-TTg năm 2014").document_number)
        assert "15/2020/TT-BNV" == str(only("Thông tư 15 / 2020 / TT-BNV").document_number)
        assert only("Nghị quyết 35").document_number is None
        assert only("Nghị quyết 35").serial == 35

    def test_prints_on_one_line(self) -> None:
        """Breaks in the text are no part of its name."""
        assert "Chỉ thị số 39-CT/TW" == str(only("Chỉ thị số\n 39-CT/TW"))
