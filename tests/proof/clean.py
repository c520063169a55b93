"""Clean reports: nothing in them is wrong, and a check is to find no error and no warning.

Who reports, when and on what is drawn first; every sum, share, date and name is then written so
that it agrees. The same seed gives the same report.
"""

import datetime as dt
import random
import re
from collections.abc import Iterator
from typing import NamedTuple

import attrs

from chinhtrinoibo import (
    Authority,
    Cause,
    CauseKind,
    CauseOf,
    Direction,
    Directive,
    Document,
    Lesson,
    Proposal,
    Recipient,
    Register,
    ReportKind,
    Result,
    Shortcoming,
    Signature,
    SummaryReport,
    TaskGroup,
    ToneStyle,
    tone_marks,
)
from chinhtrinoibo import words as printed
from chinhtrinoibo.layout.passages import passages
from chinhtrinoibo.paths import split
from chinhtrinoibo.rules.fixing import replaced
from proof import figures, lexis, odd
from proof.setting import Setting, central, draw, own

_PADDED = re.compile(r"(?<![0-9/.,-])(?<!ngày )(?<!tháng )0([1-9])(?= [a-zđ])")
_KINDS = ("chỉ thị", "quy định", "chương trình", "hướng dẫn", "kế hoạch", "thông báo", "công văn")
_STATE_KINDS = ("quyết định", "chỉ thị", "kế hoạch", "báo cáo", "thông báo")


class Dossier(NamedTuple):
    """A report, with what is known around it."""

    report: SummaryReport
    previous: SummaryReport | None
    register: Register | None


def dossier(seed: int) -> Dossier:
    """Return a clean report; every other one with the report before it and a register."""
    rng = random.Random(f"clean {seed}")  # noqa: S311 - nothing is kept secret
    setting = draw(rng)
    known = figures.facts(setting)
    report = _report(setting, known)
    if rng.random() < 0.1:
        report = _in_old_style(report)
    if rng.random() < 0.1:
        report = _unpadded(report)
    if seed % 2:
        return Dossier(report, None, None)
    previous = _previous(setting, known)
    documents = {document.identity: document for document in report.known_documents}
    return Dossier(report, previous, Register(documents=documents.values()))


def _in_old_style(report: SummaryReport) -> SummaryReport:
    """Put the tone marks of the whole prose in the old style, as many a body writes them."""
    texts = {split(path): tone_marks(text, ToneStyle.OLD) for path, text in passages(report)}
    styled: SummaryReport = replaced(report, texts)
    return styled


def _unpadded(report: SummaryReport) -> SummaryReport:
    """Write every count below ten without its zero, as many a body does."""
    texts = {
        split(path): _PADDED.sub(r"\1", text)
        for path, text in passages(report)
        if not path.endswith(".to")
    }
    styled: SummaryReport = replaced(report, texts)
    return styled


