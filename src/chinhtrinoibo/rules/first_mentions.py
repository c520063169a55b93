"""How documents are cited (cách viện dẫn): in full first, short afterwards, in one notation."""

import re
from collections.abc import Iterator

from chinhtrinoibo.citations import Lexicon
from chinhtrinoibo.findings import Certainty, Edit, Fix, Severity
from chinhtrinoibo.messages import Message
from chinhtrinoibo.rules.case import Case
from chinhtrinoibo.rules.citing import mentions, of_body
from chinhtrinoibo.rules.mention import Mention
from chinhtrinoibo.rules.rule import Remark, Remarks, clause, house, rule
from chinhtrinoibo.spans import Span
from chinhtrinoibo.text import fold

_IN_FULL = (
    clause("hd36", "viện dẫn văn bản: lần đầu ghi đầy đủ, các lần sau ghi tên loại và số", "S"),
    clause("hd05", "viện dẫn văn bản: lần đầu ghi đầy đủ, các lần sau ghi tên loại và số", "S"),
    clause("nd30", "Phụ lục I: viện dẫn văn bản có liên quan", "M"),
)
_ISSUED = re.compile(r"(?i)\b(?:ban hành|ký|thông qua|phê duyệt)\b")
_DAY = re.compile(r"(?i)ngày\s+[0-9]")
_NUMBERED = re.compile(r"(?i)số:?\s*[0-9]")
_COMMA_DAY = re.compile(r"(?i)(,?)(\s+)ngày\s+[0-9]")
_TERM = re.compile(r"(?i)(\(?)kh(?:óa|oá)\s+[IVXL]+\b\)?")


@rule("CITE01", *_IN_FULL)
def first_mention_is_in_full(case: Case) -> Remarks:
    """Lần đầu viện dẫn một văn bản phải ghi đủ số, ngày ban hành, cơ quan ban hành, trích yếu.

    Nhiều văn bản trùng số; thiếu ngày và cơ quan ban hành thì người đọc không biết là văn bản nào.
    Luật và nghị quyết đại hội chỉ cần ghi tên.

    Sai: thực hiện Chỉ thị số 39-CT/TW
    Đúng: thực hiện Chỉ thị số 39-CT/TW, ngày 18/8/2014 của Bộ Chính trị về tăng cường công tác …
    """
    for group in case.reading(of_body).values():
        first = group[0]
        missing = list(_missing(first))
        if first in case.reading(_titled_behind) and "trích yếu" in missing:
            missing.remove("trích yếu")
        if not missing:
            continue
        known, fuller = first.document, next((one for one in group[1:] if one.full), None)
        yield Remark(
            first.passage.path,
            Message.of("cite-first", text=first.citation, missing=", ".join(missing)),
            span=first.span,
            expected=known.cite(comma=case.profile.words.citation_comma, title=True)
            if known
            else "",
            actual=str(first.citation),
            related=[fuller.place] if fuller else (),
            certainty=None if first.key else Certainty.LIKELY,
        )


@rule("CITE02", *_IN_FULL)
def later_mentions_are_short(case: Case) -> Remarks:
    """Từ lần viện dẫn thứ hai chỉ ghi tên loại và số, theo một cách.

    Chép lại ngày ban hành, cơ quan, trích yếu làm văn bản dài và dễ sinh ra hai bản khác nhau.

    Sai: Kết luận số 21-KL/TW, ngày 25/10/2021 … Kết luận số 21-KL/TW, ngày 25/10/2021
    Đúng: Kết luận số 21-KL/TW, ngày 25/10/2021 … Kết luận 21-KL/TW
    """
    for group in case.reading(of_body).values():
        if group[0].key is None or group[0].act:
            continue
        yield from _repeated(group)
        yield from _varied(group)


@rule("CITE10", house("một cách ghi khóa và ngày trong cả báo cáo"), severity=Severity.NOTE)
def notation_is_of_one_kind(case: Case) -> Remarks:
    """Cách ghi khóa, và dấu phẩy trước “ngày”, phải thống nhất trong cả báo cáo.

    Hai cách lẫn nhau cho thấy các đoạn được chép từ nhiều nơi.

    Sai: Bộ Chính trị (khóa XII) … Ban Chấp hành Trung ương khóa XIII
    Đúng: Bộ Chính trị khóa XII … Ban Chấp hành Trung ương khóa XIII
    """
    typed = [one for one in case.reading(mentions) if one.typed]
    terms = [(one, place, bool(found[1])) for one, place, found in _places(typed, _TERM)]
    yield from _mixed(terms, "cite-term-notation")
    days = [(one, place, bool(found[1])) for one, place, found in _places(typed, _COMMA_DAY)]
    comma = case.profile.words.citation_comma
    marked = any(one.mark and one.full for one in case.reading(mentions))
    if len({has for _, _, has in days} | ({comma} if marked else set())) > 1:
        for one, place, has in days:
            if has is not comma:
                yield Remark(
                    one.passage.path,
                    Message.of("cite-comma-add" if comma else "cite-comma-drop"),
                    span=place,
                    expected=f"{', ' if comma else ' '}ngày".strip(),
                    actual=place.of(one.passage.text).strip(),
                    fix=Fix([_comma(one, place, comma=comma)]),
                )


