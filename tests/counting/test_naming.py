import pytest

from chinhtrinoibo.counting.naming import Name, Words, keys_of, name_of


class TestWords:
    """Words lead back to where they stand, whatever the spaces between them."""

    WORDS = Words("so  với\u00a0năm so", 5, keys_of("so  với\u00a0năm so"))

    @pytest.mark.parametrize(("index", "expected"), [(0, 5), (1, 9), (-2, 13), (-1, 17)])
    def test_begin(self, index: int, expected: int) -> None:
        """A word that comes twice is not taken for the other."""
        assert expected == self.WORDS.begin(index)

    @pytest.mark.parametrize(("count", "expected"), [(1, 7), (2, 12), (4, 19)])
    def test_end(self, count: int, expected: int) -> None:
        """The end of so many words."""
        assert expected == self.WORDS.end(count)

    def test_without(self) -> None:
        """The last words are left out; all are left without any."""
        assert self.WORDS.without(2) == Words("so  với\u00a0", 5, ("so", "với"))
        assert self.WORDS.without(0) is self.WORDS


def test_a_name_ends_before_what_is_said_of_it() -> None:
    """“Được” says more, and belongs to no name."""
    assert name_of("đảng viên được") == Name(9, "party")
    assert name_of("được") is None
