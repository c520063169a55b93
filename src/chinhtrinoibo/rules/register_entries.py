"""The rows of the report's register (từng văn bản trong danh mục): numbers, types, days."""

import datetime as dt
from collections.abc import Iterable, Iterator

import attrs

from chinhtrinoibo import words
from chinhtrinoibo.citations import Lexicon
from chinhtrinoibo.docnumber import DocumentNumber
from chinhtrinoibo.findings import Certainty, Place, Severity
from chinhtrinoibo.kinds import DocumentKind, System
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model.documents import Document
from chinhtrinoibo.resolution import central, same_issuer
from chinhtrinoibo.rules.case import Case
from chinhtrinoibo.rules.citing import own_documents, with_paths
from chinhtrinoibo.rules.rule import Remark, Remarks, house, rule
from chinhtrinoibo.rules.symbols import fitting_kinds, letter_type
from chinhtrinoibo.terms import Term
from chinhtrinoibo.text import fold

_SYSTEMS = {System.PARTY: "Đảng", System.STATE: "Nhà nước"}
_DECISION = "QĐ"  # a quy chế may bear the number of the decision that it was issued with
_OF_BOTH = frozenset({"BCĐ"})  # a steering board (ban chỉ đạo) may be of either
_CONGRESSES = 5  # provinces hold theirs in 2015, 2020, 2025, and number anew


@rule("REG01", house("mỗi văn bản một dòng, mỗi số một văn bản"), severity=Severity.ERROR)
def no_document_is_listed_twice(case: Case) -> Remarks:
    """Mỗi văn bản chỉ có một dòng trong danh mục, và mỗi số, ký hiệu chỉ của một văn bản.

    Hai dòng giống nhau về loại, số, ngày và cơ quan thì văn bản được đếm hai lần trong thống kê.
    Hai văn bản cùng số, ký hiệu trong một năm thì thường một số gõ nhầm; đó chỉ là cảnh báo.

    Sai: hai dòng Kế hoạch 01-KH/TU, ngày 05/3/2024
    Đúng: Kế hoạch 01-KH/TU, ngày 05/3/2024; Kế hoạch 02-KH/TU, ngày 05/3/2024
    """
    for rows in (_rows(case), with_paths("$.documents", case.report.documents)):
        groups: dict[tuple[object, ...], list[tuple[str, Document]]] = {}
        for path, document in rows:
            before = groups.setdefault(_key(document), [])
            if found := _twin(document, before):
                yield _doubled(path, document, *found)
            before.append((path, document))


@rule("REG02", house("tên loại và số, ký hiệu của một văn bản khớp nhau"), severity=Severity.ERROR)
def listed_types_fit_their_symbols(case: Case) -> Remarks:
    """Tên loại của văn bản trong dữ liệu phải khớp với ký hiệu, và số theo cách của cơ quan.

    Thống kê đếm theo tên loại, người đọc xem ký hiệu; hai bên khác nhau thì một bên sai.

    Sai: number: 344-KH/TU, kind: công văn; 15/KH-TU giữa các văn bản của Tỉnh ủy
    Đúng: number: 344-KH/TU, kind: kế hoạch; 15-KH/TU
    """
    own = list(own_documents(case))
    forms = _forms(document for _, document in own)
    for path, document in own:
        if document.number is not None:
            yield from _odd_type(path, document, document.number)
            yield from _odd_form(path, document.number, forms)


@rule("REG03", house("danh mục gồm văn bản ban hành trong kỳ"), certainty=Certainty.LIKELY)
def listed_documents_are_of_the_period(case: Case) -> Remarks:
    """Văn bản trong danh mục phải ban hành trong kỳ báo cáo.

    Danh mục gồm văn bản ban hành trong kỳ; văn bản trước đó mà báo cáo viện dẫn thì đặt ở
    documents.
    Văn bản đề ngày sau ngày báo cáo thì quy tắc CITE06 đã xét.

    Sai: kỳ báo cáo năm 2024, danh mục có văn bản ngày 28/12/2023
    Đúng: kỳ báo cáo năm 2024, danh mục có văn bản ngày 28/12/2024
    """
    period, reported = case.report.period, case.report.date
    if period is None:
        return
    dated = [(path, one, one.date) for path, one in _rows(case) if one.date]
    outside = [row for row in dated if not period.first <= row[2] <= period.last]
    if 2 * len(outside) > len(dated) > 1:  # then it is the period, or a register of the term
        message = Message.of(
            "register-outside", count=len(outside), total=len(dated), period=period
        )
        yield Remark(
            "$.register.documents",
            message,
            related=[Place(f"{path}.date") for path, *_ in outside[:3]],
            severity=Severity.NOTE,
            certainty=Certainty.POSSIBLE,
        )
        return
    for path, document, day in outside:
        if reported is None or day <= reported:
            code = "register-before" if day < period.first else "register-behind"
            told = words.short_date(day)
            message = Message.of(code, text=document.heading, day=told, period=period)
            yield Remark(f"{path}.date", message, actual=told)


