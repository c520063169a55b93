"""Write a report as .docx: to bytes, to a file, or to a live python-docx document."""

import io
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from chinhtrinoibo.errors import ClassifiedReport, InvalidInput, InvalidReference
from chinhtrinoibo.layout.blocks import Block, PageBreak, Paragraph
from chinhtrinoibo.layout.compose import compose, profile_of
from chinhtrinoibo.layout.marks import mark_problems
from chinhtrinoibo.layout.profiles import Page, Profile
from chinhtrinoibo.layout.roles import Role
from chinhtrinoibo.messages import Message
from chinhtrinoibo.word import _parts
from chinhtrinoibo.word._body import document
from chinhtrinoibo.word._package import Entry, entry, pack
from chinhtrinoibo.saving import save
from chinhtrinoibo.word._styles import style_sheet
from chinhtrinoibo.word._xml import dxa

if TYPE_CHECKING:
    import os

    from docx.document import Document

    from chinhtrinoibo.layout.annexes import AnnexSource
    from chinhtrinoibo.model.reports import SummaryReport

#: The zlib level that measures best: near half the time of level 6 for a few per cent more bytes.
LEVEL = 3

_BATCH = 64  # pieces of XML that are encoded and deflated together


def write(
    report: "SummaryReport",
    target: "str | os.PathLike[str] | BinaryIO",
    *,
    profile: Profile | str | None = None,
    template: "str | os.PathLike[str] | None" = None,
    annexes: "Iterable[AnnexSource]" = (),
    mirrored: bool = False,
    allow_classified: bool = False,
) -> None:
    """Write a report as .docx; a crash leaves the old file or the new one.

    Args:
        report: the report.
        target: a path, or a binary file open for writing.
        profile: the form, or its name; by system and date if not given.
        template: an office's own .docx, whose styles and page set-up are taken by role names.
        annexes: further annexes, whose rows may come from iterators.
        mirrored: whether margins change sides on even pages, for two-sided printing.
        allow_classified: the explicit word for a report that carries a secrecy mark.

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
    )
    save(content, target)


def to_docx(
    report: "SummaryReport",
    *,
    profile: Profile | str | None = None,
    template: "str | os.PathLike[str] | None" = None,
    annexes: "Iterable[AnnexSource]" = (),
    mirrored: bool = False,
    allow_classified: bool = False,
    level: int = LEVEL,
) -> bytes:
    """Return a report as the bytes of a .docx; the arguments are those of :func:`write`.

    The same report gives the same bytes, on any day and machine.
    """
    _refuse_classified(report, allowed=allow_classified)
    form = _form(report, profile)
    try:
        blocks = compose(report, form, annexes)
        if template is not None:
            from chinhtrinoibo.word._template import Template  # noqa: PLC0415 - loads python-docx

            return Template.read(template, form).fill(report, blocks, level)
        return _package(report, form, blocks, mirrored=mirrored, level=level)
    except InvalidReference as exc:
        raise InvalidInput(mark_problems(report, form)) from exc


def to_document(report: "SummaryReport", **options: object) -> "Document":
    """Return a report as a live python-docx document, for those who go on by hand.

    The options are those of :func:`to_docx`.
    """
    from docx import Document  # noqa: PLC0415 - only those who ask for it wait for python-docx

    return Document(io.BytesIO(to_docx(report, **options)))  # type: ignore[arg-type]


def _form(report: "SummaryReport", profile: Profile | str | None) -> Profile:
    if isinstance(profile, str):
        return Profile.named(profile)
    return profile or profile_of(report)


def _refuse_classified(report: "SummaryReport", *, allowed: bool) -> None:
    """Raise :class:`ClassifiedReport` for a marked report without the explicit word."""
    if report.secrecy and not (allowed and report.secrecy.decided_by):
        raise ClassifiedReport(Message.of("report-classified", level=report.secrecy.level))


def _package(
    report: "SummaryReport",
    profile: Profile,
    blocks: Iterator[Block],
    *,
    mirrored: bool,
    level: int,
) -> bytes:
    head, subject = _until_subject(blocks)
    pieces = document(chain(head, blocks), profile.page, _STYLE_IDS, _section)
    content = entry(_parts.DOCUMENT, _encoded(pieces), level)
    core = entry(_parts.CORE, (core_properties(report, subject).encode(),), level)
    return pack((*_frame(profile, mirrored, level), content, core))


_STYLE_IDS = {role: role.style_id for role in Role}


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


def _encoded(pieces: Iterator[str]) -> Iterator[bytes]:
    """Encode the document in batches, small enough to stream and large enough to be quick."""
    batch = [_parts.ROOT]
    for piece in pieces:
        batch.append(piece)
        if len(batch) == _BATCH:
            yield "".join(batch).encode()
            batch.clear()
    batch.append(_parts.END)
    yield "".join(batch).encode()


@cache
def _frame(profile: Profile, mirrored: bool, level: int) -> tuple[Entry, ...]:  # noqa: FBT001
    """Deflate the parts that every report of a form shares."""
    parts = {
        "[Content_Types].xml": _parts.CONTENT_TYPES,
        "_rels/.rels": _parts.PACKAGE_RELATIONSHIPS,
        "word/_rels/document.xml.rels": _parts.DOCUMENT_RELATIONSHIPS,
        "word/styles.xml": style_sheet(profile),
        "word/settings.xml": _parts.settings(mirrored=mirrored),
        "word/fontTable.xml": _parts.FONT_TABLE,
        "word/theme/theme1.xml": _parts.THEME,
        "word/header1.xml": _parts.HEADER,
    }
    return tuple(entry(name, (text.encode(),), level) for name, text in parts.items())


def _section(page: Page, start: PageBreak, first: bool) -> str:  # noqa: FBT001
    """Return the properties of a section; its first page has no number in the first only."""
    header = f'<w:headerReference w:type="default" r:id="{_parts.HEADER_ID}"/>'
    turned = ' w:orient="landscape"' if start.landscape else ""
    numbers = '<w:pgNumType w:start="1"/>' if start.restart_numbers else ""
    return (
        f'<w:sectPr>{header}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{dxa(page.width)}" w:h="{dxa(page.height)}"{turned}/>'
        f'<w:pgMar w:top="{dxa(page.top)}" w:right="{dxa(page.right)}"'
        f' w:bottom="{dxa(page.bottom)}" w:left="{dxa(page.left)}"'
        f' w:header="{dxa(page.header)}" w:footer="{dxa(page.header)}" w:gutter="0"/>'
        f"{numbers}{'<w:titlePg/>' if first else ''}</w:sectPr>"
    )
