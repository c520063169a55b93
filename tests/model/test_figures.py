from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinhtrinoibo.errors import InvalidWords
from chinhtrinoibo.model.figures import NOT_REPORTED, Baseline, Figure, as_decimal
from chinhtrinoibo.periods import ReportingPeriod
from strategies import figures

BEFORE = ReportingPeriod.year(2018)


def figure(**fields: Any) -> Figure:
    """Return a figure; ``base`` is the value of the year before."""
    if "base" in fields:
        fields["base"] = Baseline(value=fields["base"], period=BEFORE)
    return Figure(**{"key": "f", "indicator": "Kết nạp đảng viên", "unit": "đảng viên"} | fields)


class TestValue:
    """Counts below ten take a zero; rates, decimals and money do not."""

    @pytest.mark.parametrize(
        ("value", "unit", "printed"),
        [
            (7, "đảng viên", "07 đảng viên"),
            (1669, "đảng viên", "1.669 đảng viên"),
            (0, "đảng viên", "0 đảng viên"),
            (-3, "đảng viên", "-3 đảng viên"),
            (7, "", "07"),
            (7, "%", "7%"),
            ("83.45", "%", "83,45%"),
            (5, "tỷ đồng", "5 tỷ đồng"),
            (5, "triệu USD", "5 triệu USD"),
            (45799, "tỷ đồng", "45.799 tỷ đồng"),
            ("108.987", "tỷ đồng", "108,987 tỷ đồng"),
            ("5.6", "triệu đảng viên", "5,6 triệu đảng viên"),
            (5, "hợp đồng", "05 hợp đồng"),
            (5, "đồng chí", "05 đồng chí"),
            (5, "hội đồng", "05 hội đồng"),
            (5, "triệu đồng/người/năm", "5 triệu đồng/người/năm"),
            (5, "nghìn tỷ đồng", "5 nghìn tỷ đồng"),
            (5, "đồng", "5 đồng"),
            (5, "triệu người", "5 triệu người"),
        ],
    )
    def test_is_printed_as_its_unit_wants(self, value: int | str, unit: str, printed: str) -> None:
        """“05 đồng chí” are counted; “5 tỷ đồng” are not."""
        number = Decimal(value)
        assert printed == str(figure(value=number, unit=unit))
        assert printed.removesuffix(unit).strip() == figure(value=number, unit=unit).plain()

    def test_says_an_estimate(self) -> None:
        """“ước” stands in front of a value that is one."""
        assert str(figure(value=7, estimated=True)) == "ước 07 đảng viên"
        assert str(figure(estimated=True)) == NOT_REPORTED

    def test_not_reported_is_not_zero(self) -> None:
        """“chưa có số liệu” is said; nothing is computed from it."""
        missing, zero = figure(target=5, base=3), figure(value=0, target=5, base=3)
        assert (NOT_REPORTED, NOT_REPORTED) == (str(missing), missing.plain())
        assert (missing.change(), missing.share()) == (None, None)
        assert zero.share() == "đạt 0% chỉ tiêu"
        assert zero.change() == "giảm 03 đảng viên (100%) so với năm 2018"

    @pytest.mark.parametrize(
        ("value", "exact"),
        [
            (83.45, "83.45"),
            (0.1, "0.1"),
            (1e22, "10000000000000000000000"),
            (Decimal("1E+5"), "100000"),
            (Decimal("1.50"), "1.50"),
            (-0.0, "0.0"),
        ],
    )
    def test_is_exact(self, value: Decimal | float, exact: str) -> None:
        """A number is what its digits say, without an exponent."""
        assert Decimal(exact) == as_decimal(value)
        assert exact == str(as_decimal(value)).removeprefix("-")

    @pytest.mark.parametrize(
        "value",
        [True, "abc", "", "1,5", float("nan"), float("inf"), Decimal("sNaN"), 1e300, "1e-99", b"1"],
    )
    def test_refuses_what_is_no_number(self, value: Any) -> None:
        """True is no 1, NaN is no figure, and a number without end fits no page."""
        with pytest.raises(InvalidWords, match="is not a finite number"):
            figure(value=value)


