"""What the page says besides its generated words: nothing to compute, nothing to import."""

TITLE = "tổng kết 10 năm thực hiện [[39-CT/TW]]"
OPENING = "Thực hiện [[39-CT/TW]], Ban Thường vụ Tỉnh ủy báo cáo kết quả như sau:"
DIRECTIVE = "tăng cường công tác bảo vệ chính trị nội bộ"
ANNEX = "Danh mục văn bản đã ban hành"
COLUMNS = (
    "STT",
    "Tên loại",
    "Số và ký hiệu",
    "Ngày ban hành",
    "Cơ quan ban hành",
    "Trích yếu nội dung",
)
