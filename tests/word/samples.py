"""Reports that show each part of the page at least once."""

import datetime as dt

import attrs

import chinhtrinoibo as ctnb

DIRECTIVE = ctnb.Document(
    number="39-CT/TW",
    date=dt.date(2014, 8, 18),
    issuer="Bộ Chính trị",
    title="tăng cường công tác bảo vệ chính trị nội bộ trong tình hình hiện nay",
)

PLAIN = ctnb.SummaryReport(
    title="tổng kết 10 năm thực hiện [[39-CT/TW]]",
    number="5-BC/TU",
    date=dt.date(2024, 12, 5),
    issuer=ctnb.Organization(
        name="Ban Thường vụ Tỉnh ủy Sông Xanh", place="Sông Xanh", symbol="TU"
    ),
    directive=ctnb.Directive(document=DIRECTIVE),
    opening=("Thực hiện [[39-CT/TW]], Ban Thường vụ Tỉnh ủy báo cáo như sau:",),
    results=(
        ctnb.Result(title="Công tác *rà soát* và **quán triệt**", paragraphs=("Nội dung. " * 60,)),
        ctnb.Result(title="Công tác phối hợp", paragraphs=("Nội dung & <ý kiến> “khác”.",) * 12),
    ),
    lessons=(ctnb.Lesson(title="phải bám sát cơ sở"), ctnb.Lesson(title="phải làm đến cùng")),
    signature=ctnb.Signature(
        authority=ctnb.Authority.ON_BEHALF,
        body="Ban Thường vụ",
        position="Phó Bí thư",
        name="Nguyễn Văn A",
    ),
    recipients=(
        ctnb.Recipient(name="Bộ Chính trị", purpose="để báo cáo"),
        ctnb.Recipient(name="Ban Tổ chức Trung ương", copies=2),
    ),
    filed_at="Văn phòng Tỉnh ủy",
)

REGISTER = ctnb.Register(
    documents=tuple(
        ctnb.Document(
            number=f"{n}-{'KH' if n % 3 else 'HD'}/TU",
            date=dt.date(2015, 1, 1) + dt.timedelta(days=61 * n),
            issuer="Ban Thường vụ Tỉnh ủy",
            title=f"triển khai nhiệm vụ thứ {n} về bảo vệ chính trị nội bộ " + "và phối hợp " * 3,
        )
        for n in range(1, 52)
    )
)

FULL = attrs.evolve(
    PLAIN,
    register=REGISTER,
    figures=(
        ctnb.Figure(
            key="members",
            indicator="Kết nạp đảng viên",
            unit="đảng viên",
            value=1669,
            target=2000,
            base=ctnb.Baseline(value=1500, period=ctnb.ReportingPeriod.year(2018)),
        ),
    ),
    annexes=(
        ctnb.Annex(
            title="Mô hình tiêu biểu",
            columns=("STT", "Mô hình"),
            rows=(("1", "Tổ tự quản"), ("2", "Dòng một\nDòng hai\tcột")),
            note="Đơn vị tính: mô hình",
        ),
    ),
    leadership=("Đã ban hành [[#tally]]; kết nạp [[@members]], [[@members|change]].",),
)

STATE = attrs.evolve(
    PLAIN,
    number="05/BC-UBND",
    issuer=ctnb.Organization(
        name="Ủy ban nhân dân xã Đông Hải",
        superior=ctnb.Organization(name="Ủy ban nhân dân tỉnh Sông Xanh"),
        place="Đông Hải",
        symbol="UBND",
    ),
    addressee="Ủy ban nhân dân tỉnh Sông Xanh",
    register=REGISTER,
)

DRAFT = attrs.evolve(PLAIN, draft=2, circulation="Lưu hành nội bộ", urgency="khẩn")

SECRET = attrs.evolve(
    PLAIN,
    secrecy=ctnb.SecrecyMark(
        level="mật",
        decided_by="Chánh Văn phòng Tỉnh ủy",
        decided_on=dt.date(2024, 12, 4),
        list_reference="mục giả định của danh mục",
    ),
)

ALL = {"plain": PLAIN, "full": FULL, "state": STATE, "draft": DRAFT, "secret": SECRET}