def _rows(case: Case) -> Iterator[tuple[str, Document]]:
    return with_paths("$.register.documents", case.report.register or ())


# The same twice.


def _key(document: Document) -> tuple[object, ...]:
    """Return what two rows of one document share at least."""
    number, kind = document.number, document.kind.name if document.kind else ""
    if number is None or number.serial is None:
        name = fold(document.short_name or document.title)
        return (kind, name, document.date, document.term)
    issuer = central(number.issuer)
    return (kind, number.serial, number.suffix, number.symbol, issuer, number.year, number.system)


def _twin(
    document: Document, before: list[tuple[str, Document]]
) -> tuple[str, Document, bool] | None:
    """Return an earlier row of the same number in its time, and whether it is the same document."""
    for path, other in before:
        if document.identity == other.identity and document.date:
            return path, other, True
    if document.number is None or document.number.serial is None:
        return None  # without a number and a day, a name alone tells too little
    for path, other in before:
        if _is_of_one_series(document, other) and _is_of_one_body(document, other):
            return path, other, False
    return None


def _is_of_one_series(one: Document, other: Document) -> bool:
    """Tell whether two documents of one number lie in the time in which it is given once."""
    if not one.date or not other.date:
        return one.date is other.date and fold(one.title) == fold(other.title)
    number = one.number
    if number is not None and number.system is System.STATE:
        return number.year is not None or one.date.year == other.date.year
    if number is not None and central(number.issuer) == "TW":
        term = Term.on(one.date)
        return term is not None and term == Term.on(other.date)
    return one.date.year == other.date.year and one.date.year % _CONGRESSES != 0


def _is_of_one_body(one: Document, other: Document) -> bool:
    if one.issuer is None or other.issuer is None:
        return True
    return same_issuer(one.issuer.name, other.issuer.name)


def _doubled(path: str, document: Document, where: str, other: Document, same: bool) -> Remark:
    if same:
        return Remark(
            path,
            Message.of("register-identical", text=document.heading),
            actual=document.cite(),
            related=[Place(where, None, other.cite())],
            severity=None if path.startswith("$.register") else Severity.WARNING,
        )
    return Remark(
        path,
        Message.of("register-number", text=document.heading, other=_told(other)),
        actual=document.cite(),
        related=[Place(where, None, other.cite())],
        certainty=Certainty.LIKELY,
    )


def _told(document: Document) -> str:
    return document.title or _day(document.date) or document.heading


def _day(day: dt.date | None) -> str:
    return f"ngày {words.short_date(day)}" if day else ""


# Types and forms.


def _odd_type(path: str, document: Document, number: DocumentNumber) -> Iterator[Remark]:
    """Yield that type and symbol of a document disagree."""
    kind = document.kind
    if kind is None or kind not in DocumentKind.all():
        return
    heading = document.heading
    if letters := letter_type(number.tail, kind.name, number.system):
        yield Remark(
            f"{path}.number",
            Message.of("register-letter", text=heading, symbol=letters),
            actual=str(number),
            severity=Severity.WARNING,
            certainty=Certainty.LIKELY,
        )
        return
    fitting = fitting_kinds(number.symbol, kind.name, number.system)
    if fitting:
        known = words.join(fitting, "hoặc")
        yield Remark(
            f"{path}.kind",
            Message.of("register-type", text=heading, symbol=number.symbol, known=known, kind=kind),
            expected=known,
            actual=kind.name,
            certainty=Certainty.LIKELY if number.symbol == _DECISION else None,
        )


def _odd_form(path: str, number: DocumentNumber, forms: dict[str, System]) -> Iterator[Remark]:
    """Yield that a number has the form of the other system than its issuer."""
    system = forms.get(number.issuer)
    if system is None or system is number.system or not number.symbol:
        return
    right = attrs.evolve(number, system=system, year=None)
    yield Remark(
        f"{path}.number",
        Message.of(
            "register-form",
            number=number,
            own=_SYSTEMS[number.system],
            issuer=number.issuer,
            other=_SYSTEMS[system],
            right=right,
        ),
        expected=str(right),
        actual=str(number),
        severity=Severity.WARNING,
        certainty=Certainty.LIKELY,
    )


def _forms(documents: Iterable[Document]) -> dict[str, System]:
    """Return the system of each issuer's letters: as known, or as most of its numbers have it."""
    counts: dict[str, dict[System, int]] = {}
    for number in (document.number for document in documents):
        if number is not None and number.symbol:
            of = counts.setdefault(number.issuer, dict.fromkeys(System, 0))
            of[number.system] += 1
    forms: dict[str, System] = {}
    for issuer, of in counts.items():
        known = Lexicon.standard().symbols.get(issuer)
        if known is not None and issuer not in _OF_BOTH:
            forms[issuer] = known
        elif of[System.PARTY] != of[System.STATE]:
            forms[issuer] = max(System, key=of.__getitem__)
    return forms


RULES = (
    no_document_is_listed_twice,
    listed_types_fit_their_symbols,
    listed_documents_are_of_the_period,
)
