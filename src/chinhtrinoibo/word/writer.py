"""Write a report as .docx: to bytes, to a file, or to a live python-docx document."""

import io
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

import attrs

from chinhtrinoibo.errors import ClassifiedReport, InvalidInput, InvalidReference
from chinhtrinoibo.layout.blocks import Block, Paragraph
from chinhtrinoibo.layout.compose import compose, profile_of
from chinhtrinoibo.layout.marks import mark_problems
from chinhtrinoibo.layout.profiles import Page, Profile
from chinhtrinoibo.layout.roles import Role
from chinhtrinoibo.messages import Message
from chinhtrinoibo.saving import save
from chinhtrinoibo.word import _parts
from chinhtrinoibo.word._body import SectionWriter, document
from chinhtrinoibo.word._comments import comments
from chinhtrinoibo.word._package import Entry, entry, pack
from chinhtrinoibo.word._styles import style_sheet

if TYPE_CHECKING:
    from typing import TypedDict, Unpack

    from docx.document import Document

    from chinhtrinoibo.findings import Finding
    from chinhtrinoibo.layout.annexes import AnnexSource
    from chinhtrinoibo.model.reports import SummaryReport

    class _Options(TypedDict, total=False):
        profile: Profile | str | os.PathLike[str] | None
        template: str | os.PathLike[str] | None
        annexes: Iterable[AnnexSource]
        mirrored: bool
        allow_classified: bool
        findings: Iterable[Finding]


#: The zlib level that measures best: near half the time of level 6 for a few per cent more bytes.
LEVEL = 2

_BATCH = 16  # pieces of XML that are encoded and deflated together


def write(
    report: "SummaryReport",
    target: "str | os.PathLike[str] | BinaryIO",
    *,
    profile: Profile | str | os.PathLike[str] | None = None,
    template: "str | os.PathLike[str] | None" = None,
    annexes: "Iterable[AnnexSource]" = (),
    mirrored: bool = False,
    allow_classified: bool = False,
    findings: "Iterable[Finding]" = (),
) -> None:
    """Write a report as .docx; a crash leaves the old file or the new one.

    Args:
        report: the report.
        target: a path, or a binary file open for writing.
        profile: the form, its name, or the path of a TOML file; by system and date if not given.
        template: an office's own .docx, whose styles and page set-up are taken by role names.
        annexes: further annexes, whose rows may come from iterators.
        mirrored: whether margins change sides on even pages, for two-sided printing; a template
            decides that for itself.
        allow_classified: the explicit word for a report that carries a secrecy mark.
        findings: what a check of the report found, to stand as comments beside the words that
            each speaks of; silenced ones are left out. Long annexes are then held in memory.

    Raises:
        InvalidInput: a mark in the prose names nothing, or the report has no body.
        ClassifiedReport: the report is marked secret and ``allow_classified`` is not given.
        CannotWrite: the target cannot be written; what stood there still stands.
        InvalidTemplate: the template cannot be read.
    """
    content = to_docx(
        report,
        profile=profile,
        template=template,
        annexes=annexes,
        mirrored=mirrored,
        allow_classified=allow_classified,
        findings=findings,
    )
    save(content, target)


def to_docx(
    report: "SummaryReport",
    *,
    profile: Profile | str | os.PathLike[str] | None = None,
    template: "str | os.PathLike[str] | None" = None,
    annexes: "Iterable[AnnexSource]" = (),
    mirrored: bool = False,
    allow_classified: bool = False,
    findings: "Iterable[Finding]" = (),
    level: int = LEVEL,
) -> bytes:
    """Return a report as the bytes of a .docx; the arguments are those of :func:`write`.

    The same report, with the same findings, gives the same bytes, on any day and machine.
    """
    _refuse_classified(report, allowed=allow_classified)
    told = [finding for finding in findings if not finding.silenced] if findings else []
    form = profile_of(report, profile)
    if template is None:
        frame = _frame(form, mirrored, level, bool(told))
        sheet = _Sheet(form.page, _STYLE_IDS, _parts.section, frame)
    else:
        sheet = _office_sheet(template, form, level, commented=bool(told))
        form = attrs.evolve(form, page=sheet.page)
    try:
        blocks = compose(report, form, annexes, cut=template is None, traced=bool(told))
        return _package(report, blocks, sheet, level, told)
    except InvalidReference as exc:
        raise InvalidInput(mark_problems(report, form)) from exc