def _missing(mention: Mention) -> Iterator[str]:
    """Yield what a first mention leaves out."""
    citation = mention.citation
    if not mention.typed or mention.act or mention.congress:
        return
    document = mention.document
    if not (citation.issuer_symbol or citation.symbol):
        word = Lexicon.standard().types.get(fold(citation.kind or ""))
        if citation.text[:1] in "0123456789s" or not (mention.plenum or (word and word.bare)):
            return  # one of a list, which is told with the first, or a name like Chương trình 135
        told = document is not None and document.number is not None
        if not (told or (citation.number and not mention.plenum)):
            return  # nothing says that it has a number
        yield "số, ký hiệu"
    issued = _ISSUED.search(mention.lead) is not None or mention.issued_behind
    if not citation.date_text and not (issued and _DAY.search(mention.lead)):
        yield "ngày ban hành"
    if mention.enclosed:
        return  # a source in brackets is cited by number and day
    if not (mention.issuer or issued or mention.plenum):
        yield "cơ quan ban hành"
    if not mention.titled:
        yield "trích yếu"


def _titled_behind(case: Case) -> frozenset[Mention]:
    """Return the mentions that stand again, with their title, in the title of the next one."""
    found = case.reading(mentions)
    return frozenset(
        one
        for one, following, inner in zip(found, found[1:], found[2:], strict=False)
        if inner.nested and not following.nested and one.key and inner.key == one.key
    )


def _repeated(group: list[Mention]) -> Iterator[Remark]:
    """Yield the mentions in full behind one in full."""
    first: dict[object, Mention] = {}
    for mention in group:
        day = mention.citation.date or mention.citation.date_text
        told = first.get(day)
        if told and mention.typed and day:
            short = _short(mention)
            yield Remark(
                mention.passage.path,
                Message.of("cite-repeat", text=mention.citation, short=short),
                span=mention.span,
                expected=short,
                actual=str(mention.citation),
                related=[told.place],
            )
        if mention.full:
            first.setdefault(day, mention)


def _varied(group: list[Mention]) -> Iterator[Remark]:
    """Yield one note on later mentions that say more than type and number, or say it variously."""
    later = [one for one in group[1:] if one.typed and one.citation.issuer_symbol and not one.full]
    if {one.citation.kind for one in later} - {group[0].citation.kind}:
        return
    longer = [one for one in later if one.citation.issuer]
    numbered = [one for one in later if _NUMBERED.search(one.citation.text)]
    odd = longer or (numbered if len(numbered) < len(later) else [])
    if odd and (len({one.document and one.document.identity for one in group}) == 1):
        short = _short(odd[0])
        yield Remark(
            odd[0].passage.path,
            Message.of("cite-varied", text=odd[0].citation, short=short),
            span=odd[0].span,
            expected=short,
            actual=str(odd[0].citation),
            related=[one.place for one in group if one is not odd[0]],
            severity=Severity.NOTE,
        )


def _short(mention: Mention) -> str:
    """Return type and number, as a later mention has them."""
    if mention.document and mention.document.number:
        return mention.document.heading
    citation = mention.citation
    head = citation.text.partition(" ngày ")[0].partition(" của ")[0].rstrip(", ")
    return re.sub(r"(?i)\s+số:?\s+(?=[0-9])", " ", " ".join(head.split()))


def _places(
    typed: list[Mention], pattern: re.Pattern[str]
) -> Iterator[tuple[Mention, Span, re.Match[str]]]:
    for one in typed:
        if found := pattern.search(one.citation.text):
            yield one, Span(*found.span()).shifted(one.span.start), found


def _mixed(marked: list[tuple[Mention, Span, bool]], code: str) -> Iterator[Remark]:
    """Yield one note where a notation is met in two ways, at the first of the rarer way."""
    ways: dict[bool, list[tuple[Mention, Span]]] = {}
    for one, place, way in marked:
        ways.setdefault(way, []).append((one, place))
    if len(ways) == 1 or not ways:
        return
    rarer, usual = sorted(ways.values(), key=len)
    (one, place), (other, there) = rarer[0], usual[0]
    found, wanted = place.of(one.passage.text), there.of(other.passage.text)
    yield Remark(
        one.passage.path,
        Message.of(code, found=found, usual=wanted),
        span=place,
        expected=f"cách ghi như “{wanted}”",
        actual=found,
        related=[mention.passage.place(spot) for mention, spot in (*rarer[1:], *usual)],
    )


def _comma(mention: Mention, place: Span, *, comma: bool) -> Edit:
    """Return the edit that puts a comma before “ngày”, or takes it away."""
    start = place.start
    if comma:
        text = mention.passage.text[start : start + 1]
        return mention.passage.edit(Span(start, start + 1), f",{text}")
    return mention.passage.edit(Span(start, start + 1), "")


RULES = (first_mention_is_in_full, later_mentions_are_short, notation_is_of_one_kind)
