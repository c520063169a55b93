"""Sentences with figures that are right: sums, shares, targets, changes, rates."""

from collections.abc import Iterator
from decimal import Decimal

import attrs

from chinhtrinoibo import Baseline, Figure, PeriodKind, ReportingPeriod, ReportKind
from chinhtrinoibo import words as printed
from proof import lexis
from proof.setting import Setting


@attrs.frozen
class Fact:
    """What is known of an indicator in a period and in the one it is compared with."""

    what: lexis.Indicator
    value: int
    before: int
    target: int
    among: int
    period: ReportingPeriod
    base: ReportingPeriod

    @property
    def figure(self) -> Figure:
        """The fact as data."""
        return Figure(
            key=self.what.key,
            indicator=self.what.indicator,
            unit=self.what.unit,
            value=self.value,
            target=self.target,
            period=self.period,
            base=Baseline(value=self.before, period=self.base),
        )


def facts(setting: Setting) -> tuple[Fact, ...]:
    """Return what is known of the indicators."""
    indicators = lexis.PARTY_INDICATORS if setting.party else lexis.STATE_INDICATORS
    period, base = _periods(setting)
    made = []
    for what in setting.some(indicators, 3, 5):
        value = setting.rng.randint(what.least, what.most)
        before = max(11, round(value * setting.rng.uniform(0.7, 1.3)))
        target = max(10, 10 * round(value * setting.rng.uniform(0.8, 1.25) / 10))
        among = setting.rng.randint(1, value - 1)
        made.append(Fact(what, value, before + (before == value), target, among, period, base))
    return tuple(made)


def _periods(setting: Setting) -> tuple[ReportingPeriod, ReportingPeriod]:
    """Return the period of the figures and their base: the last full year of a longer span."""
    if setting.kind is ReportKind.PERIODIC:
        return setting.period, setting.period.same_period_last_year()
    last = setting.period.last.year - 1
    return ReportingPeriod.year(last), ReportingPeriod.year(last - 1)


def sentences(setting: Setting, known: tuple[Fact, ...]) -> Iterator[str]:
    """Yield a sentence for each fact, a sum, a rate and a few counts, in any order."""
    said = [_of(setting, fact) for fact in known]
    said += [_partition(setting), _rate(setting, known[0]), _ratio(setting), _counts(setting)]
    setting.rng.shuffle(said)
    yield from said


def _of(setting: Setting, fact: Fact) -> str:
    if setting.marked:
        key = fact.what.key
        number = f"[[@{key}]]"
        text = setting.pick((f"{number}, [[@{key}|share]]", f"{number}, [[@{key}|change]]"))
        return f"Trong {fact.period}, {setting.whole} {fact.what.did} {text}."
    say = setting.pick((_among, _target, _exceeded, _result_of_target, _change, _compared))
    return f"Trong {fact.period}, {setting.whole} {fact.what.did} {say(fact)}."


def _n(fact: Fact, value: int | None = None) -> str:
    return f"{printed.count(fact.value if value is None else value)} {fact.what.unit}"


def _percent(part: int, whole: int) -> str:
    return printed.percent(Decimal(part) / Decimal(whole) * 100)


def _among(fact: Fact) -> str:
    share = _percent(fact.among, fact.value)
    among = f"{printed.count(fact.among)} {fact.what.among}"
    return f"{_n(fact)}, trong đó có {among} (chiếm {share})"


def _target(fact: Fact) -> str:
    target = _n(fact, fact.target)
    return f"{_n(fact)}, đạt {_percent(fact.value, fact.target)} chỉ tiêu ({target})"


def _exceeded(fact: Fact) -> str:
    if fact.value <= fact.target:
        return _target(fact)
    over = _percent(fact.value - fact.target, fact.target)
    return f"{_n(fact)}, vượt {over} chỉ tiêu ({_n(fact, fact.target)})"


def _result_of_target(fact: Fact) -> str:
    both = f"{printed.count(fact.value)}/{printed.count(fact.target)} {fact.what.unit}"
    return f"{both}, đạt {_percent(fact.value, fact.target)} chỉ tiêu"


def _verb(fact: Fact) -> str:
    return "tăng" if fact.value > fact.before else "giảm"


def _change(fact: Fact) -> str:
    by = abs(fact.value - fact.before)
    rate = _percent(by, fact.before)
    before = _n(fact, fact.before)
    return f"{_n(fact)}, {_verb(fact)} {_n(fact, by)} ({rate}) so với {fact.base} ({before})"


def _compared(fact: Fact) -> str:
    by = abs(fact.value - fact.before)
    if fact.period.kind is PeriodKind.YEAR:
        return f"{_n(fact)}, {_verb(fact)} {_n(fact, by)} so với {fact.base}"
    same = f"cùng kỳ năm {fact.base.last.year}"
    return f"{_n(fact)}, {_verb(fact)} {_n(fact, by)} so với {same}"


def _partition(setting: Setting) -> str:
    whole, one, other = setting.pick(lexis.PARTY_WHOLES if setting.party else lexis.STATE_WHOLES)
    first, second = setting.rng.randint(5, 400), setting.rng.randint(5, 400)
    day = printed.short_date(min(setting.period.last, setting.day))
    lead = setting.pick(("gồm", "bao gồm"))
    total = printed.count(first + second)
    parts = f"{printed.count(first)} {one} và {printed.count(second)} {other}"
    return f"Tính đến ngày {day}, {setting.whole} có {total} {whole}, {lead} {parts}."


def _rate(setting: Setting, fact: Fact) -> str:
    what = setting.pick(lexis.PARTY_RATES if setting.party else lexis.STATE_RATES)
    now, before = (Decimal(setting.rng.randint(800, 990)) / 10 for _ in range(2))
    before += Decimal("0.3") if now == before else 0
    verb = "tăng" if now > before else "giảm"
    points = f"{verb} {printed.number(abs(now - before))} điểm phần trăm"
    shown, base = printed.percent(now), printed.percent(before)
    return f"{what} trong {fact.period} đạt {shown}, {points} so với {fact.base} ({base})."


def _ratio(setting: Setting) -> str:
    whole = setting.rng.randint(60, 400)
    good = setting.rng.randint(whole // 2, whole - 1)
    best = setting.rng.randint(1, good // 4)
    unit = "tổ chức cơ sở đảng" if setting.party else "đơn vị"
    share = _percent(good, whole)
    year = setting.period.last.year - (setting.kind is not ReportKind.PERIODIC)
    return (
        f"Năm {year} có {good}/{whole} {unit} được xếp loại hoàn thành tốt nhiệm vụ trở lên "
        f"(đạt {share}), trong đó có {printed.count(best)} {unit} hoàn thành xuất sắc nhiệm vụ."
    )


def _counts(setting: Setting) -> str:
    about = setting.pick(("hơn", "gần", "khoảng"))
    people = printed.number(setting.rng.randint(11, 90) * 100)
    times = printed.count(setting.rng.randint(1, 60))
    return (
        f"Các cơ quan đã tổ chức {times} đợt tuyên truyền cho {about} {people} lượt người; "
        f"cấp phát {printed.number(setting.rng.randint(1100, 9900))} tài liệu."
    )
