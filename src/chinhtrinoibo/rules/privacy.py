"""Personal data (thông tin cá nhân): numbers of people that no report is to show.

What is found is named by its place and its length only; the number itself is never repeated.
"""

import re
from collections.abc import Iterator
from itertools import chain

from chinhtrinoibo.findings import Certainty
from chinhtrinoibo.messages import Message
from chinhtrinoibo.references import masked
from chinhtrinoibo.rules.case import Case
from chinhtrinoibo.rules.rule import Remark, Remarks, house, rule
from chinhtrinoibo.rules.vocabulary import vocabulary
from chinhtrinoibo.spans import Span

_HINT = re.compile(r"[0-9]{9}|0(?<![0-9].)[0-9]{2}|\+84")
_RUN = re.compile(
    r"(?<![\w.,/-])(?:"
    r"\+?[0-9]{9,12}"
    r"|(?:\+84|0[0-9]{2,3})(?:[ .-][0-9]{2,4}){2,4}"  # 0912.345.678
    r")(?![\w/-]|[.,][0-9])"
)
_IDENTITY = re.compile(r"0[0-9]{11}")
_OLD_IDENTITY = re.compile(r"[0-9]{9}")
_PHONE = re.compile(r"(?:0|\+?84)[35789][0-9]{8}")
_CUE = re.compile(r"(?i:cmnd|cccd|chứng minh|căn cước|định danh|giấy tờ tùy thân)[^.;]{0,40}$")
_ACCOUNT = re.compile(
    r"(?i:\b(?:tài khoản|mã|hồ sơ|stk|mst)\b[^.;]{0,20}|\b(?:đường dây nóng|hotline)\b[^;]{0,40})$"
)
_NEAR = 64  # characters in front of a number that may say what it is


@rule(
    "PERSON01",
    house("báo cáo không chứa thông tin của từng người", "V"),
    certainty=Certainty.LIKELY,
)
def numbers_of_people_are_left_out(case: Case) -> Remarks:
    """Không ghi số căn cước, số chứng minh nhân dân, số điện thoại cá nhân trong báo cáo.

    Báo cáo nói về tổ chức và công việc; thông tin của từng người phải được bảo vệ, và không cần
    cho việc tổng kết.

    Sai: đồng chí phụ trách, căn cước số 0xxxxxxxxxxx, điện thoại 09xxxxxxxx
    Đúng: đồng chí phụ trách
    """
    for path, text in _texts(case):
        for found in _RUN.finditer(text):
            if code := _kind(text, found):
                yield Remark(path, Message.of(code), span=Span(*found.span()))


def _texts(case: Case) -> Iterator[tuple[str, str]]:
    """Yield the texts that may hold such a number: prose, and cells of annexes."""
    if _HINT.search(case.reading(vocabulary).tokens):
        yield from ((passage.path, passage.masked) for passage in case.passages)
    for n, annex in enumerate(case.report.annexes):
        if not _HINT.search("\n".join(chain.from_iterable(annex.rows))):
            continue
        for r, row in enumerate(annex.rows):
            for c, cell in enumerate(row):
                yield f"$.annexes[{n}].rows[{r}][{c}]", masked(cell)


def _kind(text: str, found: re.Match[str]) -> str:
    """Return the message for a run of digits; empty where it is no number of a person."""
    before = text[max(0, found.start() - _NEAR) : found.start()]
    if _ACCOUNT.search(before):
        return ""
    digits = re.sub("[^0-9+]", "", found[0])
    if _PHONE.fullmatch(digits):
        return "person-phone"
    if not found[0].isdigit():
        return ""
    if _IDENTITY.fullmatch(digits):
        return "person-identity"
    cued = _OLD_IDENTITY.fullmatch(digits) and _CUE.search(before)
    return "person-identity" if cued else ""


RULES = (numbers_of_people_are_left_out,)
