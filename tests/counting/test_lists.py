from typing import Any

import pytest

from chinhtrinoibo import StatedCount, find_tallies


def shape(count: StatedCount) -> Any:
    """Return a count as a pair, or as five with its parts."""
    pair = count.value, count.unit
    parts = [shape(part) for part in count.parts]
    return (*pair, count.lead, count.partition, parts) if parts else pair


def shapes(text: str) -> list[Any]:
    """Return the counts that a text states."""
    found = find_tallies(text)
    return [shape(one) for one in found if isinstance(one, StatedCount)]


class TestParts:
    """“gồm N văn bản, trong đó có a …, b … (trong đó có c …) và d …”."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "603 đảng viên, trong đó: 359 nữ; 14 dân tộc thiểu số; 05 người có đạo",
                (603, "đảng viên", "trong đó", False),
            ),
            (
                "Toàn khối có 159 tổ chức, gồm 81 đảng bộ và 78 chi bộ",
                (159, "tổ chức", "gồm", True),
            ),
            (
                "3.321 đơn vị, bao gồm 2.621 xã, 687 phường và 13 đặc khu",
                (3321, "đơn vị", "bao gồm", True),
            ),
            ("34 tỉnh, gồm có 28 tỉnh và 6 thành phố", (34, "tỉnh", "gồm có", True)),
            (
                "477 tổ chức cơ sở đảng (248 đảng bộ cơ sở và 229 chi bộ cơ sở)",
                (477, "tổ chức cơ sở đảng", "", False),
            ),
            (
                "58 tổ chức cơ sở đảng (16 đảng bộ và 42 chi bộ)",
                (58, "tổ chức cơ sở đảng", "", False),
            ),
            (
                "759 tổ chức cơ sở đảng = 271 đảng bộ cơ sở + 488 chi bộ cơ sở",
                (759, "tổ chức cơ sở đảng", "=", True),
            ),
            ("159 = 81 + 78", (159, "", "=", True)),
            ("12 văn bản, cụ thể: 10 kế hoạch, 02 hướng dẫn", (12, "văn bản", "cụ thể", False)),
            (
                "12 văn bản, cụ thể là 10 kế hoạch, 02 hướng dẫn",
                (12, "văn bản", "cụ thể là", False),
            ),
            ("178 đảng viên, trong số đó có 80 nữ", (178, "đảng viên", "trong số đó có", False)),
            (
                "178 đảng viên mới được kết nạp, trong đó 80 nữ",
                (178, "đảng viên mới", "trong đó", False),
            ),
            ("12 văn bản: 10 kế hoạch, 02 hướng dẫn", (12, "văn bản", "", False)),
            ("gồm 12 văn bản: 10 kế hoạch, 02 hướng dẫn", (12, "văn bản", "", True)),
            ("05 đồng chí (02 nữ)", (5, "đồng chí", "", False)),
            ("BAN HÀNH 51 VĂN BẢN, GỒM 01 CHỈ THỊ, 50 KẾ HOẠCH", (51, "VĂN BẢN", "gồm", True)),
            ("0 văn bản, gồm 0 kế hoạch", (0, "văn bản", "gồm", True)),
        ],
    )
    def test_reads_the_whole(self, text: str, expected: tuple[Any, ...]) -> None:
        """Its number, its unit, the words before its parts, and whether they make it up."""
        ((*whole, _),) = shapes(text)
        assert expected == tuple(whole)

    def test_reads_the_parts(self) -> None:
        """Classes that overlap are parts as well."""
        ((*_, parts),) = shapes(
            "Kết nạp 603 đảng viên, trong đó: 359 nữ; 14 dân tộc thiểu số; 05 người có đạo; "
            "20 trong doanh nghiệp."
        )
        assert parts == [
            (359, "nữ"),
            (14, "dân tộc thiểu số"),
            (5, "người có đạo"),
            (20, "trong doanh nghiệp"),
        ]

    def test_reads_lists_with_dashes(self) -> None:
        """A part a line."""
        text = (
            "Kết nạp 603 đảng viên mới. Trong đó:\n- 359 nữ;\n- 14 dân tộc thiểu số;\n- 05 có đạo."
        )
        assert shapes(text) == [
            (
                603,
                "đảng viên mới",
                "trong đó",
                False,
                [(359, "nữ"), (14, "dân tộc thiểu số"), (5, "có đạo")],
            )
        ]

    def test_reads_what_is_nested_in_a_part(self) -> None:
        """The two are within the seven, and not beside them."""
        text = (
            "gồm 12 văn bản, trong đó có 07 Quy định (gồm 02 quy chế và 05 quy định khác) "
            "và 05 hướng dẫn"
        )
        ((*whole, parts),) = shapes(text)
        assert whole == [12, "văn bản", "trong đó có", True]
        assert parts == [
            (7, "Quy định", "gồm", True, [(2, "quy chế"), (5, "quy định khác")]),
            (5, "hướng dẫn"),
        ]

    def test_goes_on_behind_an_issuer(self) -> None:
        """“của …” behind a kind does not end the list."""
        text = (
            "12 văn bản, gồm 01 Chỉ thị của Ban Thường vụ, 02 Kế hoạch của Tỉnh ủy và 09 công văn"
        )
        ((*whole, parts),) = shapes(text)
        assert whole == [12, "văn bản", "gồm", True]
        assert parts == [(1, "Chỉ thị"), (2, "Kế hoạch"), (9, "công văn")]

    def test_reads_numerals_before_a_type(self) -> None:
        """“hai kế hoạch” counts; in front of anything else a word is only a word."""
        assert shapes("gồm 03 văn bản: hai kế hoạch và một hướng dẫn") == [
            (3, "văn bản", "", True, [(2, "kế hoạch"), (1, "hướng dẫn")])
        ]
        assert shapes("02 kế hoạch và một số việc khác") == []

    @pytest.mark.parametrize(
        "text",
        [
            "gồm 51 văn bản, trong đó có 01 Chỉ thị, 07 Quy định và một số công văn",
            "51 văn bản, gồm 01 Chỉ thị, 07 Quy định…",
            "51 văn bản, gồm 01 Chỉ thị, 07 Quy định, v.v.",
            "51 văn bản, gồm 01 Chỉ thị, 07 Quy định, còn lại là công văn",
            "gồm 51 văn bản, trong đó có 07 Quy định, trong đó có 02 Quy chế, 44 công văn",
        ],
    )
    def test_an_open_list_is_no_partition(self, text: str) -> None:
        """Where more may follow, nobody has said that the parts make up the whole."""
        ((_, _, _, partition, _),) = shapes(text)
        assert not partition

    @pytest.mark.parametrize(
        "text",
        [
            "159 tổ chức, gồm 81 đảng bộ (trong đó có 05 đảng bộ cơ sở) và 78 chi bộ",
            "gồm 81 đảng bộ (trong đó có 05 đảng bộ cơ sở) và 78 chi bộ",
            "gồm 81 đảng bộ, trong đó có 05 đảng bộ cơ sở",
            "gồm 81 đảng bộ (05 đảng bộ cơ sở)",
        ],
    )
    def test_a_lead_speaks_of_one_whole(self, text: str) -> None:
        """“gồm” before a list, or before a single part, says nothing of the parts within."""
        (found,) = find_tallies(text)
        assert isinstance(found, StatedCount)
        (nested,) = [one for one in (found, *found.parts) if one.value == 81]
        assert (nested.partition, nested.parts_total) == (False, 5)

    @pytest.mark.parametrize(
        "text",
        [
            "mở 05 lớp, gồm 300 học viên và 20 cán bộ",
            "mở 05 lớp (300 học viên)",
            "05 hội nghị: 300 người",
            "07 Quy định (02 trang)",
            "05 đồng chí (",
            "05 văn bản, trong đó",
            "05 văn bản = 05",
        ],
    )
    def test_parts_are_of_the_sort_of_the_whole(self, text: str) -> None:
        """Learners are no part of classes."""
        assert all(value is None for value, *_ in shapes(text))


class TestLists:
    """Lists of like things without a total."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "đã ban hành 02 Kế hoạch, 01 Hướng dẫn triển khai thực hiện",
                [(2, "Kế hoạch"), (1, "Hướng dẫn")],
            ),
            (
                "kiểm tra 450 tổ chức đảng và 206 đảng viên (tăng",
                [(450, "tổ chức đảng"), (206, "đảng viên")],
            ),
            (
                "Đến 31/3/2021 có 761 tổ chức cơ sở đảng, 3.106 chi bộ, 47.174 đảng viên",
                [(761, "tổ chức cơ sở đảng"), (3106, "chi bộ"), (47174, "đảng viên")],
            ),
            (
                "14 đảng bộ bộ phận; 2.370 chi bộ trực thuộc; 36.607 đảng viên",
                [(14, "đảng bộ bộ phận"), (2370, "chi bộ trực thuộc"), (36607, "đảng viên")],
            ),
            (
                "2.636 xã, 672 phường và 13 đặc khu",
                [(2636, "xã"), (672, "phường"), (13, "đặc khu")],
            ),
            ("124 xã, 4 phường", [(124, "xã"), (4, "phường")]),
            (
                "03 nghị quyết chuyên đề và 01 quy chế làm việc.",
                [(3, "nghị quyết chuyên đề"), (1, "quy chế làm việc")],
            ),
        ],
    )
    def test_reads_like_things(self, text: str, expected: list[Any]) -> None:
        """The list has no number of its own."""
        assert shapes(text) == [(None, "", "", False, expected)]

    @pytest.mark.parametrize(
        "text",
        [
            "05 hội nghị, 300 lượt người tham dự",
            "07 nhóm nhiệm vụ, 05 kế hoạch",
            "02 kế hoạch. 01 hướng dẫn",
            "02 kế hoạch của tỉnh; ban hành 01 hướng dẫn",
            "02 kế hoạch, 02 kế hoạch",
            "10 năm và 05 tháng",
            "27 công văn",
            "07 nhóm nhiệm vụ chủ yếu",
        ],
    )
    def test_leaves_the_rest(self, text: str) -> None:
        """Two numbers near one another are no list, and one is none."""
        assert shapes(text) == []

    def test_keeps_parts_in_a_list(self) -> None:
        """A whole with its parts may stand in a list."""
        text = "477 tổ chức cơ sở đảng (248 đảng bộ cơ sở và 229 chi bộ cơ sở), 14 đảng bộ bộ phận"
        ((value, *_, parts),) = shapes(text)
        assert value is None
        assert [part[:2] for part in parts] == [
            (477, "tổ chức cơ sở đảng"),
            (14, "đảng bộ bộ phận"),
        ]
        assert parts[0][-1] == [(248, "đảng bộ cơ sở"), (229, "chi bộ cơ sở")]


