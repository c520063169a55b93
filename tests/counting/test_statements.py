from decimal import Decimal

import attrs
import pytest

from chinhtrinoibo import StatedCount, Tally, find_tallies
from chinhtrinoibo.spans import Span


def count(value: int | Decimal | None = None, *parts: StatedCount) -> StatedCount:
    """Return a count of văn bản."""
    return StatedCount(span=Span(0, 0), text="", value=value, unit="văn bản", parts=parts)


class TestStatedCount:
    """What a text states, and the tally that it amounts to."""

    def test_is_frozen(self) -> None:
        """Values do not change."""
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            count(1).value = 2  # type: ignore[misc]

    @pytest.mark.parametrize(
        ("parts", "total"),
        [((), 0), ((1, 7), 8), ((0,), 0), ((1, None), None), ((Decimal("1.5"), 1), Decimal("2.5"))],
    )
    def test_adds_its_parts(self, parts: tuple[int | None, ...], total: int | None) -> None:
        """None where one is not known; zero is known."""
        assert total == count(9, *map(count, parts)).parts_total

    def test_becomes_a_tally(self) -> None:
        """With its parts and what its words say of them."""
        (found,) = find_tallies("159 tổ chức, gồm 81 đảng bộ và 78 chi bộ")
        assert isinstance(found, StatedCount)
        parts = (Tally(unit="đảng bộ", total=81), Tally(unit="chi bộ", total=78))
        assert Tally(unit="tổ chức", total=159, parts=parts, partition=True) == found.tally

    def test_tally_may_not_hold(self) -> None:
        """Reading does not correct: the sum is left to a check."""
        (found,) = find_tallies("gồm 53 văn bản, trong đó có 01 chỉ thị và 50 kế hoạch")
        assert isinstance(found, StatedCount)
        assert not found.tally.holds

    def test_decimals_count_nothing(self) -> None:
        """There is no half document."""
        assert count(Decimal("1.5")).tally.total is None

    def test_a_guess_is_no_total(self) -> None:
        """“hơn 100” is not contradicted by parts that sum to 103."""
        (found,) = find_tallies("hơn 100 văn bản, gồm 60 kế hoạch và 43 công văn")
        assert isinstance(found, StatedCount)
        assert (found.value, found.partition, found.tally.total) == (100, True, None)

    def test_nested_counts_are_not_added(self) -> None:
        """Two within seven are seven."""
        assert count(9, count(7, count(2))).parts_total == 7
