"""What a report says of the work done: results, shortcomings and their causes."""

from enum import StrEnum

import attrs

from chinhtrinoibo.model._texts import cleaned
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


@attrs.frozen(kw_only=True)
class Shortcoming:
    """A shortcoming (hạn chế, khuyết điểm).

    Attributes:
        text: what falls short; prose.
        key: a name for causes to point at.
    """

    text: str = attrs.field(converter=clean)
    key: str = attrs.field(default="", converter=clean)

    def __str__(self) -> str:
        return self.text


class CauseKind(StrEnum):
    """Where a cause lies (loại nguyên nhân)."""

    OBJECTIVE = "khách quan"
    SUBJECTIVE = "chủ quan"


class CauseOf(StrEnum):
    """What a cause explains (nguyên nhân của …)."""

    RESULTS = "kết quả"
    SHORTCOMINGS = "hạn chế"


@attrs.frozen(kw_only=True)
class Cause:
    """A cause (nguyên nhân).

    Attributes:
        text: the cause; prose.
        kind: objective (khách quan) or subjective (chủ quan).
        of: whether it explains results or shortcomings.
        shortcomings: keys of the shortcomings that it explains; empty for all.
    """

    text: str = attrs.field(converter=clean)
    kind: CauseKind = attrs.field(default=CauseKind.SUBJECTIVE, converter=CauseKind)
    of: CauseOf = attrs.field(default=CauseOf.SHORTCOMINGS, converter=CauseOf)
    shortcomings: tuple[str, ...] = attrs.field(default=(), converter=cleaned)

    def __str__(self) -> str:
        return self.text
