import pytest

from chinhtrinoibo import tables
from chinhtrinoibo.counting.lexis import MEASURES, Phrases, lexis

TABLE = tables.read("counting")
ROWS = ("approximators", "leads", "shares", "changes", "bases", "labels", "dates", "scales")
LISTS = ("ends", "whole", "qualifiers", "tails", "numerals")


class TestTable:
    """“A row carries its source”."""

    @pytest.mark.parametrize("name", ROWS)
    def test_rows_have_a_source_and_a_mark(self, name: str) -> None:
        """And stand in order."""
        assert sorted(TABLE[name]) == list(TABLE[name])
        for row in TABLE[name].values():
            assert row["source"] in TABLE["sources"]
            assert row["mark"] in {"V", "S2", "S", "I", "M"}

    @pytest.mark.parametrize("row", [*map(TABLE.get, LISTS), *TABLE["things"].values()])
    def test_lists_have_a_source_and_a_mark(self, row: dict[str, str]) -> None:
        """And name each phrase once."""
        phrases = row["words"].replace("\n", "|").strip("|").split("|")
        assert len(set(phrases)) == len(phrases)
        assert all(phrase == " ".join(phrase.split()) for phrase in phrases)
        assert row["source"] in TABLE["sources"]
        assert row["mark"] in {"V", "S2", "S", "I", "M"}

    def test_every_source_is_used(self) -> None:
        """A source that bears no row is taken out."""
        rows = [row for name in ROWS for row in TABLE[name].values()]
        rows += [*map(TABLE.get, LISTS), *TABLE["things"].values()]
        assert {row["source"] for row in rows} == set(TABLE["sources"])

    def test_a_thing_has_one_family(self) -> None:
        """Else its family would hang on the order of the table."""
        phrases = [
            phrase
            for row in TABLE["things"].values()
            for phrase in row["words"].replace("\n", "|").strip("|").split("|")
        ]
        assert len(set(phrases)) == len(phrases)
        assert TABLE["things"].keys() >= MEASURES


class TestPhrases:
    """Phrases are looked up by their words."""

    phrases = Phrases(["trong đó", "trong đó có", "gồm", "khóa"])

    @pytest.mark.parametrize(
        ("text", "length"),
        [("trong đó có 01", 3), ("trong đó 01", 2), ("trong", 0), ("gồm", 1), ("khoá", 1)],
    )
    def test_the_longest_first(self, text: str, length: int) -> None:
        """With the tone mark in either place."""
        assert length == self.phrases.at(text.split())

    @pytest.mark.parametrize(("text", "length"), [("và trong đó có", 3), ("có", 0), ("", 0)])
    def test_at_the_end(self, text: str, length: int) -> None:
        """As they stand before a number."""
        assert length == self.phrases.ends(text.split())

    def test_document_types_are_things(self) -> None:
        """They come from the table of types."""
        assert lexis().families["công văn"] == "document"
