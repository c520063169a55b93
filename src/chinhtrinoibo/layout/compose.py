"""A report becomes blocks: the form around the body, in the order of the page."""

import os
from collections.abc import Iterable, Iterator

from chinhtrinoibo import metrics, words
from chinhtrinoibo.errors import InvalidInput, Problem
from chinhtrinoibo.layout.annexes import AnnexSource, annexes
from chinhtrinoibo.layout.blocks import Block, Columns, Paragraph, Rule
from chinhtrinoibo.layout.origins import OriginOf
from chinhtrinoibo.layout.outline import Desk, body, stopped
from chinhtrinoibo.layout.profiles import Profile
from chinhtrinoibo.layout.prose import Narrator
from chinhtrinoibo.layout.roles import Role
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model.reports import SummaryReport

_BLANK = "\N{NO-BREAK SPACE}" * 6  # room for a number or a day written by hand
_LEFT_COLUMN = 72.0  # millimetres that the left column of the header likes to have
_SHORT_RULE = 0.4  # of the line above it, between a third and a half


def compose(
    report: SummaryReport,
    profile: Profile,
    further: Iterable[AnnexSource] = (),
    *,
    cut: bool = True,
    traced: bool = False,
) -> Iterator[Block]:
    """Compose the pages of ``report`` in the form ``profile``.

    Args:
        report: the report.
        profile: the form.
        further: annexes that are not in the report, such as an ``AnnexStream``.
        cut: whether long tables are cut where the page ends.
        traced: whether blocks are to know where their words come from.

    Raises:
        InvalidInput: the report has no body.
        InvalidReference: a mark in the prose names nothing that the report knows.
    """
    narrator = Narrator(report, profile, traced=traced)
    yield _header(report, profile, narrator)
    yield from _title(report, profile, narrator)
    narrator.forget()
    yield from _addressee(report, profile, narrator)
    yield from _ended(body(Desk(report, profile, narrator)), profile.words.end_mark)
    yield _footer(report, profile, narrator)
    yield from annexes(report, profile, further, cut=cut, origin=narrator.origin)


def profile_of(
    report: SummaryReport, asked: Profile | str | os.PathLike[str] | None = None
) -> Profile:
    """Return the form of a report: the one asked for, by name or file, or else its own.

    Its own is the one it names, or the one in force for its system and day.

    Raises:
        InvalidProfile: there is no such form.
    """
    if isinstance(asked, Profile):
        return asked
    if asked is not None:
        name = os.fspath(asked)
        return Profile.read(name) if name.lower().endswith(".toml") else Profile.named(name)
    if report.profile:
        return Profile.named(report.profile)
    return Profile.chosen(report.system, report.date)


def _header(report: SummaryReport, profile: Profile, narrator: Narrator) -> Columns:
    origin = narrator.origin
    left = (*_issuer(report, profile, origin), *_under_number(report, origin))
    date = _place_and_date(report, origin)
    right = (*_head(profile), date, *_under_date(report, profile, origin))
    total = profile.page.text_width
    wide = min(_widest(right, profile) + 2, total * 0.7)
    right_width = max(total - _LEFT_COLUMN, wide)
    return Columns(left, right, (total - right_width, right_width))


def _issuer(
    report: SummaryReport, profile: Profile, origin: OriginOf
) -> Iterator[Paragraph | Rule]:
    *superiors, own = report.issuer.header_lines
    for superior in superiors:
        at = origin(("issuer", "superior"))
        yield Paragraph(Role.SUPERIOR, superior.upper(), origin=at)
    issuer = Paragraph(Role.ISSUER, own.upper(), origin=origin(("issuer",)))
    yield issuer
    if profile.words.under_issuer:
        yield Paragraph(Role.STAR, profile.words.under_issuer)
    else:
        yield Rule(_width(issuer, profile) * _SHORT_RULE)
    number = profile.words.number_label + _number(report, profile)
    yield Paragraph(Role.NUMBER, number, origin=origin(("number",)))


def _number(report: SummaryReport, profile: Profile) -> str:
    """Print the number; a draft leaves room for the serial."""
    if report.number is None:
        form = "-BC/{}" if profile.system == "party" else "/BC-{}"
        return _BLANK + form.format(report.issuer.symbol).rstrip("/-")
    if report.draft is None and report.number.serial is not None:
        return str(report.number)
    return f"{_BLANK}{'-' if report.system == 'party' else '/'}{report.number.tail}"


def _under_number(report: SummaryReport, origin: OriginOf) -> Iterator[Paragraph]:
    if report.secrecy:
        at = origin(("secrecy",))
        yield Paragraph(Role.SECRECY, report.secrecy.level.upper(), origin=at)
    if report.urgency:
        yield Paragraph(Role.URGENCY, report.urgency.upper(), origin=origin(("urgency",)))


def _head(profile: Profile) -> Iterator[Paragraph | Rule]:
    head, *mottos = profile.words.head
    lines = [Paragraph(Role.HEAD, head), *(Paragraph(Role.MOTTO, motto) for motto in mottos)]
    yield from lines
    yield Rule(_width(lines[-1], profile))


