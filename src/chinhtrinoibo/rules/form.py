"""The form (thể thức): what a final report must carry, who may sign, number, title, headings."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import attrs

from chinhtrinoibo import words
from chinhtrinoibo.citations import Lexicon
from chinhtrinoibo.docnumber import DocumentNumber, spelt
from chinhtrinoibo.findings import Certainty, Edit, Fix, Severity
from chinhtrinoibo.kinds import System
from chinhtrinoibo.layout.profiles import Profile
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model.reports import SummaryReport
from chinhtrinoibo.model.signing import Authority, Signature
from chinhtrinoibo.rules.case import Case
from chinhtrinoibo.rules.rule import Remark, Remarks, clause, house, rule
from chinhtrinoibo.spans import Span
from chinhtrinoibo.text import fold

_COMPONENTS = (
    clause("hd36", "Phụ lục 1: các thành phần thể thức bắt buộc", "V"),
    clause("hd05", "các thành phần thể thức bắt buộc", "S"),
    clause("nd30", "Điều 8 và Phụ lục I: các thành phần thể thức chính", "M"),
)
_SIGNING = (
    clause("hd36", "thể thức đề ký", "V"),
    clause("hd05", "thể thức đề ký", "S"),
    clause("nd30", "Phụ lục I: chức vụ, họ tên và chữ ký của người có thẩm quyền", "V"),
)
_NUMBERING = (
    clause("hd36", "Phụ lục 3: số và ký hiệu", "V"),
    clause("hd05", "số và ký hiệu", "S2"),
    clause("nd30", "Phụ lục I và III: số, ký hiệu", "V"),
)
#: How the names of committees of the Party begin: for them nobody signs K/T.
_COMMITTEES = (
    *("ban chấp hành", "ban thường vụ", "thường trực", "bộ chính trị", "ban bí thư", "cấp ủy"),
    *("tỉnh ủy", "thành ủy", "huyện ủy", "thị ủy", "quận ủy", "đảng ủy", "chi ủy"),
)
#: Bodies that act as a whole, so that who signs does so on their behalf.
_COLLECTIVE = (*_COMMITTEES, "ủy ban", "hội đồng")
#: How the names of bodies begin whose system is beyond doubt.
_PARTY_BODIES = (
    *("ban chấp hành đảng bộ", "ban thường vụ tỉnh ủy", "ban thường vụ thành ủy"),
    *("ban thường vụ huyện ủy", "ban thường vụ đảng ủy", "tỉnh ủy", "thành ủy", "huyện ủy"),
    *("thị ủy", "quận ủy", "đảng ủy", "đảng bộ", "chi bộ", "chi ủy"),
)
_BOARD = "BCĐ"
_STATE_BODIES = ("ủy ban nhân dân", "hội đồng nhân dân")
_TITLES = re.compile(r"(?i:đồng chí|đ/c|gs|pgs|ts|ths)(?:\.| |(?=\.))")
_OPENINGS = ("Tổng kết ", "Sơ kết ", "Kết quả ", "Tình hình ", "Công tác ", "Đánh giá ", "Về ")


class _Component(NamedTuple):
    """A mandatory component: where it stands in the data, its words, and whether it is there."""

    path: str
    words: str
    there: bool


@rule("FORM01", *_COMPONENTS, severity=Severity.ERROR)
def final_report_is_complete(case: Case) -> Remarks:
    """Báo cáo chính thức phải đủ số, ngày, địa danh, đề ký và nơi nhận.

    Thiếu một thành phần thì văn bản chưa đủ thể thức để ban hành. Bản dự thảo chưa cần đủ; báo cáo
    đã có số, hoặc có cả ngày và họ tên người ký, được coi là bản chính thức.

    Sai: có số 05-BC/TU nhưng không có ngày và người ký
    Đúng: number, date, place, signature, recipients đều có; hoặc draft: 1
    """
    if _is_final(case.report):
        for component in _components(case.report):
            if not component.there:
                message = Message.of("form-missing", name=component.words, key=component.path[2:])
                yield Remark(component.path, message, expected=component.words)


@rule("FORM02", *_SIGNING, severity=Severity.ERROR)
def signer_has_the_right(case: Case) -> Remarks:
    """Người ký phải đúng quyền hạn, và đề ký đúng thể thức.

    Tập thể thì ký thay mặt (T/M); cấp phó của thủ trưởng ký thay (K/T), nhưng không ký thay cấp ủy;
    thể thức của Đảng không có TUQ.

    Sai: K/T BAN THƯỜNG VỤ
    Đúng: T/M BAN THƯỜNG VỤ, PHÓ BÍ THƯ
    """
    signature = case.report.signature
    if signature is None:
        return
    party = case.profile.system is System.PARTY
    own = signature.authority
    if party and own is Authority.FOR and _begins(signature.body, _COMMITTEES):
        message = Message.of("sign-for-committee", body=signature.body)
        yield Remark("$.signature.authority", message, expected="T/M", actual="K/T")
    elif own is not Authority.DIRECT and not case.profile.authority.get(own.value):
        message = Message.of("sign-unknown", prefix=own.value)
        yield Remark(
            "$.signature.authority",
            message,
            expected="T/L",
            actual=own.value,
            severity=Severity.WARNING,
        )
    elif own in {Authority.ON_BEHALF, Authority.FOR, Authority.DELEGATED} and not signature.body:
        message = Message.of("sign-no-body", prefix=_prefix(own, case.profile))
        yield Remark("$.signature.body", message, severity=Severity.WARNING)
    elif own is Authority.DIRECT and _begins(case.report.issuer.name, _COLLECTIVE):
        message = Message.of("sign-collective", issuer=case.report.issuer)
        yield Remark(
            "$.signature.authority",
            message,
            expected=_prefix(Authority.ON_BEHALF, case.profile),
            severity=Severity.WARNING,
            certainty=Certainty.LIKELY,
        )
    yield from _block(signature, party=party)


@rule("FORM03", *_NUMBERING)
def number_fits_the_report(case: Case) -> Remarks:
    """Số và ký hiệu, tiêu đề cơ quan phải khớp với loại văn bản và cơ quan ban hành.

    Ký hiệu sai thì văn thư không vào sổ được, và người khác viện dẫn sai.

    Sai: số 05-KH/TU cho một báo cáo
    Đúng: số 05-BC/TU
    """
    report = case.report
    number, symbol = report.number, report.issuer.symbol
    if number:
        if number.system is not case.profile.system:
            message = Message.of("number-system", number=number, form=case.profile)
            yield Remark("$.number", message, actual=str(number))
        elif right := _of_other_system(report, number):
            is_party = right.system is System.PARTY
            code = "number-form-party" if is_party else "number-form-state"
            message = Message.of(code, number=number, right=right)
            yield Remark("$.number", message, expected=str(right), actual=str(number))
        elif number.symbol != "BC":
            message = Message.of("number-symbol", number=number)
            yield Remark("$.number", message, expected="BC", actual=number.symbol)
        if symbol and not _same_symbol(number.issuer, symbol):
            message = Message.of("number-issuer", number=number, symbol=symbol)
            yield Remark("$.number", message, expected=symbol, actual=number.issuer)
    last = len(report.issuer.header) - 1
    if case.profile.system is System.PARTY and last >= 0:
        line = report.issuer.header[last]
        if fold(line).startswith("ban thường vụ"):
            message = Message.of("committee-header", line=line)
            yield Remark(f"$.issuer.header[{last}]", message, actual=f"“{line}”")


@rule("HEAD01", house("tiêu đề và đề mục không có dấu kết thúc", "V"), severity=Severity.NOTE)
def headings_carry_no_stop(case: Case) -> Remarks:
    """Tiêu đề và đề mục không kết thúc bằng dấu chấm, dấu hai chấm.

    Trích yếu của văn bản Đảng viết thường chữ đầu, và không lặp lại hai chữ “báo cáo”.

    Sai: title: Báo cáo tổng kết công tác năm 2024.
    Đúng: title: tổng kết công tác năm 2024
    """
    for path, text in _headings(case.report):
        bare = text.rstrip()
        kept = bare.rstrip(".:;, ")
        if bare != kept and kept and not bare.endswith(("..", "v.v.")):
            span = Span(len(kept), len(bare))
            fix = Fix([Edit(path, span, span.of(text), "")])
            yield Remark(
                path, Message.of("head-stop", sign=span.of(text).strip()), span=span, fix=fix
            )
    title = case.report.title
    if fold(title).startswith("báo cáo "):
        span = Span(0, len("báo cáo"))
        yield Remark("$.title", Message.of("title-kind"), span=span, actual=f"“{span.of(title)}”")
    elif case.profile.words.subject_case == "lower" and title.startswith(_OPENINGS):
        small = words.lower_first(title[0])
        fix = Fix([Edit("$.title", Span(0, 1), title[0], small)])
        yield Remark(
            "$.title",
            Message.of("title-capital"),
            span=Span(0, 1),
            expected=small,
            actual=title[0],
            fix=fix,
        )


def _is_final(report: SummaryReport) -> bool:
    """Tell whether a report is meant to be issued as it stands."""
    numbered = report.number is not None and report.number.serial is not None
    signed = report.signature is not None and bool(report.signature.name)
    return report.draft is None and (numbered or (report.date is not None and signed))


def _components(report: SummaryReport) -> tuple[_Component, ...]:
    signature = report.signature
    numbered = report.number is not None and report.number.serial is not None
    return (
        _Component("$.number", "số và ký hiệu", numbered),
        _Component("$.date", "ngày ban hành", report.date is not None),
        _Component("$.place", "địa danh", bool(report.place or report.issuer.place)),
        _Component("$.signature", "đề ký, họ tên người ký", bool(signature and signature.name)),
        _Component("$.recipients", "nơi nhận", bool(report.recipients or report.filed_at)),
    )


def _block(signature: Signature, *, party: bool) -> Iterator[Remark]:
    """Yield remarks on the words of the block; the name itself is never repeated."""
    if found := _TITLES.match(signature.name):
        message = Message.of("sign-title", title=found[0].strip())
        yield Remark("$.signature.name", message, severity=Severity.WARNING)
    place = fold(signature.position).find(" ủy")
    if (
        party
        and signature.authority is Authority.ON_BEHALF
        and "bí thư" in fold(signature.position)
        and place > 0
    ):
        message = Message.of("sign-position", position=signature.position)
        yield Remark("$.signature.position", message, severity=Severity.NOTE)


def _prefix(authority: Authority, profile: Profile) -> str:
    return profile.authority.get(authority.value, authority.value).strip()


def _begins(name: str, openings: tuple[str, ...]) -> bool:
    return fold(name).startswith(openings)


def _same_symbol(one: str, other: str) -> bool:
    """Tell whether two issuers' symbols agree; a unit that drafts may follow: UBND-NC."""
    one, other = spelt(one), spelt(other)
    return one == other or one.startswith(f"{other}-") or other.startswith(f"{one}-")


