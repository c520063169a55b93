"""Spelling (chính tả): tone marks, letters, syllables, i and y, and slips that are words."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator
from functools import cache, lru_cache
from itertools import compress
from operator import eq
from typing import Any

from chinhtrinoibo import tables
from chinhtrinoibo.alphabet import ForeignLetter, foreign_letters, may_be_foreign
from chinhtrinoibo.findings import Certainty, Fix, Severity
from chinhtrinoibo.messages import Message
from chinhtrinoibo.rules.case import Case, Passage
from chinhtrinoibo.rules.rule import Remark, Remarks, house, rule
from chinhtrinoibo.rules.vocabulary import (
    AROUND,
    Found,
    Vocabulary,
    in_case_of,
    places,
    vocabulary,
    within,
)
from chinhtrinoibo.spans import Span
from chinhtrinoibo.syllables import impossible_syllables
from chinhtrinoibo.text import ToneStyle, tone_marks, tone_styles

_STYLES = {ToneStyle.NEW: "òa, úy", ToneStyle.OLD: "oà, uý"}


@rule("TONE01", house("một cách đặt dấu thanh trong cả báo cáo", "V"))
def tone_marks_are_of_one_style(case: Case) -> Remarks:
    """Dấu thanh trong oa, oe, uy phải đặt thống nhất một kiểu trong cả báo cáo.

    Hai kiểu đều được dùng, nhưng lẫn nhau thì tìm kiếm bỏ sót và cho thấy có đoạn chép từ nơi khác.

    Sai: Tỉnh ủy … Huyện uỷ
    Đúng: Tỉnh ủy … Huyện ủy
    """
    told_alike = case.profile.style.tone_marks != "keep"  # on the page they are
    if told_alike or not tone_styles(case.reading(vocabulary).tokens).mixed:
        return
    styled = [(passage, tone_styles(passage.masked)) for passage in case.passages]
    new, old = (sum(len(styles[n]) for _, styles in styled) for n in (0, 1))
    usual, other = (ToneStyle.OLD, 0) if old > new else (ToneStyle.NEW, 1)
    model = next(
        passage.place(styles[1 - other][0]) for passage, styles in styled if styles[1 - other]
    )
    for passage, styles in styled:
        if odd := styles[other]:
            yield Remark(
                passage.path,
                Message.of("tone-mixed", usual=_STYLES[usual], count=len(odd)),
                span=odd[0],
                expected=f"“{_toned(passage, odd[0], usual)}”",
                actual=f"“{odd[0].of(passage.text)}”",
                related=[*map(passage.place, odd[1:]), model],
                fix=Fix([passage.edit(one, _toned(passage, one, usual)) for one in odd]),
            )


@rule(
    "LETTER01",
    house("chữ cái tiếng Việt, mã Unicode", "V"),
    severity=Severity.ERROR,
    listed=True,
)
def letters_are_vietnamese(case: Case) -> Remarks:
    """Chữ cái phải là chữ cái tiếng Việt trong bảng mã Unicode.

    Chữ trông giống hệt của bảng chữ khác, hoặc chữ của bảng mã cũ (TCVN3, VNI), thì tìm kiếm
    không ra và in sai.

    Sai: 39-CT/TW gõ bằng chữ C của tiếng Nga
    Đúng: 39-CT/TW gõ bằng chữ cái tiếng Việt
    """
    if not may_be_foreign(case.reading(vocabulary).tokens):
        return
    for passage in case.passages:
        found = foreign_letters(passage.masked)
        old = [one for one in found if one.encoding]
        alike = [one for one in found if not one.encoding]
        if alike:
            yield _look_alikes(passage, alike)
        if old:
            span = Span(old[0].span.start, old[-1].span.end)
            message = Message.of("letter-encoding", encoding=old[0].encoding)
            yield Remark(
                passage.path,
                message,
                span=span,
                severity=Severity.WARNING,
                certainty=Certainty.LIKELY,
            )


@rule(
    "SYLL01",
    house("âm tiết viết được trong tiếng Việt"),
    certainty=Certainty.LIKELY,
    listed=True,
)
def syllables_can_be_spelt(case: Case) -> Remarks:
    """Âm tiết phải viết được theo chính tả tiếng Việt.

    Âm tiết không thể có thường do gõ nhầm, do quét chữ hoặc do bản sao hỏng.

    Sai: “kết quả” có dấu hỏi gõ nhầm lên chữ u
    Đúng: “kết quả” có dấu hỏi trên chữ a
    """
    known = case.reading(vocabulary).words
    for found in within(case, (one for word in known for one in _impossible(word))):
        message = Message.of("syllable-impossible", word=found.words)
        yield Remark(found.passage.path, message, span=found.span, actual=f"“{found.words}”")


@rule("SPELL01", house("một cách viết i, y trong cả báo cáo", "V"), severity=Severity.NOTE)
def i_and_y_are_not_mixed(case: Case) -> Remarks:
    """Chữ i và y trong cùng một tiếng phải viết thống nhất: kỳ hoặc kì, quý hoặc quí.

    Hai cách đều được dùng; lẫn nhau thì tìm kiếm bỏ sót. Tên riêng giữ nguyên cách viết.

    Sai: nhiệm kỳ … định kì
    Đúng: nhiệm kỳ … định kỳ
    """
    known = case.reading(vocabulary).small
    rows: dict[str, dict[str, Any]] = tables.read("wording")["i_and_y"]
    for with_y, row in rows.items():
        if not {with_y, row["i"]} <= known:
            continue
        y, i = ([*_small(case, word, row)] for word in (with_y, row["i"]))
        if not (y and i):
            continue
        right, few, many = (with_y, i, y) if len(y) >= len(i) else (row["i"], y, i)
        first = few[0]
        yield Remark(
            first.passage.path,
            Message.of("i-y-mixed", word=first.words, right=right, count=len(few)),
            span=first.span,
            expected=f"“{right}”",
            actual=f"“{first.words}”",
            related=[one.passage.place(one.span) for one in (*few[1:], many[0])],
            fix=Fix([one.passage.edit(one.span, right) for one in few]),
        )


@rule("TYPO01", house("bảng lỗi gõ thường gặp của thư viện"), listed=True)
def words_are_not_slips(case: Case) -> Remarks:
    """Không gõ nhầm thành một tiếng khác có thật.

    Từng tiếng đều có trong tiếng Việt nên mắt dễ bỏ qua, và phép kiểm tra âm tiết không thấy.

    Sai: tiếp thục thực hiện
    Đúng: tiếp tục thực hiện
    """
    table = tables.read("typos")
    for wrong, right in table["certain"].items():
        for found in places(case, wrong):
            put = in_case_of(right, found.words)
            fix = Fix([found.passage.edit(found.span, put)])
            yield _slip(found, put, fix, Certainty.CERTAIN)
    for wrong, row in table["likely"].items():
        for found in places(case, wrong):
            if not _goes_on(found, row):
                yield _slip(found, in_case_of(row["right"], found.words), None, Certainty.LIKELY)


@rule("DOUBLE01", house("không lặp một chữ"), certainty=Certainty.LIKELY, listed=True)
def words_are_not_doubled(case: Case) -> Remarks:
    """Không gõ lặp một chữ.

    Chữ lặp thường sót lại khi sửa câu. Từ láy (luôn luôn, dần dần) và chữ cuối của một từ ghép
    (hiện tại tại các xã) thì không phải lặp.

    Sai: chỉ đạo các các đơn vị
    Đúng: chỉ đạo các đơn vị
    """
    rows: dict[str, dict[str, list[str]]] = tables.read("wording")["doubled"]
    hints = _hints(case.reading(vocabulary), rows)
    for passage in case.passages if hints else ():
        said = " ".join(passage.masked.lower().split())
        if not any(hint in said for hint in hints):
            continue
        for found in _doubles().finditer(passage.masked):
            word = found["word"].lower()
            before = passage.masked[: found.start()].split()[-1:]
            if before and before[0].lower() in rows[word]["unless_behind"]:
                continue
            yield Remark(
                passage.path,
                Message.of("word-doubled", words=found[0], word=word),
                span=Span(*found.span()),
                expected=f"“{found['word']}”",
                actual=f"“{found[0]}”",
            )


def _hints(known: Vocabulary, rows: Container[str]) -> set[str]:
    """Return the words of the table that may stand twice in a row, twice, by a quick look."""
    text = known.text.lower()
    said = text.split()
    doubled = {word for word in compress(said, map(eq, said, said[1:])) if word in rows}
    for token in known.tokens.lower().split():  # “các các,” “(các các”
        word = token.strip(AROUND)
        if word is not token and word in rows and f"{word} {word}" in text:
            doubled.add(word)
    return {f"{word} {word}" for word in doubled}


@cache
def _doubles() -> re.Pattern[str]:
    """Return the pattern of the words of the table, twice in a row."""
    words = "|".join(map(re.escape, tables.read("wording")["doubled"]))
    return re.compile(rf"(?<!\w)(?P<word>(?i:{words}))[ \u00a0]+(?i:(?P=word))(?!\w)")


@lru_cache(maxsize=8192)  # reports share most of their words
def _impossible(word: str) -> tuple[str, ...]:
    """Return what in a word is no syllable."""
    return tuple(span.of(word) for span in impossible_syllables(word))


def _slip(found: Found, right: str, fix: Fix | None, certainty: Certainty) -> Remark:
    code = "typo-certain" if fix else "typo-likely"
    return Remark(
        found.passage.path,
        Message.of(code, wrong=found.words, right=right),
        span=found.span,
        expected=f"“{right}”",
        actual=f"“{found.words}”",
        fix=fix,
        certainty=certainty,
    )


def _goes_on(found: Found, row: dict[str, Any]) -> bool:
    """Tell whether the words around make another phrase of it: “cũng cố | gắng”."""
    text, span = found.passage.masked, found.span
    behind, before = text[span.end :].lstrip(" "), text[: span.start].rstrip(" ").lower()
    after = behind.startswith(tuple(row.get("unless_before", ())))
    return after or before.endswith(tuple(row.get("unless_behind", ())))


def _look_alikes(passage: Passage, found: list[ForeignLetter]) -> Remark:
    """Return the remark on look-alikes; a letter whose meaning is not known is not put right."""
    first = found[0]
    fix = Fix([passage.edit(one.span, one.meant) for one in found])
    return Remark(
        passage.path,
        Message.of("letter-alike", letter=first.letter, script=first.script, count=len(found)),
        span=first.span,
        expected=f"“{first.meant}”" if first.meant else "",
        actual=f"“{first.letter}” (U+{ord(first.letter):04X})",
        related=[passage.place(one.span) for one in found[1:]],
        fix=fix if all(one.meant for one in found) else None,
    )


def _toned(passage: Passage, span: Span, style: ToneStyle) -> str:
    return tone_marks(span.of(passage.text), style)


def _small(case: Case, word: str, row: dict[str, Any]) -> Iterator[Found]:
    """Yield where a word stands in small letters and is no part of an exception."""
    skipped: dict[str, set[int]] = defaultdict(set)
    for phrase in row.get("unless", ()):
        for one in places(case, phrase):
            skipped[one.passage.path].update(range(*one.span))
    for found in within(case, [word]):
        if found.span.start not in skipped[found.passage.path]:
            yield found


RULES = (
    tone_marks_are_of_one_style,
    letters_are_vietnamese,
    syllables_can_be_spelt,
    i_and_y_are_not_mixed,
    words_are_not_slips,
    words_are_not_doubled,
)
