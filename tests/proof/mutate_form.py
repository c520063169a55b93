"""Damage to outline and form: sections, enumerations, years, copies, signature."""

import datetime as dt
import random
import re
from typing import Any

import attrs

from chinhtrinoibo import Authority, CauseKind, Proposal
from chinhtrinoibo.layout.passages import passages
from proof.clean import Dossier
from proof.damage import Damage, Mutator, add, drop, evolve, only, put, swap
from proof.mutate_citations import party

_LAID_DOWN = dt.date(2018, 4, 3)  # Hướng dẫn 36-HD/VPTW


def state(clean: Dossier) -> bool:
    """Tell whether a State body reports."""
    return not party(clean)


def _dated(clean: Dossier) -> bool:
    """Tell whether a Party text is of a day on which its form is laid down."""
    day = clean.report.date
    return party(clean) and day is not None and day >= _LAID_DOWN


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
    """Take the results of the report before."""
    if clean.previous is None:
        return None
    return evolve(
        clean,
        results=clean.previous.results,
        leadership=clean.previous.leadership,
        situation=clean.previous.situation,
    )


def _stale(clean: Dossier, rng: random.Random) -> Dossier | None:
    """Put the years of the report before into one sentence."""
    return swap(
        r"(?<=[Nn]ăm )(20[0-9]{2})(?= có)",
        lambda found, _: str(int(found[1]) - 1),
        within=("results",),
    )(clean, rng)


def _ended(clean: Dossier, rng: random.Random) -> Dossier | None:
    texts = [(path, text) for path, text in passages(clean.report) if text.endswith(".")]
    path, text = rng.choice(texts)
    return put(clean, path, f"{text}/.")


_SECTION = ("leadership",)

MUTATORS = (
    Mutator("quotes: one of another style", "QUOTE01", _restyled),
    Mutator("end: ./. in a Party text", "END01", only(_dated, _ended)),
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
    Mutator("stale: a year of the report before", "STALE01", _stale),
    Mutator("copy: the results of the report before", "COPY01", _copied),
    Mutator("form: no signature", "FORM01", drop("signature")),
    Mutator("form: no recipients", "FORM01", drop("recipients")),
    Mutator("form: a wrong prefix of signing", "FORM02", _signed(authority=Authority.DELEGATED)),
)
