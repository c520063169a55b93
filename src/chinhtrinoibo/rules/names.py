"""Names of bodies (tên cơ quan): full and short, abbreviated, and of units that have ended."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from chinhtrinoibo import tables, words
from chinhtrinoibo.findings import Certainty, Severity
from chinhtrinoibo.messages import Message
from chinhtrinoibo.rules.case import Case, Passage
from chinhtrinoibo.rules.citing import own_documents
from chinhtrinoibo.rules.rule import Remark, Remarks, house, rule
from chinhtrinoibo.rules.vocabulary import (
    Found,
    matching,
    outside,
    places,
    vocabulary,
    within,
)
from chinhtrinoibo.spans import Cover, Span
from chinhtrinoibo.syllables import is_syllable

_DECLARED = re.compile(r"(?:viết|gọi) tắt(?: chung)? là:? *[“\"]?([^)”\"]+?)[”\"]? *\)")
_ABBREVIATION = re.compile(r"[A-ZĐ]{3,8}")
_ABBREVIATIONS = re.compile(r"(?<![^\W_])[A-ZĐ]{3,8}(?![^\W_])")
_EXPLAINED = re.compile(r"\(([A-ZĐ]{3,8})\)|([A-ZĐ]{3,8})(?= \()")
_ROMAN = re.compile(r"[IVXLCDM]+")
_STOP = re.compile(r"[.!?](?=\s)|\n")
#: The subject behind a cited document: up to the end of the clause, or to who acts by it.
_SUBJECT = re.compile(
    r",? (?:về|quy định|hướng dẫn|sửa đổi|ban hành|phê duyệt)\b"
    r"(?:(?!, (?:các|Ban|Tỉnh|Thành|Đảng|Ủy|UBND|HĐND|Hội)\b)[^.;\n])*"
)
_BEHIND = 24  # characters behind a name that may say whose it is
_AHEAD = ("directions", "directions_lead", "proposals")


@rule(
    "NAME01",
    house("tên đầy đủ viết trước, tên tắt viết sau", "V"),
    severity=Severity.NOTE,
    certainty=Certainty.LIKELY,
)
def full_names_come_first(case: Case) -> Remarks:
    """Tên đầy đủ của cơ quan phải viết ở lần nhắc đầu tiên; tên tắt dùng từ lần sau.

    Gặp tên tắt trước thì người đọc không chắc là cơ quan nào.

    Sai: Mặt trận và các đoàn thể … Mặt trận Tổ quốc Việt Nam
    Đúng: Mặt trận Tổ quốc Việt Nam và các đoàn thể … Mặt trận
    """
    for name, shorts, not_before in _bodies(case):
        full = _in_body(case, places(case, name))
        short = _in_body(
            case,
            (
                one
                for each in shorts
                for one in outside(places(case, each), full)
                if not _followed(one, not_before)
            ),
        )
        if full and short and _is_before(case, short[0], full[0]):
            first = short[0]
            yield Remark(
                first.passage.path,
                Message.of("name-short-first", short=first.words, name=name),
                span=first.span,
                expected=f"“{name}”",
                actual=f"“{first.words}”",
                related=[full[0].passage.place(full[0].span)],
            )


@rule("ABBR01", house("chữ viết tắt được giải thích một lần, trước khi dùng", "V"))
def abbreviations_are_declared_once(case: Case) -> Remarks:
    """Chữ viết tắt, tên gọi tắt phải được giải thích một lần, trước khi dùng.

    Giải thích hai lần là thừa và dễ mâu thuẫn; không giải thích thì người đọc không rõ. Chữ quen
    dùng như UBND, HĐND, MTTQ thì không cần.

    Sai: BVCTNB được tăng cường … bảo vệ chính trị nội bộ (sau đây viết tắt là BVCTNB)
    Đúng: bảo vệ chính trị nội bộ (sau đây viết tắt là BVCTNB) … BVCTNB được tăng cường
    """
    declared = _declarations(case)
    for name, found in declared.items():
        first, *others = found
        for other in others:
            yield Remark(
                other.passage.path,
                Message.of("abbreviation-twice", name=name),
                span=other.span,
                related=[first.passage.place(first.span)],
            )
        yield from _used_early(case, name, first)
    yield from _undeclared(case, declared)


@rule("UNIT01", house("tên đơn vị theo thời điểm của báo cáo", "S2"))
def units_exist_on_their_day(case: Case) -> Remarks:
    """Đơn vị nêu tên phải còn tồn tại vào thời điểm được nói tới.

    Từ ngày 01/7/2025 không còn cấp huyện và một số tỉnh đã hợp nhất; báo cáo về thời gian trước đó
    vẫn viết theo tên cũ.

    Sai: báo cáo quý III năm 2025 giao nhiệm vụ cho các huyện ủy
    Đúng: báo cáo quý III năm 2025 giao nhiệm vụ cho các đảng ủy xã, phường, đặc khu
    """
    yield from _issuers_gone(case)
    rows = [row for row in tables.read("units").values() if _may_speak_later(case, row)]
    named = [[one for name in _unit_names(row) for one in places(case, name)] for row in rows]
    every = [one for found in named for one in found]
    for row, found_ in zip(rows, named, strict=True):
        hits: dict[str, list[Found]] = defaultdict(list)
        for one in outside(found_, every):
            if _speaks_of_now(one, case, row):
                hits[one.passage.path].append(one)
        for path, found in hits.items():
            first, *others = sorted(found, key=lambda one: one.span)
            day = words.short_date(row["until"])
            message = Message.of("unit-ended", name=first.words, day=day, instead=row["instead"])
            yield Remark(
                path,
                message,
                span=first.span,
                expected=row["instead"],
                actual=f"“{first.words}”",
                related=[one.passage.place(one.span) for one in others],
                certainty=Certainty.LIKELY,
            )


def _bodies(case: Case) -> Iterator[tuple[str, list[str], tuple[str, ...]]]:
    """Yield full names, their short forms, and what makes a short form another body's name.

    The issuer is left out: the head of the page has its full name.
    """
    for name, row in tables.read("wording")["bodies"].items():
        yield name, row["short"], tuple(row["not_before"])
    issuers = (document.issuer for document in case.known_documents if document.issuer)
    known = {one.name: one.short_name for one in issuers if one.short_name not in {"", one.name}}
    known.pop(case.report.issuer.name, None)
    yield from ((name, [short], ()) for name, short in known.items())


def _order(case: Case) -> dict[str, int]:
    """Return the places of the paragraphs of the body, in the order of the page."""
    return {passage.path: n for n, passage in enumerate(case.body)}


def _in_body(case: Case, found: Iterable[Found]) -> list[Found]:
    order = case.reading(_order)
    kept = (one for one in found if one.passage.path in order)
    return sorted(kept, key=lambda one: (order[one.passage.path], one.span))


def _is_before(case: Case, one: Found, other: Found) -> bool:
    order = case.reading(_order)
    return (order[one.passage.path], one.span) < (order[other.passage.path], other.span)


def _followed(found: Found, by: tuple[str, ...]) -> bool:
    return found.passage.masked[found.span.end :].lstrip(" ").startswith(by) if by else False


def _declarations(case: Case) -> dict[str, list[Found]]:
    """Return where names and abbreviations are declared, in the order of the page."""
    declared: dict[str, list[Found]] = defaultdict(list)
    if "tắt" not in case.reading(vocabulary).small:
        return declared
    for passage in case.body:
        if " tắt " in passage.text:
            for found in _DECLARED.finditer(passage.masked):
                declared[found[1].strip()].append(Found(passage, Span(*found.span(1))))
    return declared


def _used_early(case: Case, name: str, declared: Found) -> Iterator[Remark]:
    """Yield the remark on an abbreviation that stands ahead of its declaration."""
    if not _ABBREVIATION.fullmatch(name):
        return
    used = _in_body(case, filter(_stands_alone, within(case, [name])))
    if used and _is_before(case, used[0], declared):
        yield Remark(
            used[0].passage.path,
            Message.of("abbreviation-early", name=name),
            span=used[0].span,
            related=[declared.passage.place(declared.span)],
        )


def _undeclared(case: Case, declared: Iterable[str]) -> Iterator[Remark]:
    """Yield remarks on abbreviations that nobody explains and few know."""
    known = case.reading(vocabulary)
    usual = {*tables.read("wording")["abbreviations"]["known"], *declared}
    rare = {word for word in known.words if _ABBREVIATION.fullmatch(word)} - usual
    if not rare:
        return
    rare -= {word for found in _EXPLAINED.finditer(known.text) for word in found.groups() if word}
    rare = {word for word in rare if not _ROMAN.fullmatch(word) and not is_syllable(word)}
    standing: dict[str, list[Found]] = defaultdict(list)
    for one in matching(case, _ABBREVIATIONS):
        if one.words in rare and _stands_alone(one):
            standing[one.words].append(one)
    for token, found in sorted(standing.items()):
        first, *others = found
        yield Remark(
            first.passage.path,
            Message.of("abbreviation-undeclared", name=token),
            span=first.span,
            actual=f"“{token}”",
            related=[one.passage.place(one.span) for one in others],
            severity=Severity.NOTE,
            certainty=Certainty.POSSIBLE,
        )


def _stands_alone(found: Found) -> bool:
    """Tell whether it is no part of a number or symbol, and stands in running text."""
    text, span = found.passage.masked, found.span
    joined = text[span.start - 1 : span.start] + text[span.end : span.end + 1]
    return not set(joined) & set("-/.&+_@") - {"."} and not _is_capitals(text)


@lru_cache(maxsize=1024)
def _is_capitals(text: str) -> bool:
    """Tell whether a passage is all in capitals; asked of each of its words."""
    return text.isupper()


def _issuers_gone(case: Case) -> Iterator[Remark]:
    """Yield remarks on issuers that did not exist on the day of their documents."""
    report = case.report
    if report.date and not report.issuer.exists(report.date):
        day = words.short_date(report.date)
        yield Remark("$.issuer", Message.of("unit-issuer", name=report.issuer, day=day))
    for path, document in own_documents(case):
        if document.issuer and document.date and not document.issuer.exists(document.date):
            day = words.short_date(document.date)
            yield Remark(path, Message.of("unit-issuer", name=document.issuer, day=day))


def _unit_names(row: dict[str, Any]) -> Iterator[str]:
    for name in row["names"]:
        yield from (
            (f"{lead} {name}" for lead in row.get("behind", ())) if "behind" in row else (name,)
        )


def _may_speak_later(case: Case, row: dict[str, Any]) -> bool:
    """Tell whether the report speaks of days behind the last one of a unit in any place."""
    until = row.get("until")
    day = case.report.date
    return until is not None and (bool(day and day > until) or _is_later(case, until))


def _is_later(case: Case, until: dt.date) -> bool:
    return case.report.period is not None and case.report.period.first > until


def _speaks_of_now(found: Found, case: Case, row: dict[str, Any]) -> bool:
    """Tell whether a name speaks of the time behind its last day, and not of the change."""
    passage, span = found
    if passage.section not in _AHEAD and not _is_later(case, row["until"]):
        return False
    behind = passage.masked[span.end : span.end + _BEHIND]
    if behind.lstrip(" ").startswith(tuple(row.get("unless_before", ()))):
        return False
    return not _is_abroad(behind) and not case.reading(_past)[passage.path].meets(span)


def _is_abroad(behind: str) -> bool:
    """Tell whether the words behind a name put it in another country: Hà Nam (Trung Quốc)."""
    return behind.lstrip(" (,").removeprefix("của ").startswith(_countries())


@lru_cache(maxsize=1)
def _countries() -> tuple[str, ...]:
    return tuple(tables.read("units")["past"]["countries"])


class _Past(dict[str, Cover]):
    """By passage, what speaks of the past or of the change itself; read when first asked for."""

    def __init__(self, case: Case) -> None:
        self._passages = {passage.path: passage for passage in case.passages}

    def __missing__(self, path: str) -> Cover:
        made = self[path] = Cover(_of_the_past(self._passages[path]))
        return made


def _past(case: Case) -> _Past:
    return _Past(case)


def _of_the_past(passage: Passage) -> Iterator[Span]:
    """Yield the sentences with a word that says so, and citations with their subjects."""
    text, start = passage.masked, 0
    cues, ahead = _cues()
    ends = [found.end() for found in _STOP.finditer(text)]
    for end in (*ends, len(text)):
        if cues.search(text, start, end):
            yield Span(start, end)
        elif found := ahead.search(text, start, end):
            yield Span(found.start(), end)
        start = end
    for citation in passage.citations:
        subject = _SUBJECT.match(text, citation.span.end)
        yield Span(citation.span.start, subject.end() if subject else citation.span.end)


@lru_cache(maxsize=1)
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of the words that may stand anywhere, and of those in front."""
    past = tables.read("units")["past"]
    cues, ahead = (rf"(?i)\b(?:{'|'.join(past[name])})\b" for name in ("cues", "ahead"))
    return re.compile(cues), re.compile(ahead)


RULES = (full_names_come_first, abbreviations_are_declared_once, units_exist_on_their_day)