def _place_and_date(report: SummaryReport, origin: OriginOf) -> Paragraph:
    """Place and date; a draft leaves room for the day."""
    day, place = report.date, report.place or report.issuer.place
    if day and report.draft is None:
        date = words.long_date(day)
    elif day:
        date = words.long_date(day).replace(f"ngày {day.day:02}", f"ngày {_BLANK}")
    else:
        date = f"ngày {_BLANK} tháng {_BLANK} năm {_BLANK}".rstrip()
    line = f"{place}, {date}" if place else words.upper_first(date)
    at = origin(("date",), ("place",), ("issuer", "place"))
    return Paragraph(Role.PLACE_DATE, line, origin=at)


def _under_date(report: SummaryReport, profile: Profile, origin: OriginOf) -> Iterator[Paragraph]:
    if report.circulation:
        at = origin(("circulation",))
        yield Paragraph(Role.CIRCULATION, report.circulation.upper(), origin=at)
    if report.draft is not None:
        draft = profile.words.draft.format(n=report.draft)
        yield Paragraph(Role.DRAFT, draft, origin=origin(("draft",)))


def _title(
    report: SummaryReport, profile: Profile, narrator: Narrator
) -> Iterator[Paragraph | Rule]:
    yield Paragraph(Role.KIND, "BÁO CÁO", keep=True)
    capital = profile.words.subject_case == "capital"
    title = words.upper_first(report.title) if capital else report.title
    subject = narrator.tell(Role.SUBJECT, title, keep=True, at=("title",))
    yield subject
    if profile.words.under_subject:
        yield Paragraph(Role.SUBJECT_END, profile.words.under_subject)
    else:
        line = min(_width(subject, profile), profile.page.text_width / metrics.MILLIMETRES)
        yield Rule(line * _SHORT_RULE, after=profile.looks[Role.BODY].size)


def _addressee(report: SummaryReport, profile: Profile, narrator: Narrator) -> Iterator[Paragraph]:
    if report.addressee and profile.words.addressee_label:
        line = profile.words.addressee_label + report.addressee
        yield Paragraph(Role.ADDRESSEE, line, origin=narrator.origin(("addressee",)))


def _ended(paragraphs: Iterator[Paragraph], end_mark: str) -> Iterator[Paragraph]:
    """Put the end mark behind the last paragraph, and keep it with the signature.

    Raises:
        InvalidInput: there is no paragraph at all.
    """
    last = next(paragraphs, None)
    if last is None:
        raise InvalidInput([Problem("$", Message.of("report-empty"))])
    for paragraph in paragraphs:
        yield last
        last = paragraph
    text = stopped(last.text.rstrip().removesuffix("./."))
    if end_mark:
        dots = text.endswith("..")  # “v.v...” keeps its dots
        text = text + end_mark.removeprefix(".") if dots else text.removesuffix(".") + end_mark
    yield last._replace(text=text, keep=True)


def _footer(report: SummaryReport, profile: Profile, narrator: Narrator) -> Columns:
    half = profile.page.text_width / 2
    recipients = _recipients(report, profile, narrator.origin)
    signature = _signature(report, profile, narrator.origin)
    return Columns(tuple(recipients), tuple(signature), (half, half))


def _recipients(report: SummaryReport, profile: Profile, origin: OriginOf) -> Iterator[Paragraph]:
    lines = [
        (str(recipient), origin(("recipients", n))) for n, recipient in enumerate(report.recipients)
    ]
    if report.filed_at:
        filing = profile.words.filing.format(filed_at=report.filed_at)
        lines.append((filing, origin(("filed_at",))))
    if lines:
        label = profile.words.recipients_label
        yield Paragraph(Role.RECIPIENTS, label, origin=origin(("recipients",)))
    for n, (line, at) in enumerate(lines, 1):
        end = "." if n == len(lines) else profile.words.recipient_end
        yield Paragraph(Role.RECIPIENT, f"- {line}{end}", origin=at)


def _signature(report: SummaryReport, profile: Profile, origin: OriginOf) -> Iterator[Paragraph]:
    signature = report.signature
    if signature is None:
        return
    prefix = profile.authority.get(signature.authority.value, "")
    if signature.body:
        at = origin(("signature", "body"), ("signature", "authority"))
        yield Paragraph(Role.AUTHORITY, prefix + signature.body.upper(), origin=at)
        prefix = ""
    if signature.position:
        at = origin(("signature", "position"), ("signature", "authority"))
        yield Paragraph(Role.POSITION, prefix + signature.position.upper(), origin=at)
    yield Paragraph(Role.SIGNER, signature.name, origin=origin(("signature", "name")))


def _widest(blocks: Iterable[Paragraph | Rule], profile: Profile) -> float:
    """Return the width of the widest line, in millimetres."""
    lines = (block for block in blocks if isinstance(block, Paragraph))
    return max(_width(line, profile) for line in lines) * metrics.MILLIMETRES


def _width(line: Paragraph, profile: Profile) -> float:
    """Return the width of a line, in points."""
    look = profile.looks[line.role]
    return metrics.width(line.text, look.size, bold=look.bold, italic=look.italic)
