import pytest

from chinhtrinoibo import StatedCount, find_tallies


def only(text: str) -> StatedCount:
    """Return the one count that a text states."""
    (found,) = find_tallies(text)
    assert isinstance(found, StatedCount)
    return found


class TestApproximators:
    """A single count is a statement where a word makes it a bound or a guess."""

    @pytest.mark.parametrize(
        ("text", "approximator", "value", "unit"),
        [
            ("Đảng bộ có hơn 119.396 đảng viên", "hơn", 119_396, "đảng viên"),
            ("gần 30 báo cáo viên", "gần", 30, "báo cáo viên"),
            ("khoảng 52.089 tổ chức cơ sở đảng", "khoảng", 52_089, "tổ chức cơ sở đảng"),
            ("trên 3.320 đảng ủy cấp xã", "trên", 3320, "đảng ủy cấp xã"),
            ("dưới 600 đại biểu", "dưới", 600, "đại biểu"),
            ("ít nhất 05 đồng chí", "ít nhất", 5, "đồng chí"),
            ("ước tính 220.000 đảng viên", "ước tính", 220_000, "đảng viên"),
            ("Hơn 300 gian hàng", "hơn", 300, "gian hàng"),
        ],
    )
    def test_are_read(self, text: str, approximator: str, value: int, unit: str) -> None:
        """Without the word in the unit, and with it in the text."""
        count = only(text)
        assert (approximator, value, unit) == (count.approximator, count.value, count.unit)
        assert count.text.casefold().startswith(approximator)

    @pytest.mark.parametrize(
        "text",
        [
            "trên 05 lĩnh vực",
            "dưới 18 tuổi",
            "hơn 10 năm",
            "gần 500 tỷ đồng",
            "khoảng 5 km",
            "hơn 20%",
        ],
    )
    def test_are_not_everywhere(self, text: str) -> None:
        """A preposition is none, and measures are no counts."""
        assert not [one for one in find_tallies(text) if isinstance(one, StatedCount)]

    def test_stand_in_a_list(self) -> None:
        """Each part may have one of its own."""
        count = only("159 tổ chức, gồm hơn 81 đảng bộ và gần 78 chi bộ")
        assert [part.approximator for part in count.parts] == ["hơn", "gần"]


class TestScales:
    """“hơn 5,6 triệu đảng viên”."""

    @pytest.mark.parametrize(
        ("text", "scale", "value"),
        [
            ("hơn 5,6 triệu đảng viên", "triệu", 5_600_000),
            ("gần 12 nghìn lượt người", "nghìn", 12_000),
            ("hơn 1,25 ngàn hội viên", "ngàn", 1250),
        ],
    )
    def test_multiply_exactly(self, text: str, scale: str, value: int) -> None:
        """The value is a whole number, and the printed word is kept."""
        count = only(text)
        assert (scale, value, int) == (count.scale, count.value, type(count.value))


class TestNumbers:
    """“pad 1–9 with 0 in official prose”."""

    def test_tells_padding(self) -> None:
        """01 is padded; 1 and 11 are not."""
        count = only("12 văn bản, gồm 01 kế hoạch và 11 hướng dẫn")
        assert [False, True, False] == [one.padded for one in (count, *count.parts)]

    def test_zero_is_a_value(self) -> None:
        """None is a number as well."""
        count = only("10 đồng chí, trong đó 0 nữ")
        assert [0] == [part.value for part in count.parts]
