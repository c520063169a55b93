"""Bounds of percentages and ratios (giới hạn): no part is greater than its whole."""

import re

from chinhtrinoibo.counting.statements import StatedChange, StatedRatio, StatedShare
from chinhtrinoibo.findings import Certainty
from chinhtrinoibo.messages import Message
from chinhtrinoibo.rules.case import Case, Passage
from chinhtrinoibo.rules.rule import Remark, Remarks, house, rule
from chinhtrinoibo.rules.stated import sentence

_HUNDRED, _DAYS, _MONTHS = 100, 31, 12
#: Words of a target, which a result may pass: “kết nạp 8.793/6.500 đảng viên”.
_TARGETS = re.compile(
    r"(?i)(?<!\w)(?:chỉ tiêu|kế hoạch|nghị quyết|mục tiêu|dự toán|dự kiến|đăng ký|giao|vượt|so với"
    r"|KH|NQ|CT|phấn đấu|yêu cầu|định mức|nhu cầu|đề ra|lượt|tăng|bình quân|trung bình|gấp)(?!\w)"
)
#: What bodies do to such a target; of what is only there, no more than all can be.
_ACTS = re.compile(
    r"(?i)(?<!\w)(?:kết nạp|thành lập|mở|tổ chức(?= [0-9])|kiểm tra|giám sát|phát triển|xây dựng"
    r"|đào tạo|bồi dưỡng|trồng|giải quyết|thực hiện|huy động|tuyển|vận động|hỗ trợ|cấp|ban hành|thu"
    r"|chi|đầu tư|bố trí|sửa chữa|trao|tặng|hoàn thành|triển khai|tiếp nhận|xử lý|tiếp|giới thiệu"
    r"|tạo|khám|tiêm|làm|nộp|cử|luân chuyển|tuyên truyền|in|phát hành|quy hoạch|bầu)(?!\w)"
)
_ORGANIZED = re.compile(
    r"(?i:tổ chức|đảng bộ|chi bộ|đảng ủy|chi ủy|xã|phường|thị trấn|đặc khu|thôn|ấp|khu phố"
    r"|cơ quan|đơn vị|huyện|tỉnh|trường|địa phương|chi đoàn|chi hội)(?!\w)"
)
#: What may fall below nothing, or is a plan for a fall.
_BALANCES = re.compile(
    r"(?i)(?<!\w)(?:lợi nhuận|lãi|lỗ|thặng dư|thâm hụt|cân đối|chênh lệch|tăng trưởng"
    r"|xuất siêu|nhập siêu|chỉ tiêu|kế hoạch|mục tiêu|đạt)(?!\w)"
)


@rule("SHARE03", house("phần không lớn hơn tổng"), certainty=Certainty.LIKELY)
def no_share_is_beyond_its_whole(case: Case) -> Remarks:
    """Một phần không lớn hơn tổng: tỷ lệ không quá 100%, số trước dấu gạch không quá số sau.

    Chỉ kết quả so với chỉ tiêu mới vượt được 100%; khi đó viết “đạt”, “vượt” và nêu chỉ tiêu. Số
    lượng cũng không giảm quá 100%.

    Sai: có 170/159 tổ chức cơ sở đảng; nữ chiếm 105,2%; số vụ giảm 120%
    Đúng: có 150/159 tổ chức cơ sở đảng; nữ chiếm 15,2%; số vụ giảm 20%
    """
    for passage in case.body:
        for said in passage.tallies:
            if code := _beyond(passage, said):
                yield Remark(
                    passage.path,
                    Message.of(code, said=said.text),
                    span=said.span,
                    actual=said.text,
                )


def _beyond(passage: Passage, said: object) -> str:
    """Return the code of what is wrong with a statement; empty where it may be right."""
    if isinstance(said, StatedShare):
        return "share-beyond" if said.verb == "chiếm" and said.rate > _HUNDRED else ""
    if isinstance(said, StatedChange):
        is_drop = said.direction < 0 and said.verb.startswith("giảm") and not said.points
        is_all = said.rate is not None and said.rate > _HUNDRED and not said.approximator
        if is_drop and is_all and not _says(passage, said, _BALANCES):
            return "share-drop"
    if isinstance(said, StatedRatio) and said.left > said.right and _is_part(passage, said):
        return "share-part"
    return ""


def _is_part(passage: Passage, said: StatedRatio) -> bool:
    """Tell whether a ratio is of bodies that are there, and of no target."""
    if said.percent or said.approximator or not _ORGANIZED.match(said.unit):
        return False
    if said.left <= _DAYS and said.right <= _MONTHS:
        return False  # “26/3” may be a day
    return not (_says(passage, said, _TARGETS) or _acts_before(passage, said))


def _acts_before(passage: Passage, said: StatedRatio) -> bool:
    text = passage.masked
    start = sentence(text, said.span.start).start
    clause = text[start : said.span.start]
    return _ACTS.search(clause[max(map(clause.rfind, (";", ":"))) + 1 :]) is not None


def _says(passage: Passage, said: StatedRatio | StatedChange, sought: re.Pattern[str]) -> bool:
    around = sentence(passage.masked, said.span.start)
    return sought.search(passage.masked, *around) is not None


RULES = (no_share_is_beyond_its_whole,)
