"""Who reports, in which form, on what and when: drawn first, so that all else agrees with it."""

import datetime as dt
import random
from typing import TypeVar

import attrs

from chinhtrinoibo import (
    Calendar,
    Document,
    DocumentKind,
    DocumentNumber,
    Organization,
    ReportingPeriod,
    ReportKind,
    System,
)
from chinhtrinoibo import words as printed
from proof import lexis

Value = TypeVar("Value")

REFORM = dt.date(2025, 7, 1)  # districts end, communes report to the province
_JOINED = dt.date(2025, 3, 1)  # the boards of propaganda and of mass mobilisation become one
_TERMS = (
    (dt.date(1986, 12, 18), "VI"),
    (dt.date(1991, 6, 27), "VII"),
    (dt.date(1996, 7, 1), "VIII"),
    (dt.date(2001, 4, 22), "IX"),
    (dt.date(2006, 4, 25), "X"),
    (dt.date(2011, 1, 19), "XI"),
    (dt.date(2016, 1, 28), "XII"),
    (dt.date(2021, 2, 1), "XIII"),
    (dt.date(2026, 1, 25), "XIV"),
)


@attrs.frozen(kw_only=True)
class Setting:
    """What a report and the report before it share, and when each was made."""

    rng: random.Random
    system: System
    level: str
    place: str
    kind: ReportKind
    period: ReportingPeriod
    day: dt.date
    quotes: str = "“”"
    comma: bool = True
    number_word: str = "số "
    marked: bool = False

    @property
    def party(self) -> bool:
        """Whether a Party committee reports."""
        return self.system is System.PARTY

    @property
    def office(self) -> str:
        """The body, without its place: “Tỉnh ủy”, “Ủy ban nhân dân tỉnh”."""
        if not self.party:
            return f"Ủy ban nhân dân {self.level}"
        return (
            f"Đảng ủy {self.level}" if self.level in {"xã", "phường"} else _COMMITTEES[self.level]
        )

    @property
    def short(self) -> str:
        """Who issues, as named after the first mention."""
        return f"Ban Thường vụ {self.office}" if self.party else self.office

    @property
    def issuer(self) -> Organization:
        """Who issues."""
        superior = None
        if self.level in {"xã", "phường"} and not self.party:
            superior = Organization(name="Ủy ban nhân dân tỉnh Sông Xanh")
        return Organization(
            name=f"{self.short} {self.place}",
            short_name=self.short,
            superior=superior,
            place=self.place,
            symbol=self.symbol,
        )

    @property
    def symbol(self) -> str:
        """The letters of the issuer in a number."""
        return _SYMBOLS[self.level] if self.party else "UBND"

    @property
    def whole(self) -> str:
        """The area reported on."""
        return f"toàn Đảng bộ {self.level}" if self.party else f"toàn {self.level}"

    @property
    def boards(self) -> tuple[str, ...]:
        """The bodies that help the issuer, by the names of the day."""
        if not self.party:
            return (f"Văn phòng Ủy ban nhân dân {self.level}",)
        spread = "Ban Tuyên giáo" if self.day < _JOINED else "Ban Tuyên giáo và Dân vận"
        if self.level in {"xã", "phường"}:
            return (f"Văn phòng {self.office}",)
        return (f"Ban Tổ chức {self.office}", f"{spread} {self.office}", f"Văn phòng {self.office}")

    @property
    def theme(self) -> str:
        """What the report is about, in general."""
        return "công tác xây dựng Đảng" if self.party else "công tác cải cách hành chính"

    def pick(self, values: "tuple[Value, ...]") -> Value:
        """Return one of the values."""
        return self.rng.choice(values)

    def some(self, values: "tuple[Value, ...]", least: int, most: int) -> list[Value]:
        """Return some of the values, each once."""
        return self.rng.sample(values, self.rng.randint(least, min(most, len(values))))

    def day_in(self, first: dt.date, last: dt.date) -> dt.date:
        """Return a day between two."""
        return first + dt.timedelta(self.rng.randint(0, (last - first).days))

    def number(self, symbol: str, serial: int) -> DocumentNumber:
        """Return a number of the issuer."""
        return DocumentNumber(serial=serial, symbol=symbol, issuer=self.symbol, system=self.system)

    def cite(self, document: Document, *, title: bool = False) -> str:
        """Return the full citation, as the form of the report has it."""
        if self.party:
            return document.cite(comma=self.comma, title=title)
        kind = printed.upper_first(document.kind.name if document.kind else "văn bản")
        day = printed.long_date(document.date) if document.date else ""
        about = f" về {document.title}" if title else ""
        return f"{kind} số {document.number} {day} của {document.issuer}{about}"

    def mention(self, document: Document) -> str:
        """Return a later mention."""
        if self.marked:
            return f"[[{document.number}]]"
        kind = printed.upper_first(document.kind.name if document.kind else "văn bản")
        return f"{kind} {self.number_word}{document.number}"