def to_document(report: "SummaryReport", **options: "Unpack[_Options]") -> "Document":
    """Return a report as a live python-docx document, for those who go on by hand.

    The options are those of :func:`to_docx`.
    """
    from docx import Document  # noqa: PLC0415 - only those who ask for it wait for python-docx

    return Document(io.BytesIO(to_docx(report, **options)))


def _refuse_classified(report: "SummaryReport", *, allowed: bool) -> None:
    """Raise :class:`ClassifiedReport` for a marked report without the explicit word."""
    if report.secrecy and not (allowed and report.secrecy.decided_by.strip()):
        raise ClassifiedReport(Message.of("report-classified", level=report.secrecy.level))


class _Sheet(NamedTuple):
    """What the body is written on: the page, the styles, the sections, the parts around it."""

    page: Page
    styles: dict[Role, str]
    section: SectionWriter
    frame: tuple[Entry, ...]


_STYLE_IDS = {role: role.style_id for role in Role}


@lru_cache(16)
def _frame(
    profile: Profile,
    mirrored: bool,
    level: int,
    commented: bool,
) -> tuple[Entry, ...]:
    """Deflate the parts that every report of a form shares."""
    texts = _parts.frame(style_sheet(profile), mirrored=mirrored)
    parts = {name: text.encode() for name, text in texts.items()}
    return _deflated(_parts.commented(parts) if commented else parts, level)


def _deflated(parts: "Mapping[str, bytes]", level: int) -> tuple[Entry, ...]:
    return tuple(entry(name, (blob,), level) for name, blob in parts.items())


def _office_sheet(
    path: "str | os.PathLike[str]", profile: Profile, level: int, *, commented: bool
) -> _Sheet:
    from chinhtrinoibo.word._template import Template  # noqa: PLC0415 - loads python-docx

    office = Template.read(path, profile)
    parts = _parts.commented(office.parts) if commented else office.parts
    section = partial(_parts.section, references=office.references)
    return _Sheet(office.page, office.styles, section, _deflated(parts, level))


def _package(
    report: "SummaryReport",
    blocks: Iterator[Block],
    sheet: _Sheet,
    level: int,
    findings: "Sequence[Finding]",
) -> bytes:
    margin: list[Entry] = []
    if findings:
        blocks, said = _commented(blocks, findings)
        margin.append(entry(_parts.COMMENTS, _encoded(said), level))
    head, subject = _until_subject(blocks)
    pieces = document(chain(head, blocks), sheet.page, sheet.styles, sheet.section)
    content = entry(_parts.DOCUMENT, _encoded(pieces, _parts.ROOT, _parts.END), level)
    core = entry(_parts.CORE, (core_properties(report, subject).encode(),), level)
    return pack((*sheet.frame, content, *margin, core))


def _commented(
    blocks: Iterator[Block], findings: "Sequence[Finding]"
) -> tuple[Iterator[Block], Iterator[str]]:
    """Put findings into the margin; return the blocks, and the text of the comments."""
    from chinhtrinoibo.layout.margin import annotated  # noqa: PLC0415 - only drafts have findings

    page = annotated(blocks, findings)
    return iter(page.blocks), comments(findings, page.astray)


def _until_subject(blocks: Iterator[Block]) -> tuple[list[Block], str]:
    """Take blocks up to the subject, whose words are also the title of the file."""
    head = []
    for block in blocks:
        head.append(block)
        if isinstance(block, Paragraph) and block.role is Role.SUBJECT:
            return head, block.text
    return head, ""


def core_properties(report: "SummaryReport", subject: str) -> str:
    """Return ``core.xml``; the subject of a secret report stays out of it."""
    title = "Báo cáo" if report.secrecy else f"Báo cáo {subject}"
    number = str(report.number or "")
    return _parts.core_properties(title, report.issuer.name, number, report.date)


def _encoded(pieces: Iterator[str], first: str = "", last: str = "") -> Iterator[bytes]:
    """Encode a part in batches, small enough to stream and large enough to be quick."""
    batch = [first]
    for piece in pieces:
        batch.append(piece)
        if len(batch) == _BATCH:
            yield "".join(batch).encode()
            batch.clear()
    batch.append(last)
    yield "".join(batch).encode()
