import pytest

from chinhtrinoibo.model.results import Result


class TestResult:
    """“Kết quả”: a result without a title is told by its paragraphs."""

    @pytest.mark.parametrize(
        ("result", "text"),
        [
            (Result(title="a", paragraphs=["b"]), "a"),
            (Result(paragraphs=["b", "c"]), "b c"),
            (Result(), ""),
        ],
        ids=repr,
    )
    def test_prints_itself(self, result: Result, text: str) -> None:
        """An item of “Một là, …” has no title."""
        assert text == str(result)
