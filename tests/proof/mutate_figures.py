"""Damage to figures: sums, shares, targets, changes, the way numbers are written."""

import datetime as dt
import random
import re
from collections.abc import Callable
from typing import Any

import attrs

from chinhtrinoibo import Baseline, Figure, Register, ReportingPeriod, words
from proof.clean import Dossier
from proof.damage import Damage, Mutator, drop, everywhere, evolve, holds, only, swap, then

_N = r"[0-9]+(?:\.[0-9]{3})*"
_PERCENT = r"[0-9]+(?:,[0-9]+)?%"
_SUM = "(?:gồm|bao gồm)"


def _other(text: str, rng: random.Random, least: int = 1) -> str:
    """Return another count, near the printed one."""
    value = words.parse_count(text) if text.startswith("0") else int(text.replace(".", ""))
    near = [value + step for step in (-9, -5, -2, -1, 1, 2, 5, 9) if value + step >= least]
    return words.count(rng.choice(near))


def _more(text: str, rng: random.Random) -> str:
    """Return a larger count."""
    return words.count(int(text.replace(".", "")) + rng.randint(1, 9))


def changed(found: re.Match[str], rng: random.Random) -> str:
    """Change the count in the group ``n``."""
    return _around(found, _other(found["n"], rng))


def raised(found: re.Match[str], rng: random.Random) -> str:
    """Raise the count in the group ``n``."""
    return _around(found, _more(found["n"], rng))


def _above(found: re.Match[str], rng: random.Random) -> str:
    """Raise the count in the group ``n`` above the one in ``whole``."""
    return _around(found, _more(found["whole"], rng))


def _around(found: re.Match[str], new: str) -> str:
    start, end = found.start("n") - found.start(), found.end("n") - found.start()
    return found[0][:start] + new + found[0][end:]


def _share(found: re.Match[str], rng: random.Random) -> str:
    """Change the share in the group ``n`` by some percent."""
    value = float(found["n"].replace(",", "."))
    step = rng.choice((-1, 1)) * rng.uniform(1.5, 9)
    new = value + step if value + step > 0 else value - step
    return _around(found, f"{new:.2f}".replace(".", ","))


def _nudged(found: re.Match[str], rng: random.Random) -> str:
    """Change the share in the group ``n`` by less than two percent, digits as before."""
    tenths = round(float(found["n"].replace(",", ".")) * 10) + rng.choice((-1, 1)) * (
        rng.randint(3, 18)
    )
    return _around(found, f"{tenths / 10:.1f}".replace(".", ","))


def drop_row(clean: Dossier, rng: random.Random) -> Dossier | None:
    """Take a document from the register, and leave the prose as it is."""
    register = clean.report.register
    if register is None or len(register) < 2 or "[[#tally]]" in clean.report.leadership[1]:
        return None
    kept = list(register.documents)
    del kept[rng.randrange(len(kept))]
    return evolve(clean, register=Register(documents=kept))


def base_differs(clean: Dossier, rng: random.Random) -> Dossier | None:
    """Give a figure another base than the report before has."""
    if clean.previous is None:
        return None
    return _figured(clean, rng, base=lambda figure: _raised(figure.base, rng))


def _raised(base: Baseline | None, rng: random.Random) -> Baseline | None:
    return base and attrs.evolve(base, value=base.value + rng.randint(3, 20))


def _figured(clean: Dossier, rng: random.Random, **changes: Callable[[Figure], object]) -> Dossier:
    """Change one figure in the data."""
    figures = list(clean.report.figures)
    n = rng.randrange(len(figures))
    changed: dict[str, Any] = {name: change(figures[n]) for name, change in changes.items()}
    figures[n] = attrs.evolve(figures[n], **changed)
    return evolve(clean, figures=figures)


def _elsewhen(clean: Dossier, rng: random.Random) -> Dossier:
    year = rng.randint(1995, 2001)
    return _figured(clean, rng, period=lambda _: ReportingPeriod.year(year))


def _after(clean: Dossier, rng: random.Random) -> Dossier:
    day = (clean.report.date or dt.date.max) + dt.timedelta(rng.randint(1, 90))
    return _figured(clean, rng, as_of=lambda _: day)


def _twice(clean: Dossier, rng: random.Random) -> Dossier:
    """State a figure again, with another value."""
    figures = list(clean.report.figures)
    one = rng.choice(figures)
    other = attrs.evolve(one, key=f"{one.key}-2", value=(one.value or 0) + rng.randint(1, 9))
    return evolve(clean, figures=[*figures, other])


_RESULTS = ("results",)
_TALLIES = ("leadership",)
_point: Damage = swap(r"(?<![0-9.,])([0-9]+),([0-9]{1,2})%", r"\1.\2%", within=_RESULTS)
_comma: Damage = swap(
    r"(?<![0-9.,/])([0-9]{1,3})\.([0-9]{3})(?= [a-zđ])", r"\1,\2", within=_RESULTS
)

