"""The limit: this one page as a careful programmer writes it without any library.

The form is text, ready before the first report; values are escaped and put into it. Everything
that the page fixes (its header, its column widths, the other parts of the package) is a constant.
"""

from __future__ import annotations

import io
import zipfile

from facts import ANNEX, COLUMNS, DIRECTIVE

TYPE_CHECKING = False  # a cold process does not load typing for its hints
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

    from words import Page

DOCUMENT = "word/document.xml"


def paragraph(style: str, text: str, more: str = "") -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>'
        f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def cell(width: int, content: str, more: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>{content}</w:tc>'


def columns(left: tuple[int, str], right: tuple[int, str]) -> str:
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="9354" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f'</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{left[0]}"/>'
        f'<w:gridCol w:w="{right[0]}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>'
        f"{cell(*left)}{cell(*right)}</w:tr></w:tbl>"
    )


def section(page: str, more: str = "") -> str:
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
        f'<w:type w:val="nextPage"/>{page} w:header="567" w:footer="567" w:gutter="0"/>'
        f"{more}</w:sectPr>"
    )


_KEEP = "<w:keepNext/>"
_CITED = f"Chỉ thị số 39-CT/TW, ngày 18/8/2014 của Bộ Chính trị về {DIRECTIVE}"
_WIDTHS = (743, 1663, 1446, 1447, 2800, 6471)
_STYLES = ("Center", "Text", "Center", "Center", "Text", "Text")

HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document'
    ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>'
    + columns(
        (
            4082,
            paragraph("Issuer", "TỈNH ỦY BÌNH THUẬN")
            + paragraph("Star", "*")
            + paragraph("Number", "Số 05-BC/TU"),
        ),
        (
            5272,
            paragraph("Head", "ĐẢNG CỘNG SẢN VIỆT NAM")
            + '<w:p><w:pPr><w:pStyle w:val="Rule"/><w:ind w:left="570" w:right="570"/></w:pPr>'
            + "</w:p>"
            + paragraph("PlaceDate", "Bình Thuận, ngày 05 tháng 12 năm 2024"),
        ),
    )
    + paragraph("Kind", "BÁO CÁO", _KEEP)
    + paragraph("Subject", f"tổng kết 10 năm thực hiện {_CITED}", _KEEP)
    + paragraph("SubjectEnd", "-----")
    + paragraph("Body", f"Thực hiện {_CITED}, Ban Thường vụ Tỉnh ủy báo cáo kết quả như sau:")
    + paragraph("Heading1", "KẾT QUẢ THỰC HIỆN", _KEEP)
)
RESULT = paragraph("Heading2", "%d. %s", _KEEP)
BODY = paragraph("Body", "%s")
FOOT = (
    columns(
        (
            4677,
            paragraph("Recipients", "Nơi nhận:")
            + paragraph("Recipient", "- Bộ Chính trị (để báo cáo),")
            + paragraph("Recipient", "- Ban Tổ chức Trung ương,")
            + paragraph("Recipient", "- Lưu Văn phòng Tỉnh ủy."),
        ),
        (
            4677,
            paragraph("Authority", "T/M BAN THƯỜNG VỤ")
            + paragraph("Position", "PHÓ BÍ THƯ")
            + paragraph("Signer", "Nguyễn Văn A"),
        ),
    )
    + '<w:p><w:pPr><w:pStyle w:val="Seam"/>'
    + section(
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"',
        "<w:titlePg/>",
    )
    + "</w:pPr></w:p>"
    + paragraph("Annex", "Phụ lục", _KEEP)
    + paragraph("AnnexTitle", ANNEX.upper(), _KEEP)
    + '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="14571" w:type="dxa"/>'
    + '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
    + "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    + "</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>"
    + "".join(
        cell(width, paragraph("TableHead", head), '<w:vAlign w:val="center"/>')
        for width, head in zip(_WIDTHS, COLUMNS, strict=True)
    )
    + "</w:tr>"
)
ROW = (
    "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
    + "".join(
        cell(width, paragraph(f"Table{style}", "%s"))
        for width, style in zip(_WIDTHS, _STYLES, strict=True)
    )
    + "</w:tr>"
)
END = (
    '</w:tbl><w:p><w:pPr><w:pStyle w:val="Seam"/></w:pPr></w:p>'
    + section(
        '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        '<w:pgMar w:top="1701" w:right="1134" w:bottom="850" w:left="1134"'
    )
    + "</w:body></w:document>"
)


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def document(page: Page) -> bytes:
    """Return ``document.xml``: one join of the results, one of the rows."""
    results = "".join(
        [
            RESULT % (n, escape(title)) + "".join([BODY % escape(text) for text in body])
            for n, (title, body) in enumerate(page["results"], 1)
        ]
    )
    rows = "".join([ROW % tuple(map(escape, row)) for row in page["rows"]])
    return f"{HEAD}{results}{FOOT}{rows}{END}".encode()


def write(
    content: bytes, parts: Iterable[tuple[str, bytes]], target: str | BinaryIO, level: int = 6
) -> None:
    """Write the package: the other parts as they stand, and the document."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as package:
        for name, part in parts:
            package.writestr(name, part)
        package.writestr(DOCUMENT, content)


def docx(page: Page, parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the bytes of the page as .docx."""
    target = io.BytesIO()
    write(document(page), parts, target)
    return target.getvalue()


def parts_of(package: bytes) -> list[tuple[str, bytes]]:
    """Return all parts of a .docx but its document."""
    with zipfile.ZipFile(io.BytesIO(package)) as file:
        return [(name, file.read(name)) for name in file.namelist() if name != DOCUMENT]
