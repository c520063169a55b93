import pytest

from chinhtrinoibo.errors import InvalidText
from chinhtrinoibo.model.lessons import Direction, Lesson, Proposal


class TestItems:
    """“Bài học kinh nghiệm”, “phương hướng”, “kiến nghị”."""

    @pytest.mark.parametrize(
        "item",
        [
            Lesson(title="a", paragraphs=["b"]),
            Direction(title="a", answers=["k"]),
            Proposal(text="a", to="Trung ương"),
        ],
        ids=repr,
    )
    def test_print_themselves(self, item: object) -> None:
        """Each is told by its first sentence."""
        assert str(item) == "a"

    def test_refuse_text_for_a_list(self) -> None:
        """A text is not cut into letters."""
        with pytest.raises(InvalidText, match="a list of texts is needed"):
            Lesson(title="a", paragraphs="abc")
