"""Citations that clash (viện dẫn mâu thuẫn): with each other, and with the documents known."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations, islice
from typing import NamedTuple

from chinhtrinoibo import words
from chinhtrinoibo.citations import Citation, Lexicon
from chinhtrinoibo.findings import Certainty, Severity
from chinhtrinoibo.kinds import System
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model.documents import Document
from chinhtrinoibo.resolution import Outcome, central, same_issuer, spelt_out
from chinhtrinoibo.rules.case import Case
from chinhtrinoibo.rules.citing import mentions, places_of
from chinhtrinoibo.rules.mention import Key, Mention
from chinhtrinoibo.rules.rule import Remark, Remarks, house, rule
from chinhtrinoibo.rules.titles import alike, clash
from chinhtrinoibo.spans import Span
from chinhtrinoibo.terms import Term

_ONE = house("một số, ký hiệu trong một khóa chỉ là một văn bản", "V")
#: Names that every body of the Central Committee may go by.
_GENERAL = {"trung ương", "trung ương đảng", "đảng", "đảng cộng sản việt nam", "đảng ta"}
_PLENUM = re.compile(r"[0-9]+|[IVXL]+$|\w+$")
#: Letters of State bodies that every province has, or every commune.
_MANY = {"UBND", "HĐND"}
_ASSEMBLY = re.compile(r"QH[0-9]*")
_ISSUING = re.compile(r"(?:^|[,;:]\s*)([A-ZĐỦỤ][^,;:]{2,80}?)\s+(?:đã\s+|sẽ\s+)?ban hành\s+$")
#: Names in which a committee of the Party is met, and the one by which they are compared.
_BODIES = (
    (re.compile(r"^(?:ban thường vụ|thường trực) (?=.*\bủy\b)"), ""),
    (re.compile(r"^(?:ban chấp hành )?đảng bộ (tỉnh|huyện|quận)\b"), r"\1 ủy"),
    (re.compile(r"^(?:ban chấp hành )?đảng bộ thành phố\b"), "thành ủy"),
    (re.compile(r"^(?:ban chấp hành )?đảng bộ thị xã\b"), "thị ủy"),
    (re.compile(r"^(?:ban chấp hành )?đảng bộ\b"), "đảng ủy"),
)
_COMPARED = 20  # mentions of one number with which another is compared


class _Clash(NamedTuple):
    """Two values of one field that cannot both be right."""

    what: str
    printed: str
    other: str
    certainty: Certainty


@rule("CITE03", _ONE, severity=Severity.ERROR)
def one_number_is_one_document(case: Case) -> Remarks:
    """Cùng một văn bản thì ngày, cơ quan ban hành, khóa, trích yếu phải như nhau ở mọi chỗ.

    Hai chỗ khác nhau thì ít nhất một chỗ sai, và người đọc không biết tin chỗ nào.

    Sai: Kết luận số 21-KL/TW, ngày 25/10/2021 … Kết luận số 21-KL/TW, ngày 25/11/2021
    Đúng: Kết luận số 21-KL/TW, ngày 25/10/2021 … Kết luận 21-KL/TW
    """
    groups: dict[Key, list[Mention]] = {}
    for mention in case.reading(mentions):
        known = list(_against_known(mention))
        if both := _joined(clash_ for clash_, _ in known[:2]):
            told = known[2:] if "," in both.what else known[1:]
            for one in ((both, known[0][1]), *told):
                yield _remark_known(case, mention, one)
        if not known and (key := mention.identity):
            groups.setdefault(key, []).append(mention)
    for group in groups.values():
        yield from _within(group)


@rule("CITE04", house("người đọc phải biết viện dẫn văn bản nào"), severity=Severity.ERROR)
def citations_tell_their_document(case: Case) -> Remarks:
    """Viện dẫn phải cho biết là văn bản nào.

    Có hai Chỉ thị số 39-CT/TW; khóa nào cũng có Nghị quyết Trung ương 4. Ghi thêm ngày, cơ quan
    ban hành hoặc khóa thì không nhầm được.

    Sai: Nghị quyết Trung ương 4
    Đúng: Nghị quyết Trung ương 4 (khóa XII)
    """
    registered = {one.identity for one in (*(case.register or ()), *(case.report.register or ()))}
    told: set[object] = set()
    for mention in case.reading(mentions):
        resolution = mention.resolution
        if resolution.outcome is Outcome.AMBIGUOUS and mention.typed:
            if not _distinct(resolution.candidates):
                continue
            key = mention.key or str(mention.citation)
            if key in told:
                continue
            told.add(key)
            both = {one.identity for one in resolution.candidates} <= registered
            yield Remark(
                mention.passage.path,
                Message.of(
                    "cite-ambiguous", text=mention.citation, known=_listed(resolution.candidates)
                ),
                span=mention.span,
                actual=str(mention.citation),
                related=places_of(case, resolution.candidates),
                severity=None if both else Severity.WARNING,
            )
        elif mention.plenum and mention.typed and not _term_told(case, mention):
            yield Remark(
                mention.passage.path,
                Message.of("cite-plenum", text=mention.citation),
                span=mention.span,
                expected=f"{mention.citation} (khóa …)",
                actual=str(mention.citation),
                severity=Severity.WARNING,
            )


@rule("CITE08", house("văn bản viện dẫn có trong danh mục đã cho"), certainty=Certainty.LIKELY)
def cited_documents_are_registered(case: Case) -> Remarks:
    """Văn bản được viện dẫn nên có trong danh mục văn bản, nếu có danh mục.

    Số không có trong danh mục thường là số gõ nhầm. Danh mục có văn bản cùng ký hiệu thì là cảnh
    báo; không có thì chỉ là gợi ý.

    Sai: Kết luận số 12-KL/TW, khi danh mục chỉ có 21-KL/TW
    Đúng: Kết luận số 21-KL/TW
    """
    if not case.register:
        return
    listed = {
        (one.number.symbol, central(one.number.issuer)) for one in case.register if one.number
    }
    told: set[Key] = set()
    for mention in case.reading(mentions):
        key, citation = mention.key, mention.citation
        if key is None or key in told or not mention.typed or mention.act:
            continue
        if _unlisted(mention):
            told.add(key)
            covered = (citation.symbol or "", central(citation.issuer_symbol or "")) in listed
            yield Remark(
                mention.passage.path,
                Message.of("cite-unlisted", text=citation),
                span=mention.span,
                actual=str(citation),
                severity=None if covered else Severity.NOTE,
            )


def _unlisted(mention: Mention) -> bool:
    """Tell whether no known document has the number, or only one of another time."""
    resolution = mention.resolution
    if resolution.outcome is Outcome.CONFLICT:
        return all(_other_one(mention.citation, one) for one in resolution.candidates)
    return resolution.outcome is Outcome.UNKNOWN


def _distinct(documents: tuple[Document, ...]) -> bool:
    """Tell whether some of the documents cannot be one, listed twice with more or less."""
    return any(
        (one.date and two.date and one.date != two.date)
        or (one.term and two.term and one.term != two.term)
        or not _one_body(*(it.issuer.name if it.issuer else "" for it in (one, two)))
        for one, two in combinations(documents, 2)
    )


def _within(group: list[Mention]) -> Iterator[Remark]:
    """Yield the mentions that say something new which clashes with what was said before."""
    different: dict[tuple[object, ...], Mention] = {}
    for mention in group:
        one = mention.citation
        said = (one.date, one.issuer, one.term, mention.title)
        if said in different:
            continue
        for before in islice(different.values(), _COMPARED if mention.typed else 0):
            if found := _joined(_clashes(mention, before)):
                yield Remark(
                    mention.passage.path,
                    Message.of(
                        "cite-conflict",
                        text=mention.citation,
                        what=found.what,
                        printed=found.printed,
                        other=found.other,
                    ),
                    span=mention.span,
                    actual=found.printed,
                    related=[before.place],
                    certainty=found.certainty,
                )
                break
        different[said] = mention


def _clashes(mention: Mention, before: Mention) -> Iterator[_Clash]:
    """Yield what two mentions of one number say differently."""
    one, other = mention.citation, before.citation
    sure, likely = Certainty.CERTAIN, Certainty.LIKELY
    one_title = bool(one.title and other.title) and alike(one.title or "", other.title or "")
    same_day = bool(one.date) and one.date == other.date
    single = _single(one)
    if not (single or same_day or _one_body(_issuer(mention), _issuer(before))):
        return  # they are two documents, of two bodies
    if one.date and other.date and one.date != other.date:
        twice = (one.date.day, one.date.month) == (other.date.day, other.date.month)
        if _one_series(one, one.date, other.date):
            level = sure if single or _same_body(_issuer(mention), _issuer(before)) else likely
            yield _days_clash(one.date, other.date, level)
            yield from _issuers_clash(one.issuer, other.issuer, level)
        elif not _yearly(one) and (one_title or (twice and _one_body(one.issuer, other.issuer))):
            yield _days_clash(one.date, other.date, likely)
        return  # or they are two documents
    yield from _issuers_clash(one.issuer, other.issuer, sure if same_day and single else likely)
    if one.term and other.term and one.term != other.term and (same_day or one_title):
        yield _Clash("khóa", one.term, other.term, sure if same_day else likely)
    if before.typed and clash(mention.title, before.title):
        yield _Clash("trích yếu", f"về {mention.title}", f"về {before.title}", likely)


def _against_known(mention: Mention) -> Iterator[tuple[_Clash, Document]]:
    """Yield what a mention says otherwise than the one known document of its number."""
    citation, resolution = mention.citation, mention.resolution
    if not mention.typed:
        return
    lent = mention.lender.term if mention.lender else None
    told = resolution.document
    if mention.plenum and not citation.term and lent and told and told.term not in {"", lent}:
        yield _Clash("khóa", lent, told.term, Certainty.LIKELY), told
    if resolution.outcome is not Outcome.CONFLICT or len(resolution.candidates) != 1:
        return
    (known,) = resolution.candidates
    issuer = known.issuer.name if known.issuer else ""
    if not citation.number or (citation.date and known.date and _other_one(citation, known)):
        return
    same_title = bool(citation.title and known.title) and alike(citation.title or "", known.title)
    if citation.date and known.date and citation.date != known.date:
        once = _single(citation) or _same_body(_issuer(mention), issuer)
        sure = same_title or (once and _one_series(citation, citation.date, known.date))
        level = Certainty.CERTAIN if sure else Certainty.LIKELY
        yield _days_clash(citation.date, known.date, level), known
        for found in _issuers_clash(citation.issuer, issuer, level):
            yield found, known
        return
    same_day = citation.date is not None and citation.date == known.date
    level = Certainty.CERTAIN if same_day or same_title else Certainty.LIKELY
    for found in _issuers_clash(citation.issuer, issuer, level):
        if not (_single(citation) or same_day or same_title):
            return  # it is another body's
        yield found, known
    if citation.term and known.term and citation.term != known.term:
        yield _Clash("khóa", citation.term, known.term, level), known


def _other_one(citation: Citation, known: Document) -> bool:
    """Tell whether the day is that of another document of the same number, and no slip."""
    one, other = citation.date, known.date
    if one is None or other is None or one == other:
        return False
    issuer = known.issuer.name if known.issuer else ""
    if not (_single(citation) or _one_body(citation.issuer, issuer)):
        return True
    if _one_series(citation, one, other):
        return False
    if _yearly(citation):
        return True
    same_title = alike(citation.title or "", known.title)
    same_day = (one.day, one.month) == (other.day, other.month)
    return not (same_title or same_day or abs(one.year - other.year) <= 1)


def _remark_known(case: Case, mention: Mention, found: tuple[_Clash, Document]) -> Remark:
    clash_, known = found
    return Remark(
        mention.passage.path,
        Message.of(
            "cite-conflict-known",
            text=mention.citation,
            what=clash_.what,
            printed=clash_.printed,
            other=clash_.other,
        ),
        span=mention.span,
        expected=clash_.other,
        actual=clash_.printed,
        related=places_of(case, [known]),
        certainty=clash_.certainty,
    )


def _yearly(citation: Citation) -> bool:
    """Tell whether the number is given anew each year, and does not say which."""
    return citation.system is System.STATE and citation.year is None


def _one_series(citation: Citation, one: dt.date, other: dt.date) -> bool:
    """Tell whether two days surely lie where a number is given once."""
    if citation.system is System.STATE:
        return citation.year is not None or one.year == other.year
    if central(citation.issuer_symbol or "") == "TW":
        term = Term.on(one)
        return term is not None and term == Term.on(other)
    return one.year == other.year and one.year % 5 != 0  # congresses of provinces: 2020, 2025


def _one_body(printed: str | None, other: str | None) -> bool:
    """Tell whether two names may be one body's, for a complaint must be sure that they are not."""
    one, two = _body(printed or ""), _body(other or "")
    if not one or not two or {one, two} & _GENERAL or " " not in one or " " not in two:
        return True
    return one in two or two in one or same_issuer(printed, other or "")


