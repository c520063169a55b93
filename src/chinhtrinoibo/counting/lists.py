"""How counts hang together: lists, wholes with their parts, parts with theirs."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

import attrs

from chinhtrinoibo.counting.items import Item, is_approximate, item_at, item_of
from chinhtrinoibo.counting.lexis import lexis
from chinhtrinoibo.counting.scanning import RUN, Amount, Source, Word
from chinhtrinoibo.counting.statements import StatedCount, StatedShare

_DEEPEST, _MOST_PARTS, _GAP = 4, 60, 140
_SP = "[ \u00a0]"
_DASH = rf"(?:[-–+•*]{_SP}{{0,3}})"
_SEPARATOR = re.compile(
    rf"[,;.]?\s{{0,2}}\n\s{{0,8}}{_DASH}"  # a new line of a list with dashes
    rf"|{_SP}?[,;]\s{{0,2}}(?P<comma>và{_SP}{{1,2}})?"
    rf"|{_SP}{{1,2}}(?P<last>và){_SP}{{1,2}}"
    rf"|{_SP}\+{_SP}"
)
_TAIL = re.compile(rf"{_SP}[^0-9.;:,()\n]{{1,60}}?(?=[,;]|{_SP}và{_SP}[0-9])")
_CLOSING = re.compile(r"[^()\n0-9]{0,60}\)")
#: Words after a list that leave room for more.
_MORE = re.compile(rf"{_SP}?(?:,{_SP})?(?:và{_SP}|còn lại|cùng{_SP}|…|\.\.\.|v\.v)")
_BARE = re.compile(
    rf"{_SP}?(?P<paren>\(){_SP}?|{_SP}?(?P<colon>:)\s{{0,3}}{_DASH}?|{_SP}(?P<sum>=){_SP}"
)
#: A total behind its addends: “81 đảng bộ + 78 chi bộ = 159 tổ chức”.
_TOTAL = re.compile(rf"{_SP}={_SP}")
_NUMBER = "[0-9][0-9.,]{0,8}"
_VERB = rf"(?:chiếm{_SP})?(?:t[ỷỉ]{_SP}lệ{_SP})?"
_SHARE = re.compile(
    rf"{_SP}?\({_SP}?{_VERB}(?P<within>{_NUMBER}){_SP}?%{_SP}?\)"
    rf"|,?{_SP}chiếm{_SP}(?:t[ỷỉ]{_SP}lệ{_SP})?(?P<said>{_NUMBER}){_SP}?%(?=[,;.]|{_SP}và{_SP}|\Z)"
)
_BEFORE_LEAD = re.compile(rf"[^().;:\n0-9,]{{0,80}}[,.;:]?\s{{0,4}}{_DASH}?(?P<paren>\()?{_SP}?")
_AFTER_LEAD = re.compile(rf"(?:{_SP}(?:có|là)(?!\w))?{_SP}?[,:]?\s{{0,4}}{_DASH}?")
#: Families whose members are counted among each other.
_KIN = frozenset({"party", "people"})


class _Opening(NamedTuple):
    """What leads from a count to its parts."""

    end: int
    lead: str = ""
    partition: bool = False
    closes: bool = False


class _Node(NamedTuple):
    """A count with its parts.

    An open one leaves it unsaid where its parts end; a complete one surely has them all.
    """

    stated: StatedCount
    family: str
    end: int
    is_open: bool
    is_complete: bool


class _List(NamedTuple):
    """Counts in a row, and whether they are surely all."""

    nodes: tuple[_Node, ...]
    end: int
    is_complete: bool


def count_at(source: Source, amount: Amount, before: list[Word]) -> tuple[StatedCount, int] | None:
    """Return the statement that a number begins, and its end; a plain single count is none."""
    item = item_of(source, amount, before)
    if item is None:
        return None
    found = _list(source, item, depth=0)
    node = found.nodes[0]
    if len(found.nodes) > 1:
        return _without_whole(source, item.start, found)
    if node.is_complete and len(node.stated.parts) > 1 and _is_introduced(source, before, item):
        return attrs.evolve(node.stated, partition=True), node.end
    is_said = node.stated.parts or (item.unit and is_approximate(source, item))
    return (node.stated, node.end) if is_said else None


def parts_of(source: Source, whole: Item) -> tuple[tuple[StatedCount, ...], str, int]:
    """Return the parts of a number that another reader found, their lead, and where they end."""
    opening = _opening(source, whole)
    parts = _parts(source, whole, opening, 1) if opening else None
    if opening is None or parts is None or not opening.lead:
        return (), "", whole.end
    return tuple(node.stated for node in parts.nodes), opening.lead, parts.end


def _without_whole(source: Source, start: int, found: _List) -> tuple[StatedCount, int]:
    """Return a list that no whole leads to; the total may stand behind an equals sign."""
    parts, end = tuple(node.stated for node in found.nodes), found.end
    sign = _TOTAL.match(source.text, end) if "+" in source.text[start:end] else None
    total = item_at(source, sign.end()) if sign else None
    if total is None or not found.is_complete:
        return StatedCount(**source.place(start, end), parts=parts), end
    count = StatedCount(
        **source.place(start, total.end),
        value=total.value,
        unit=total.unit,
        approximator=total.approximator,
        scale=total.scale,
        padded=total.padded,
        parts=parts,
        lead="=",
        partition=True,
    )
    return count, total.end


def _share_behind(source: Source, item: Item) -> tuple[StatedShare | None, int]:
    """Return the percentage that stands right behind a count, and where it ends."""
    found = _SHARE.match(source.text, item.end) if item.unit else None
    run = found and RUN.match(source.text, found.start("within" if found["within"] else "said"))
    amount = run and source.amount(run)
    if not found or not amount:
        return None, item.end
    share = StatedShare(
        **source.place(amount.start, found.end() - bool(found["within"])),
        rate=Decimal(amount.value),
        decimals=amount.decimals,
        verb="chiếm" if "chiếm" in found[0] else "",
    )
    return share, found.end()


def _list(source: Source, first: Item, depth: int, whole: Item | None = None) -> _List:
    """Return the list that begins with a count, as far as its members are of one sort."""
    nodes: list[_Node] = []
    item: Item | None = first
    is_last, is_complete = False, True
    while item:
        nodes.append(_node(source, item, depth))
        is_complete = is_complete and (is_last or not nodes[-1].is_open)
        if nodes[-1].is_open or len(nodes) == _MOST_PARTS:
            break
        following = _following(source, nodes[-1], is_last=is_last)
        if following is None:
            break
        position, is_last = following
        item = item_at(source, position)
        if item is None and source.text[position : position + 1].isdigit():
            is_complete = False
        if item and not _joins(nodes, item, whole):
            break
    end = nodes[-1].end
    return _List(tuple(nodes), end, is_complete and not _MORE.match(source.text, end))


def _joins(nodes: list[_Node], item: Item, whole: Item | None) -> bool:
    """Tell whether a count goes on with a list; without a whole, each unit stands once."""
    if whole is None:
        units = {node.stated.unit.casefold() for node in nodes}
        return _is_kin(nodes[0].family, item.family) and item.unit.casefold() not in units
    return not (whole.family and item.family) or _is_kin(whole.family, item.family)


def _is_kin(one: str, other: str) -> bool:
    return bool(one and other) and (one == other or {one, other} <= _KIN)


def _following(source: Source, node: _Node, *, is_last: bool) -> tuple[int, bool] | None:
    """Return where the next count of a list may begin, and whether it is said to be the last."""
    position = node.end
    if tail := _TAIL.match(source.text, position):
        said = source.after(position, 2)
        if said and source.lexis.tails.at([word.key for word in said]):
            position = tail.end()
    found = _SEPARATOR.match(source.text, position)
    if not found:
        return None
    says_last = bool(found["last"] or found["comma"])
    return (found.end(), says_last) if says_last or not is_last else None


def _node(source: Source, item: Item, depth: int) -> _Node:
    """Return a count with the share and the parts that follow it."""
    share, end = _share_behind(source, item)
    item = item._replace(end=end)
    opening = _opening(source, item) if depth < _DEEPEST else None
    parts = _parts(source, item, opening, depth + 1) if opening else None
    end = parts.end if parts else item.end
    is_complete = bool(parts and parts.is_complete)
    count = StatedCount(
        **source.place(item.start, end),
        value=item.value,
        unit=item.unit,
        approximator=item.approximator,
        scale=item.scale,
        padded=item.padded,
        parts=tuple(node.stated for node in parts.nodes) if parts else (),
        lead=opening.lead if opening and parts else "",
        partition=bool(opening and opening.partition and is_complete),
        share=share,
    )
    is_open = bool(opening and parts and not opening.closes)
    return _Node(count, item.family, end, is_open, is_complete)


def _is_introduced(source: Source, before: list[Word], item: Item) -> bool:
    """Tell whether a word before the whole says that it is made up of what follows."""
    keys = [word.key for word in before if word.end <= item.start]
    length = source.lexis.leads.ends(keys)
    return bool(length) and " ".join(keys[-length:]) in source.lexis.partitions


def _parts(source: Source, whole: Item, opening: _Opening, depth: int) -> _List | None:
    """Return the parts of a count, if what follows surely are its parts."""
    item = item_at(source, opening.end)
    if item is None or not (item.unit or opening.lead == "="):
        return None
    if whole.family and item.family and not _is_kin(whole.family, item.family):
        return None
    if not opening.lead and not _is_kin(whole.family, item.family):
        return None
    found = _list(source, item, depth, whole)
    if opening.lead == "=" and len(found.nodes) == 1:
        return None
    if not opening.closes:
        return found
    closing = _CLOSING.match(source.text, found.end)
    return found._replace(end=closing.end()) if closing else None


def _opening(source: Source, item: Item) -> _Opening | None:
    """Return what leads to the parts of a count: a word, a parenthesis, a colon, an equals sign."""
    gap = source.text[item.end : item.end + _GAP]
    bare = _BARE.match(gap)
    if not item.unit and not (bare and bare["sum"]):
        return None
    if bare:
        lead = "=" if bare["sum"] else ""
        sign = _Opening(item.end + bare.end(), lead, bool(lead), bool(bare["paren"]))
        if lead or gap[bare.end() : bare.end() + 1].isdigit() or item_at(source, sign.end):
            return sign
    folded = gap.casefold()
    may_lead = any(word in folded for word in source.lexis.leads.first_words)
    found = _leads().search(gap) if may_lead else None
    before = found and _BEFORE_LEAD.fullmatch(gap, 0, found.start())
    if not found or not before:
        return None
    after = _AFTER_LEAD.match(gap, found.end())
    lead = " ".join(found[0].casefold().split())
    end = item.end + (after or found).end()
    return _Opening(end, lead, lead in source.lexis.partitions, bool(before["paren"]))


@cache
def _leads() -> re.Pattern[str]:
    longest_first = sorted(lexis().leads.known, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", re.IGNORECASE)