_COMMITTEES = {"tỉnh": "Tỉnh ủy", "thành phố": "Thành ủy", "huyện": "Huyện ủy"}
_SYMBOLS = {"tỉnh": "TU", "thành phố": "TU", "huyện": "HU", "xã": "ĐU", "phường": "ĐU"}


def draw(rng: random.Random) -> Setting:
    """Draw a setting."""
    system = rng.choice((System.PARTY, System.PARTY, System.STATE))
    kind = rng.choice(tuple(ReportKind))
    period, day = _period(rng, kind, system)
    levels = ("tỉnh", "thành phố", "xã", "phường")
    level = rng.choice(levels if period.first >= REFORM else ("tỉnh", "tỉnh", "thành phố", "huyện"))
    if level == "thành phố" and day < REFORM:
        level = "tỉnh"
    if level == "huyện" and day >= REFORM:
        level = "tỉnh"
    places = {"tỉnh": lexis.PROVINCES, "huyện": lexis.DISTRICTS, "thành phố": ("Huế", "Hải Phòng")}
    return Setting(
        rng=rng,
        system=system,
        level=level,
        place=rng.choice(places.get(level, lexis.COMMUNES)),
        kind=kind,
        period=period,
        day=day,
        comma=rng.random() < 0.8,
        number_word=rng.choice(("số ", "số ", "")),
        quotes=rng.choice(("“”", "“”", '""')),
        marked=rng.random() < 0.2,
    )


def _period(
    rng: random.Random, kind: ReportKind, system: System
) -> tuple[ReportingPeriod, dt.date]:
    """Return a period, and a day of issue after it, in 2014 to 2026."""
    year = rng.randint(2014, 2026)
    if kind is ReportKind.PERIODIC:
        calendar = Calendar.CALENDAR if system is System.PARTY else Calendar.STATE
        period = rng.choice(
            (
                ReportingPeriod.month(year, rng.randint(1, 11), calendar=calendar),
                ReportingPeriod.quarter(year, rng.randint(1, 3), calendar=calendar),
                ReportingPeriod.half_year(year, 1, calendar=calendar),
                ReportingPeriod.nine_months(year, calendar=calendar),
                ReportingPeriod.year(max(year - 1, 2014), calendar=calendar),
            )
        )
        return period, period.last + dt.timedelta(rng.randint(2, 20))
    count = rng.choice((5, 10) if kind is ReportKind.FINAL else (3, 5))
    since = dt.date(year - count, rng.randint(1, 8), rng.randint(1, 28))
    period = ReportingPeriod.years(count, since=since)
    return period, period.last + dt.timedelta(rng.randint(15, 110))


def term_of(day: dt.date) -> str:
    """Return the term of the Central Committee on a day."""
    return next(term for since, term in reversed(_TERMS) if since <= day)


def central(setting: Setting, first: dt.date, last: dt.date, serial: int) -> Document:
    """Return a document of the centre, of a day between two, of a type that its issuer uses."""
    day = setting.day_in(first, last)
    if setting.party:
        symbol, issuer = setting.pick(
            (
                ("CT", "Bộ Chính trị"),
                ("NQ", "Bộ Chính trị"),
                ("KL", "Bộ Chính trị"),
                ("CT", "Ban Bí thư"),
                ("KL", "Ban Bí thư"),
                ("NQ", "Ban Chấp hành Trung ương"),
            )
        )
        number = DocumentNumber(serial=serial, symbol=symbol, issuer="TW", system=System.PARTY)
        title = setting.pick(lexis.PARTY_THEMES)
        return Document(number=number, date=day, issuer=issuer, term=term_of(day), title=title)
    symbol, letters, issuer = setting.pick(
        (("NQ", "CP", "Chính phủ"), ("CT", "TTg", "Thủ tướng Chính phủ"))
    )
    number = DocumentNumber(serial=serial, symbol=symbol, issuer=letters, system=System.STATE)
    return Document(number=number, date=day, issuer=issuer, title=setting.pick(lexis.STATE_THEMES))


def own(setting: Setting, number: int, kind: str, day: dt.date, title: str) -> Document:
    """Return a document of the issuer's own."""
    of = DocumentKind.named(kind, setting.system)
    return Document(
        number=setting.number(of.symbol, number),
        kind=of,
        date=day,
        issuer=setting.short,
        title=title,
    )
