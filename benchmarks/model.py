"""The page as a report of the library, and a report as data to be loaded."""

from __future__ import annotations

import datetime as dt
from facts import *
import chinhtrinoibo as ctnb

def report(page: Page, *, register: bool = False) -> ctnb.SummaryReport:
    """Return the model of the page, whose annex is a table of texts or a register of documents."""
    annex = ctnb.Annex(title=ANNEX, columns=COLUMNS, rows=page["rows"])
    documents = map(_document, page["rows"] if register else ())
    return ctnb.SummaryReport(
        title=TITLE,
        number="05-BC/TU",
        date=dt.date(2024, 12, 5),
        issuer=ctnb.Organization(name="Ban Thường vụ Tỉnh ủy Bình Thuận", place="Bình Thuận"),
        directive=ctnb.Directive(
            document=ctnb.Document(
                number="39-CT/TW",
                date=dt.date(2014, 8, 18),
                issuer="Bộ Chính trị",
                title="tăng cường công tác bảo vệ chính trị nội bộ",
            )
        ),
        opening=[OPENING],
        results=[ctnb.Result(title=title, paragraphs=body) for title, body in page["results"]],
        annexes=[] if register else [annex],
        register=ctnb.Register(documents=documents) if register else None,
        signature=ctnb.Signature(
            authority="T/M", body="Ban Thường vụ", position="Phó Bí thư", name="Nguyễn Văn A"
        ),
        recipients=[
            ctnb.Recipient(name="Bộ Chính trị", purpose="để báo cáo"),
            ctnb.Recipient(name="Ban Tổ chức Trung ương"),
        ],
        filed_at="Văn phòng Tỉnh ủy",
    )


def _document(row: tuple[str, ...]) -> ctnb.Document:
    _, _, number, day, issuer, title = row
    date = dt.date(*map(int, reversed(day.split("/"))))
    return ctnb.Document(number=number, date=date, issuer=issuer, title=title)
