"""The peers: docxtpl, python-docx and plain cattrs, each used as well as it can be used."""

from __future__ import annotations

import datetime as dt
import io
from copy import deepcopy
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import byhand
import cattrs
import docx
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import Environment
from workload import COLUMNS

from chinhtrinoibo import DocumentKind, DocumentNumber, ReportingPeriod

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workload import Page


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
        self._template.render(page._asdict(), self._environment)
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
    """A document with the letterhead and one model row, opened and filled for each report.

    Styles are looked up once, rows are copies, and no cell is asked for by its place in the table.
    """

    def __init__(self, parts: Iterable[tuple[str, bytes]]) -> None:
        model = byhand.ROW % COLUMNS
        form = f"{byhand.HEAD}{_tag('results')}{byhand.FOOT}{model}{byhand.END}"
        self._form = _package(form, parts)

    def __call__(self, page: Page) -> bytes:
        document = docx.Document(self._form)
        heading, text = document.styles["heading 2"], document.styles["Nội dung"]
        place = document.paragraphs[-5]
        for n, (title, body) in enumerate(page.results, 1):
            place.insert_paragraph_before(f"{n}. {title}", heading)
            for paragraph in body:
                place.insert_paragraph_before(paragraph, text)
        place._p.getparent().remove(place._p)  # noqa: SLF001 - there is no public way
        self._fill(document.tables[-1].rows[-1]._tr, page.rows)  # noqa: SLF001 - as above
        target = io.BytesIO()
        document.save(target)
        return target.getvalue()

    def _fill(self, model: Any, rows: Iterable[tuple[str, ...]]) -> None:
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
