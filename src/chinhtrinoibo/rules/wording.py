"""Wording (từ ngữ): words with two forms, capitals, and turns of phrase."""

import re
from typing import Any, NamedTuple

from chinhtrinoibo import tables
from chinhtrinoibo.findings import Certainty, Fix, Severity
from chinhtrinoibo.messages import Message
from chinhtrinoibo.rules.case import Case
from chinhtrinoibo.rules.rule import Remark, Remarks, house, rule
from chinhtrinoibo.rules.vocabulary import Found, in_case_of, outside, places, vocabulary
from chinhtrinoibo.spans import Span

_HOUSE = house("bảng từ của thư viện; mẫu thể thức riêng có thể thêm bảng house", "S")
_NAMED = re.compile(r" (?:bộ|ủy|uỷ|viên|đoàn|Cộng)\b")
_STACKED = re.compile(r" của (?:[^\s,.;:()]+ ){1,3}của ")
_LEAD = re.compile(r"\bđó là:\s*$")


class _Group(NamedTuple):
    """A word of the house list in one report: where its two forms stand."""

    preferred: list[Found]
    other: list[tuple[Found, str]]
    """with the form that is preferred there"""
    own: bool
    """whether the user's own list says so"""


@rule("WORD01", _HOUSE, severity=Severity.NOTE)
def words_keep_one_form(case: Case) -> Remarks:
    """Một từ có hai dạng thì cả báo cáo chỉ dùng một dạng.

    Dùng lẫn hai dạng cho thấy có đoạn chép từ nơi khác mà chưa rà lại.

    Sai: bảo đảm vai trò lãnh đạo … đảm bảo đoàn kết
    Đúng: bảo đảm vai trò lãnh đạo … bảo đảm đoàn kết
    """
    for group in case.reading(_groups):
        if group.preferred and group.other:
            yield _preferred("word-mixed", group)


@rule("WORD02", _HOUSE, severity=Severity.NOTE)
def words_are_those_of_the_house(case: Case) -> Remarks:
    """Nên dùng dạng từ mà sách báo chính thống khuyên dùng.

    Cả hai dạng đều gặp; đây chỉ là lời nhắc, và có thể tắt bằng tùy chọn.

    Sai: thực hiện có nề nếp, báo cáo hàng tuần
    Đúng: thực hiện có nền nếp, báo cáo hằng tuần
    """
    for group in case.reading(_groups):
        if group.other and not group.preferred:
            yield _preferred("word-house", group)


@rule("CAPS01", house("một cách viết hoa trong cả báo cáo", "V"), severity=Severity.NOTE)
def capitals_are_not_mixed(case: Case) -> Remarks:
    """Một cụm từ phải viết hoa thống nhất: cấp ủy đảng hoặc cấp ủy Đảng.

    Viết lẫn hai cách thì không rõ có phải cùng một nghĩa.

    Sai: các cấp ủy đảng … các cấp ủy Đảng
    Đúng: các cấp ủy đảng … các cấp ủy đảng
    """
    if "Đảng" not in case.reading(vocabulary).words:
        return
    for phrase in tables.read("wording")["capitals"]:
        found = places(case, phrase.replace("đảng", "Đảng"))
        capital = [one for one in found if not one.words.isupper() and not _goes_on(one)]
        small = [one for one in places(case, phrase) if "đảng" in one.words] if capital else []
        if not (small and capital):
            continue
        few, many = (small, capital) if len(capital) > len(small) else (capital, small)
        right = [_recased(one, many[0]) for one in few]
        fix = Fix([one.passage.edit(one.span, put) for one, put in zip(few, right, strict=True)])
        yield Remark(
            few[0].passage.path,
            Message.of("caps-mixed", word=few[0].words, right=right[0], count=len(few)),
            span=few[0].span,
            expected=f"“{right[0]}”",
            actual=f"“{few[0].words}”",
            related=[one.passage.place(one.span) for one in (*few[1:], many[0])],
            fix=fix if len(few) < len(many) else None,
        )


