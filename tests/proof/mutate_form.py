"""Damage to outline and form: sections, enumerations, years, copies, signature."""

import random
import re
from typing import Any

import attrs

from chinhtrinoibo import Authority, CauseKind, Proposal, ReportKind
from chinhtrinoibo.layout.passages import passages
from proof.clean import Dossier
from proof.damage import Damage, Mutator, add, drop, evolve, only, put, swap, then
from proof.mutate_citations import party


def _restyled(clean: Dossier, rng: random.Random) -> Dossier | None:
    """Quote once in the other style."""
    straight = any('"' in text for _, text in passages(clean.report))
    sign = "“{}”" if straight else '"{}"'
    if not straight and not any("“" in text for _, text in passages(clean.report)):
        return None
    return add("strengths", f"Mô hình {sign.format('ngày thứ năm')} được duy trì.")(clean, rng)


def _next(found: re.Match[str], _: random.Random) -> str:
    following = {"một": "hai", "hai": "ba", "ba": "bốn", "bốn": "năm"}
    return f"{following[found[1]]} là"


def _objective(clean: Dossier, _: random.Random) -> Dossier:
    causes = [attrs.evolve(cause, kind=CauseKind.OBJECTIVE) for cause in clean.report.causes]
    return evolve(clean, causes=causes)


def _unaddressed(clean: Dossier, rng: random.Random) -> Dossier | None:
    proposals = list(clean.report.proposals)
    n = rng.randrange(len(proposals))
    text = re.sub(r"^Đề nghị .*?(?= sớm| tăng| bố| sửa)", "Đề nghị", proposals[n].text)
    proposals[n] = Proposal(text=text)
    return evolve(clean, proposals=proposals)


def _signed(**changes: Any) -> Damage:
    def damage(clean: Dossier, _: random.Random) -> Dossier | None:
        signature = clean.report.signature
        return evolve(clean, signature=attrs.evolve(signature, **changes)) if signature else None

    return damage


def _copied(clean: Dossier, _: random.Random) -> Dossier | None:
    """Take the report before, with the number, the day and the figures of this one."""
    own, before = clean.report, clean.previous
    if before is None:
        return None
    copied = attrs.evolve(
        before, number=own.number, date=own.date, period=own.period, figures=own.figures
    )
    return clean._replace(report=copied)


def _last_years(found: re.Match[str], _: random.Random) -> str:
    return str(int(found[0]) - 1)


def _carried(clean: Dossier, rng: random.Random) -> Dossier | None:
    """Leave a paragraph of the report before, with a year that is not of the period."""
    own, before = clean.report.period, clean.previous
    if before is None or own is None:
        return None
    texts = [
        text
        for _, text in passages(before)
        for year in map(int, re.findall(r"Năm (20[0-9]{2}) có", text))
        if not own.first.year <= year <= own.last.year
    ]
    if not texts:
        return None
    results = list(clean.report.results)
    n = rng.randrange(len(results))
    text = rng.choice(texts)
    results[n] = attrs.evolve(results[n], paragraphs=(*results[n].paragraphs, text))
    return evolve(clean, results=results)


def _yearly(clean: Dossier) -> bool:
    """Tell whether the report is on a part of one year, or on the year."""
    return clean.report.kind is ReportKind.PERIODIC


def _numbered(**changes: Any) -> Damage:
    def damage(clean: Dossier, _: random.Random) -> Dossier | None:
        number = clean.report.number
        return evolve(clean, number=attrs.evolve(number, **changes)) if number else None

    return damage


def _stopped(clean: Dossier, _: random.Random) -> Dossier:
    return evolve(clean, title=f"{clean.report.title}.")


def _ended(clean: Dossier, rng: random.Random) -> Dossier | None:
    texts = [(path, text) for path, text in passages(clean.report) if text.endswith(".")]
    path, text = rng.choice(texts)
    return put(clean, path, f"{text}/.")


_SECTION = ("leadership",)

MUTATORS = (
    Mutator("quotes: one of another style", "QUOTE01", _restyled),
    Mutator("end: ./. in a Party text", "END01", only(party, _ended)),
    Mutator("enumeration: a number skipped", "ENUM01", swap(r"\b(hai|ba|bốn) là(?=,)", _next)),
    Mutator(
        "enumeration: a number twice", "ENUM01", swap(r"\b(một|hai|ba)(?: là)(?=,[^;]*; )", _next)
    ),
    Mutator(
        "enumeration: one item only",
        "ENUM02",
        swap(r"(một là|thứ nhất), ([^;.]*);.*\.", r"\1, \2.", within=_SECTION),
    ),
    Mutator(
        "enumeration: two ways",
        "ENUM03",
        swap(r"; hai là(?=,)", "; thứ hai", within=_SECTION),
    ),
    Mutator("outline: no shortcomings", "OUTLINE02", drop("shortcomings")),
    Mutator("outline: no directions", "OUTLINE02", drop("directions")),
    Mutator("outline: no results", "OUTLINE02", drop("results")),
    Mutator("outline: a lead without its items", "OUTLINE03", drop("lessons")),
    Mutator("outline: no causes", "CAUSE01", drop("causes")),
    Mutator("outline: no subjective cause", "CAUSE02", _objective),
    Mutator("outline: a proposal to nobody", "ASK01", _unaddressed),
    Mutator(
        "mark: of nothing", "MARK01", add("results", "Việc thực hiện [[999-CT/XX]] được quan tâm.")
    ),
    Mutator(
        "stale: the title tells of the year before",
        "STALE01",
        only(_yearly, swap(r"(?<=năm )20[0-9]{2}(?=$)", _last_years, within=("title",))),
    ),
    Mutator(
        "stale: a lead tells of the year before",
        "STALE01",
        only(_yearly, swap(r"(?<=năm )20[0-9]{2}", _last_years, within=("results_lead",))),
    ),
    Mutator(
        "stale: tasks of a year gone by",
        "STALE01",
        add("directions", "Hoàn thành nhiệm vụ năm 2009.", "Triển khai nhiệm vụ năm 2010."),
    ),
    Mutator("stale: a paragraph of the report before", "STALE01", _carried),
    Mutator("copy: the results of the report before", "COPY01", _copied),
    Mutator("form: no signature", "FORM01", drop("signature")),
    Mutator("form: no recipients", "FORM01", then(drop("recipients"), drop("filed_at"))),
    Mutator("form: no day", "FORM01", drop("date")),
    Mutator("form: K/T of a committee", "FORM02", only(party, _signed(authority=Authority.FOR))),
    Mutator(
        "form: TUQ in a Party text", "FORM02", only(party, _signed(authority=Authority.DELEGATED))
    ),
    Mutator("form: no prefix", "FORM02", _signed(authority=Authority.DIRECT)),
    Mutator("form: a title before the name", "FORM02", _signed(name="Đồng chí Nguyễn Văn A")),
    Mutator("form: the symbol of another type", "FORM03", _numbered(symbol="KH")),
    Mutator("form: the symbol of another issuer", "FORM03", _numbered(issuer="XYZ")),
    Mutator("form: a stop behind the title", "HEAD01", _stopped),
)
