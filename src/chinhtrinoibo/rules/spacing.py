"""Spacing (khoảng trống) around signs, and the commas between words side by side."""

import re
from collections.abc import Iterator

from chinhtrinoibo import tables
from chinhtrinoibo.findings import Certainty, Fix, Severity
from chinhtrinoibo.messages import Message
from chinhtrinoibo.rules.case import Case
from chinhtrinoibo.rules.rule import Remark, Remarks, house, rule
from chinhtrinoibo.rules.vocabulary import in_case_of, places, vocabulary
from chinhtrinoibo.spans import Span

_SIGNS = frozenset(",.;:)%")
_BEFORE = tuple(f" {sign}" for sign in ",.;:)%")
# A sign that begins something keeps its space (.docx, . . .), and so do ratios (1 : 3) and the
# word % (tỷ lệ % hộ nghèo).
_SPACE_BEFORE = re.compile(
    r"(?<=[^\s.]) +(?=[,;](?:\s|$)|:(?:\s|$)(?! ?[0-9])|\.(?! ?\.)(?:\s|$)|\)(?![\w(]))"
    r"|(?<=[0-9]) +(?=%)"
)
_SPACES = re.compile(r"(?<=\S)  +(?=\S)")


@rule(
    "PUNCT01",
    house("dấu câu viết liền chữ trước, các chữ cách nhau một khoảng trống", "V"),
    severity=Severity.NOTE,
    listed=True,
)
def spaces_stand_where_they_belong(case: Case) -> Remarks:
    """Không để khoảng trống trước dấu câu và dấu %; giữa hai chữ chỉ có một khoảng trống.

    Khoảng trống thừa làm dấu câu rơi xuống đầu dòng, và làm dòng giãn không đều.

    Sai: đạt 83,45 % , tăng  so với năm trước .
    Đúng: đạt 83,45%, tăng so với năm trước.
    """
    known = case.reading(vocabulary)
    hinted = "  " in known.text or any(
        sign[0] in _SIGNS for sign in known.tokens.split("\n") if sign
    )
    for passage in case.passages if hinted else ():
        found = sorted(_misplaced(passage.masked))
        if found:
            yield Remark(
                passage.path,
                Message.of("space-misplaced", count=len(found)),
                span=found[0][0],
                related=[passage.place(span) for span, _ in found[1:]],
                fix=Fix([passage.edit(span, put) for span, put in found]),
            )


@rule(
    "PUNCT02",
    house("các từ ngang hàng cách nhau bằng dấu phẩy", "V"),
    severity=Severity.NOTE,
    certainty=Certainty.LIKELY,
)
def words_side_by_side_have_a_comma(case: Case) -> Remarks:
    """Các từ ngang hàng phải cách nhau bằng dấu phẩy.

    Thiếu dấu phẩy thì hai ý dính thành một.

    Sai: rà soát, sửa đổi bổ sung quy định
    Đúng: rà soát, sửa đổi, bổ sung quy định
    """
    for phrase, row in tables.read("wording")["side_by_side"].items():
        for found in places(case, phrase):
            right = in_case_of(row["right"], found.words)
            yield Remark(
                found.passage.path,
                Message.of("comma-missing", words=found.words, right=right),
                span=found.span,
                expected=f"“{right}”",
                actual=f"“{found.words}”",
                fix=Fix([found.passage.edit(found.span, right)]),
            )


def _misplaced(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the spaces that stand wrong, and what comes there."""
    if any(sign in text for sign in _BEFORE):
        yield from ((Span(*found.span()), "") for found in _SPACE_BEFORE.finditer(text))
    for found in _SPACES.finditer(text) if "  " in text else ():
        if not _SPACE_BEFORE.match(text, found.start()):
            yield Span(*found.span()), " "


RULES = (spaces_stand_where_they_belong, words_side_by_side_have_a_comma)
