"""Numbers and days of cited documents (số, ký hiệu, ngày): their form, their type, their time."""

import datetime as dt
import re
from collections.abc import Iterator

from chinhtrinoibo import words
from chinhtrinoibo.citations import Citation, Lexicon
from chinhtrinoibo.citations.patterns import NUMBER
from chinhtrinoibo.docnumber import spelt
from chinhtrinoibo.errors import InvalidDate, InvalidNumber
from chinhtrinoibo.findings import Certainty, Fix, Place, Severity
from chinhtrinoibo.kinds import System
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model.documents import Document
from chinhtrinoibo.resolution import central
from chinhtrinoibo.rules.case import Case
from chinhtrinoibo.rules.citing import mentions, own_documents
from chinhtrinoibo.rules.mention import Mention
from chinhtrinoibo.rules.rule import Remark, Remarks, clause, house, rule
from chinhtrinoibo.rules.symbols import fitting_kinds, letter_type, symbols_of
from chinhtrinoibo.spans import Span
from chinhtrinoibo.terms import Term
from chinhtrinoibo.text import fold

_SIGHT = 60  # characters before a citation in which another type word may stand
_GRACE = dt.timedelta(days=31)  # around the first and last day of a term, which are from memory
_PADDED_SINCE = 2011  # State numbers before are often given without a zero
_TEN = 10
_COLON = re.compile(r"(?i)số\s*:\s*(?=[0-9])")
_THIRD = re.compile(r"\s?/\s?([A-ZĐ]{2,6})(?![\w-])")


@rule(
    "CITE05",
    clause("qd66", "các loại văn bản của Đảng", "I"),
    clause("qd399", "các loại văn bản của Đảng", "V"),
    clause("nd30", "Phụ lục III: tên loại và chữ viết tắt", "V"),
    severity=Severity.ERROR,
)
def type_fits_the_symbol(case: Case) -> Remarks:
    """Tên loại và ký hiệu của văn bản được viện dẫn phải khớp nhau.

    Ký hiệu cho biết tên loại; hai bên khác nhau thì một bên sai. Trong văn bản của Đảng, QĐ là cả
    quyết định và quy định.

    Sai: Công văn số 09-QC/TW
    Đúng: Quy chế số 09-QC/TW
    """
    for mention in _typed(case):
        citation = mention.citation
        fitting = fitting_kinds(citation.symbol, citation.kind, citation.system)
        if letters := letter_type(_tail(citation), citation.kind, citation.system):
            yield Remark(
                mention.passage.path,
                Message.of("cite-letter-type", text=citation, symbol=letters),
                span=mention.span,
                actual=letters,
                severity=Severity.WARNING,
                certainty=Certainty.LIKELY,
            )
            continue
        if fitting is None or _named_before(mention, fitting):
            continue
        if not fitting:
            yield Remark(
                mention.passage.path,
                Message.of("cite-symbol-unknown", text=citation, symbol=citation.symbol),
                span=mention.span,
                actual=citation.symbol or "",
                severity=Severity.WARNING,
                certainty=Certainty.LIKELY,
            )
            continue
        known = words.join(fitting, "hoặc")
        yield Remark(
            mention.passage.path,
            Message.of(
                "cite-type", text=citation, symbol=citation.symbol, known=known, kind=citation.kind
            ),
            span=mention.span,
            expected=known,
            actual=citation.kind or "",
            certainty=Certainty.LIKELY if citation.symbol == "QĐ" else None,
        )


@rule(
    "CITE06",
    house("ngày ban hành là ngày có thật, không sau ngày báo cáo"),
    severity=Severity.ERROR,
)
def days_of_issue_are_possible(case: Case) -> Remarks:
    """Ngày ban hành của văn bản phải có trong lịch, không sau ngày báo cáo, không trước căn cứ.

    Ngày sai thường do gõ nhầm, hoặc chép từ văn bản khác.

    Sai: Nghị quyết số 19-NQ/TW, ngày 31/02/2017
    Đúng: Nghị quyết số 19-NQ/TW, ngày 25/10/2017
    """
    for mention in _typed(case):
        for message, certainty in _odd_days(mention.citation, case.report.date):
            yield Remark(
                mention.passage.path,
                message,
                span=mention.span,
                actual=mention.citation.date_text or "",
                certainty=certainty,
            )
    yield from _odd_documents(case)


