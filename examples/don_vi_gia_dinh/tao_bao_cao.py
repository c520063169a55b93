"""Build a report in Python, from a register kept as CSV; the unit is invented.

python tao_bao_cao.py [bao-cao-python.docx]
"""

import csv
import datetime as dt
import sys
from pathlib import Path

import chinhtrinoibo as ctnb

HERE = Path(__file__).parent


def register(path: Path) -> ctnb.Register:
    """Read the register; a spreadsheet saves such a file as “CSV UTF-8”."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return ctnb.Register(documents=[document(row) for row in csv.DictReader(file)])


def document(row: dict[str, str]) -> ctnb.Document:
    """Turn a row into a document; number and kind are read from their text."""
    return ctnb.Document(
        number=row["Số và ký hiệu"],
        kind=row["Tên loại"],
        subkind=row["Loại nhỏ"],
        date=day(row["Ngày ban hành"]),
        issuer=row["Cơ quan ban hành"],
        title=row["Trích yếu"],
        task_groups=[row["Nhóm nhiệm vụ"]],
    )


def day(text: str) -> dt.date:
    """Read a day such as 18/8/2014."""
    day, month, year = map(int, text.split("/"))
    return dt.date(year, month, day)


def report() -> ctnb.SummaryReport:
    """Put the report together; the prose names figures and tallies, and types none."""
    directive = ctnb.Document(
        number="31-CT/TU",
        date=dt.date(2014, 9, 15),
        issuer="Ban Thường vụ Tỉnh ủy Sông Xanh",
        title="tăng cường công tác bảo vệ chính trị nội bộ trên địa bàn tỉnh",
    )
    lop = ctnb.Figure(
        key="lop",
        indicator="Lớp tập huấn nghiệp vụ",
        unit="lớp",
        value=46,
        target=45,
        period=ctnb.ReportingPeriod.year(2024),
        base=ctnb.Baseline(value=40, period=ctnb.ReportingPeriod.year(2023)),
    )
    return ctnb.SummaryReport(
        title="tổng kết 10 năm thực hiện [[31-CT/TU]]",
        issuer=ctnb.Organization(
            name="Ban Thường vụ Tỉnh ủy Sông Xanh (giả định)",
            header=["Tỉnh ủy Sông Xanh"],
            place="Sông Xanh",
        ),
        number="215-BC/TU",
        date=dt.date(2025, 1, 17),
        period=ctnb.ReportingPeriod.years(10, since=dt.date(2014, 9, 15)),
        directive=ctnb.Directive(document=directive),
        register=register(HERE / "danh-muc.csv"),
        figures=[lop],
        leadership=["Trong 10 năm, đã ban hành [[#tally]] để thực hiện [[31-CT/TU]]."],
        results=[
            ctnb.Result(
                title="Công tác tập huấn",
                paragraphs=["Đã tổ chức [[@lop]], [[@lop|share]], [[@lop|change]]."],
            ),
            ctnb.Result(
                title="Công tác kiểm tra, giám sát",
                paragraphs=["Việc kiểm tra, giám sát thực hiện theo [[#tally:kiem-tra]]."],
            ),
        ],
        lessons=[
            ctnb.Lesson(title="chủ động phòng ngừa từ cơ sở"),
            ctnb.Lesson(title="đề cao trách nhiệm của người đứng đầu"),
        ],
        signature=ctnb.Signature(
            authority=ctnb.Authority.ON_BEHALF,
            body="Ban Thường vụ",
            position="Phó Bí thư",
            name="Nguyễn Văn A",
        ),
        filed_at="Văn phòng Tỉnh ủy",
    )


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "bao-cao-python.docx"
    ctnb.write(report(), target)
    print(target.resolve())
