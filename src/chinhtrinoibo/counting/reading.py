"""Tallies in running text (thống kê số lượng): what a text states in figures, and where."""

import re
from collections.abc import Iterator

from chinhtrinoibo.counting.lists import count_at
from chinhtrinoibo.counting.rates import changes_at, ratio_at, share_at
from chinhtrinoibo.counting.scanning import RUN, Amount, Source
from chinhtrinoibo.counting.statements import Statement
from chinhtrinoibo.offsets import align

_DIGITS = "0123456789"
_GOES_ON = frozenset(" \u00a0%/")  # what may follow a number that states something
_LEAVES_OPEN = _GOES_ON | frozenset(".,")  # any other sign ties a number to a name, or ends it
_SIGNS = 4  # where the signs of a ratio or a share stand: “5 % /”
_TOKEN = re.compile(r"[\w/.,\\–-]*")


def find_tallies(text: str) -> tuple[Statement, ...]:
    """Return the counts, ratios, shares and changes that a text states, in its order.

    Plain single counts such as “07 nhóm nhiệm vụ” are left out, and so is whatever may be a day,
    a document number, the number of an article: a wrong reading costs more than a missed one.
    Spans lead to the text as given, also where its letters are in two code points.

    >>> found, = find_tallies("ban hành 03 văn bản, gồm 01 chỉ thị và 02 kế hoạch")
    >>> found.value, [part.value for part in found.parts], found.partition
    (3, [1, 2], True)
    """
    if not any(digit in text for digit in _DIGITS):
        return ()  # a look for one character runs a hundred times faster than one for ten
    return tuple(_statements(Source(text, align(text))))


def _statements(source: Source) -> Iterator[Statement]:
    floor = position = 0
    while run := RUN.search(source.text, position):
        following = source.text[run.end() : run.end() + 1]
        amount = source.amount(run) if following in _LEAVES_OPEN else None
        found = _at(source, amount, floor) if amount and following in _GOES_ON else None
        if found:
            statements, floor = found
            position = floor
            yield from statements
        elif amount and following != "/":
            position = amount.end
        else:
            token = _TOKEN.match(source.text, run.start())
            position = token.end() if token else run.end()


def _at(source: Source, amount: Amount, floor: int) -> tuple[tuple[Statement, ...], int] | None:
    """Return what a number states, and where that ends."""
    before = source.before(amount.start, floor)
    signs = source.text[amount.end : amount.end + _SIGNS]
    if signs[0] != "/" and (changes := changes_at(source, amount, before)):
        return changes
    found = (
        ("/" in signs and ratio_at(source, amount, before))
        or ("%" in signs and share_at(source, amount, before))
        or (signs[0].isspace() and count_at(source, amount, before))
    )
    return ((found[0],), found[1]) if found else None
