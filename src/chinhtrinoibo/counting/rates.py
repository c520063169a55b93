"""Ratios, shares and changes: what a number says about another one."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from chinhtrinoibo.counting.items import Item
from chinhtrinoibo.counting.lexis import BEFORE_BASES
from chinhtrinoibo.counting.lists import parts_of
from chinhtrinoibo.counting.naming import MOST_WORDS, NO_WORDS, Words
from chinhtrinoibo.counting.scanning import RUN, Amount, Source, is_year
from chinhtrinoibo.counting.statements import StatedChange, StatedRatio, StatedShare

_SP = "[ \u00a0]"
_PERCENT = re.compile(rf"{_SP}?%(?!\w)")
_POINTS = re.compile(
    rf"{_SP}?%{_SP}?điểm(?:{_SP}phần{_SP}trăm)?(?!\w)|{_SP}điểm{_SP}(?:phần{_SP}trăm(?!\w)|%)",
    re.IGNORECASE,
)
_SLASH = re.compile(rf"{_SP}?/{_SP}?(?=[0-9])")
_JOINED = re.compile(r"[\w/\\-]")
_AND, _AND_OR_COMMA = re.compile(rf"{_SP}và{_SP}"), re.compile(rf"(?:,|{_SP}và){_SP}")
_PAREN, _CLOSE = re.compile(rf"{_SP}\("), re.compile(r"\)")
_VERSUS = re.compile(rf"{_SP}?,?{_SP}?so(?:{_SP}với)?(?={_SP})", re.IGNORECASE)
_SHARE_OF = re.compile(rf"{_SP}(?:so{_SP}với|so|trên|trong|của)(?={_SP})", re.IGNORECASE)
_YEAR = re.compile(r"(?:[ \u00a0]|/)(?:[0-9]{1,2}/){0,2}[12][0-9]{3}(?![\w/-])")
_MOST_ITEMS, _ROUND_THE_CLOCK = 20, 24
_DAYS, _MONTHS = range(1, 32), range(1, 13)
_MOST_IN_FRACTION = 4  # “2/3 cấp ủy viên” is a fraction
_TIMES = "lần"  # “tăng 1,2 lần” multiplies
#: Words that end a unit, and yet belong to the name of a base: năm trước, nhiệm kỳ trước.
_IN_BASES = frozenset({"trước", "hiện"})


class _Said(NamedTuple):
    """What stands before a number, where the statement begins, and the words before it."""

    start: int
    leading: Words = NO_WORDS
    verb: str = ""
    approximator: str = ""
    of: str = ""


class _Quantity(NamedTuple):
    """What changed, and by how much."""

    start: int
    end: int
    amount: Decimal | None = None
    unit: str = ""
    rate: Decimal | None = None
    points: bool = False


def ratio_at(source: Source, amount: Amount, before: Words) -> tuple[StatedRatio, int] | None:
    """Return the ratio that a number begins, unless it may be a day, a month or a number plate."""
    sign = _PERCENT.match(source.text, amount.end)
    slash = _SLASH.match(source.text, sign.end() if sign else amount.end)
    run = slash and RUN.match(source.text, slash.end())
    if not run or _JOINED.match(source.text, run.end()):
        return None
    right = source.amount(run, behind_slash=True)
    if not right:
        return None
    ends_in_sign = _PERCENT.match(source.text, right.end)
    end = ends_in_sign.end() if ends_in_sign else right.end
    unit = None if ends_in_sign else source.unit(end)
    known = unit is not None and unit.family not in {"", "time"}
    if not (sign or ends_in_sign) and _is_no_ratio(source, (amount, right), before, known=known):
        return None
    said = _approximated(source, amount.start, before)
    end = unit.end if unit and known else end
    whole = unit and known and Item(amount.start, end, amount.value, unit.text, unit.family)
    parts, lead, end = parts_of(source, whole) if whole else ((), "", end)
    return StatedRatio(
        **source.place(said.start, end),
        left=Decimal(amount.value),
        right=Decimal(right.value),
        percent=bool(sign or ends_in_sign),
        unit=unit.text if unit and known else "",
        approximator=said.approximator,
        parts=parts,
        lead=lead,
    ), end


def share_at(source: Source, amount: Amount, before: Words) -> tuple[StatedShare, int] | None:
    """Return the share that a percentage states."""
    sign = _PERCENT.match(source.text, amount.end)
    if not sign:
        return None
    said = _share_verb(source, amount, before)
    of, end = (said.of, sign.end()) if said.of else _share_of(source, sign.end())
    return StatedShare(
        **source.place(said.start, end),
        rate=Decimal(amount.value),
        decimals=amount.decimals,
        verb=said.verb,
        of=of,
        approximator=said.approximator,
    ), end


def changes_at(
    source: Source, amount: Amount, before: Words
) -> tuple[tuple[StatedChange, ...], int] | None:
    """Return the changes that share one verb before a number, and where the last one ends."""
    if not before.keys or before.keys[-1] not in source.lexis.moves:
        return None
    said = _approximated(source, amount.start, before)
    leading = said.leading
    length = source.lexis.changes.ends(leading.keys)
    if not length:
        return _base_at(source, amount, leading)
    items = list(_quantities(source, amount, _AND_OR_COMMA))
    against, end = _against(source, items[-1].end) if items else ("", 0)
    if not against and len(items) > 1:
        items = list(_quantities(source, amount, _AND))
        against, end = _against(source, items[-1].end)
    if not items:
        return None
    verb = " ".join(leading.keys[-length:])
    start = leading.begin(-length)
    if not against:
        against, start = _against_before(source, leading.without(length), start)
    starts = [start, *(item.start for item in items[1:])]
    ends = [*(item.end for item in items[:-1]), end]
    approximators = [said.approximator, *[""] * len(items)]
    changes = tuple(
        StatedChange(
            **source.place(start, stop),
            direction=source.lexis.directions[verb],
            verb=verb,
            amount=item.amount,
            unit=item.unit,
            rate=item.rate,
            points=item.points,
            against=against,
            approximator=approximator,
        )
        for start, stop, item, approximator in zip(starts, ends, items, approximators, strict=False)
    )
    return changes, end


def _base_at(
    source: Source, amount: Amount, leading: Words
) -> tuple[tuple[StatedChange, ...], int] | None:
    """Return the base that stands by itself: “cùng kỳ năm trước là 1.008 tổ chức”."""
    keys = leading.keys
    if "cùng" not in keys or keys[-1] not in BEFORE_BASES:
        return None
    first = len(keys) - 1 - keys[::-1].index("cùng")
    behind = 2 if keys[-2] == "chỉ" else 1
    if keys[first + 1] != "kỳ" or len(keys) - behind <= first + 1:
        return None
    item = _quantity(source, amount)
    if item is None:
        return None
    start = leading.begin(first)
    against = source.text[start : leading.end(len(keys) - behind)]
    base = item.amount if item.rate is None else item.rate
    change = StatedChange(
        **source.place(start, item.end),
        direction=0,
        unit=item.unit if item.rate is None else "%",
        against=against,
        base=base,
    )
    return (change,), item.end


def _quantities(source: Source, amount: Amount, separator: re.Pattern[str]) -> Iterator[_Quantity]:
    """Yield the quantities in a row, each with its rate in parentheses."""
    item = _quantity(source, amount)
    for _ in range(_MOST_ITEMS):
        if item is None:
            return
        rate = _next(source, item.end, _PAREN)
        closing = rate and rate.rate is not None and _CLOSE.match(source.text, rate.end)
        if rate and closing:
            item = item._replace(rate=rate.rate, points=rate.points, end=closing.end())
        yield item
        item = _next(source, item.end, separator)


def _next(source: Source, position: int, separator: re.Pattern[str]) -> _Quantity | None:
    found = separator.match(source.text, position)
    run = found and RUN.match(source.text, found.end())
    amount = run and source.amount(run)
    return _quantity(source, amount) if amount else None


def _quantity(source: Source, amount: Amount) -> _Quantity | None:
    """Return the quantity that a number begins: points, a percentage, or units."""
    value = Decimal(amount.value)
    if points := _POINTS.match(source.text, amount.end):
        return _Quantity(amount.start, points.end(), rate=value, points=True)
    if sign := _PERCENT.match(source.text, amount.end):
        return _Quantity(amount.start, sign.end(), rate=value)
    unit = source.unit(amount.end)
    if unit is None or is_year(amount) or unit.text.casefold().startswith(_TIMES):
        return None
    return _Quantity(amount.start, unit.end, amount=value, unit=unit.text)


def _approximated(source: Source, start: int, before: Words) -> _Said:
    """Return the approximator before a number; “thấp hơn” is none."""
    keys = before.keys
    length = 0 if source.lexis.changes.ends(keys) else source.lexis.approximators.ends(keys)
    if not length:
        return _Said(start, before)
    approximator = " ".join(keys[-length:])
    return _Said(before.begin(-length), before.without(length), approximator=approximator)


def _share_verb(source: Source, amount: Amount, before: Words) -> _Said:
    """Return the verb of a share with what stands round it: “ước đạt”, “vượt chỉ tiêu”."""
    said = _approximated(source, amount.start, before)
    leading = said.leading
    base = source.lexis.bases.ends(leading.keys)
    verbal = leading.without(base)
    length = source.lexis.shares.ends(verbal.keys)
    if not length:
        return said
    of = source.text[leading.begin(-base) : leading.end(len(leading.keys))] if base else ""
    guess = _approximated(source, verbal.begin(-length), verbal.without(length))
    approximator = said.approximator or guess.approximator
    return guess._replace(verb=verbal.keys[-length], approximator=approximator, of=of)


def _share_of(source: Source, position: int) -> tuple[str, int]:
    """Return what a share is of, and where it ends: “so dự toán tỉnh giao”, “đảng viên”."""
    link = _SHARE_OF.match(source.text, position)
    start = link.end() if link else position
    said = source.after(start)
    if not said.keys:
        return "", position
    if source.lexis.bases.at(said.keys):
        return _base(source, start)
    unit = source.named(said) if source.lexis.things.at(said.keys) else None
    return (unit.text, unit.end) if unit else ("", position)


def _against(source: Source, position: int) -> tuple[str, int]:
    """Return the base of a change in words, and where it ends."""
    found = _VERSUS.match(source.text, position)
    against, end = _base(source, found.end()) if found else ("", position)
    return against, end if against else position


def _against_before(source: Source, before: Words, start: int) -> tuple[str, int]:
    """Return the base that stands before the verb, and where it begins: “so với năm 2020 tăng”."""
    keys = before.keys
    if keys.count("với") != 1 or keys[keys.index("với") - 1] != "so" or keys[-1] == "với":
        return "", start
    first = keys.index("với")
    against = source.text[before.begin(first + 1) : before.end(len(keys))]
    return against, before.begin(first - 1)


def _base(source: Source, position: int) -> tuple[str, int]:
    """Return the name of a base, with the year that may stand behind it."""
    said = source.after(position)
    keys = said.keys[:MOST_WORDS]
    count = 0
    while count < len(keys):
        known = source.lexis.bases.at(keys, count)
        if source.lexis.ends_at(keys, count) and not known and keys[count] not in _IN_BASES:
            break
        count += known or 1
    if not count:
        return "", position
    start, end = said.start, said.end(count)
    if year := _YEAR.match(source.text, end):
        end = year.end()
    return source.text[start:end], end


def _is_no_ratio(
    source: Source, pair: tuple[Amount, Amount], before: Words, *, known: bool
) -> bool:
    """Tell whether two numbers with a slash are, or may be, a day, a year, a name."""
    left, right = pair
    if is_year(right) or source.is_labelled(before):
        return True
    if left.plain and not left.padded and left.value < right.value <= _MOST_IN_FRACTION:
        return True
    if left.plain and right.plain and left.value in _DAYS and right.value in _MONTHS:
        return not known or bool(source.lexis.dates.ends(before.keys))
    if known:
        return False
    return left.value > right.value or left.value <= 1 or right.value == _ROUND_THE_CLOCK
