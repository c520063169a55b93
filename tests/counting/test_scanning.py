import pytest

from chinhtrinoibo.counting.scanning import RUN, Source
from chinhtrinoibo.offsets import align


def unit(text: str) -> tuple[str, str] | None:
    """Return what the words of a text name, and its family."""
    found = Source(text, align(text)).unit(0)
    return found and (found.text, found.family)


class TestUnit:
    """What is counted goes on up to the word that says more."""

    @pytest.mark.parametrize(
        ("text", "expected", "family"),
        [
            (" đảng viên mới được kết nạp", "đảng viên mới", "party"),
            (" tổ chức cơ sở đảng trực thuộc, trong đó", "tổ chức cơ sở đảng trực thuộc", "party"),
            (" Quy chế phối hợp)", "Quy chế phối hợp", "document"),
            (" Công văn nhằm đôn đốc", "Công văn", "document"),
            (" Hướng dẫn triển khai thực hiện", "Hướng dẫn", "document"),
            (" quy định quản lý và", "quy định quản lý", "document"),
            (" quy định quản lý của", "quy định", "document"),
            (" tổ chức chính trị - xã hội tham gia", "tổ chức chính trị - xã hội", "party"),
            (" đồng chí Nguyễn Văn A", "đồng chí", "people"),
            (" đảng viên\nMột là", "đảng viên", "party"),
            (" đảng bộ tổ chức đại hội", "đảng bộ", "party"),
            (" Nghị quyết số 35", "Nghị quyết", "document"),
            (" dân tộc thiểu số;", "dân tộc thiểu số", "people"),
            (" VĂN BẢN, TRONG ĐÓ", "VĂN BẢN", "document"),
            (" gian hàng.", "gian hàng", ""),
            (" tỷ đồng", "tỷ đồng", "money"),
        ],
    )
    def test_ends_where_more_is_said(self, text: str, expected: str, family: str) -> None:
        """At a verb, a preposition, a name, a sign."""
        assert (expected, family) == unit(text)

    @pytest.mark.parametrize("text", ["", ".", " được", " , đảng viên", " a b c d e f g h i k l"])
    def test_may_be_missing(self, text: str) -> None:
        """A number may stand alone, and an endless name is none."""
        assert unit(text) is None


class TestAmount:
    """A number is one where nothing ties it to its neighbours."""

    @pytest.mark.parametrize(
        ("text", "value", "padded"),
        [
            ("05", 5, True),
            ("5", 5, False),
            ("0", 0, False),
            ("1.669,", 1669, False),
            ("51.", 51, False),
        ],
    )
    def test_is_read(self, text: str, value: int, *, padded: bool) -> None:
        """Stops at the end of a sentence are not its own."""
        run = RUN.search(text)
        assert run
        amount = Source(text, align(text)).amount(run)
        assert amount
        assert (value, padded) == (amount.value, amount.padded)

    @pytest.mark.parametrize(
        "text", ["39-CT", "A1", "2016 - 2020", "007", "1.23", "0912345678", "1" * 50, "1a", "x/5"]
    )
    def test_is_not_read(self, text: str) -> None:
        """Letters, dashes, slashes, too many digits."""
        run = RUN.search(text)
        assert run
        assert Source(text, align(text)).amount(run) is None
