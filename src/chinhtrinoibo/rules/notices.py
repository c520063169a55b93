"""What a check says of itself and of its input: in the catalogue like rules, but never run."""

from chinhtrinoibo.findings import Severity
from chinhtrinoibo.rules.case import Case
from chinhtrinoibo.rules.rule import Remarks, house, rule

_SELF = house("kiểm tra không được im lặng khi có chỗ chưa kiểm tra được")
_INPUT = house("dữ liệu phải đọc được trọn vẹn")


@rule("LOAD01", _INPUT, severity=Severity.ERROR)
def data_describes_a_report(case: Case) -> Remarks:  # noqa: ARG001 - found before there is a case
    """Dữ liệu phải mô tả được một báo cáo.

    Chỗ sai trong dữ liệu phải sửa trước, các quy tắc khác mới kiểm tra được.

    Sai: date: 31/02/2024
    Đúng: date: 29/02/2024
    """
    return ()


@rule("LOAD02", _INPUT, severity=Severity.ERROR)
def file_can_be_read(case: Case) -> Remarks:  # noqa: ARG001
    """Tệp phải đọc được.

    Tệp không có, không phải UTF-8 hoặc sai cú pháp thì chưa kiểm tra được gì.

    Sai: tệp lưu ở dạng UTF-16
    Đúng: tệp lưu ở dạng UTF-8
    """
    return ()


@rule("LOAD03", _INPUT, severity=Severity.NOTE)
def letters_are_composed(case: Case) -> Remarks:  # noqa: ARG001
    """Chữ nên gõ bằng Unicode dựng sẵn.

    Chữ tổ hợp trông giống hệt nhưng tìm kiếm không ra; khi đọc, thư viện đã ghép lại.

    Sai: chữ “ế” gồm hai hoặc ba mã
    Đúng: chữ “ế” là một mã
    """
    return ()


@rule("RULE01", _SELF, severity=Severity.ERROR)
def rules_come_to_an_end(case: Case) -> Remarks:  # noqa: ARG001
    """Quy tắc kiểm tra không được tự hỏng.

    Một quy tắc hỏng thì báo cáo chưa được kiểm tra theo quy tắc đó; các quy tắc khác vẫn chạy.

    Sai: quy tắc bổ sung dừng vì lỗi chia cho không
    Đúng: quy tắc bổ sung chạy hết với mọi báo cáo
    """
    return ()


@rule("RULE02", _SELF, severity=Severity.ERROR)
def plugins_can_be_loaded(case: Case) -> Remarks:  # noqa: ARG001
    """Gói quy tắc bổ sung phải nạp được.

    Gói không nạp được thì báo cáo chưa được kiểm tra theo các quy tắc trong đó.

    Sai: gói bổ sung thiếu một thư viện
    Đúng: gói bổ sung được cài đủ
    """
    return ()


LOAD01, LOAD02, LOAD03 = data_describes_a_report, file_can_be_read, letters_are_composed
RULE01, RULE02 = rules_come_to_an_end, plugins_can_be_loaded

NOTICES = (LOAD01, LOAD02, LOAD03, RULE01, RULE02)
