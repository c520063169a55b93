"""The check: all rules over a page, over ten times as much prose, and what each rule costs."""

import datetime as dt
import time
from collections.abc import Iterator

import attrs
import typed
import words
from measure import Row, best

import chinhtrinoibo as ctnb
from chinhtrinoibo.layout.compose import profile_of
from chinhtrinoibo.rules.case import Case
from chinhtrinoibo.rules.catalogue import RULES
from chinhtrinoibo.rules.rule import Rule
from chinhtrinoibo.words import short_date

_TIMES = 10
_ROUNDS = 40


def _page(times: int = 1) -> ctnb.SummaryReport:
    """Return the page, with as many results of other words as are asked for."""
    writer = words.Writer()
    page = words.page()
    page["results"] = [
        (writer.phrase(7).capitalize(), [writer.paragraph() for _ in range(6)])
        for _ in range(10 * times)
    ]
    return typed.report(page)


def _dense(times: int = 1) -> ctnb.SummaryReport:
    """Return the page with a citation, a tally, a share and a change in every other paragraph."""
    report = _page(times)
    results = []
    for n, result in enumerate(report.results):
        texts = [
            f"{text} {_facts(6 * n + k)}" if k % 2 else text
            for k, text in enumerate(result.paragraphs)
        ]
        results.append(attrs.evolve(result, paragraphs=texts))
    return attrs.evolve(report, results=results)


def _facts(n: int) -> str:
    """Return a sentence whose figures are right."""
    one, other, before = 11 + n % 70, 20 + n % 60, 30 + n % 50
    whole = one + other
    day = dt.date(2015, 1, 1) + dt.timedelta(n % 3000)
    verb, by = ("tăng" if whole > before else "giảm"), abs(whole - before) or 1
    share = f"{100 * one / whole:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    return (
        f"Thực hiện Kết luận số {n + 10}-KL/TW, ngày {short_date(day)} của Ban Bí thư về nâng cao "
        f"chất lượng công tác, đã ban hành {whole} văn bản, gồm {one} kế hoạch và {other} hướng "
        f"dẫn; kiểm tra {whole} tổ chức đảng, {verb} {by} tổ chức đảng so với năm "
        f"{2015 + n % 9}; {one}/{whole} tổ chức đảng làm tốt, đạt {share}%."
    )


def check() -> Iterator[Row]:
    """All rules over the page, and over ten times as much prose, which is to take ten times."""
    pages = (("check", _page, 1), ("check, figures in the prose", _dense, None))
    for name, made, goal in pages:
        page, long = made(), made(_TIMES)
        times = best(
            {
                "page": lambda page=page: ctnb.check(page),
                "long": lambda long=long: ctnb.check(long),
            },
            rounds=_ROUNDS,
        )
        yield Row(name, times["page"], "5 ms", 5, goal)
        yield Row(f"{name}, 10 x", times["long"], "10 pages", _TIMES * times["page"], 1.1)


def rules() -> Iterator[Row]:
    """Each rule over the page with figures, the dearest first: itself, and with what it reads.

    What several rules read is made once a check, so the figures do not add up to a check.
    """
    report = _dense()
    rows = [(_own(rule, report), _alone(rule, report), rule) for rule in RULES]
    for own, alone, rule in sorted(rows, key=lambda row: -row[0]):
        yield Row(f"rule {rule.code}", own, "with its readings", alone, unit="µs")


def _case(report: ctnb.SummaryReport) -> Case:
    return Case(report=report, profile=profile_of(report))


def _alone(rule: Rule, report: ctnb.SummaryReport) -> float:
    """Return the microseconds of a rule that is the first to read."""
    return min(_timed(rule, _case(report)) for _ in range(_ROUNDS // 4)) * 1e6


def _own(rule: Rule, report: ctnb.SummaryReport) -> float:
    """Return the microseconds of a rule after all others have read."""
    case = _case(report)
    for other in RULES:
        if other is not rule:
            list(other(case))
    return min(_timed(rule, case) for _ in range(_ROUNDS // 4)) * 1e6


def _timed(rule: Rule, case: Case) -> float:
    start = time.perf_counter()
    list(rule(case))
    return time.perf_counter() - start
