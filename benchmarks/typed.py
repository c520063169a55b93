"""The page as a report of the library; and a report of a hundred objects as data to load."""

import datetime as dt
from typing import Any

from facts import ANNEX, COLUMNS, DIRECTIVE, OPENING, TITLE

import chinhtrinoibo as ctnb


def report(page: dict[str, Any], *, register: bool = False) -> ctnb.SummaryReport:
    """Return the page; its rows stand in an annex of texts or in a register of documents."""
    rows = page["rows"]
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
                title=DIRECTIVE,
            )
        ),
        opening=[OPENING],
        results=[ctnb.Result(title=title, paragraphs=body) for title, body in page["results"]],
        register=ctnb.Register(documents=map(_document, rows)) if register else None,
        annexes=[] if register or not rows else [annex(ctnb.Annex, rows)],
        signature=ctnb.Signature(
            authority="T/M", body="Ban Thường vụ", position="Phó Bí thư", name="Nguyễn Văn A"
        ),
        recipients=[
            ctnb.Recipient(name="Bộ Chính trị", purpose="để báo cáo"),
            ctnb.Recipient(name="Ban Tổ chức Trung ương"),
        ],
        filed_at="Văn phòng Tỉnh ủy",
    )


def annex(kind: type, rows: Any) -> Any:
    """Return the annex of the page, as an ``Annex`` or an ``AnnexStream``."""
    return kind(title=ANNEX, columns=COLUMNS, rows=rows)


def _document(row: tuple[str, ...]) -> ctnb.Document:
    _, _, number, day, issuer, title = row
    date = dt.date(*map(int, reversed(day.split("/"))))
    return ctnb.Document(number=number, date=date, issuer=issuer, title=title)


def data(page: dict[str, Any]) -> dict[str, Any]:
    """Return a report of a hundred objects, nothing abbreviated that can be written out."""
    texts = [text for _, body in page["results"] for text in body]
    return {
        "title": TITLE,
        "issuer": {"name": "Ban Thường vụ Tỉnh ủy Bình Thuận", "level": "tỉnh", "symbol": "TU"},
        "number": "05-BC/TU",
        "date": dt.date(2024, 12, 5),
        "period": "10 năm (18/8/2014 - 17/8/2024)",
        "directive": {
            "document": {"number": "39-CT/TW", "kind": "chỉ thị", "title": DIRECTIVE},
            "task_groups": [{"code": f"n{n}", "title": texts[n][:80]} for n in range(4)],
        },
        "register": {
            "documents": [
                {
                    "number": number,
                    "kind": kind.lower(),
                    "date": dt.date(2014 + n % 10, 1 + n % 12, 1 + n % 28),
                    "issuer": {"name": issuer, "place": "Bình Thuận"},
                    "title": title,
                    "task_groups": [f"n{n % 4}"],
                }
                for n, (_, kind, number, _, issuer, title) in enumerate(page["rows"][:16])
            ]
        },
        "figures": [
            {
                "key": f"f{n}",
                "indicator": texts[n][:40],
                "unit": "lượt",
                "value": 1000 + n,
                "target": 2000,
                "base": {"value": 900 + n, "period": "năm 2018"},
            }
            for n in range(10)
        ],
        "results": [{"title": title, "paragraphs": body} for title, body in page["results"]],
        "shortcomings": [{"text": text, "key": text[:9]} for text in texts[:5]],
        "causes": [
            {"text": text, "kind": "khách quan", "of": "hạn chế", "shortcomings": []}
            for text in texts[5:10]
        ],
        "lessons": [{"title": text, "paragraphs": [text]} for text in texts[10:14]],
        "directions": [{"title": text, "answers": []} for text in texts[14:18]],
        "proposals": [{"text": text, "to": "Bộ Chính trị"} for text in texts[18:20]],
        "recipients": [{"name": f"Huyện ủy {n}", "copies": n} for n in range(1, 8)],
        "signature": {"authority": "T/M", "position": "Phó Bí thư", "name": "Nguyễn Văn A"},
        "urgency": "khẩn",
        "two_parts": True,
    }
