"""Pages as plain text, and the reports that they are drawn from."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from chinhtrinoibo import (
    Annex,
    Baseline,
    Cause,
    Direction,
    Directive,
    Document,
    Figure,
    Headings,
    Lesson,
    Organization,
    Proposal,
    Recipient,
    Register,
    ReportingPeriod,
    Result,
    Shortcoming,
    Signature,
    SummaryReport,
    TaskGroup,
)
from chinhtrinoibo.layout.blocks import (
    Block,
    Columns,
    NextPage,
    PageBreak,
    Paragraph,
    Rule,
    Table,
)
from chinhtrinoibo.layout.compose import compose
from chinhtrinoibo.layout.profiles import Profile
from chinhtrinoibo.layout.roles import Role
from chinhtrinoibo.references import Emphasis

_SIGNS = {Emphasis.ITALIC: "*", Emphasis.BOLD: "**", Emphasis.BOTH: "***"}


def page(report: SummaryReport, profile: str, *further: Any) -> str:
    """Return the pages of a report as plain text."""
    return draw(compose(report, Profile.named(profile), further))


def draw(blocks: Iterable[Block]) -> str:
    """Return blocks as plain text: a line each, its role in front."""
    return "".join(f"{line}\n" for block in blocks for line in _lines(block))


def texts(blocks: Iterable[Block], *roles: Role) -> list[str]:
    """Return the texts of the paragraphs that play one of ``roles``, columns and all."""
    return [text for block in blocks for text in _texts(block, roles)]


def _texts(block: Block, roles: tuple[Role, ...]) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from [block.text] if block.role in roles else []
        case Columns():
            for side in (*block.left, *block.right):
                yield from _texts(side, roles)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield f"{block.role + '+' * block.keep:<14}{_marked(block)}".rstrip()
        case Rule():
            gap = f", {block.after:g} below" if block.after else ""
            yield f"{'----':<14}{block.length:.0f} pt{gap}"
        case Columns():
            left, right = block.widths
            yield f"[ {left:.0f} mm"
            yield from (f"  {line}" for side in block.left for line in _lines(side))
            yield f"| {right:.0f} mm"
            yield from (f"  {line}" for side in block.right for line in _lines(side))
            yield "]"
        case Table():
            yield " | ".join(f"{c.head} ({c.align} {c.width:.0f})" for c in block.columns)
            yield from (" | ".join(row).rstrip() for row in block.rows)
        case PageBreak():
            turned, anew = block.landscape * " landscape", block.restart_numbers * " from 1"
            yield f"======== page{turned}{anew}"
        case NextPage():
            yield "-------- page"


def _marked(paragraph: Paragraph) -> str:
    """Return the text with its emphasis written out, and the room left blank made visible."""
    text, end = "", 0
    for run in paragraph.runs:
        sign = _SIGNS[run.emphasis]
        text += paragraph.text[end : run.start] + sign + paragraph.text[run.start : run.end] + sign
        end = run.end
    return (text + paragraph.text[end:]).replace("\N{NO-BREAK SPACE}", "·").replace("\n", "⏎")


DIRECTIVE = Document(
    number="39-CT/TW",
    date=dt.date(2014, 8, 18),
    issuer="Bộ Chính trị",
    title="tăng cường công tác bảo vệ chính trị nội bộ trong tình hình hiện nay",
)
NAMESAKE = Document(
    number="39-CT/TW",
    date=dt.date(2024, 10, 30),
    issuer="Ban Bí thư",
    title="nâng cao hiệu quả của tín dụng chính sách xã hội trong giai đoạn mới",
)
PLENUM = Document(
    number="04-NQ/TW",
    date=dt.date(2016, 10, 30),
    issuer="Ban Chấp hành Trung ương",
    term="XII",
    title="tăng cường xây dựng, chỉnh đốn Đảng",
    short_name="Nghị quyết Trung ương 4 (khóa XII)",
    key="NQTW4",
)
REGISTER = Register(
    documents=[
        Document(
            number="12-KH/TU",
            date=dt.date(2014, 12, 1),
            issuer="Ban Thường vụ Tỉnh ủy",
            title="thực hiện Chỉ thị số 39-CT/TW",
            task_groups=["nv1"],
        ),
        Document(
            number="03-QĐ/TU",
            kind="quy định",
            subkind="quy chế phối hợp",
            date=dt.date(2016, 2, 5),
            issuer="Ban Thường vụ Tỉnh ủy",
            title="phối hợp bảo vệ chính trị nội bộ",
            task_groups=["nv1", "nv2"],
        ),
        Document(
            number="04-QĐ/TU",
            kind="quy định",
            date=dt.date(2017, 5, 8),
            issuer="Ban Thường vụ Tỉnh ủy",
            title="quản lý cán bộ, đảng viên ra nước ngoài",
        ),
    ]
)
FIGURES = (
    Figure(
        key="ket-nap",
        indicator="Kết nạp đảng viên",
        unit="đảng viên",
        value=1164,
        target=600,
        period=ReportingPeriod.year(2024),
        base=Baseline(value=970, period=ReportingPeriod.year(2023)),
    ),
    Figure(key="so-tay", indicator="Sổ tay nghiệp vụ", unit="cuốn", value=5, estimated=True),
    Figure(key="chua-ro", indicator="Lượt kiểm tra", unit="lượt"),
    Figure(
        key="nhom",
        indicator="Nhóm nhiệm vụ",
        unit="nhóm nhiệm vụ",
        value=7,
        as_of=dt.date(2024, 7, 1),
        tabled=False,
    ),
)

#: A report with something in every section.
FULL = SummaryReport(
    title="tổng kết 10 năm thực hiện [[39-CT/TW]]",
    issuer=Organization(name="Ban Thường vụ Tỉnh ủy Sông Xanh", place="Sông Xanh", symbol="TU"),
    number="123-BC/TU",
    date=dt.date(2024, 12, 5),
    directive=Directive(
        document=DIRECTIVE,
        task_groups=[TaskGroup(code="nv1", title="a"), TaskGroup(code="nv2", title="b")],
    ),
    documents=[PLENUM],
    register=REGISTER,
    figures=FIGURES,
    opening=["Thực hiện [[39-CT/TW]], Ban Thường vụ Tỉnh ủy báo cáo kết quả như sau:"],
    situation=["Tỉnh có *02* tôn giáo; **địa bàn rộng**, *nhất là **biên giới***."],
    leadership=[
        "Tỉnh ủy đã ban hành [[#tally]] để thực hiện [[@nhom]] nêu trong [[39-CT/TW]].",
        "Riêng nhóm thứ nhất có [[#tally:nv1|value]] văn bản.",
    ],
    results_lead="Một số kết quả:",
    results=[
        Result(
            title="Giáo dục chính trị theo [[NQTW4]]",
            paragraphs=["Năm 2024 kết nạp [[@ket-nap]], [[@ket-nap|share]], [[@ket-nap|change]]."],
            task_group="nv1",
        ),
        Result(title="Bảo đảm [[NQTW4]] và [[04-NQ/TW|number]] được học tập", task_group="nv2"),
    ],
    strengths=["Có nền nếp; in [[@so-tay]], gồm [[@so-tay|value]] loại"],
    shortcomings=[
        Shortcoming(text="Có nơi còn chậm", key="cham"),
        Shortcoming(text="Thiếu số liệu;"),
    ],
    causes=[
        Cause(text="cấp ủy chưa sát sao", shortcomings=["cham"]),
        Cause(text="địa bàn rộng", kind="khách quan"),
        Cause(text="có chỉ đạo tập trung", of="kết quả"),
    ],
    lessons_lead="Có thể rút ra:",
    lessons=[
        Lesson(title="phải sát cơ sở", paragraphs=["Cấp ủy cấp trên làm gương."]),
        Lesson(title="phải kiểm tra thường xuyên"),
    ],
    directions=[
        Direction(title="Quán triệt [[39-CT/TW|full]]", answers=["cham"]),
        Direction(title="Đổi mới kiểm tra", paragraphs=["Mỗi năm một lần."]),
    ],
    proposals=[
        Proposal(text="Sớm có hướng dẫn", to="Trung ương"),
        Proposal(text="Bố trí kinh phí", to="Ban Tổ chức Trung ương"),
        Proposal(text="Sơ kết hằng năm", to="Trung ương"),
    ],
    closing=["Ban Thường vụ Tỉnh ủy trân trọng báo cáo"],
    annexes=[
        Annex(
            title="Gương điển hình",
            columns=["STT", "Đơn vị", "Việc làm"],
            rows=[["1", "Chi bộ thôn Một", "Gương mẫu"]],
            note="Đơn vị tính: tập thể",
        )
    ],
    signature=Signature(
        authority="T/M", body="Ban Thường vụ", position="Phó Bí thư", name="Nguyễn Văn A"
    ),
    recipients=[
        Recipient(name="Bộ Chính trị", purpose="để báo cáo"),
        Recipient(name="Các đảng ủy trực thuộc", copies=9),
    ],
    filed_at="Văn phòng Tỉnh ủy",
    urgency="khẩn",
)
#: The same of a State body.
STATE = attrs.evolve(
    FULL,
    number="05/BC-UBND",
    issuer=Organization(name="Ủy ban nhân dân tỉnh Sông Xanh", place="Sông Xanh", symbol="UBND"),
    addressee="Thủ tướng Chính phủ",
    signature=Signature(
        authority="K/T", body="Chủ tịch", position="Phó Chủ tịch", name="Nguyễn Văn A"
    ),
    filed_at="VT, NC",
)
DRAFT = attrs.evolve(
    FULL,
    draft=2,
    number="-BC/TU",
    signature=Signature(authority="T/M", body="Ban Thường vụ", position="Phó Bí thư"),
    circulation="Tài liệu hội nghị",
    urgency=None,
    figures=(),
    annexes=(),
    results=(),
    strengths=(),
    leadership=["Tỉnh ủy đã ban hành [[#tally]]."],
)
TWO_PARTS = attrs.evolve(
    FULL,
    kind="định kỳ",
    title="công tác xây dựng Đảng năm 2024; phương hướng, nhiệm vụ năm 2025",
    two_parts=True,
    headings=Headings(lessons="Kinh nghiệm", part_two="Nhiệm vụ năm 2025"),
    register=None,
    figures=(),
    annexes=(),
    leadership=(),
    results=[Result(title="Công tác tổ chức", paragraphs=["Đã làm tốt."])],
    strengths=(),
    closing=(),
)
#: As published articles are: results and lessons, and nothing around them.
ARTICLE = SummaryReport(
    title="kết quả 10 năm thực hiện [[39-CT/TW]] ở Sông Xanh",
    issuer="Ban Thường vụ Tỉnh ủy Sông Xanh",
    date=dt.date(2026, 5, 27),
    directive=Directive(document=DIRECTIVE),
    results_lead="Một số kết quả như sau:",
    results=[
        Result(paragraphs=["đã triển khai [[39-CT/TW]].", "Qua đó, nhận thức được nâng lên."]),
        Result(paragraphs=["đã tăng cường kiểm tra"]),
    ],
    lessons_lead="Bài học kinh nghiệm là:",
    lessons=[Lesson(title="phải chủ động"), Lesson(title="phải phối hợp./.")],
)
