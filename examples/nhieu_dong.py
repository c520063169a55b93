"""An annex of 5,000 rows from an iterator: no list of them is ever held; the unit is invented.

python nhieu_dong.py [nhieu-dong.docx]
"""

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

import chinhtrinoibo as ctnb

ROWS = 5_000


def rows() -> Iterator[tuple[str, str, str, str]]:
    """Yield a row at a time, as a database cursor would."""
    for n in range(1, ROWS + 1):
        place = ("Bãi Dài", "Đồi Thông", "Cửa Lạch", "Bàu Sen")[n % 4]
        yield str(n), f"Chi bộ thôn {n % 97 + 1}", f"Xã {place} {n % 31 + 1}", str(n * 7 % 40 + 3)


REPORT = ctnb.SummaryReport(
    title="kết quả rà soát tổ chức cơ sở đảng năm 2024",
    issuer=ctnb.Organization(
        name="Ban Thường vụ Tỉnh ủy Sông Xanh (giả định)",
        header=["Tỉnh ủy Sông Xanh"],
        place="Sông Xanh",
    ),
    kind=ctnb.ReportKind.PERIODIC,
    number="216-BC/TU",
    date=dt.date(2025, 1, 20),
    opening=["Đến hết năm 2024, toàn bộ chi bộ trong tỉnh đã được rà soát, danh sách tại Phụ lục."],
    signature=ctnb.Signature(authority=ctnb.Authority.ON_BEHALF, body="Ban Thường vụ"),
    filed_at="Văn phòng Tỉnh ủy",
)

ANNEX = ctnb.AnnexStream(
    title="Danh sách chi bộ đã rà soát",
    columns=["STT", "Chi bộ", "Địa bàn", "Số đảng viên"],
    rows=rows(),
    note="Số liệu giả định",
)

if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_suffix(".docx")
    ctnb.write(REPORT, target, annexes=[ANNEX])
    print(target.resolve())
