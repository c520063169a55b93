"""Values of the model, from a number up to a full report, for tests of laws."""

import datetime as dt
import unicodedata
from decimal import Decimal
from typing import Any, TypeVar

from hypothesis import strategies as st

from chinhtrinoibo import (
    Annex,
    Authority,
    Baseline,
    Cause,
    CauseKind,
    CauseOf,
    Direction,
    Directive,
    Document,
    DocumentKind,
    DocumentNumber,
    Figure,
    Headings,
    Lesson,
    Level,
    Organization,
    Proposal,
    Recipient,
    Register,
    ReportingPeriod,
    ReportKind,
    Result,
    Secrecy,
    SecrecyMark,
    Shortcoming,
    Signature,
    SummaryReport,
    System,
    Tally,
    TaskGroup,
    Urgency,
)
from test_periods import periods as plain_periods

Value = TypeVar("Value")
Strategy = st.SearchStrategy

_WORDS = (
    *("tổng kết", "sơ kết", "thực hiện", "chỉ thị", "nghị quyết", "cấp ủy", "đảng bộ tỉnh"),
    *("công tác", "bảo vệ", "chính trị - xã hội", "nội bộ", "10 năm", "“tự diễn biến”", "100%"),
    *("Trung ương 4 (khóa XII)", "quý I/2024", "18/8/2014", "KHÓA", "quyết liệt,", "a: b", "# c"),
)
_SIGNS = "AĐaăâđêôơưủễộ 0179.,;:-–'\"[]{}#&<>|%\\/\n\té\u00a0\u2028😀中\u0301"


def built(
    cls: type[Value], required: dict[str, Strategy[Any]], /, **optional: Strategy[Any]
) -> Strategy[Value]:
    """Build a class from its required fields and some of its optional ones."""
    return st.fixed_dictionaries(required, optional=optional).map(lambda given: cls(**given))


def some(values: Strategy[Value], most: int = 2) -> Strategy[tuple[Value, ...]]:
    """Return a few values, as the fields of the model hold them."""
    return st.lists(values, max_size=most).map(tuple)


vietnamese = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=8).map(" ".join)
unicode_text = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=12
)
texts = (vietnamese | st.text(_SIGNS, max_size=12) | unicode_text).map(
    lambda text: unicodedata.normalize("NFC", text)
)
names = vietnamese | texts.filter(bool)
prose = vietnamese.map(str)  # without marks, whatever its signs
keys = st.from_regex("[a-z][a-z0-9]{0,5}", fullmatch=True)
days = st.dates(dt.date(1930, 2, 3), dt.date(2099, 12, 31))
counts = st.integers(0, 10**6)
decimals = st.decimals(-(10**12), 10**12, places=3) | st.integers(-100, 10**9).map(Decimal)

periods: Strategy[ReportingPeriod] = plain_periods()
labelled_periods = st.builds(ReportingPeriod.free, days, st.just(dt.date(2100, 1, 1)), names)

_symbols = {
    system: sorted({kind.symbol for kind in DocumentKind.all(system)} - {""}) for system in System
}
_issuers = st.lists(st.sampled_from(["TW", "TU", "ĐU", "UBND", "VPTW", "CP", "X7"]), min_size=1)
_serials = st.none() | st.integers(1, 99_999)
_suffixes = st.sampled_from(["", "", "a", "đ"])


def _number(
    system: System, serial: int | None, suffix: str, year: int | None, symbol: str, issuer: str
) -> DocumentNumber:
    return DocumentNumber(
        serial=serial,
        suffix=suffix if serial is not None else "",
        year=year if system is System.STATE else None,
        symbol=symbol,
        issuer=issuer,
        system=system,
    )


def _numbers(system: System) -> Strategy[DocumentNumber]:
    years = st.none() | st.integers(1900, 2099)
    issuers = _issuers.map(lambda parts: "-".join(parts[:2]))
    return st.builds(
        _number,
        st.just(system),
        _serials,
        _suffixes,
        years,
        st.sampled_from(_symbols[system]),
        issuers,
    )


party_numbers = _numbers(System.PARTY)
state_numbers = _numbers(System.STATE)
numbers = party_numbers | state_numbers

listed_kinds = st.sampled_from(DocumentKind.all())
own_kinds = built(
    DocumentKind,
    {"name": names},
    symbol=st.sampled_from(["ĐC", "X"]),
    system=st.sampled_from(System),
    rank=counts,
    since=days,
    source=texts,
)
kinds = listed_kinds | own_kinds

small_organizations = built(
    Organization,
    {"name": names},
    short_name=texts,
    level=st.sampled_from(Level),
    place=texts,
    symbol=st.sampled_from(["TU", "UBND"]),
    header=some(texts),
    founded=days,
    dissolved=days,
)
organizations = small_organizations | built(
    Organization, {"name": names, "superior": small_organizations}
)