@rule(
    "STYLE01",
    house("câu gọn, quan hệ rõ", "S"),
    severity=Severity.NOTE,
    certainty=Certainty.POSSIBLE,
)
def possessives_are_not_stacked(case: Case) -> Remarks:
    """Không nên chồng “của … của” trong một cụm từ.

    Người đọc khó biết phần sau thuộc về phần nào.

    Sai: Chỉ thị của Bộ Chính trị của các cấp ủy
    Đúng: các cấp ủy thực hiện Chỉ thị của Bộ Chính trị
    """
    for passage in case.passages:
        text = passage.masked
        first = text.find(" của ")
        if first < 0 or text.find(" của ", first + 4) < 0:
            continue
        for found in _STACKED.finditer(text, first):
            span = Span(found.start() + 1, found.end() - 1)
            message = Message.of("style-stacked")
            yield Remark(passage.path, message, span=span, actual=f"“{span.of(passage.text)}”")


@rule(
    "STYLE02",
    house("lời dẫn vào phần liệt kê: “như sau:”", "V"),
    severity=Severity.NOTE,
    certainty=Certainty.LIKELY,
)
def lists_are_led_in_as_usual(case: Case) -> Remarks:
    """Lời dẫn vào phần liệt kê nên kết thúc bằng “như sau:”.

    “đó là:” ở cuối đoạn là lối nói; văn bản hành chính dùng “như sau:”.

    Sai: rút ra một số bài học kinh nghiệm đó là:
    Đúng: rút ra một số bài học kinh nghiệm như sau:
    """
    for passage in case.body:
        if passage.text.rstrip().endswith("đó là:") and (found := _LEAD.search(passage.masked)):
            yield Remark(
                passage.path,
                Message.of("style-lead"),
                span=Span(found.start(), found.start() + len("đó là:")),
                expected="“như sau:”",
                actual="“đó là:”",
            )


def _groups(case: Case) -> list[_Group]:
    """Return where the words of the house lists stand; the user's own list counts first."""
    own: dict[str, str] = case.profile.table.get("house", {})
    taken = {*own, *own.values()}
    usual = (
        row
        for row in tables.read("wording")["house"].values()
        if taken.isdisjoint((*row["preferred"], *row["other"]))
    )
    return [
        *(_group(case, {"other": [one], "preferred": [two]}, own=True) for one, two in own.items()),
        *(_group(case, row, own=False) for row in usual),
    ]


def _group(case: Case, row: dict[str, Any], *, own: bool) -> _Group:
    """Find both forms; where one holds the other, the longer one stands."""
    typed = [
        (one, right)
        for phrase, right in zip(row["other"], row["preferred"], strict=True)
        for one in places(case, phrase)
        if not _is_another(one, row)
    ]
    if not typed:
        return _Group([], [], own)
    preferred = [one for phrase in row["preferred"] for one in places(case, phrase)]
    kept = {*outside((one for one, _ in typed), preferred)}
    other = [(one, right) for one, right in typed if one in kept]
    return _Group(outside(preferred, (one for one, _ in other)), other, own)


def _is_another(found: Found, row: dict[str, Any]) -> bool:
    """Tell whether the words around make another phrase of it: “mặt | hàng năm | 2024”."""
    text, span = found.passage.masked, found.span
    before = text[: span.start].rsplit(None, 1)
    behind = text[span.end :].lstrip()[:1]
    if before and before[-1].lower() in row.get("unless_behind", ()):
        return True
    return bool(row.get("unless_number")) and behind.isdigit()


def _preferred(code: str, group: _Group) -> Remark:
    """Return the remark on the places of the form that is not preferred, in order."""
    (first, right), *others = group.other
    put = [in_case_of(right, one.words) for one, right in group.other]
    pairs = zip(group.other, put, strict=True)
    fix = Fix([one.passage.edit(one.span, new) for (one, _), new in pairs])
    ends = [one for one, _ in others] + group.preferred[:1]
    return Remark(
        first.passage.path,
        Message.of(code, word=first.words, right=in_case_of(right, first.words)),
        span=first.span,
        expected=f"“{put[0]}”",
        actual=f"“{first.words}”",
        related=[one.passage.place(one.span) for one in ends],
        fix=fix if group.own else None,
    )


def _goes_on(found: Found) -> bool:
    """Tell whether the capital belongs to a name: “cấp ủy | Đảng bộ tỉnh”."""
    return _NAMED.match(found.passage.masked, found.span.end) is not None


def _recased(found: Found, model: Found) -> str:
    if "Đảng" in model.words:
        return found.words.replace("đảng", "Đảng")
    return found.words.replace("Đảng", "đảng")


RULES = (
    words_keep_one_form,
    words_are_those_of_the_house,
    capitals_are_not_mixed,
    possessives_are_not_stacked,
    lists_are_led_in_as_usual,
)