class TestChange:
    """“tăng / giảm … so với cùng kỳ”: tăng% = (a - b) / b."""

    @pytest.mark.parametrize(
        ("fields", "change"),
        [
            ({"value": 450, "base": 220}, "tăng 230 đảng viên (104,55%) so với năm 2018"),
            ({"value": 206, "base": 82}, "tăng 124 đảng viên (151,22%) so với năm 2018"),
            ({"value": 82, "base": 90}, "giảm 08 đảng viên (8,89%) so với năm 2018"),
            ({"value": 90, "base": 90}, "không thay đổi so với năm 2018"),
            ({"value": 5, "base": 0}, "tăng 05 đảng viên so với năm 2018"),
            ({"value": 0, "base": 0}, "không thay đổi so với năm 2018"),
            ({"value": 5, "base": -5}, "tăng 10 đảng viên so với năm 2018"),
            ({"value": 7, "base": 5, "unit": "tỷ đồng"}, "tăng 2 tỷ đồng (40%) so với năm 2018"),
            # “6,58%, thấp hơn 0,37%”: a difference of two rates is in percentage points.
            (
                {"value": Decimal("6.58"), "base": Decimal("6.95"), "unit": "%"},
                "giảm 0,37 điểm phần trăm so với năm 2018",
            ),
            ({"value": 0, "base": 0, "unit": "%"}, "không thay đổi so với năm 2018"),
            ({"value": 5, "base": 0, "unit": "%"}, "tăng 5 điểm phần trăm so với năm 2018"),
        ],
        ids=str,
    )
    def test_is_put_in_words(self, fields: dict[str, Any], change: str) -> None:
        """Rates differ in points; a base of zero gives no percentage; the base is named."""
        assert change == figure(**fields).change()

    def test_needs_a_base(self) -> None:
        """Nothing to compare with, nothing said."""
        assert figure(value=5).change() is None


class TestShare:
    """“đạt X% chỉ tiêu”: đạt% = a / plan."""

    @pytest.mark.parametrize(
        ("value", "target", "share"),
        [
            # “Kết nạp 1.164 đảng viên (nghị quyết 600) vượt chỉ tiêu 94%”: that is đạt 194%.
            (1164, 600, "đạt 194% chỉ tiêu"),
            (1669, 2000, "đạt 83,45% chỉ tiêu"),
            (8793, 6500, "đạt 135,28% chỉ tiêu"),
            (4976, 46265, "đạt 10,76% chỉ tiêu"),  # rounded, where a paper had cut it to 10,75
            (0, 5, "đạt 0% chỉ tiêu"),
            (5, 0, None),
            (5, None, None),
        ],
    )
    def test_is_put_in_words(self, value: int, target: int | None, share: str | None) -> None:
        """Halves are rounded away from zero; without a target there is no share."""
        assert share == figure(value=value, target=target).share()

    @given(figures)
    def test_any_figure_speaks(self, figure: Figure) -> None:
        """What can be said is said, and nothing else fails."""
        spoken = (figure.value is not None, figure.base is not None)
        assert str(figure)
        assert all(spoken) is (figure.change() is not None)
        assert (spoken[0] and bool(figure.target)) is (figure.share() is not None)

    @given(st.integers(0, 10**9), st.integers(1, 10**9))
    def test_agrees_with_the_change(self, value: int, base: int) -> None:
        """“vượt 94%” is “đạt 194%”: share and change rest on one division."""
        change = figure(value=value, base=base).change() or ""
        share = figure(value=value, target=base).share() or ""
        assert ("tăng" in change) is (value > base)
        assert ("đạt 100%" in share) >= (value == base)