MUTATORS = (
    Mutator(
        "tally: a changed addend",
        "TALLY01",
        swap(rf"văn bản, {_SUM} (?:{_N} [^0-9;]+)*?(?P<n>{_N}) [a-zđ]", changed, within=_TALLIES),
    ),
    Mutator(
        "tally: a raised addend behind “trong đó có”",
        "TALLY01",
        swap(rf"văn bản, trong đó có (?P<n>{_N}) ", raised, within=_TALLIES),
    ),
    Mutator(
        "tally: a changed total",
        "TALLY01",
        swap(rf"(?P<n>{_N}) văn bản, {_SUM}", changed, within=_TALLIES),
    ),
    Mutator(
        "tally: a nested count above its whole",
        "TALLY02",
        swap(rf"(?P<whole>{_N}) kế hoạch \(trong đó có (?P<n>{_N})", _above, within=_TALLIES),
    ),
    Mutator("tally: a row dropped from the annex", "TALLY03", drop_row),
    Mutator(
        "tally: a kind within another kind",
        "TALLY04",
        swap(
            rf"(?P<n>{_N}) (?:hướng dẫn|quy định|thông báo)(?=[,; ])(?! \()",
            r"\g<0> (trong đó có 01 quy chế phối hợp)",
            within=_TALLIES,
        ),
    ),
    Mutator(
        "tally: one kind with a capital",
        "TALLY05",
        swap(
            rf"((?:văn bản, (?:trong đó có|{_SUM})|,|và) {_N} )([cqhktb])(?=[a-zăâêôơưđ ]*[^;]*;)",
            lambda found, _: found[1] + found[2].upper(),
            within=_TALLIES,
        ),
    ),
    Mutator(
        "sum: parts that do not make up the whole",
        "PART01",
        swap(rf"(?P<n>{_N}) [^0-9,]+, {_SUM} {_N}", changed, within=_RESULTS),
    ),
    Mutator(
        "sum: a part above its whole",
        "TALLY02",
        swap(rf"(?P<whole>{_N}) [^0-9,.]+, trong đó có (?P<n>{_N}) ", _above, within=_RESULTS),
    ),
    Mutator(
        "share: another percentage of a whole",
        "SHARE01",
        swap(r"\(chiếm (?P<n>[0-9,]+)%\)", _share, within=_RESULTS),
    ),
    Mutator(
        "share: another percentage of a ratio",
        "SHARE01",
        swap(r"\(đạt (?P<n>[0-9,]+)%\)", _share, within=_RESULTS),
    ),
    Mutator(
        "share: classes that do not make up the whole",
        "SHARE02",
        swap(r"tốt chiếm (?P<n>[0-9,]+)%", _nudged, within=_RESULTS),
    ),
    Mutator(
        "rate: đạt for vượt",
        "RATE01",
        swap(rf"vượt (?={_PERCENT} chỉ tiêu)", "đạt ", within=_RESULTS),
    ),
    Mutator(
        "rate: vượt for đạt",
        "RATE01",
        swap(rf"đạt (?={_PERCENT} chỉ tiêu)", "vượt ", within=_RESULTS),
    ),
    Mutator(
        "share: another percentage of the target",
        "SHARE01",
        swap(r"(?:đạt|vượt) (?P<n>[0-9,]+)% chỉ tiêu", _share, within=_RESULTS),
    ),
    Mutator(
        "rate: % for percentage points", "RATE02", swap(" điểm phần trăm", "%", within=_RESULTS)
    ),
    Mutator(
        "base: no year behind cùng kỳ",
        "BASE01",
        swap(r"so với cùng kỳ năm [0-9]{4}", "so với cùng kỳ", within=_RESULTS),
    ),
    Mutator(
        "delta: another difference",
        "DELTA01",
        swap(rf"(?:tăng|giảm) (?P<n>{_N}) [^0-9%]+\(", changed, within=_RESULTS),
    ),
    Mutator(
        "delta: tăng for giảm",
        "DELTA01",
        swap(
            rf"(tăng|giảm)(?= {_N} [^0-9%]+\()",
            lambda found, _: {"tăng": "giảm", "giảm": "tăng"}[found[0]],
            within=_RESULTS,
        ),
    ),
    Mutator("delta: not the figure of the report before", "DELTA01", base_differs),
    Mutator(
        "approximator before an exact figure",
        "APPROX01",
        swap(
            r"((?:hơn|khoảng) [0-9.]+)00(?= lượt)",
            lambda found, rng: f"{found[1]}{rng.randint(11, 19)}",
            within=_RESULTS,
        ),
    ),
    Mutator("number: a decimal point", "NUMBER01", _point),
    Mutator("number: a comma between thousands", "NUMBER01", _comma),
    Mutator(
        "padding: a bare count among padded ones",
        "PAD01",
        only(
            holds(r"văn bản[^;]* 0[1-9] [^;]* 0[1-9] "),
            swap(r"(?<= )(?<!ngày )0([1-9])(?= [a-zđ])", r"\1", within=_TALLIES),
        ),
    ),
    Mutator(
        "day: đến nay, where nothing names a day",
        "ASOF01",
        then(
            everywhere(r"Tính đến ngày [0-9/]+,", "Tính đến nay,"),
            drop("period"),
        ),
    ),
    Mutator("span: a figure of another span", "SPAN01", _elsewhen),
    Mutator("span: a figure of a day behind the report", "SPAN01", _after),
    Mutator("figure: stated twice, with two values", "FIG01", _twice),
)
