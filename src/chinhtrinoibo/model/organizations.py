"""Organisations (cơ quan, tổ chức): who issues, who leads, who is written to."""

import datetime as dt
from enum import StrEnum

import attrs

from chinhtrinoibo.model._fields import as_day, cleaned
from chinhtrinoibo.text import clean

_STANDING_COMMITTEE = "Ban Thường vụ "


class Level(StrEnum):
    """Where an organisation stands in the system (cấp)."""

    CENTRAL = "trung ương"
    PROVINCE = "tỉnh"
    DISTRICT = "huyện"  # historical: ended on 01/7/2025
    COMMUNE = "xã"
    GRASSROOTS = "cơ sở"


@attrs.frozen(kw_only=True)
class Organization:
    """An organisation (cơ quan, tổ chức); in a file, its name alone is enough.

    Attributes:
        name: the full name, as in “Ban Thường vụ Tỉnh ủy Bình Thuận”.
        short_name: the name used after the first mention.
        level: its level.
        superior: the organisation directly above it, printed above it in the header box.
        place: where it dates its documents, as in “Bình Thuận”.
        symbol: its letters in a document number, as in “TU”.
        header: the lines of the header box, where they differ from the names.
        founded: its first day.
        dissolved: its last day; units that ended on 01/7/2025 stay valid before it.

    >>> Organization(name="Ban Thường vụ Tỉnh ủy Bình Thuận").header_lines
    ('Tỉnh ủy Bình Thuận',)
    """

    name: str = attrs.field(converter=clean)
    short_name: str = attrs.field(default="", converter=clean)
    level: Level | None = attrs.field(default=None, converter=attrs.converters.optional(Level))
    superior: "Organization | None" = None
    place: str = attrs.field(default="", converter=clean)
    symbol: str = attrs.field(default="", converter=clean)
    header: tuple[str, ...] = attrs.field(default=(), converter=cleaned)
    founded: dt.date | None = attrs.field(default=None, converter=as_day)
    dissolved: dt.date | None = attrs.field(default=None, converter=as_day)

    def __str__(self) -> str:
        return self.name

    @property
    def header_lines(self) -> tuple[str, ...]:
        """The names in the header box, the superior first.

        The header box is not the issuer: a document of a standing committee (ban thường vụ)
        prints the name of its committee.
        """
        if self.header:
            return self.header
        own = self.name.removeprefix(_STANDING_COMMITTEE)
        return (self.superior.name, own) if self.superior else (own,)

    def exists(self, day: dt.date) -> bool:
        """Tell whether the organisation exists on ``day``."""
        return (self.founded is None or self.founded <= day) and (
            self.dissolved is None or day <= self.dissolved
        )


def as_organization(given: Organization | str | None) -> Organization | None:
    """Turn a name into an organisation; organisations and None stay as they are."""
    return Organization(name=given) if isinstance(given, str) else given
