import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinhtrinoibo.errors import InvalidWords
from chinhtrinoibo.tallies import Tally
from strategies import counts, names, tallies, texts

# The tally of a public report: 51 documents, in which the two of a finer type are among the seven.
RULES = Tally(unit="quy định", total=7, parts=(Tally(unit="quy chế phối hợp", total=2),))
PARTS = (
    Tally(unit="chỉ thị", total=1),
    RULES,
    Tally(unit="hướng dẫn", total=5),
    Tally(unit="kế hoạch", total=11),
    Tally(unit="công văn", total=27),
)
ISSUED = Tally(total=51, parts=PARTS, partition=True)
SAID = (
    "51 văn bản, trong đó có 01 chỉ thị, 07 quy định (trong đó có 02 quy chế phối hợp), "
    "05 hướng dẫn, 11 kế hoạch và 27 công văn"
)
LISTED = [
    *[("chỉ thị", "")],
    *[("quy định", "quy chế phối hợp")] * 2,
    *[("quy định", "")] * 5,
    *[("hướng dẫn", "")] * 5,
    *[("kế hoạch", "")] * 11,
    *[("công văn", "")] * 27,
]
units = st.lists(st.tuples(names, texts), max_size=8)


class TestWords:
    """“gồm 51 văn bản, trong đó có …”: the total first, “và” before the last kind."""

    def test_says_the_whole(self) -> None:
        """A count below ten takes a zero; a nested count stands in parentheses."""
        assert str(ISSUED) == SAID

    def test_takes_other_words(self) -> None:
        """The words before the parts and the first letters are a matter of style."""
        assert ISSUED.words("gồm", capital=True) == (
            "51 văn bản, gồm 01 Chỉ thị, 07 Quy định (trong đó có 02 Quy chế phối hợp), "
            "05 Hướng dẫn, 11 Kế hoạch và 27 Công văn"
        )

    def test_says_parts_without_a_whole(self) -> None:
        """A subset by topic has no total of its own."""
        parts = (Tally(unit="kế hoạch", total=2), Tally(unit="hướng dẫn", total=1))
        assert str(Tally(parts=parts)) == "02 kế hoạch và 01 hướng dẫn"
        assert str(Tally(total=1669)) == "1.669 văn bản"
        assert str(Tally(total=0)) == "0 văn bản"
        assert str(Tally(total=3, parts=[Tally(unit="khác")])) == "03 văn bản, trong đó có khác"

    @given(tallies)
    def test_any_tally_has_words(self, tally: Tally) -> None:
        """Every count of a tally stands in its words."""
        assert all(str(part) in str(tally) for part in tally.parts if not part.parts)


class TestHolds:
    """A partition sums to its whole; a nested count is never added again."""

    def test_holds_for_the_public_report(self) -> None:
        """1 + 7 + 5 + 11 + 27 = 51, and the two are within the seven."""
        assert ISSUED.holds
        assert ISSUED.parts_total == 51

    @pytest.mark.parametrize(
        ("tally", "holds"),
        [
            (Tally(total=53, parts=PARTS, partition=True), False),
            (Tally(total=50, parts=PARTS, partition=True), False),
            (Tally(total=53, parts=PARTS), True),
            (Tally(total=26, parts=PARTS), False),
            (Tally(parts=PARTS, partition=True), True),
            (Tally(total=51), True),
            (
                Tally(total=7, parts=(Tally(unit="a"), Tally(unit="b", total=7)), partition=True),
                True,
            ),
            (Tally(total=7, parts=(Tally(unit="a", total=7, parts=(Tally(total=8),)),)), False),
            # 603 admitted, among them 359, 14, 5 and 20 in classes that overlap.
            (Tally(total=603, parts=[Tally(total=n) for n in (359, 14, 5, 20)]), True),
            (Tally(total=10, parts=[Tally(total=n) for n in (9, 8)]), True),
            (Tally(total=3, parts=(Tally(unit="a"), Tally(unit="b", total=7))), False),
        ],
    )
    def test_judges_only_what_is_known(self, tally: Tally, *, holds: bool) -> None:
        """A part that is not known contradicts nothing; one beyond the whole does."""
        assert holds is tally.holds

    @given(tallies)
    def test_never_adds_nested_counts(self, tally: Tally) -> None:
        """The sum is that of the parts alone."""
        totals = [part.total for part in tally.parts]
        assert (None if None in totals else sum(filter(None, totals))) == tally.parts_total

    @pytest.mark.parametrize("total", [-1, 10**40])
    def test_refuses_what_is_no_count(self, total: int) -> None:
        """There are never fewer than none."""
        with pytest.raises(InvalidWords):
            Tally(total=total)


class TestCount:
    """Counting a register equals stating its counts."""

    def test_equals_the_stated(self) -> None:
        """The 51 documents, counted one by one, are put in the same words."""
        counted = Tally.count(LISTED)
        assert counted.counted
        assert str(counted) == str(ISSUED) == SAID

    @given(units)
    def test_always_holds(self, pairs: list[tuple[str, str]]) -> None:
        """What we count ourselves agrees with itself."""
        tally = Tally.count(pairs)
        assert (len(pairs), True, True) == (tally.total, tally.holds, tally.partition)
        assert tally.parts_total == len(pairs)
        assert all(tally.counted for tally in (tally, *tally.parts))

    @given(units, counts)
    def test_keeps_the_order_of_appearance(self, pairs: list[tuple[str, str]], n: int) -> None:
        """Kinds come in the order of the list, whatever is counted."""
        tally = Tally.count(pairs, unit=f"mục {n}")
        assert list(dict.fromkeys(kind for kind, _ in pairs)) == [part.unit for part in tally.parts]
        assert f"mục {n}" == tally.unit
