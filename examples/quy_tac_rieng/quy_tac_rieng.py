"""Rules of one office, which every check runs once this package is installed; all is invented."""

import re

from chinhtrinoibo.findings import Fix, Severity
from chinhtrinoibo.messages import Message
from chinhtrinoibo.rules.case import Case
from chinhtrinoibo.rules.rule import Remark, Remarks, house, rule
from chinhtrinoibo.spans import Span

_OLD = re.compile(r"\bthường vụ tỉnh uỷ\b", re.IGNORECASE)


@rule("SONGXANH01", house("Văn phòng Tỉnh ủy Sông Xanh: viết “Tỉnh ủy”"), severity=Severity.NOTE)
def office_is_spelt_as_agreed(case: Case) -> Remarks:
    """Viết “Tỉnh ủy”, không viết “Tỉnh uỷ”.

    Một cách viết thì tìm kiếm trong kho văn bản không bị sót.

    Sai: Ban Thường vụ Tỉnh uỷ đã chỉ đạo.
    Đúng: Ban Thường vụ Tỉnh ủy đã chỉ đạo.
    """
    for passage in case.passages:
        for found in _OLD.finditer(passage.masked):
            place = Span(found.end() - len("uỷ"), found.end())
            yield Remark(
                passage.path,
                Message.said("viết “ủy” thay cho “uỷ”", "write “ủy” instead of “uỷ”"),
                span=place,
                expected="ủy",
                actual="uỷ",
                fix=Fix([passage.edit(place, "ủy")]),
            )


RULES = (office_is_spelt_as_agreed,)
