"""What follows from the work done: lessons, directions and proposals."""

import attrs

from chinhtrinoibo.model._fields import cleaned
from chinhtrinoibo.text import clean


@attrs.frozen(kw_only=True)
class Lesson:
    """A lesson learnt (bài học kinh nghiệm).

    Attributes:
        title: the lesson in one sentence; prose.
        paragraphs: further prose.
    """

    title: str = attrs.field(converter=clean)
    paragraphs: tuple[str, ...] = attrs.field(default=(), converter=cleaned)

    def __str__(self) -> str:
        return self.title


@attrs.frozen(kw_only=True)
class Direction:
    """A direction, task or solution for the time ahead (phương hướng, nhiệm vụ, giải pháp).

    Attributes:
        title: what is to be done; prose.
        paragraphs: further prose.
        answers: keys of the shortcomings that it answers.
    """

    title: str = attrs.field(converter=clean)
    paragraphs: tuple[str, ...] = attrs.field(default=(), converter=cleaned)
    answers: tuple[str, ...] = attrs.field(default=(), converter=cleaned)

    def __str__(self) -> str:
        return self.title


@attrs.frozen(kw_only=True)
class Proposal:
    """A proposal (kiến nghị, đề xuất).

    Attributes:
        text: what is asked; prose.
        to: the body that it is addressed to.
    """

    text: str = attrs.field(converter=clean)
    to: str = attrs.field(default="", converter=clean)

    def __str__(self) -> str:
        return self.text
