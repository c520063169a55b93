"""Punctuation (dấu câu): quotation marks and the end mark."""

import re
from collections.abc import Iterator

from chinhtrinoibo.findings import Certainty, Fix, Severity
from chinhtrinoibo.messages import Message
from chinhtrinoibo.rules.case import Case, Passage
from chinhtrinoibo.rules.rule import Remark, Remarks, clause, house, rule
from chinhtrinoibo.rules.vocabulary import vocabulary
from chinhtrinoibo.spans import Span

_CURVED, _UPRIGHT = "“ ”", '" "'
_CURLY = re.compile("[“”]")
_STRAIGHT = re.compile('"')
_SENTENCE_ENDS = frozenset(".;:!?…")
_ANY = re.compile('[“”"]')
_END_MARK = re.compile(r"\./\.")


@rule("QUOTE01", house("một kiểu dấu ngoặc kép trong cả báo cáo"))
def quotes_are_of_one_style(case: Case) -> Remarks:
    """Dấu ngoặc kép phải thống nhất một kiểu trong cả báo cáo.

    Hai kiểu lẫn nhau cho thấy có đoạn được chép từ nơi khác mà chưa rà lại.

    Sai: biểu hiện “tự diễn biến”, "tự chuyển hóa"
    Đúng: biểu hiện “tự diễn biến”, “tự chuyển hóa”
    """
    curly = [(passage, _curly(passage.masked)) for passage in case.passages]
    straight = [(passage, _straight(passage.masked)) for passage in case.passages]
    counts = [sum(len(places) for _, places in style) for style in (curly, straight)]
    if not all(counts):
        return
    usual, others = (_CURVED, straight) if counts[0] >= counts[1] else (_UPRIGHT, curly)
    for passage, places in others:
        if places:
            yield Remark(
                passage.path,
                Message.of("quote-mixed", usual=usual, count=len(places)),
                span=places[0],
                expected=f"dấu {usual}",
                actual=f"dấu {places[0].of(passage.text)}",
                related=[passage.place(place) for place in places[1:]],
                fix=_requoted(passage, places, usual),
            )


@rule(
    "QUOTE02",
    house("dấu ngoặc kép đi thành cặp trong một đoạn"),
    certainty=Certainty.LIKELY,
    listed=True,
)
def quotes_come_in_pairs(case: Case) -> Remarks:
    """Dấu ngoặc kép mở ra thì phải đóng lại trong cùng đoạn.

    Thiếu một dấu thì người đọc không rõ lời trích kết thúc ở đâu. Lời trích gồm nhiều đoạn thì mở
    ở đoạn đầu, đóng ở đoạn cuối.

    Sai: biểu hiện “tự diễn biến, tự chuyển hóa
    Đúng: biểu hiện “tự diễn biến”, “tự chuyển hóa”
    """
    hinted = _ANY.search(case.reading(vocabulary).tokens)
    passages = case.passages if hinted else ()
    lone = [(passage, list(_unpaired(passage.masked))) for passage in passages]
    _join(lone)
    for passage, places in lone:
        for place in places:
            sign = place.of(passage.text)
            message = Message.of("quote-unpaired", sign=sign)
            yield Remark(passage.path, message, span=place, actual=f"dấu {sign} đứng một mình")


@rule(
    "END01",
    clause("hd36", "thể thức: kết thúc bằng dấu chấm", "S2"),
    clause("hd05", "thể thức: kết thúc bằng dấu chấm", "S2"),
    clause("nd30", "Phụ lục III: “./.” kết thúc nội dung văn bản", "V"),
    severity=Severity.NOTE,
)
def end_mark_is_that_of_the_form(case: Case) -> Remarks:
    """Dấu “./.” chỉ đứng cuối văn bản của Nhà nước; văn bản của Đảng kết thúc bằng dấu chấm.

    Thư viện tự đặt dấu kết thúc theo thể thức, nên trong dữ liệu không cần gõ.

    Sai: sức mạnh của toàn Đảng và hệ thống chính trị./.
    Đúng: sức mạnh của toàn Đảng và hệ thống chính trị.
    """
    allowed = case.profile.words.end_mark == "./."
    last = case.body[-1].path if case.body else ""
    for passage in case.body:
        for found in _END_MARK.finditer(passage.masked):
            behind = passage.text[found.end() :].strip()
            if allowed and passage.path == last and not behind:
                continue
            place = Span(*found.span())
            yield Remark(
                passage.path,
                Message.of("end-mark-within" if allowed else "end-mark-party"),
                span=place,
                expected="dấu chấm",
                actual="“./.”",
                fix=Fix([passage.edit(place, ".")]),
            )


def _requoted(passage: Passage, places: list[Span], usual: str) -> Fix | None:
    """Return the edits to the usual style; None where it is not plain which mark opens."""
    if usual is _UPRIGHT:
        return Fix([passage.edit(place, '"') for place in places])
    text = passage.masked
    if len(places) % 2 or list(_unpaired(text)):
        return None
    for opening, closing in zip(places[::2], places[1::2], strict=True):
        inner = text[opening.end : closing.start]
        outside = (text[: opening.start][-1:] or " ", text[closing.end :][:1] or " ")
        if not inner.strip() or inner != inner.strip() or any(map(str.isalnum, outside)):
            return None
        if _CURLY.search(inner):
            return None
    return Fix([passage.edit(place, "“”"[n % 2]) for n, place in enumerate(places)])


def _join(lone: list[tuple[Passage, list[Span]]]) -> None:
    """Take out the marks of quotations that run over neighbouring paragraphs of one item."""
    opened: tuple[Passage, list[Span]] | None = None
    for passage, places in lone:
        text = passage.masked
        if opened and _item(opened[0]) != _item(passage):
            opened = None
        if opened and places and places[0].of(text) == "”":
            opened[1].pop()
            del places[0]
            opened = None
        elif opened and not _CURLY.search(text):
            continue  # in the midst of the quotation
        ends = text.rstrip()[-1:] in _SENTENCE_ENDS
        last = places[-1].of(text) if places else ""
        opened = (passage, places) if ends and last == "“" else None


def _item(passage: Passage) -> str:
    """Return the list of paragraphs that a passage is in; itself where it is in none."""
    return passage.path.rpartition("[")[0] if passage.path.endswith("]") else passage.path


def _unpaired(text: str) -> Iterator[Span]:
    """Yield the quotation marks that lack their other half."""
    opened: list[Span] = []
    for place in _curly(text):
        if place.of(text) == "“":
            opened.append(place)
        elif opened:
            opened.pop()
        else:
            yield place
    yield from opened
    straight = _straight(text)
    if len(straight) % 2:
        yield straight[-1]


def _curly(text: str) -> list[Span]:
    if "“" not in text and "”" not in text:
        return []
    return [Span(*found.span()) for found in _CURLY.finditer(text)]


def _straight(text: str) -> list[Span]:
    """Return the straight quotation marks; an odd one behind a digit is a measure (15″)."""
    if '"' not in text:
        return []
    places = [Span(*found.span()) for found in _STRAIGHT.finditer(text)]
    measures = [place for place in places if text[place.start - 1 : place.start].isdigit()]
    if len(places) % 2 and measures:
        places.remove(measures[0])
    return places


RULES = (quotes_are_of_one_style, quotes_come_in_pairs, end_mark_is_that_of_the_form)