def _same_body(printed: str, other: str) -> bool:
    """Tell whether two names are surely one body's."""
    return bool(printed and other) and _body(printed) == _body(other)


@lru_cache(1024)
def _body(name: str) -> str:
    """Return the name by which a body is compared: BCH Đảng bộ tỉnh is Tỉnh ủy."""
    key = spelt_out(name)
    for pattern, known in _BODIES:
        key = pattern.sub(known, key)
    return key


def _issuer(mention: Mention) -> str:
    """Return who issued it, as printed, or who is said to in the words before it."""
    if mention.issuer:
        return mention.issuer
    found = _ISSUING.search(mention.lead)
    return found[1] if found else ""


def _single(citation: Citation) -> bool:
    """Tell whether only one body in the country has these letters."""
    letters = central(citation.issuer_symbol or "")
    if letters == "TW" or _ASSEMBLY.fullmatch(letters):
        return True
    return letters not in _MANY and Lexicon.standard().symbols.get(letters) is System.STATE


def _term_told(case: Case, mention: Mention) -> bool:
    """Tell whether a term stands with a plenum, or with the same plenum before it in the text."""
    citation, lender = mention.citation, mention.lender
    if citation.term or (lender and lender.meeting and lender.term):
        return True
    told, path = case.reading(_plenums_told), mention.passage.path
    first = [told.get((path, nth)) for nth in (_nth(citation), "")]
    return any(span < mention.span for span in first if span)


