"""Results (kết quả): what was done, by task group."""

import attrs

from chinhtrinoibo.model._fields import cleaned
from chinhtrinoibo.text import clean


@attrs.frozen(kw_only=True)
class Result:
    """A result (kết quả).

    Attributes:
        title: the heading of the item; may be empty in a run of “Một là, …”.
        paragraphs: prose; later paragraphs of an item carry no marker.
        task_group: the code of the task group of the directive that it answers.
    """

    title: str = attrs.field(default="", converter=clean)
    paragraphs: tuple[str, ...] = attrs.field(default=(), converter=cleaned)
    task_group: str = attrs.field(default="", converter=clean)

    def __str__(self) -> str:
        return self.title or " ".join(self.paragraphs)
