import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinhtrinoibo import StatedCount, find_tallies
from chinhtrinoibo.counting.statements import Statement

# Two paragraphs of a public report; the rest of it states nothing in figures.
ISSUED = (
    "Từ năm 2014 đến nay, Ban Thường vụ Tỉnh ủy Bình Thuận các khóa đã chỉ đạo Ban Tổ chức Tỉnh "
    "ủy tham mưu việc rà soát, sửa đổi bổ sung và ban hành một hệ thống văn bản đầy đủ, đồng bộ "
    "các quy định về công tác bảo vệ chính trị nội bộ và các văn bản có liên quan gồm 51 văn "
    "bản, trong đó có 01 Chỉ thị, 07 Quy định (trong đó có 02 Quy chế phối hợp), 05 hướng dẫn, "
    "11 kế hoạch và 27 Công văn nhằm đôn đốc, chỉ đạo thực hiện sâu sát, quyết liệt 07 nhóm "
    "nhiệm vụ chủ yếu được quy định tại Chỉ thị số 39-CT/TW của Bộ Chính trị. Trên cơ sở tổng "
    "kết 10 năm thực hiện"
)
LAUNCHED = (
    "Nghị quyết Trung ương 4 (khóa XII), Kết luận số 21-KL/TW, ngày 25/10/2021 và Kế hoạch số "
    "03-KH/TW, ngày 01/12/2021 của Ban Chấp hành Trung ương Đảng, trong đó, đã ban hành 02 Kế "
    "hoạch, 01 Hướng dẫn triển khai thực hiện. Bên cạnh đó, Nghị quyết số 35-NQ/TW, ngày 22/10/2018"
)
ARTICLE = f"{ISSUED}.\n{LAUNCHED}."

_PIECES = (
    *("51 văn bản", "01 Chỉ thị", "07 Quy định", "đảng viên", "81 đảng bộ", "78 chi bộ", "1.669"),
    *(
        "trong đó có ",
        "gồm ",
        "bao gồm ",
        " và ",
        ", ",
        "; ",
        ": ",
        " (",
        ")",
        "\n- ",
        " = ",
        " + ",
    ),
    *("tăng ", "giảm ", "thấp hơn ", "so với cùng kỳ năm 2020", "cùng kỳ là ", "đạt ", "vượt "),
    *("83,45%", "5/10", "152/159", "22/10/2018", " điểm phần trăm", "hơn ", "trên ", "5,6 triệu "),
    *("hai kế hoạch", " của Tỉnh ủy", "0", "9", " ", ".", "…", "39-CT/TW", "ngày ", "2016 - 2020"),
)
anything = st.text(st.characters(codec=None, exclude_categories=()))  # surrogates and all
figures = st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=24).map("".join)


def flat(statements: tuple[Statement, ...]) -> Iterator[Statement]:
    """Yield the statements and the counts within them."""
    for one in statements:
        yield one
        if isinstance(one, StatedCount):
            yield from flat(one.parts)


class TestArticle:
    """The public report states two tallies, and nothing else in figures."""

    def test_states_the_documents(self) -> None:
        """51 in all; the two are within the seven."""
        count, _ = find_tallies(ARTICLE)
        assert isinstance(count, StatedCount)
        assert (51, "văn bản", "trong đó có", True) == (
            count.value,
            count.unit,
            count.lead,
            count.partition,
        )
        assert [(part.value, part.unit, part.padded) for part in count.parts] == [
            (1, "Chỉ thị", True),
            (7, "Quy định", True),
            (5, "hướng dẫn", True),
            (11, "kế hoạch", False),
            (27, "Công văn", False),
        ]
        assert count.parts_total == 51

    def test_states_what_is_nested(self) -> None:
        """“trong đó có” in parentheses tells no partition."""
        count, _ = find_tallies(ARTICLE)
        assert isinstance(count, StatedCount)
        rules = count.parts[1]
        (nested,) = rules.parts
        assert (2, "Quy chế phối hợp") == (nested.value, nested.unit)
        assert (rules.lead, rules.partition) == ("trong đó có", False)
        assert rules.text == "07 Quy định (trong đó có 02 Quy chế phối hợp)"

    def test_states_a_subset_by_topic(self) -> None:
        """Without a total of its own."""
        _, count = find_tallies(ARTICLE)
        assert isinstance(count, StatedCount)
        assert (count.text, count.value) == ("02 Kế hoạch, 01 Hướng dẫn", None)
        assert [part.value for part in count.parts] == [2, 1]

    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    def test_is_read_in_any_form(self, form: Literal["NFC", "NFD"]) -> None:
        """Spans lead to the text as given, and units are composed."""
        text = unicodedata.normalize(form, ARTICLE)
        found = find_tallies(text)
        assert [one.text for one in found] == [one.span.of(text) for one in found]
        composed = [unicodedata.normalize("NFC", one.text) for one in flat(found)]
        assert composed == [one.text for one in flat(find_tallies(ARTICLE))]
        assert isinstance(found[0], StatedCount)
        assert found[0].parts[4].unit == "Công văn"

    def test_is_read_with_old_tone_marks(self) -> None:
        """“khoá”, “uỷ” are the same words."""
        (found,) = find_tallies("tăng 12 cấp uỷ so với cùng kỳ khoá trước")
        assert found.text == "tăng 12 cấp uỷ so với cùng kỳ khoá trước"


