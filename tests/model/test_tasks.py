import pytest

from chinhtrinoibo.errors import InvalidText
from chinhtrinoibo.model.tasks import TaskGroup


class TestTaskGroup:
    """“Nhóm nhiệm vụ”: results point at its code."""

    def test_prints_its_title(self) -> None:
        """The code is for data, the title for people."""
        assert str(TaskGroup(code="nv1", title="Giáo dục chính trị")) == "Giáo dục chính trị"

    def test_holds_clean_text(self) -> None:
        """What no document can hold is refused at once."""
        with pytest.raises(InvalidText):
            TaskGroup(code="nv1", title="a\x00")
