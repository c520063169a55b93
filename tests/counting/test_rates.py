from decimal import Decimal

import pytest

from chinhtrinoibo import StatedChange, StatedRatio, StatedShare, find_tallies


def changes(text: str) -> list[StatedChange]:
    """Return the changes that a text states."""
    return [one for one in find_tallies(text) if isinstance(one, StatedChange)]


class TestRatios:
    """Part and whole, result and target: the same sign with two meanings."""

    @pytest.mark.parametrize(
        ("text", "left", "right", "unit"),
        [
            ("152/159 tổ chức hoàn thành tốt nhiệm vụ trở lên", 152, 159, "tổ chức"),
            ("152/159 hoàn thành tốt nhiệm vụ trở lên", 152, 159, ""),
            ("Đã có 21/21 đảng bộ tổ chức đại hội", 21, 21, "đảng bộ"),
            ("05/10 đảng bộ", 5, 10, "đảng bộ"),
            ("kết nạp 8.793/6.500 đảng viên", 8793, 6500, "đảng viên"),
            ("đạt 45.799/36.875 tỷ đồng", 45_799, 36_875, "tỷ đồng"),
            ("19/19 tiêu chí", 19, 19, "tiêu chí"),
            ("có mặt 1.586/1.588 đại biểu", 1586, 1588, "đại biểu"),
            ("trong tổng số 24/24 chi bộ", 24, 24, "chi bộ"),
        ],
    )
    def test_are_read(self, text: str, left: int, right: int, unit: str) -> None:
        """Two numbers and what they count."""
        (ratio,) = find_tallies(text)
        assert isinstance(ratio, StatedRatio)
        assert (Decimal(left), Decimal(right), unit, False) == (
            ratio.left,
            ratio.right,
            ratio.unit,
            ratio.percent,
        )

    def test_of_percentages(self) -> None:
        """“83,2%/50%”: the result and the target."""
        (ratio,) = find_tallies("tỷ lệ hộ đạt chuẩn 83,2%/50%")
        assert isinstance(ratio, StatedRatio)
        assert (Decimal("83.2"), Decimal(50), True) == (ratio.left, ratio.right, ratio.percent)
        assert ratio.text == "83,2%/50%"

    def test_take_an_approximator(self) -> None:
        """As counts do."""
        (ratio,) = find_tallies("hơn 152/159 tổ chức")
        assert isinstance(ratio, StatedRatio)
        assert ratio.approximator == "hơn"

    def test_have_parts(self) -> None:
        """They are within the number before the slash."""
        text = "152/159 tổ chức hoàn thành tốt nhiệm vụ trở lên, trong đó 31 xuất sắc và tiêu biểu"
        (ratio,) = find_tallies(text)
        assert isinstance(ratio, StatedRatio)
        assert "trong đó" == ratio.lead
        assert [(31, "xuất sắc")] == [(part.value, part.unit) for part in ratio.parts]

    def test_without_a_lead_have_none(self) -> None:
        """A colon leads elsewhere as well."""
        (ratio, *_) = find_tallies("21/21 đảng bộ: 12 đảng bộ và 9 chi bộ")
        assert isinstance(ratio, StatedRatio)
        assert (ratio.parts, ratio.text) == ((), "21/21 đảng bộ")


class TestShares:
    """“đạt X% kế hoạch / chỉ tiêu / dự toán”, “vượt X%”, “bằng X% so với cùng kỳ”."""

    @pytest.mark.parametrize(
        ("text", "verb", "rate", "of"),
        [
            ("đạt 83,45% chỉ tiêu năm", "đạt", "83.45", "chỉ tiêu năm"),
            ("chiếm khoảng 3,9% dân số", "chiếm", "3.9", "dân số"),
            ("69,8% kế hoạch cả năm", "", "69.8", "kế hoạch cả năm"),
            ("(đạt 91,28% kế hoạch, tăng", "đạt", "91.28", "kế hoạch"),
            ("đạt 101,1% so dự toán tỉnh giao", "đạt", "101.1", "dự toán tỉnh giao"),
            ("bằng 89,8% dự toán thành phố", "bằng", "89.8", "dự toán thành phố"),
            ("bằng 95% so với cùng kỳ năm trước", "bằng", "95", "cùng kỳ năm trước"),
            ("535 tỷ đồng, đạt 25,6% kế hoạch năm", "đạt", "25.6", "kế hoạch năm"),
            ("(nghị quyết 600) vượt chỉ tiêu 94%", "vượt", "94", "chỉ tiêu"),
            ("4.976 đồng chí là nữ, chiếm 10,75%", "chiếm", "10.75", ""),
            ("chiếm tỷ lệ 9,79% tổng số đảng viên", "chiếm", "9.79", "tổng số đảng viên"),
            ("chiếm trên 28%", "chiếm", "28", ""),
            ("99,8 % tổ chức cơ sở đảng", "", "99.8", "tổ chức cơ sở đảng"),
            ("ước đạt 91% kế hoạch", "đạt", "91", "kế hoạch"),
        ],
    )
    def test_are_read(self, text: str, verb: str, rate: str, of: str) -> None:
        """The verb, the rate, and what it is a share of."""
        (share,) = find_tallies(text)
        assert isinstance(share, StatedShare)
        assert (verb, Decimal(rate), of) == (share.verb, share.rate, share.of)

    @pytest.mark.parametrize(("text", "decimals"), [("5%", 0), ("5,0%", 1), ("83,45%", 2)])
    def test_keep_the_decimals(self, text: str, decimals: int) -> None:
        """As printed, a zero at the end too."""
        (share,) = find_tallies(f"đạt {text}")
        assert isinstance(share, StatedShare)
        assert decimals == share.decimals

    @pytest.mark.parametrize(
        ("text", "approximator"),
        [("chiếm khoảng 3,9%", "khoảng"), ("ước đạt 91%", "ước"), ("chiếm trên 28%", "trên")],
    )
    def test_take_an_approximator(self, text: str, approximator: str) -> None:
        """Before the number or before the verb."""
        (share,) = find_tallies(text)
        assert isinstance(share, StatedShare)
        assert (approximator, text) == (share.approximator, share.text)

    def test_stand_in_a_row(self) -> None:
        """Shares of one whole are three statements."""
        found = find_tallies("10,28% + 22,25% + 67,47%")
        assert [one.text for one in found] == ["10,28%", "22,25%", "67,47%"]


