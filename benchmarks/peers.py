"""The peers: docxtpl, python-docx and plain cattrs, each used as well as it can be used."""

from __future__ import annotations

import datetime as dt
import io
from copy import deepcopy
from decimal import Decimal
from typing import TYPE_CHECKING

import byhand
import cattrs
import docx
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from facts import COLUMNS
from jinja2 import Environment

from chinhtrinoibo import DocumentKind, DocumentNumber, ReportingPeriod

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.table import Table
    from words import Page


def _package(document: str, parts: Iterable[tuple[str, bytes]]) -> io.BytesIO:
    target = io.BytesIO()
    byhand.write(document.encode(), parts, target)
    return target


class Docxtpl:
    """A template with jinja tags, made once; each report renders and saves it."""

    def __init__(self, parts: Iterable[tuple[str, bytes]]) -> None:
        self._template = DocxTemplate(_package(_TAGGED, parts))
        self._environment = Environment(autoescape=True)

    def __call__(self, page: Page) -> bytes:
        self._template.render(page, self._environment)
        target = io.BytesIO()
        self._template.save(target)
        return target.getvalue()


def _tag(tag: str) -> str:
    return byhand.paragraph("Body", tag)


_TAGGED = "".join(
    (
        byhand.HEAD,
        _tag("{%p for title, body in results %}"),
        byhand.RESULT.replace("%d", "{{ loop.index }}") % "{{ title }}",
        _tag("{%p for text in body %}"),
        byhand.BODY % "{{ text }}",
        _tag("{%p endfor %}"),
        _tag("{%p endfor %}"),
        byhand.FOOT,
        f"<w:tr><w:tc>{_tag('{%tr for row in rows %}')}</w:tc></w:tr>",
        byhand.ROW % tuple(f"{{{{ row[{n}] }}}}" for n in range(len(COLUMNS))),
        f"<w:tr><w:tc>{_tag('{%tr endfor %}')}</w:tc></w:tr>",
        byhand.END,
    )
)


class PythonDocx:
    """A document with letterhead and styles, opened and filled for each report, by its public API.

    Styles are looked up once, and no cell is asked for by its place in the table.
    """

    def __init__(self, parts: Iterable[tuple[str, bytes]]) -> None:
        form = f"{byhand.HEAD}{_tag('results')}{byhand.FOOT}{byhand.ROW % COLUMNS}{byhand.END}"
        self._form = _package(form, parts)

    def __call__(self, page: Page) -> bytes:
        document = docx.Document(self._form)
        styles = {style.style_id: style for style in document.styles}
        place = document.paragraphs[-5]  # four stand behind it: two seams, the head of the annex
        for n, (title, body) in enumerate(page["results"], 1):
            place.insert_paragraph_before(f"{n}. {title}", styles["Heading2"])
            for text in body:
                place.insert_paragraph_before(text, styles["Body"])
        place._p.getparent().remove(place._p)  # noqa: SLF001 - there is no public way
        self._fill(document.tables[-1], page["rows"])
        target = io.BytesIO()
        document.save(target)
        return target.getvalue()

    def _fill(self, table: Table, rows: Iterable[tuple[str, ...]]) -> None:
        model = table.rows[-1]
        looks = [cell.paragraphs[0].style for cell in model.cells]
        for row in rows:
            for cell, text, look in zip(table.add_row().cells, row, looks, strict=True):
                paragraph = cell.paragraphs[0]
                paragraph.style = look
                paragraph.add_run(text)
        table._tbl.remove(model._tr)  # noqa: SLF001 - there is no public way


class PythonDocxCopies(PythonDocx):
    """The same, with rows copied and filled as XML, below the public API."""

    def _fill(self, table: Table, rows: Iterable[tuple[str, ...]]) -> None:
        model = table.rows[-1]._tr  # noqa: SLF001 - as above
        for row in rows:
            copy = deepcopy(model)
            for cell, text in zip(copy.iter(qn("w:t")), row, strict=True):
                cell.text = text
            model.addprevious(copy)
        model.getparent().remove(model)


def plain_cattrs() -> cattrs.Converter:
    """Return a converter that knows the leaves of the model, and leaves the rest to cattrs."""
    converter = cattrs.Converter(detailed_validation=True, forbid_extra_keys=True)
    leaves = (
        (dt.date, lambda value, _: _date(value)),
        (Decimal, lambda value, _: Decimal(value)),
        (DocumentNumber, lambda value, _: DocumentNumber.parse(value)),
        (DocumentKind, lambda value, _: DocumentKind.named(value)),
        (ReportingPeriod, lambda value, _: ReportingPeriod.parse(value)),
    )
    for leaf, hook in leaves:
        converter.register_structure_hook(leaf, hook)
    return converter


def _date(value: dt.date | str) -> dt.date:
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(value)