class TestSilence:
    """“A wrong complaint costs more trust than a missed one”."""

    @pytest.mark.parametrize(
        "text",
        [
            "ngày 22/10/2018",
            "Đến 31/3/2021",
            "từ 30/4 đến 01/5, toàn tỉnh tổ chức",
            "dịp 30/4 và 1/5",
            "trước 15/9 các đảng bộ hoàn thành",
            "trước 15/9 đảng bộ hoàn thành",
            "từ ngày 20-8-2020",
            "tháng 5/2017 và 5 tháng năm 2017",
            "quý I/2021, 12/2022",
            "giai đoạn 2016 - 2020, 2016-2020, 2016–2020",
            "nhiệm kỳ 2020 - 2025",
            "năm học 2020/2021",
            "năm 2019, 2020 và 2021 toàn tỉnh",
            "Nghị định 30/2020/NĐ-CP, Quyết định số 41/2019/QĐ-UBND",
            "Quyết định 41/2019",
            "Chỉ thị số 39-CT/TW, Kết luận số 21-KL/TW, 05- ĐA/TU",
            "59/BC-LĐTBXH, Thông tư 01/2011/TT-BNV, Luật số 117/2025/QH15",
            "Nghị quyết Trung ương 4 (khóa XII), Kết luận 12, Nghị quyết 35",
            "điện thoại 0912 345 678, 0912345678, 0252.3821.456",
            "tài khoản 12345678901 tại ngân hàng",
            "số định danh 079123456789",
            "Điều 1, khoản 2, điểm 3",
            "khoản 2 Điều 5 quyết định và Điều 9 quy chế",
            "lần thứ 13, Đại hội 13",
            "trực 24/24 giờ, 24/24, 24/7",
            "60 km/h, 15 km, 20 ha",
            "10 năm thực hiện, 05 năm",
            "07 nhóm nhiệm vụ chủ yếu",
            "535 tỷ đồng và 12 triệu đồng",
            "18,72 tỷ USD; 108,987 tỷ đồng",
            "1. Kết quả 2. Hạn chế",
            "1. 05 nội dung",
            "(1) công tác, (2) tổ chức",
            "3/4 số nhiệm vụ, bản đồ 1/500, 1/3 cấp ủy viên là nữ",
            "phòng 12, số 12 đường 30/4",
            "10 giờ 30 phút, 14h30, 12:30",
            "từ 3 đến 5 đồng chí, 5 - 7 đồng chí",
            "1.2.3 kết quả, 192.168.1.1",
            "2A, B12, QL1, QL 14/15",
            "kéo dài 5 ngày, 3 đêm",
            "trang 45, tập 3, phụ lục 2",
            "",
        ],
    )
    def test_is_kept(self, text: str) -> None:
        """Days, numbers of documents, years, articles, telephones, money."""
        assert find_tallies(text) == ()


class TestLaws:
    """Whatever the text."""

    @given(anything | figures)
    def test_statements_stand_in_order(self, text: str) -> None:
        """They are sorted, and do not overlap."""
        found = find_tallies(text)
        ends = [(one.span.start, one.span.end) for one in found]
        assert all(0 <= start < end <= len(text) for start, end in ends)
        assert all(one[1] <= other[0] for one, other in pairwise(ends))

    @given(anything | figures)
    def test_spans_slice_to_their_text(self, text: str) -> None:
        """Those of parts, too."""
        assert all(one.span.of(text) == one.text for one in flat(find_tallies(text)))

    @given(figures)
    def test_parts_lie_within(self, text: str) -> None:
        """In order, and each in the span of its whole."""
        for one in flat(find_tallies(text)):
            if isinstance(one, StatedCount):
                edges = [edge for part in one.parts for edge in part.span]
                assert edges == sorted(edges)
                assert all(one.span.start <= edge <= one.span.end for edge in edges)

    @given(figures)
    def test_form_makes_no_difference(self, text: str) -> None:
        """Decomposed letters are read as composed ones."""
        composed, loose = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
        expected = [type(one) for one in flat(find_tallies(composed))]
        found = list(flat(find_tallies(loose)))
        assert expected == [type(one) for one in found]
        assert all(one.span.of(loose) == one.text for one in found)

    @given(figures)
    def test_lists_have_two_parts(self, text: str) -> None:
        """A count says a number, or how many of at least two things."""
        for one in find_tallies(text):
            if isinstance(one, StatedCount):
                assert one.value is not None or len(one.parts) > 1
                assert one.parts or one.approximator

    @given(st.integers(2, 10**6), st.integers(2, 10**6))
    def test_numbers_come_back(self, one: int, other: int) -> None:
        """As whole numbers and decimals."""
        text = f"{one + other:,} đảng viên, gồm {one:,} nữ và {other:,} nam".replace(",0", ".0")
        grouped = text.replace(",", ".").replace("viên. gồm", "viên, gồm")
        found = find_tallies(grouped)
        values = [count.value for count in flat(found) if isinstance(count, StatedCount)]
        years = {one, other, one + other} & set(range(1900, 2100))
        assert years or values == [one + other, one, other]

    @given(st.decimals(0, 999, places=2))
    def test_rates_come_back(self, rate: Decimal) -> None:
        """With a comma."""
        (found,) = find_tallies(f"đạt {rate}% kế hoạch".replace(".", ","))
        assert getattr(found, "rate", None) == rate


class TestBounds:
    """Every look is bounded; how long reading takes is measured by the benchmarks."""

    def test_of_long_lines(self) -> None:
        """Five million digits are no number, and are passed at once."""
        assert find_tallies("1" * 5_000_000) == ()
        assert find_tallies("(" * 100_000) == ()
