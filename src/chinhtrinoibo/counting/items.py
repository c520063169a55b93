"""One count by itself: its number, its approximator, its scale, its unit."""

from decimal import Decimal
from typing import NamedTuple

from chinhtrinoibo.counting.lexis import DOCUMENT
from chinhtrinoibo.counting.naming import NO_WORDS, Words
from chinhtrinoibo.counting.scanning import (
    RUN,
    Amount,
    Source,
    is_measure,
    is_year,
)

_LEAST_FOR_WEAK = 100


class Item(NamedTuple):
    """One count by itself."""

    start: int
    end: int
    value: int | Decimal
    unit: str
    family: str
    approximator: str = ""
    scale: str = ""
    padded: bool = False


def item_of(source: Source, amount: Amount, before: Words) -> Item | None:
    """Return the count that a number prints, unless it is a name, a year or a measure."""
    if is_year(amount) or source.is_labelled(before):
        return None
    said = source.after(amount.end)
    unit = source.named(said)
    if is_measure(unit):
        return None
    scale, value, end = "", amount.value, amount.end
    if said.keys and (times := source.lexis.scales.get(said.keys[0])):
        scale, value, end = said.keys[0], _product(amount.value, times), said.end(1)
        unit = source.unit(end)
    name, end, family = unit or ("", end, "")
    approximator, start = "", amount.start
    if length := source.lexis.approximators.ends(before.keys):
        approximator, start = " ".join(before.keys[-length:]), before.begin(-length)
    return Item(start, end, value, name, family, approximator, scale, amount.padded)


def _product(value: int | Decimal, times: int) -> int | Decimal:
    """Return a number with its scale: 5,6 triệu đảng viên."""
    product = Decimal(value) * times
    return int(product) if product == int(product) else product


def is_approximate(source: Source, item: Item) -> bool:
    """Tell whether a count is surely a bound or a guess."""
    if item.approximator in source.lexis.weak and item.value < _LEAST_FOR_WEAK:
        return False
    return bool(item.approximator)


def item_at(source: Source, position: int) -> Item | None:
    """Return the count that begins at ``position``, with its approximator or numeral in words."""
    start = position
    if not source.text[position : position + 1].isdigit():
        said = (
            source.after(position - 1)
            if source.text[position - 1 : position].isspace()
            else NO_WORDS
        )
        length = source.lexis.approximators.at(said.keys) if said.keys else 0
        if not length:
            return _numeral(source, said, position)
        start = said.end(length) + 1
    run = RUN.match(source.text, start)
    amount = run and source.amount(run)
    return item_of(source, amount, source.before(amount.start, position)) if amount else None


def _numeral(source: Source, said: Words, start: int) -> Item | None:
    """Return the count whose number is a word; only before a document type is it surely one."""
    value = source.lexis.numerals.get(said.keys[0]) if said.keys else None
    unit = source.unit(said.end(1)) if value else None
    if value and unit and unit.family == DOCUMENT:
        return Item(start, unit.end, value, unit.text, unit.family)
    return None