def _of_other_system(report: SummaryReport, number: DocumentNumber) -> DocumentNumber | None:
    """Return a number in the form of the issuer's system, where it has that of the other."""
    symbols = Lexicon.standard().symbols
    letters = (spelt(one) for one in (number.issuer, report.issuer.symbol))
    told = {system for one in letters if (system := symbols.get(one)) is not None}
    name = fold(report.issuer.name)
    if name.startswith(_PARTY_BODIES):
        told.add(System.PARTY)
    elif name.startswith(_STATE_BODIES):
        told.add(System.STATE)
    if number.issuer == _BOARD:  # a steering board may be of either
        return None
    if len(told) != 1 or number.system in told or not number.symbol:
        return None  # nothing tells, or one goes against the other
    return attrs.evolve(number, system=told.pop(), year=None)


def _headings(report: SummaryReport) -> Iterator[tuple[str, str]]:
    """Yield what is printed as the title or as a heading."""
    yield "$.title", report.title
    if report.headings:
        for field in attrs.fields(type(report.headings)):
            yield f"$.headings.{field.name}", getattr(report.headings, field.name)
    if all(result.title for result in report.results):
        for n, result in enumerate(report.results):
            if result.paragraphs:
                yield f"$.results[{n}].title", result.title
    for n, direction in enumerate(report.directions):
        if direction.paragraphs:
            yield f"$.directions[{n}].title", direction.title


RULES = (
    final_report_is_complete,
    signer_has_the_right,
    number_fits_the_report,
    headings_carry_no_stop,
)