@rule(
    "CITE07",
    clause("hd36", "số và ký hiệu văn bản", "S2"),
    clause("hd05", "số và ký hiệu văn bản", "S2"),
    clause("nd30", "Phụ lục I: số, ký hiệu của văn bản", "V"),
)
def numbers_are_written_in_their_form(case: Case) -> Remarks:
    """Số, ký hiệu viết liền, chữ hoa, đúng dấu: 05-ĐA/TU của Đảng, 05/KH-UBND của Nhà nước.

    Viết khác đi thì tìm kiếm không ra, và dễ hiểu là văn bản của hệ thống khác.

    Sai: Đề án số 05- ĐA/TU; Quyết định 28/QĐ-TW; Chỉ thị 5-CT/TƯ
    Đúng: Đề án số 05-ĐA/TU; Quyết định 28-QĐ/TW; Chỉ thị 05-CT/TW
    """
    for mention in _typed(case):
        edits = [*_colon(mention), *_number(mention)]
        if edits:
            found = words.join([f"“{span.of(mention.passage.text)}”" for span, _ in edits])
            wanted = words.join([f"“{text}”" for _, text in edits])
            yield Remark(
                mention.passage.path,
                Message.of("cite-symbol", found=found, wanted=wanted),
                span=Span(edits[0][0].start, edits[-1][0].end),
                expected=wanted,
                actual=found,
                fix=Fix([mention.passage.edit(span, text) for span, text in edits])
                if edits[-1][0].end <= mention.span.end
                else None,  # of 12/QĐ/TW not all was read: what follows it may be wrong, too
            )


def _typed(case: Case) -> Iterator[Mention]:
    return (mention for mention in case.reading(mentions) if mention.typed)


def _tail(citation: Citation) -> str:
    """Return the letters behind the number, as printed."""
    return citation.symbol or citation.issuer_symbol or ""


def _named_before(mention: Mention, fitting: tuple[str, ...]) -> bool:
    """Tell whether the right type stands before the one read: Thông báo Kết luận số 12-TB/TU."""
    before = fold(mention.lead[-_SIGHT:])
    return any(kind in before for kind in fitting)


# Days.


def _odd_days(
    citation: Citation, reported: dt.date | None
) -> Iterator[tuple[Message, Certainty | None]]:
    """Yield what is wrong with the day of a citation."""
    if citation.impossible_date:
        yield Message.of("cite-day-none", text=citation, day=citation.date_text), None
    day = citation.date
    if day is None:
        return
    if reported and day > reported:
        told, of = words.short_date(day), words.short_date(reported)
        yield Message.of("cite-day-late", text=citation, day=told, reported=of), None
    if citation.number and citation.issuer_symbol and citation.year not in {None, day.year}:
        yield Message.of("cite-day-year", text=citation, year=citation.year), None
    elif citation.term and central(citation.issuer_symbol or "TW") == "TW":
        yield from _out_of_term(citation, day, citation.term)


def _out_of_term(text: object, day: dt.date, name: str) -> Iterator[tuple[Message, Certainty]]:
    term = Term.all().get(name)
    if term and not (term.holds(day) or term.holds(day - _GRACE) or term.holds(day + _GRACE)):
        told = Message.of("cite-day-term", text=text, day=words.short_date(day), term=name)
        yield told, Certainty.LIKELY


def _odd_documents(case: Case) -> Iterator[Remark]:
    """Yield what is wrong with the days of the documents in the data."""
    reported = case.report.date
    own = list(own_documents(case))
    for path, document in own:
        day = document.date
        if day is None:
            continue
        if reported and day > reported:
            told, of = words.short_date(day), words.short_date(reported)
            message = Message.of("cite-day-late", text=document.heading, day=told, reported=of)
            yield Remark(f"{path}.date", message, actual=told)
        if document.number and central(document.number.issuer) == "TW" and document.term:
            for message, certainty in _out_of_term(document.heading, day, document.term):
                yield Remark(f"{path}.date", message, certainty=certainty)
        for n, name in enumerate(document.basis):
            yield from _before_basis(f"{path}.basis[{n}]", document, _named(name, own))


def _before_basis(
    path: str, document: Document, basis: list[tuple[str, Document]]
) -> Iterator[Remark]:
    """Yield that a document is older than the one that it rests on."""
    dates = {one.date for _, one in basis}
    if len(dates) != 1 or document.date is None:
        return
    (where, one) = basis[0]
    if one.date and document.date < one.date:
        yield Remark(
            path,
            Message.of(
                "cite-day-basis",
                text=document.heading,
                day=words.short_date(document.date),
                basis=one.heading,
                other=words.short_date(one.date),
            ),
            related=[Place(f"{where}.date")],
        )


