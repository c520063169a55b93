import inspect
import pickle
import warnings

import pytest

from chinhtrinoibo import errors
from chinhtrinoibo.errors import (
    CannotWrite,
    ClassifiedReport,
    ComposedText,
    InvalidInput,
    InvalidSettings,
    InvalidTemplate,
    InvalidValue,
    Problem,
    ReportingError,
    UnreadableSource,
)
from chinhtrinoibo.messages import Message

MESSAGE = Message.of("need-key", key="title")
PROBLEMS = (Problem("$.title", MESSAGE, 2, 3), Problem("$.tasks[2].due", MESSAGE))
KINDS = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, ReportingError)
]
SAMPLES: list[ReportingError] = [
    ReportingError("x"),
    *(kind("39CT", MESSAGE) for kind in KINDS if issubclass(kind, InvalidValue)),
    InvalidInput(PROBLEMS, "bao-cao.yaml"),
    InvalidSettings(PROBLEMS, "kiem-tra.toml"),
    UnreadableSource("bao-cao.yaml", MESSAGE, 4, 5),
    CannotWrite("bao-cao.docx", MESSAGE),
    ClassifiedReport(MESSAGE),
    InvalidTemplate("mau.docx", MESSAGE),
]


class TestKinds:
    """One root, and one kind for each thing that can go wrong."""

    def test_are_all_here(self) -> None:
        """No kind is left out of these tests."""
        assert set(KINDS) == {type(error) for error in SAMPLES}

    @pytest.mark.parametrize("error", SAMPLES, ids=lambda error: type(error).__name__)
    def test_survive_a_journey(self, error: ReportingError) -> None:
        """An error that comes back from another process says the same."""
        back = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
        assert type(error) is type(back)
        assert error.args == back.args
        assert vars(error) == vars(back)
        assert str(error) == str(back)

    @pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
    def test_are_also_what_python_has(self, kind: type[ReportingError]) -> None:
        """Those who know only the standard library catch them too."""
        assert kind is ReportingError or issubclass(kind, ValueError | OSError)
        assert kind.__doc__


class TestProblem:
    """“Where, and what to do”, in two languages."""

    def test_says_its_place_first(self) -> None:
        """Line and column stand in front where there is a file."""
        with_place, without = map(str, PROBLEMS)
        said = f"{MESSAGE.vietnamese} / {MESSAGE.english}"
        assert (f"2:3: $.title: {said}", f"$.tasks[2].due: {said}") == (with_place, without)

    def test_stands_a_line_each(self) -> None:
        """An error prints as compilers do: file, line, column."""
        lines = str(InvalidInput(PROBLEMS, "bao-cao.yaml")).splitlines()
        assert [f"bao-cao.yaml:{problem}" for problem in PROBLEMS] == lines
        assert str(InvalidInput(PROBLEMS)).splitlines() == list(map(str, PROBLEMS))


class TestComposedText:
    """Letters in two code points are composed, and it is said where."""

    def test_names_the_first_places(self) -> None:
        """Five places are enough to find the program that wrote them."""
        few, many = (ComposedText(f"$.a[{n}]" for n in range(length)) for length in (2, 7))
        assert "texts: 2" in str(few)
        assert str(few).endswith("$.a[0], $.a[1]")
        assert str(many).endswith("$.a[3], $.a[4], …")
        assert len(many.paths) == 7

    def test_is_a_warning(self) -> None:
        """A program may ignore it, or turn it into an error."""
        with pytest.warns(ComposedText, match=r"\$\.title"):
            warnings.warn(ComposedText(["$.title"]), stacklevel=1)
