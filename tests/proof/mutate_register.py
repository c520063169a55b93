"""Damage to the rows of the register, and to days and bounds in the prose."""

import datetime as dt
import random

import attrs

from chinhtrinoibo import Document, DocumentKind, Register, System, words
from proof.clean import Dossier
from proof.damage import Mutator, add, evolve


def _rows(clean: Dossier) -> list[Document]:
    return list(clean.report.register or ())


def _put(clean: Dossier, rows: list[Document]) -> Dossier:
    return evolve(clean, register=Register(documents=rows))


def _twice(clean: Dossier, rng: random.Random) -> Dossier:
    """List a document twice."""
    rows = _rows(clean)
    rows.insert(rng.randint(0, len(rows)), rng.choice(rows))
    return _put(clean, rows)


def _one_number(clean: Dossier, rng: random.Random) -> Dossier | None:
    """Give a document the number of another one of its type, a day later."""
    rows = _rows(clean)
    n = rng.randrange(len(rows))
    day = rows[n].date
    other = day + dt.timedelta(1) if day else None
    if day is None or other is None or other.year != day.year or day.year % 5 == 0:
        return None
    rows.append(attrs.evolve(rows[n], date=other, title="một việc khác"))
    return _put(clean, rows)


def _retyped(clean: Dossier, rng: random.Random) -> Dossier:
    """Give a document another type, and leave its symbol."""
    rows = _rows(clean)
    n = rng.randrange(len(rows))
    own = rows[n].kind
    number = rows[n].number
    system = number.system if number else System.PARTY
    names = ("kế hoạch", "báo cáo", "thông báo", "hướng dẫn")
    name = rng.choice([name for name in names if own is None or own.name != name])
    rows[n] = attrs.evolve(rows[n], kind=DocumentKind.named(name, system), subkind="")
    return _put(clean, rows)


def _other_form(clean: Dossier, rng: random.Random) -> Dossier | None:
    """Write the number of a document as the other system does."""
    rows = _rows(clean)
    n = rng.randrange(len(rows))
    number, kind = rows[n].number, rows[n].kind
    if number is None or kind is None or len(rows) < 3:
        return None
    other = System.STATE if number.system is System.PARTY else System.PARTY
    of_other = DocumentKind.by_symbol(number.symbol, other)
    if not of_other or kind.name not in {one.name for one in of_other}:
        return None
    turned = attrs.evolve(number, system=other)
    rows[n] = attrs.evolve(rows[n], number=turned, kind=DocumentKind.named(kind.name, other))
    return _put(clean, rows)


def _before(clean: Dossier, rng: random.Random) -> Dossier | None:
    """Date a document before the period."""
    rows, period = _rows(clean), clean.report.period
    if period is None or len(rows) < 3:
        return None
    n = rng.randrange(len(rows))
    day = period.first - dt.timedelta(rng.randint(1, 300))
    rows[n] = attrs.evolve(rows[n], date=day)
    return _put(clean, rows)


def _as_of(clean: Dossier, rng: random.Random) -> Dossier | None:
    """Take figures on a day after the report."""
    if clean.report.date is None:
        return None
    day = words.short_date(clean.report.date + dt.timedelta(rng.randint(1, 300)))
    lead = rng.choice(("Tính đến ngày", "Số liệu tính đến ngày"))
    return add("results", f"{lead} {day}, có 705 tổ chức cơ sở đảng.")(clean, rng)


MUTATORS = (
    Mutator("register: a document twice", "REG01", _twice),
    Mutator("register: one number for two documents", "REG01", _one_number),
    Mutator("register: a type against the symbol", "REG02", _retyped),
    Mutator("register: a number of the other system", "REG02", _other_form),
    Mutator("register: a document before the period", "REG03", _before),
    Mutator(
        "days: one that no calendar has",
        "DAY01",
        add(
            "results",
            "Hội nghị được tổ chức ngày 31/4/2023.",
            "Từ ngày 30/02/2020, các chi bộ đã sinh hoạt theo chuyên đề.",
            "Phong trào được phát động ngày 31 tháng 11 năm 2021.",
        ),
    ),
    Mutator("days: figures of a day to come", "DAY02", _as_of),
    Mutator(
        "shares: a part beyond its whole",
        "SHARE03",
        add(
            "results",
            "Có 170/159 tổ chức cơ sở đảng được xếp loại tốt.",
            "Đảng viên nữ chiếm 105,2%.",
            "Số vụ vi phạm giảm 120% so với năm trước.",
        ),
    ),
)