class TestChanges:
    """“tăng / giảm X (đơn vị) so với cùng kỳ (năm Y-1)”."""

    def test_share_a_verb(self) -> None:
        """Two amounts under one verb are two changes, in spans of their own."""
        one, two = changes(
            "kiểm tra 450 tổ chức đảng và 206 đảng viên "
            "(tăng 230 tổ chức và 124 đảng viên so với cùng kỳ)"
        )
        assert (1, "tăng", Decimal(230), "tổ chức") == (
            one.direction,
            one.verb,
            one.amount,
            one.unit,
        )
        assert (1, "tăng", Decimal(124), "đảng viên") == (
            two.direction,
            two.verb,
            two.amount,
            two.unit,
        )
        assert one.against == two.against == "cùng kỳ"
        assert (one.text, two.text) == ("tăng 230 tổ chức", "124 đảng viên so với cùng kỳ")

    @pytest.mark.parametrize(
        ("text", "direction", "rate", "against"),
        [
            ("tăng 3,71% so với cùng kỳ năm 2019", 1, "3.71", "cùng kỳ năm 2019"),
            ("tăng 48,64% so với cùng kỳ)", 1, "48.64", "cùng kỳ"),
            ("giảm 66,91%", -1, "66.91", ""),
            ("thấp hơn 0,37% so với cùng kỳ", -1, "0.37", "cùng kỳ"),
            ("cao hơn 2% so kế hoạch", 1, "2", "kế hoạch"),
            ("giảm 5% so với tháng 5/2017", -1, "5", "tháng 5/2017"),
            ("tăng 5% so với đầu nhiệm kỳ.", 1, "5", "đầu nhiệm kỳ"),
            ("tăng 1,5% so với nhiệm kỳ trước", 1, "1.5", "nhiệm kỳ trước"),
        ],
    )
    def test_of_a_rate(self, text: str, direction: int, rate: str, against: str) -> None:
        """The direction, the rate, and the base as printed."""
        (change,) = changes(text)
        assert (direction, Decimal(rate), against) == (
            change.direction,
            change.rate,
            change.against,
        )
        assert (change.amount, change.points) == (None, False)

    def test_of_an_amount(self) -> None:
        """“tăng 60 tổ chức cơ sở đảng và 2.359 đảng viên so với năm 2018”."""
        one, two = changes("tăng 60 tổ chức cơ sở đảng và 2.359 đảng viên so với năm 2018")
        assert (Decimal(60), "tổ chức cơ sở đảng", "năm 2018") == (
            one.amount,
            one.unit,
            one.against,
        )
        assert (Decimal(2359), "đảng viên", "năm 2018") == (two.amount, two.unit, two.against)

    def test_of_an_amount_and_its_rate(self) -> None:
        """“tăng 15 đảng viên (5,2%) so với năm 2018” is one change."""
        (change,) = changes("tăng 15 đảng viên (5,2%) so với năm 2018")
        assert (Decimal(15), Decimal("5.2"), "năm 2018") == (
            change.amount,
            change.rate,
            change.against,
        )

    @pytest.mark.parametrize(
        "text", ["tăng 0,37 điểm phần trăm", "tăng 0,37% điểm", "tăng 0,37 điểm %"]
    )
    def test_of_points(self, text: str) -> None:
        """A difference of two rates."""
        (change,) = changes(text)
        assert (Decimal("0.37"), True, text) == (change.rate, change.points, change.text)

    def test_state_a_base(self) -> None:
        """“1.642 tổ chức đảng (cùng kỳ năm trước là 1.008 tổ chức)”."""
        (change,) = changes("1.642 tổ chức đảng (cùng kỳ năm trước là 1.008 tổ chức)")
        assert (0, Decimal(1008), "tổ chức") == (change.direction, change.base, change.unit)
        assert (change.against, change.amount) == ("cùng kỳ năm trước", None)

    def test_take_an_approximator(self) -> None:
        """“hơn” in “thấp hơn” is none."""
        assert [one.approximator for one in changes("tăng gần 20 đảng viên")] == ["gần"]
        assert [one.approximator for one in changes("thấp hơn 20 đảng viên")] == [""]

    def test_of_money(self) -> None:
        """The scale stays in the unit."""
        (change,) = changes("tăng 1,2 tỷ đồng so với dự toán")
        assert (Decimal("1.2"), "tỷ đồng") == (change.amount, change.unit)

    def test_may_follow_their_base(self) -> None:
        """“so với năm 2020 tăng 12 tổ chức đảng”."""
        (change,) = changes("so với năm 2020 tăng 12 tổ chức đảng, trong khi")
        assert (change.against, change.text) == ("năm 2020", "so với năm 2020 tăng 12 tổ chức đảng")

    @pytest.mark.parametrize(
        "text",
        ["tăng cường 05 giải pháp", "tăng từ 5 lên 7", "tăng 2020", "tăng 1,2 lần so với năm 2020"],
    )
    def test_are_not_everywhere(self, text: str) -> None:
        """The verb stands right before the number."""
        assert changes(text) == []
