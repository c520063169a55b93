"""Secrecy marks (dấu chỉ độ mật): given by those who may, never inferred."""

import datetime as dt
from enum import StrEnum

import attrs

from chinhtrinoibo.model._fields import as_day
from chinhtrinoibo.text import clean


class Secrecy(StrEnum):
    """A level of secrecy (độ mật)."""

    TOP_SECRET = "tuyệt mật"  # noqa: S105 - the name of a level
    SECRET = "tối mật"  # noqa: S105 - the name of a level
    CONFIDENTIAL = "mật"


@attrs.frozen(kw_only=True)
class SecrecyMark:
    """A secrecy mark (dấu chỉ độ mật), never inferred.

    Attributes:
        level: the level.
        decided_by: the body or office that decided it.
        decided_on: the day of the decision.
        list_reference: the item of the list of State secrets that it rests on.
    """

    level: Secrecy = attrs.field(converter=Secrecy)
    decided_by: str = attrs.field(converter=clean)
    decided_on: dt.date = attrs.field(converter=as_day)
    list_reference: str = attrs.field(converter=clean)
