"""Blocks become the text of ``document.xml``, a piece at a time."""

from collections.abc import Callable, Iterable, Iterator
from typing import assert_never

from chinhtrinoibo.layout import blocks as b
from chinhtrinoibo.layout.profiles import Page
from chinhtrinoibo.layout.roles import Role
from chinhtrinoibo.metrics import MILLIMETRES
from chinhtrinoibo.word._comments import EMPHASIS, noted_runs
from chinhtrinoibo.word._styles import RULE, SEAM
from chinhtrinoibo.word._tables import table_writer
from chinhtrinoibo.word._xml import dxa, run_text, twips

#: How a section of pages is closed: its properties, for its page and number in the file.
SectionWriter = Callable[[Page, b.PageBreak, bool], str]


def document(
    blocks: Iterable[b.Block], page: Page, styles: dict[Role, str], section: SectionWriter
) -> Iterator[str]:
    """Yield the body of the document.

    Args:
        blocks: the pieces of the page, in order.
        page: the sheet, upright.
        styles: the id of the Word style of each role.
        section: writes the properties of a section.
    """
    current, first = b.PageBreak(), True
    table = table_writer(styles)
    for block in blocks:
        match block:
            case b.Paragraph():
                yield paragraph(block, styles)
            case b.Table():
                yield from table(block)
            case b.Columns():
                # Without a seam LibreOffice leaves headings alone at the foot of that page.
                yield f"{_columns(block, styles)}{_seam()}"
            case b.Rule():
                yield _rule(block, page.text_width)
            case b.NextPage():
                yield _NEXT_PAGE
            case b.PageBreak():
                yield _seam(section(_sheet(page, current), current, first))
                current, first = block, False
            case _:
                assert_never(block)
    yield f"{_seam()}{section(_sheet(page, current), current, first)}"


def paragraph(block: b.Paragraph, styles: dict[Role, str]) -> str:
    """Return a paragraph: its style says how it looks, its runs only what stands out."""
    keep = "<w:keepNext/>" if block.keep else ""
    if block.notes:
        runs = noted_runs(block.text, block.runs, block.notes)
    else:
        runs = _runs(block) if block.runs else f"<w:r>{run_text(block.text)}</w:r>"
    return f'<w:p><w:pPr><w:pStyle w:val="{styles[block.role]}"/>{keep}</w:pPr>{runs}</w:p>'


def _runs(block: b.Paragraph) -> str:
    runs, end = [], 0
    for run in block.runs:
        if run.start > end:
            runs.append(f"<w:r>{run_text(block.text[end : run.start])}</w:r>")
        look = EMPHASIS[run.emphasis]
        runs.append(f"<w:r>{look}{run_text(block.text[run.start : run.end])}</w:r>")
        end = run.end
    if end < len(block.text):
        runs.append(f"<w:r>{run_text(block.text[end:])}</w:r>")
    return "".join(runs)


def _rule(block: b.Rule, measure: float) -> str:
    side = max(twips((measure / MILLIMETRES - block.length) / 2), 0)
    gap = f'<w:spacing w:after="{twips(block.after)}"/>' if block.after else ""
    indent = f'<w:ind w:left="{side}" w:right="{side}"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{RULE}"/>{gap}{indent}</w:pPr></w:p>'


def _columns(block: b.Columns, styles: dict[Role, str]) -> str:
    """Return two columns as one unbreakable row without borders."""
    left, right = map(dxa, block.widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{left + right}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f'</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{left}"/><w:gridCol w:w="{right}"/>'
        "</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>"
        f"{_side(block.left, block.widths[0], styles)}{_side(block.right, block.widths[1], styles)}"
        "</w:tr></w:tbl>"
    )


def _side(blocks: tuple[b.Paragraph | b.Rule, ...], width: float, styles: dict[Role, str]) -> str:
    content = "".join(
        _rule(block, width) if isinstance(block, b.Rule) else paragraph(block, styles)
        for block in blocks
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{dxa(width)}" w:type="dxa"/></w:tcPr>{content or "<w:p/>"}'
        "</w:tc>"
    )


def _seam(section: str = "") -> str:
    """Return the smallest paragraph: it parts a table from what follows, and ends a section."""
    return f'<w:p><w:pPr><w:pStyle w:val="{SEAM}"/>{section}</w:pPr></w:p>'


_NEXT_PAGE = f'<w:p><w:pPr><w:pStyle w:val="{SEAM}"/><w:pageBreakBefore/></w:pPr></w:p>'


def _sheet(page: Page, current: b.PageBreak) -> Page:
    return page.turned() if current.landscape else page
