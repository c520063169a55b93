"""What the form around a report needs: signature, recipients, marks, annexes, heading words."""

import datetime as dt
from enum import StrEnum

import attrs

from chinhtrinoibo.errors import InvalidTable
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model._texts import cleaned, cleaned_rows
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
    copies: int | None = None

    def __str__(self) -> str:
        copies = f"{self.copies:02} bản" if self.copies else ""
        remark = ", ".join(filter(None, (self.purpose, copies)))
        return f"{self.name} ({remark})" if remark else self.name


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
    decided_on: dt.date
    list_reference: str = attrs.field(converter=clean)


class Urgency(StrEnum):
    """How urgent the report is (mức độ khẩn)."""

    URGENT = "khẩn"
    VERY_URGENT = "thượng khẩn"
    MOST_URGENT = "hỏa tốc"


@attrs.frozen(kw_only=True)
class Annex:
    """A table of one's own behind the report (phụ lục).

    Attributes:
        title: its title.
        columns: the heads of the columns.
        rows: one tuple of texts a row, as many as there are columns.
        note: a line above the table, such as the unit.
    """

    title: str = attrs.field(converter=clean)
    columns: tuple[str, ...] = attrs.field(converter=cleaned)
    rows: tuple[tuple[str, ...], ...] = attrs.field(default=(), converter=cleaned_rows)
    note: str = attrs.field(default="", converter=clean)

    def __attrs_post_init__(self) -> None:
        """Refuse a row that has another number of cells than there are columns.

        Raises:
            InvalidTable: the first such row.
        """
        for index, row in enumerate(self.rows):
            if len(row) != len(self.columns):
                message = Message.of(
                    "table-row", row=index + 1, cells=len(row), columns=len(self.columns)
                )
                raise InvalidTable(self.title, message)


@attrs.frozen(kw_only=True)
class Headings:
    """Words for the headings that differ from the usual ones; an empty one keeps the usual.

    Attributes:
        part_one: the first part, in a report of two parts.
        part_two: the second part.
        situation: đặc điểm tình hình.
        leadership: công tác lãnh đạo, chỉ đạo.
        results: kết quả thực hiện.
        assessment: đánh giá chung.
        strengths: ưu điểm.
        shortcomings: hạn chế, khuyết điểm.
        causes: nguyên nhân.
        lessons: bài học kinh nghiệm.
        directions: phương hướng, nhiệm vụ, giải pháp.
        proposals: kiến nghị, đề xuất.
    """

    part_one: str = attrs.field(default="", converter=clean)
    part_two: str = attrs.field(default="", converter=clean)
    situation: str = attrs.field(default="", converter=clean)
    leadership: str = attrs.field(default="", converter=clean)
    results: str = attrs.field(default="", converter=clean)
    assessment: str = attrs.field(default="", converter=clean)
    strengths: str = attrs.field(default="", converter=clean)
    shortcomings: str = attrs.field(default="", converter=clean)
    causes: str = attrs.field(default="", converter=clean)
    lessons: str = attrs.field(default="", converter=clean)
    directions: str = attrs.field(default="", converter=clean)
    proposals: str = attrs.field(default="", converter=clean)