class TestTotals:
    """A total may stand behind its addends."""

    def test_are_read_behind_an_equals_sign(self) -> None:
        """“81 đảng bộ + 78 chi bộ = 159 tổ chức”."""
        text = "81 đảng bộ + 78 chi bộ = 159 tổ chức cơ sở đảng, hoàn thành"
        parts = [(81, "đảng bộ"), (78, "chi bộ")]
        assert [(159, "tổ chức cơ sở đảng", "=", True, parts)] == shapes(text)

    def test_take_a_plus_sign(self) -> None:
        """Without one, the equals sign speaks of the last count."""
        (count,) = shapes("81 đảng bộ và 78 chi bộ = 159")
        assert (None, "") == count[:2]


class TestSharesOfParts:
    """“163 đại biểu (10,28%), 353 đại biểu (22,25%)”."""

    @pytest.mark.parametrize(
        ("text", "rates"),
        [
            (
                "1.586 đại biểu, trong đó 163 nữ (10,28%), 353 đại biểu trẻ (22,25%)",
                ["10.28", "22.25"],
            ),
            ("20 đảng viên, gồm 12 nữ, chiếm 60% và 08 nam, chiếm tỷ lệ 40%.", ["60", "40"]),
            ("20 đảng viên, trong đó 12 nữ (chiếm 60%)", ["60"]),
            ("20 đảng viên, trong đó 12 nữ (tăng 60%)", ["None"]),
            ("20 đảng viên, trong đó 12 nữ, chiếm 60% chỉ tiêu", ["None"]),
            ("20 đảng viên, trong đó 12 nữ (1.2.3%)", ["None"]),
        ],
    )
    def test_stand_right_behind_them(self, text: str, rates: list[str]) -> None:
        """And nothing else stands in the parentheses."""
        count = find_tallies(text)[0]
        assert isinstance(count, StatedCount)
        shares = [part.share for part in count.parts]
        assert rates == [str(share and share.rate) for share in shares]
        assert all(share.span.of(text) == share.text for share in shares if share)
