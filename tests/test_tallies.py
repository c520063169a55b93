import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinhtrinoibo.errors import InvalidTally, InvalidText, InvalidWords
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
#: Units of which the words round them can be told: no comma, parenthesis, “và”, lead or number.
ordinary = st.lists(
    st.sampled_from(["chỉ thị", "quy chế", "đảng viên", "mới", "Công văn", "chính trị - xã hội"]),
    min_size=1,
    max_size=3,
).map(" ".join)


def adding_up(unit: str, parts: list[Tally]) -> Tally:
    """Return a tally whose parts make up its whole."""
    total = sum(part.total or 0 for part in parts)
    return Tally(unit=unit, total=total, parts=parts, partition=bool(parts))


#: Nested parts say “trong đó có” in print, whatever they are, so only a sum tells a partition.
leaves = st.builds(Tally, unit=ordinary, total=counts)
nested = leaves | st.builds(adding_up, ordinary, st.lists(leaves, min_size=1, max_size=3))
partitions = st.builds(
    Tally,
    unit=ordinary,
    total=counts,
    parts=st.lists(nested, min_size=1, max_size=3),
    partition=st.just(True),  # noqa: FBT003 - a strategy
)
subsets = st.builds(Tally, unit=ordinary, total=counts, parts=st.lists(nested, max_size=3)).filter(
    lambda tally: not tally.parts or tally.parts_total != tally.total
)
#: Some parts have no number; a list of units without any number is no tally.
printable = st.recursive(
    st.builds(Tally, unit=ordinary, total=st.none() | counts),
    lambda parts: st.builds(
        Tally, unit=ordinary, total=st.none() | counts, parts=st.lists(parts, max_size=3)
    ),
    max_leaves=6,
).filter(
    lambda tally: tally.total is not None or any(part.total is not None for part in tally.parts)
)
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


def test_a_stop_is_no_part_of_a_tally() -> None:
    """As it stands at the end of a sentence."""
    assert Tally.parse(f"{SAID}.") == Tally.parse(SAID)


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


class TestParse:
    """Reading is the inverse of printing."""

    @given(printable)
    def test_reads_what_it_prints(self, tally: Tally) -> None:
        """In the same words, whatever is known of the figures."""
        assert str(tally) == str(Tally.parse(str(tally)))

    @given(partitions)
    def test_gives_back_a_stated_partition(self, tally: Tally) -> None:
        """“gồm” says that the parts make up the whole, also where they do not."""
        assert tally == Tally.parse(tally.words("gồm"))

    @given(subsets)
    def test_gives_back_other_tallies(self, tally: Tally) -> None:
        """Where no word tells, parts that do not add up are no partition."""
        assert tally == Tally.parse(str(tally))

    def test_takes_parts_that_add_up_for_a_partition(self) -> None:
        """The 51 documents come back as they were counted."""
        assert ISSUED == Tally.parse(SAID)
        assert ISSUED == Tally.parse(f"gồm {SAID}")
        assert not Tally.parse(SAID.replace("51", "52")).partition
        assert Tally.parse(f"gồm {SAID}".replace("51", "52")).partition

    @pytest.mark.parametrize(
        ("text", "tally"),
        [
            ("7 văn bản", Tally(total=7)),
            ("0 văn bản", Tally(total=0)),
            (" 1.669  Đảng viên\n", Tally(unit="Đảng viên", total=1669)),
            (
                "02 kế hoạch và 01 hướng dẫn",
                Tally(parts=[Tally(unit="kế hoạch", total=2), Tally(unit="hướng dẫn", total=1)]),
            ),
            ("03 văn bản, trong đó có khác", Tally(total=3, parts=[Tally(unit="khác")])),
            (
                "07 quy định (trong đó có 02 quy chế)",
                Tally(
                    parts=[Tally(unit="quy định", total=7, parts=[Tally(unit="quy chế", total=2)])]
                ),
            ),
            (
                "05 văn bản bao gồm 05 kế hoạch",
                Tally(total=5, parts=[Tally(unit="kế hoạch", total=5)], partition=True),
            ),
        ],
    )
    def test_forgives_what_does_not_matter(self, text: str, tally: Tally) -> None:
        """Padding, spaces, a missing comma."""
        assert tally == Tally.parse(text)

    def test_reads_decomposed_letters(self) -> None:
        """As all our parsers do."""
        assert ISSUED == Tally.parse(unicodedata.normalize("NFD", SAID))

    @pytest.mark.parametrize(
        "text",
        [
            *("", " ", "văn bản", "khác và khác", "07", "07,", "và", "gồm", "(", ")", "()"),
            *("07 văn bản,", "07 văn bản (", "07 văn bản (02 a)", "07 văn bản, gồm", "gồm 07 a"),
            *("07 văn bản, gồm 02 a và", "07 a (trong đó có 02 b", "01 a và 02 b, 03 c", "1.23 a"),
            *(
                "07 văn bản, gồm 02 a) và 05 b",
                "văn bản, gồm 02 a",
                "07 văn bản, gồm 02 a, gồm 03 b",
            ),
            "007 văn bản",
            "(trong đó có 1 a" * 50,
            "1 a (trong đó có " * 5000,
            "1 a, " * 200_000,
        ],
        ids=lambda text: text[:20],
    )
    def test_refuses_the_rest(self, text: str) -> None:
        """With a sentence that shows the form."""
        with pytest.raises(InvalidTally) as caught:
            Tally.parse(text)
        assert "01 chỉ thị và 07 quy định" in str(caught.value)

    @given(st.text(st.characters(codec=None, exclude_categories=())))
    def test_raises_nothing_else(self, text: str) -> None:
        """Whatever the text."""
        with suppress(InvalidTally, InvalidText):
            assert isinstance(Tally.parse(text), Tally)
