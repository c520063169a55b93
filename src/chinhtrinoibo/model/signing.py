"""Who signs a report, and who receives it."""

from enum import StrEnum

import attrs

from chinhtrinoibo.model._fields import as_count
from chinhtrinoibo.text import clean


class Authority(StrEnum):
    """By what right somebody signs (quyền hạn ký); a profile says how it is printed."""

    DIRECT = ""
    ON_BEHALF = "T/M"  # thay mặt
    FOR = "K/T"  # ký thay
    BY_ORDER = "T/L"  # thừa lệnh
    DELEGATED = "TUQ"  # thừa ủy quyền: State form only
    ACTING = "Q"  # quyền


@attrs.frozen(kw_only=True)
class Signature:
    """Who signs (đề ký): the one personal name that a report holds.

    Attributes:
        authority: by what right.
        body: the body or head signed for, as in “Ban Thường vụ”.
        position: the position, as in “Phó Bí thư”; empty for an ordinary member.
        name: the name of the signer, without title or rank; empty in a draft.
    """

    authority: Authority = attrs.field(default=Authority.DIRECT, converter=Authority)
    body: str = attrs.field(default="", converter=clean)
    position: str = attrs.field(default="", converter=clean)
    name: str = attrs.field(default="", converter=clean)


@attrs.frozen(kw_only=True)
class Recipient:
    """Who receives the report (nơi nhận); in a file, the name alone is enough.

    Attributes:
        name: the body, as in “Bộ Chính trị”.
        purpose: why, as in “để báo cáo”.
        copies: how many copies.
    """

    name: str = attrs.field(converter=clean)
    purpose: str = attrs.field(default="", converter=clean)
    copies: int | None = attrs.field(default=None, converter=as_count)

    def __str__(self) -> str:
        copies = f"{self.copies:02} bản" if self.copies else ""
        remark = ", ".join(filter(None, (self.purpose, copies)))
        return f"{self.name} ({remark})" if remark else self.name