_document_rest = {
    "subkind": texts,
    "date": days,
    "issuer": organizations,
    "term": st.sampled_from(["XI", "XII", "XIII"]),
    "short_name": texts,
    "key": keys,
    "basis": some(names),
    "task_groups": some(keys),
    "amends": some(names),
    "replaces": some(names),
    "repeals": some(names),
    "secrecy": st.none() | st.sampled_from(Secrecy),
}
documents = built(
    Document, {"number": numbers, "kind": kinds}, title=texts, **_document_rest
) | built(Document, {"title": names}, kind=kinds, **_document_rest)

task_groups = built(TaskGroup, {"code": keys, "title": names}, lead=texts)
directives = built(Directive, {"document": documents}, task_groups=some(task_groups))

small_tallies = built(Tally, {}, unit=names, total=counts, counted=st.booleans(), key=keys)
tallies = built(
    Tally,
    {},
    unit=names,
    total=counts,
    parts=some(small_tallies | built(Tally, {"parts": some(small_tallies)}, total=counts), most=3),
    partition=st.booleans(),
    key=keys,
)
registers = built(Register, {}, documents=some(documents), stated=some(tallies))

baselines = st.builds(Baseline, value=decimals, period=periods)
figures = built(
    Figure,
    {"key": keys, "indicator": names},
    unit=st.sampled_from(["", "%", "đảng viên", "tỷ đồng"]),
    value=decimals,
    period=periods | labelled_periods,
    as_of=days,
    organization=texts,
    estimated=st.booleans(),
    target=decimals,
    base=baselines,
    source=texts,
    tabled=st.booleans(),
)

results = built(Result, {}, title=texts, paragraphs=some(texts), task_group=keys)
shortcomings = built(Shortcoming, {"text": texts}, key=keys)
causes = built(
    Cause,
    {"text": texts},
    kind=st.sampled_from(CauseKind),
    of=st.sampled_from(CauseOf),
    shortcomings=some(keys),
)
lessons = built(Lesson, {"title": texts}, paragraphs=some(texts))
directions = built(Direction, {"title": texts}, paragraphs=some(texts), answers=some(keys))
proposals = built(Proposal, {"text": texts}, to=texts)

signatures = built(
    Signature, {}, authority=st.sampled_from(Authority), body=texts, position=texts, name=texts
)
recipients = built(Recipient, {"name": texts}, purpose=texts, copies=st.integers(1, 99))
secrecy_marks = st.builds(
    SecrecyMark,
    level=st.sampled_from(Secrecy),
    decided_by=names,
    decided_on=days,
    list_reference=texts,
)
headings = built(Headings, {}, situation=texts, results=texts, lessons=texts, part_one=texts)


@st.composite
def annexes(draw: st.DrawFn) -> Annex:
    """Return a table whose rows have as many cells as it has columns."""
    columns = draw(st.lists(names, min_size=1, max_size=3))
    cells = st.tuples(*(texts for _ in columns))
    return Annex(title=draw(names), columns=columns, rows=draw(some(cells)), note=draw(texts))


#: The fields of a report that take what it looks like, not what it says.
_form = {
    "kind": st.sampled_from(ReportKind),
    "number": numbers,
    "date": days,
    "place": texts,
    "draft": st.integers(1, 9),
    "period": periods | labelled_periods,
    "profile": st.sampled_from(["hd05", "hd36", "nd30"]),
    "two_parts": st.booleans(),
    "headings": headings,
    "annexes": some(annexes()),
    "signature": signatures,
    "addressee": texts,
    "recipients": some(recipients),
    "filed_at": texts,
    "urgency": st.sampled_from(Urgency),
    "circulation": texts,
    "secrecy": secrecy_marks,
}
#: The fields that need no prose: what the prose may cite, and the annexes show.
_facts = {
    "directive": directives,
    "documents": some(documents),
    "register": registers,
    "figures": some(figures),
}
_body = {
    "opening": some(texts),
    "situation": some(texts),
    "leadership": some(texts),
    "results_lead": texts,
    "results": some(results),
    "strengths": some(texts),
    "shortcomings": some(shortcomings),
    "causes": some(causes),
    "lessons_lead": texts,
    "lessons": some(lessons),
    "directions_lead": texts,
    "directions": some(directions),
    "proposals": some(proposals),
    "closing": some(texts),
}


@st.composite
def reports(draw: st.DrawFn) -> SummaryReport:
    """Return a report with any of its fields."""
    required = {"title": names, "issuer": organizations}
    return draw(built(SummaryReport, required, **_form, **_facts, **_body))
