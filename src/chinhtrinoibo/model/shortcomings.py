"""What fell short (hạn chế, khuyết điểm), and why (nguyên nhân)."""

from enum import StrEnum

import attrs

from chinhtrinoibo.model._fields import cleaned
from chinhtrinoibo.text import clean


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
