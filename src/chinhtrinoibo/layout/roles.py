"""The roles that a paragraph can play on the page, and the names of their Word styles."""

from enum import StrEnum


class Role(StrEnum):
    """What a paragraph is on the page (thành phần thể thức); the value names it in a profile."""

    HEAD = "head"
    MOTTO = "motto"
    SUPERIOR = "superior"
    ISSUER = "issuer"
    STAR = "star"
    NUMBER = "number"
    PLACE_DATE = "place_date"
    KIND = "kind"
    SUBJECT = "subject"
    SUBJECT_END = "subject_end"
    ADDRESSEE = "addressee"
    PART = "part"
    PART_TITLE = "part_title"
    HEADING_1 = "heading_1"
    HEADING_2 = "heading_2"
    HEADING_3 = "heading_3"
    BODY = "body"
    AUTHORITY = "authority"
    POSITION = "position"
    SIGNER = "signer"
    RECIPIENTS = "recipients"
    RECIPIENT = "recipient"
    URGENCY = "urgency"
    SECRECY = "secrecy"
    CIRCULATION = "circulation"
    DRAFT = "draft"
    PAGE_NUMBER = "page_number"
    ANNEX = "annex"
    ANNEX_TITLE = "annex_title"
    ANNEX_NOTE = "annex_note"
    TABLE_HEAD = "table_head"
    TABLE_TEXT = "table_text"
    TABLE_CENTER = "table_center"
    TABLE_NUMBER = "table_number"

    @property
    def style_name(self) -> str:
        """The name of the Word style, as a person sees it in the style pane."""
        return _STYLE_NAMES[self]

    @property
    def style_id(self) -> str:
        """The name of the Word style inside the file."""
        return self.value.title().replace("_", "")

    @property
    def outline_level(self) -> int | None:
        """The level in the navigation pane, from 0; None for what is no heading."""
        return _OUTLINE_LEVELS.get(self)


_STYLE_NAMES = {
    Role.HEAD: "Tiêu đề văn bản",
    Role.MOTTO: "Tiêu ngữ",
    Role.SUPERIOR: "Cơ quan cấp trên",
    Role.ISSUER: "Cơ quan ban hành",
    Role.STAR: "Dấu sao",
    Role.NUMBER: "Số và ký hiệu",
    Role.PLACE_DATE: "Địa danh và ngày tháng",
    Role.KIND: "Tên loại văn bản",
    Role.SUBJECT: "Trích yếu",
    Role.SUBJECT_END: "Gạch dưới trích yếu",
    Role.ADDRESSEE: "Kính gửi",
    Role.PART: "Phần",
    Role.PART_TITLE: "Tên phần",
    Role.HEADING_1: "heading 1",
    Role.HEADING_2: "heading 2",
    Role.HEADING_3: "heading 3",
    Role.BODY: "Nội dung",
    Role.AUTHORITY: "Quyền hạn ký",
    Role.POSITION: "Chức vụ ký",
    Role.SIGNER: "Họ tên người ký",
    Role.RECIPIENTS: "Nơi nhận",
    Role.RECIPIENT: "Danh sách nơi nhận",
    Role.URGENCY: "Mức độ khẩn",
    Role.SECRECY: "Độ mật",
    Role.CIRCULATION: "Phạm vi lưu hành",
    Role.DRAFT: "Dự thảo",
    Role.PAGE_NUMBER: "Số trang",
    Role.ANNEX: "Phụ lục",
    Role.ANNEX_TITLE: "Tên phụ lục",
    Role.ANNEX_NOTE: "Ghi chú phụ lục",
    Role.TABLE_HEAD: "Đầu cột",
    Role.TABLE_TEXT: "Ô chữ",
    Role.TABLE_CENTER: "Ô giữa",
    Role.TABLE_NUMBER: "Ô số",
}
_OUTLINE_LEVELS = {
    Role.PART: 0,
    Role.HEADING_1: 0,
    Role.HEADING_2: 1,
    Role.HEADING_3: 2,
    Role.ANNEX: 0,
}
