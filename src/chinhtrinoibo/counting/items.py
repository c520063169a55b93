"""One count by itself: its number, its approximator, its scale, its unit."""

from decimal import Decimal
from typing import NamedTuple

from chinhtrinoibo.counting.lexis import DOCUMENT
from chinhtrinoibo.counting.scanning import (
    RUN,
    Amount,
    Source,
    Unit,
    Word,
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


def item_of(source: Source, amount: Amount, before: list[Word]) -> Item | None:
    """Return the count that a number prints, unless it is a name, a year or a measure."""
    if is_year(amount) or source.is_labelled(before):
        return None
    keys = [word.key for word in before]
    approximator = ""
    start = amount.start
    if length := source.lexis.approximators.ends(keys):
        start = before[-length].start
        approximator = " ".join(keys[-length:])
    unit = source.unit(amount.end)
    if is_measure(unit):
        return None
    return _scaled(source, amount, unit)._replace(start=start, approximator=approximator)


def _scaled(source: Source, amount: Amount, unit: Unit | None) -> Item:
    """Return the item with a word of scale taken out of its unit: 5,6 triệu đảng viên."""
    value, scale, end = amount.value, "", amount.end
    first = source.after(amount.end, 1)
    if first and (times := source.lexis.scales.get(first[0].key)):
        scale, end = first[0].key, first[0].end
        product = Decimal(value) * times
        value = int(product) if product == int(product) else product
        unit = source.unit(end)
    name, end, family = unit or ("", end, "")
    return Item(amount.start, end, value, name, family, "", scale, amount.padded)


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
            source.after(position - 1, 2) if source.text[position - 1 : position].isspace() else []
        )
        length = source.lexis.approximators.at([word.key for word in said]) if said else 0
        if not length:
            return _numeral_at(source, position)
        start = said[length - 1].end + 1
    run = RUN.match(source.text, start)
    amount = run and source.amount(run)
    return item_of(source, amount, source.before(amount.start, position)) if amount else None


def _numeral_at(source: Source, position: int) -> Item | None:
    """Return the count whose number is a word; only before a document type is it surely one."""
    if source.text[position - 1 : position].isspace():
        found = source.after(position - 1, 2)
        if len(found) > 1 and (value := source.lexis.numerals.get(found[0].key)):
            unit = source.unit(found[0].end)
            if unit and unit.family == DOCUMENT:
                return Item(position, unit.end, value, unit.text, unit.family)
    return None