def _named(name: str, own: list[tuple[str, Document]]) -> list[tuple[str, Document]]:
    """Return the documents of that name, of a number and day where a comma joins the two."""
    number, comma, day = name.rpartition(",")
    if comma:
        try:
            wanted = words.parse_date(day)
        except (InvalidDate, InvalidNumber):
            return []
        return [(path, one) for path, one in _named(number, own) if one.date == wanted]
    key = fold(name)
    return [(path, one) for path, one in own if key in map(fold, one.names)]


# Form.


def _colon(mention: Mention) -> Iterator[tuple[Span, str]]:
    """Yield the colon behind “số”, which running text never has before a Party number."""
    found = _COLON.search(mention.citation.text)
    if found and mention.citation.system is System.PARTY:
        yield Span(*found.span()).shifted(mention.span.start), f"{found[0][:2]} "


def _number(mention: Mention) -> Iterator[tuple[Span, str]]:
    """Yield a number that is written otherwise than its form, and how it is written."""
    citation = mention.citation
    if not citation.number or not citation.issuer_symbol or citation.system is None:
        return
    number = next(NUMBER.finditer(citation.text), None)
    if number is None or number["glued"] or number["old"] or number["of"]:
        return
    place = Span(*number.span()).shifted(mention.span.start)
    if third := _with_third(mention, number):
        yield Span(place.start, place.end + len(third[0])), third[1]
        return
    wanted = _spelt(citation, number)
    if wanted and wanted != number[0]:
        yield place, wanted


def _with_third(mention: Mention, number: re.Match[str]) -> tuple[str, str] | None:
    """Return what makes 12/QĐ/TW of 12/QĐ, and the number in its Party form."""
    rest = _THIRD.match(mention.passage.masked, mention.span.end)
    if not rest:
        return None
    kind = (number["tail"] or "").upper()
    if number["year"] or spelt(kind) not in symbols_of(System.PARTY) or not _of_party(rest[1]):
        return None
    if mention.citation.text[number.end() :]:
        return None
    return rest[0], f"{_padded(number)}-{spelt(kind)}/{rest[1]}"


def _spelt(citation: Citation, number: re.Match[str]) -> str:
    """Return a number in the form of its system; empty where nothing is surely wrong with it."""
    symbol, issuer = citation.symbol or "", citation.issuer_symbol or ""
    party = bool(number["symbol"])
    raw = number["symbol"] or (number["tail"] or "")[: len(symbol)]
    raw_issuer = number["issuer"] or (number["tail"] or "")[len(symbol) :].lstrip("-")
    odd = [" " in number[0].strip(), raw != symbol, raw_issuer.islower() and len(raw_issuer) > 1]
    if (citation.system is System.PARTY) is not party and _told(issuer) and symbol:
        if citation.system is None or symbol not in symbols_of(citation.system):
            return ""  # 123-CV/UBND: in the other form it would be none either
        odd.append(number["year"] is None)
        party = not party
    if issuer.endswith("TƯ") and citation.system is System.PARTY:
        issuer = f"{issuer.removesuffix('TƯ')}TW"
        odd.append(True)
    old = max(citation.year or 0, citation.date.year if citation.date else 0)
    if int(number["number"]) < _TEN and len(number["number"]) == 1:
        recent = old >= _PADDED_SINCE or (not old and symbol in symbols_of(System.STATE))
        odd.append(citation.system is System.PARTY or recent)
    if not any(odd):
        return ""
    kept = issuer if raw_issuer.islower() or issuer != spelt(raw_issuer) else raw_issuer
    head = _padded(number)
    if party:
        return f"{head}-{symbol}/{''.join(kept.split())}"
    year = f"/{number['year']}" if number["year"] else ""
    return f"{head}{year}/{symbol}{'-' if symbol else ''}{''.join(kept.split())}"


def _padded(number: re.Match[str]) -> str:
    return f"{number['number'].zfill(2)}{number['suffix'] or ''}"


def _told(issuer: str) -> bool:
    """Tell whether the letters of an issuer surely tell the system."""
    return Lexicon.standard().symbols.get(issuer) is not None


def _of_party(issuer: str) -> bool:
    return Lexicon.standard().symbols.get(issuer) is System.PARTY


RULES = (type_fits_the_symbol, days_of_issue_are_possible, numbers_are_written_in_their_form)