def _previous(setting: Setting, known: tuple[figures.Fact, ...]) -> SummaryReport:
    """Return the report on the period before, whose figures are the base of this one's."""
    before = tuple(
        attrs.evolve(
            fact,
            value=fact.before,
            before=fact.before + 7,
            among=min(fact.among, fact.before - 1),
            period=fact.base,
            base=fact.base.same_period_last_year(),
        )
        for fact in known
    )
    back = 12 if setting.kind is ReportKind.PERIODIC else 12 * setting.period.years_long
    period = setting.period.same_period_last_year()
    if setting.kind is not ReportKind.PERIODIC:
        period = setting.period.previous()
    day = setting.day - dt.timedelta(back * 365 // 12)
    return _report(attrs.evolve(setting, period=period, day=day), before)


def _report(setting: Setting, known: tuple[figures.Fact, ...]) -> SummaryReport:
    periodic = setting.kind is ReportKind.PERIODIC
    directive = None if periodic else _directive(setting)
    cited = [_cited(setting, serial) for serial in setting.rng.sample(range(40, 99), 2)]
    register = _register(setting)
    document = directive.document if directive else cited[0]
    limits = _shortcomings(setting)
    return SummaryReport(
        title=_title(setting, document),
        issuer=setting.issuer,
        kind=setting.kind,
        number=setting.number("BC", setting.rng.randint(1, 600)),
        date=setting.day,
        place=setting.place,
        period=setting.period,
        directive=directive,
        documents=cited,
        register=register,
        figures=[fact.figure for fact in known],
        opening=[_opening(setting, document)],
        situation=[" ".join(setting.some(lexis.SITUATION, 1, 3))],
        leadership=list(_leadership(setting, document, register)),
        results_lead=f"Trong {_span(setting)}, đã đạt được một số kết quả như sau:",
        results=list(_results(setting, known, cited[-1], directive)),
        strengths=_strengths(setting),
        shortcomings=limits,
        causes=list(_causes(setting, limits)),
        lessons_lead=f"Qua {_span(setting)}, rút ra một số bài học kinh nghiệm như sau:",
        lessons=[Lesson(title=title) for title in setting.some(lexis.LESSONS, 2, 5)],
        directions=_directions(setting, limits),
        proposals=list(_proposals(setting)),
        two_parts=setting.rng.random() < 0.2,
        addressee="" if setting.party else _above(setting)[0],
        signature=_signature(setting),
        recipients=_recipients(setting),
        filed_at=f"Văn phòng {setting.office}" if setting.party else "VT",
    )


def _span(setting: Setting) -> str:
    """Name the period in running text."""
    if setting.kind is ReportKind.PERIODIC:
        return str(setting.period)
    return "[[#period|years]]" if setting.marked else f"{setting.period.years_long:02} năm"


def _directive(setting: Setting) -> Directive:
    first = setting.period.first
    document = central(setting, first, first, setting.rng.randint(1, 39))
    themes = setting.some(lexis.WHAT, 2, 4)
    groups = [
        TaskGroup(code=f"n{n}", title=printed.upper_first(text)) for n, text in enumerate(themes)
    ]
    return Directive(document=document, task_groups=groups)


def _cited(setting: Setting, serial: int) -> Document:
    first = setting.period.first
    since = first - dt.timedelta(400) if setting.kind is ReportKind.PERIODIC else first
    return central(setting, since, setting.period.last - dt.timedelta(20), serial)


def _title(setting: Setting, document: Document) -> str:
    if setting.kind is ReportKind.PERIODIC:
        return f"{setting.theme} {setting.period}"
    cited = f"[[{document.number}]]" if setting.marked else setting.cite(document, title=True)
    return f"{setting.kind} {_span(setting)} thực hiện {cited}"


def _opening(setting: Setting, document: Document) -> str:
    cited = f"[[{document.number}]]" if setting.marked else setting.cite(document, title=True)
    what = setting.pick(("báo cáo kết quả", "báo cáo"))
    return f"Thực hiện {cited}, {setting.issuer.name} {what} {setting.kind} như sau:"


def _register(setting: Setting) -> Register:
    kinds = setting.some(_KINDS if setting.party else _STATE_KINDS, 2, 4)
    documents = []
    last = min(setting.period.last, setting.day - dt.timedelta(1))
    for kind in kinds:
        serials = sorted(setting.rng.sample(range(1, 400), setting.rng.randint(1, 14)))
        days = sorted(setting.day_in(setting.period.first, last) for _ in serials)
        for serial, day in zip(serials, days, strict=True):
            title = setting.pick(lexis.TITLES)
            made = own(setting, serial, kind, day, title)
            nested = kind == "kế hoạch" and setting.rng.random() < 0.4
            documents.append(attrs.evolve(made, subkind="kế hoạch liên tịch") if nested else made)
    return Register(documents=documents)


def _leadership(setting: Setting, document: Document, register: Register) -> Iterator[str]:
    who = setting.short
    yield f"Sau khi có {setting.mention(document)}, {who} đã chỉ đạo quán triệt đến cơ sở. " + (
        _sentence(setting)
    )
    yield _tallied(setting, register)
    if setting.rng.random() < 0.6:
        yield _enumeration(setting)
    yield _paragraph(setting)


def _tallied(setting: Setting, register: Register) -> str:
    if setting.marked:
        return f"Trong kỳ, {setting.short} đã ban hành [[#tally]]."
    tally = register.tally()
    assert tally is not None
    said = tally.words(setting.pick(("gồm", "trong đó có", "bao gồm")))
    one = setting.pick(register.documents)
    focus = f"trọng tâm là {setting.cite(attrs.evolve(one, subkind=''), title=True)}"
    return f"Trong kỳ báo cáo, {setting.short} đã ban hành {said}; {focus}."


def _enumeration(setting: Setting) -> str:
    points = setting.some(lexis.POINTS, 2, 5)
    name = setting.pick((printed.enumerator, printed.ordinal))
    items = [f"{printed.lower_first(name(n))}, {point}" for n, point in enumerate(points, 1)]
    return f"Tập trung vào các việc sau: {'; '.join(items)}."


def _sentence(setting: Setting) -> str:
    who = setting.pick(lexis.PARTY_WHO if setting.party else lexis.STATE_WHO)
    subject = setting.pick((who, who, *setting.boards))
    return (
        f"{subject} {setting.pick(lexis.DID)} {setting.pick(lexis.WHAT)}{setting.pick(lexis.HOW)}."
    )


def _paragraph(setting: Setting, *further: str) -> str:
    said = [_sentence(setting) for _ in range(setting.rng.randint(1, 3))]
    said += further
    if setting.rng.random() < 0.5:
        said.append(setting.pick(lexis.THEN))
    if setting.rng.random() < 0.15:
        said.append(setting.pick(lexis.QUOTED).format(*setting.quotes))
    return " ".join(said)


def _results(
    setting: Setting,
    known: tuple[figures.Fact, ...],
    cited: Document,
    directive: Directive | None,
) -> Iterator[Result]:
    groups = directive.task_groups if directive else ()
    texts = [_paragraph(setting, sentence) for sentence in figures.sentences(setting, known)]
    texts.insert(1, _citing(setting, cited))
    strange = tuple(dict.fromkeys(odd.sentences(setting)))
    texts += [_paragraph(setting, sentence) for sentence in strange]
    texts += [_paragraph(setting) for _ in range(setting.rng.randint(0, 4))]
    count = len(groups) or setting.rng.randint(2, 4)
    titles = [group.title for group in groups] or [
        printed.upper_first(text) for text in setting.some(lexis.WHAT, count, count)
    ]
    for n in range(count):
        group = groups[n].code if groups else ""
        yield Result(title=titles[n], paragraphs=texts[n::count], task_group=group)


def _citing(setting: Setting, cited: Document) -> str:
    """Cite a document: in full at first, then short."""
    full = f"[[{cited.number}]]" if setting.marked else setting.cite(cited, title=True)
    board = setting.pick((setting.short, *setting.boards))
    return (
        f"Việc thực hiện {full} được quan tâm. "
        f"{board} đã kiểm tra việc thực hiện {setting.mention(cited)} ở cơ sở."
    )


def _strengths(setting: Setting) -> list[str]:
    points = setting.some(lexis.STRENGTHS, 2, 4)
    if setting.rng.random() < 0.5:
        return [f"{printed.enumerator(n)}, {point}." for n, point in enumerate(points, 1)]
    return [f"{printed.upper_first(point)}." for point in points]


def _shortcomings(setting: Setting) -> list[Shortcoming]:
    texts = setting.some(lexis.SHORTCOMINGS, 2, 4)
    return [Shortcoming(text=f"{text}.", key=f"h{n}") for n, text in enumerate(texts)]


def _causes(setting: Setting, limits: list[Shortcoming]) -> Iterator[Cause]:
    if setting.rng.random() < 0.4:
        yield Cause(text="Cấp trên quan tâm chỉ đạo, hướng dẫn.", of=CauseOf.RESULTS)
    yield Cause(text=f"{setting.pick(lexis.OBJECTIVE)}.", kind=CauseKind.OBJECTIVE)
    for text in setting.some(lexis.SUBJECTIVE, 1, 2):
        yield Cause(text=f"{text}.", shortcomings=[limit.key for limit in limits])


def _directions(setting: Setting, limits: list[Shortcoming]) -> list[Direction]:
    texts = setting.some(lexis.DIRECTIONS, len(limits), len(limits))
    due = setting.day + dt.timedelta(setting.rng.randint(40, 300))
    last = f"Giao các đơn vị khắc phục hạn chế, báo cáo chậm nhất ngày {printed.short_date(due)}"
    return [
        *(Direction(title=t, answers=[one.key]) for t, one in zip(texts, limits, strict=True)),
        Direction(title=last),
    ]


def _above(setting: Setting) -> tuple[str, ...]:
    """Return bodies above the issuer, the nearest first."""
    if not setting.party:
        central_ones = ("Bộ Nội vụ", "Văn phòng Chính phủ")
        return central_ones if setting.level in {"tỉnh", "thành phố"} else ("Ủy ban nhân dân tỉnh",)
    if setting.level in {"tỉnh", "thành phố"}:
        return ("Bộ Chính trị", "Ban Bí thư", "Ban Tổ chức Trung ương")
    return ("Ban Thường vụ Tỉnh ủy", "Ban Tổ chức Tỉnh ủy")


def _proposals(setting: Setting) -> Iterator[Proposal]:
    for text in setting.some(lexis.ASKS, 1, 3):
        to = setting.pick(_above(setting))
        if setting.rng.random() < 0.5:
            yield Proposal(text=f"Đề nghị {to} {text}.")
        else:
            yield Proposal(text=f"{printed.upper_first(text)}.", to=to)


def _signature(setting: Setting) -> Signature:
    body = "Ban Thường vụ" if setting.party else "Ủy ban nhân dân"
    positions = ("Bí thư", "Phó Bí thư") if setting.party else ("Chủ tịch",)
    return Signature(
        authority=Authority.ON_BEHALF,
        body=body,
        position=setting.pick(positions),
        name="Nguyễn Văn A",
    )


def _recipients(setting: Setting) -> list[Recipient]:
    above = [Recipient(name=name, purpose="để báo cáo") for name in _above(setting)]
    if not setting.party:
        above = [Recipient(name="Như trên")]
    return [*above, Recipient(name="Các cơ quan, đơn vị trực thuộc")]