def _plenums_told(case: Case) -> dict[tuple[str, str], Span]:
    """Return where a text first tells the term of a plenum; a mark tells it of any."""
    told: dict[tuple[str, str], Span] = {}
    for one in case.reading(mentions):
        if one.mark and (one.plenum or (one.document and one.document.short_name)):
            told.setdefault((one.passage.path, ""), one.span)
        elif one.plenum and one.citation.term:
            told.setdefault((one.passage.path, _nth(one.citation)), one.span)
    return told


def _nth(citation: Citation) -> str:
    """Return the number of a plenum, as printed."""
    return next(iter(_PLENUM.findall(citation.meeting or "")[-1:]), "?")


def _days_clash(printed: dt.date, other: dt.date, certainty: Certainty) -> _Clash:
    return _Clash("ngày", words.short_date(printed), words.short_date(other), certainty)


def _issuers_clash(
    printed: str | None, other: str | None, certainty: Certainty
) -> Iterator[_Clash]:
    if not _one_body(printed, other):
        yield _Clash("cơ quan ban hành", printed or "", other or "", certainty)


def _joined(clashes: Iterable[_Clash]) -> _Clash | None:
    """Return day and issuer as one clash where both differ, else the first."""
    found = list(clashes)
    if [clash_.what for clash_ in found[:2]] != ["ngày", "cơ quan ban hành"]:
        return found[0] if found else None
    day, body = found[:2]
    return _Clash(
        f"{day.what}, {body.what}",
        f"{day.printed}, {body.printed}",
        f"{day.other}, {body.other}",
        day.certainty,
    )


def _listed(documents: tuple[Document, ...]) -> str:
    return "; ".join(document.cite() for document in documents)


RULES = (
    one_number_is_one_document,
    citations_tell_their_document,
    cited_documents_are_registered,
)
