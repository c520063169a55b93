"""Task groups (nhóm nhiệm vụ) that a directive hands down."""

import attrs

from chinhtrinoibo.text import clean


@attrs.frozen(kw_only=True)
class TaskGroup:
    """A group of tasks of a directive (nhóm nhiệm vụ); results point at its code.

    Attributes:
        code: a short name, unique within the directive.
        title: what is to be done.
        lead: the body in charge.
    """

    code: str = attrs.field(converter=clean)
    title: str = attrs.field(converter=clean)
    lead: str = attrs.field(default="", converter=clean)

    def __str__(self) -> str:
        return self.title
