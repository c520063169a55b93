import pytest

from chinhtrinoibo.counting.printed import Printed, parse
from chinhtrinoibo.errors import InvalidTally


class TestParse:
    """“N văn bản, trong đó có a …, b … (trong đó có c …) và d …”, taken apart."""

    def test_gives_what_is_printed(self) -> None:
        """Numbers, units, and what the words say of the parts."""
        nested = Printed(2, "quy chế")
        assert Printed(
            8,
            "văn bản",
            (Printed(1, "chỉ thị"), Printed(7, "quy định", (nested,))),
            says_partition=True,
        ) == parse("08 văn bản, gồm 01 chỉ thị và 07 quy định (trong đó có 02 quy chế)")

    def test_leaves_a_list_without_a_unit(self) -> None:
        """Nobody has said what they are together."""
        assert parse("02 a và 01 b") == Printed(parts=(Printed(2, "a"), Printed(1, "b")))

    def test_shows_the_beginning_of_a_long_text(self) -> None:
        """The message stays short; the error keeps the text."""
        with pytest.raises(InvalidTally) as caught:
            parse("x" * 1000)
        assert len(str(caught.value)) < 200
        assert caught.value.given == "x" * 1000
