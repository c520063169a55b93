import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinhtrinoibo.errors import InvalidValue
from chinhtrinoibo.paths import ROOT, Step, child, split

steps = st.lists(st.text() | st.integers(0, 10**9)).map(tuple)


def join(steps: tuple[Step, ...]) -> str:
    """Return the path of ``steps``."""
    path = ROOT
    for step in steps:
        path = child(path, step)
    return path


class TestChild:
    """A place has one spelling, which errors and findings share."""

    @pytest.mark.parametrize(
        ("steps", "path"),
        [
            ((), "$"),
            (("tasks", 2, "due"), "$.tasks[2].due"),
            (("khóa lạ", "x"), '$["khóa lạ"].x'),
            (("2",), '$["2"]'),
            (("",), '$[""]'),
            (('a"b\\c',), r'$["a\"b\\c"]'),
        ],
    )
    def test_spells_names_plainly_and_quotes_the_rest(
        self, steps: tuple[Step, ...], path: str
    ) -> None:
        """What could not stand in a program as a name stands in quotes."""
        assert path == join(steps)


class TestSplit:
    """What ``child`` joins, ``split`` parts."""

    @given(steps)
    def test_undoes_child(self, steps: tuple[Step, ...]) -> None:
        """Joining and splitting are inverse, whatever the keys hold."""
        assert steps == split(join(steps))

    @pytest.mark.parametrize(
        "path", ["", "tasks", "$tasks", "$.", "$.a b", "$[-1]", '$["a', "$.a\n"]
    )
    def test_refuses_another_spelling(self, path: str) -> None:
        """A text that ``child`` never gives is refused, with its text."""
        with pytest.raises(InvalidValue, match="is not a place in data") as caught:
            split(path)
        assert path == caught.value.given
