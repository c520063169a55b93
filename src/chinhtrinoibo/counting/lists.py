"""How counts hang together: lists, wholes with their parts, parts with theirs."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from chinhtrinoibo.counting.items import Item, is_approximate, item_at, item_of
from chinhtrinoibo.counting.lexis import lexis
from chinhtrinoibo.counting.naming import NO_WORDS, Words
from chinhtrinoibo.counting.scanning import RUN, SPACES, Amount, Source
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
_SIGNS, _SHARE_LENGTH = frozenset("(:="), 48
_SHARE = re.compile(
    rf"{_SP}?\({_SP}?{_VERB}(?P<within>{_NUMBER}){_SP}?%{_SP}?\)"
    rf"|,?{_SP}chiếm{_SP}(?:t[ỷỉ]{_SP}lệ{_SP})?(?P<said>{_NUMBER}){_SP}?%(?=[,;.]|{_SP}và{_SP}|\Z)"
)
_BEFORE_LEAD = re.compile(rf"[^().;:\n0-9,]{{0,80}}[,.;:]?\s{{0,4}}{_DASH}?(?P<paren>\()?{_SP}?")
#: No lead that counts begins farther on.
_AHEAD = re.compile(r"[^().;:\n0-9,]{0,80}[^0-9]{0,20}")
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

    item: Item
    end: int
    share: StatedShare | None = None
    parts: "tuple[_Node, ...]" = ()
    lead: str = ""
    partition: bool = False
    is_open: bool = False
    is_complete: bool = False


class _List(NamedTuple):
    """Counts in a row, and whether they are surely all."""

    nodes: tuple[_Node, ...]
    end: int
    is_complete: bool


def count_at(source: Source, amount: Amount, before: Words) -> tuple[StatedCount, int] | None:
    """Return the statement that a number begins, and its end; a plain single count is none."""
    item = item_of(source, amount, before)
    if item is None:
        return None
    found = _list(source, item, depth=0)
    node = found.nodes[0]
    if len(found.nodes) > 1:
        return _without_whole(source, item.start, found)
    if node.is_complete and len(node.parts) > 1 and _is_introduced(source, before, item):
        return _stated(source, node._replace(partition=True)), node.end
    is_said = node.parts or (item.unit and is_approximate(source, item))
    return (_stated(source, node), node.end) if is_said else None


def parts_of(source: Source, whole: Item) -> tuple[tuple[StatedCount, ...], str, int]:
    """Return the parts of a number that another reader found, their lead, and where they end."""
    opening = _opening(source, whole, whole.end)
    parts = _parts(source, whole, opening, 1) if opening else None
    if opening is None or parts is None or not opening.lead:
        return (), "", whole.end
    return tuple(_stated(source, node) for node in parts.nodes), opening.lead, parts.end


def _without_whole(source: Source, start: int, found: _List) -> tuple[StatedCount, int]:
    """Return a list that no whole leads to; the total may stand behind an equals sign."""
    parts, end = tuple(_stated(source, node) for node in found.nodes), found.end
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
    if not item.unit or source.text.find("%", item.end, item.end + _SHARE_LENGTH) < 0:
        return None, item.end
    found = _SHARE.match(source.text, item.end)
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
        units = {node.item.unit.casefold() for node in nodes}
        return _is_kin(nodes[0].item.family, item.family) and item.unit.casefold() not in units
    return not (whole.family and item.family) or _is_kin(whole.family, item.family)


def _is_kin(one: str, other: str) -> bool:
    return bool(one and other) and (one == other or {one, other} <= _KIN)


def _following(source: Source, node: _Node, *, is_last: bool) -> tuple[int, bool] | None:
    """Return where the next count of a list may begin, and whether it is said to be the last."""
    position = node.end
    said = source.after(position) if source.text[position : position + 1] in SPACES else NO_WORDS
    if said.keys and source.lexis.tails.at(said.keys):
        tail = _TAIL.match(source.text, position)
        position = tail.end() if tail else position
    found = _SEPARATOR.match(source.text, position)
    if not found:
        return None
    says_last = bool(found["last"] or found["comma"])
    return (found.end(), says_last) if says_last or not is_last else None


def _node(source: Source, item: Item, depth: int) -> _Node:
    """Return a count with the share and the parts that follow it."""
    share, end = _share_behind(source, item)
    opening = _opening(source, item, end) if depth < _DEEPEST else None
    parts = _parts(source, item, opening, depth + 1) if opening else None
    if opening is None or parts is None:
        return _Node(item, end, share)
    return _Node(
        item,
        parts.end,
        share,
        parts.nodes,
        opening.lead,
        partition=opening.partition and parts.is_complete,
        is_open=not opening.closes,
        is_complete=parts.is_complete,
    )


def _stated(source: Source, node: _Node) -> StatedCount:
    """Return a count as it is handed out."""
    item = node.item
    return StatedCount(
        **source.place(item.start, node.end),
        value=item.value,
        unit=item.unit,
        approximator=item.approximator,
        scale=item.scale,
        padded=item.padded,
        parts=tuple(_stated(source, part) for part in node.parts),
        lead=node.lead,
        partition=node.partition,
        share=node.share,
    )


def _is_introduced(source: Source, before: Words, item: Item) -> bool:
    """Tell whether a word before the whole says that it is made up of what follows."""
    keys = before.keys[: len(before.keys) - len(item.approximator.split())]
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


def _opening(source: Source, item: Item, end: int) -> _Opening | None:
    """Return what leads to the parts of a count: a word, a parenthesis, a colon, an equals sign."""
    bare = None
    if not _SIGNS.isdisjoint(source.text[end : end + 2]):
        bare = _BARE.match(source.text, end)
    if not item.unit and not (bare and bare["sum"]):
        return None
    if bare:
        lead = "=" if bare["sum"] else ""
        sign = _Opening(bare.end(), lead, bool(lead), bool(bare["paren"]))
        if lead or source.text[sign.end : sign.end + 1].isdigit() or item_at(source, sign.end):
            return sign
    return _led(source, end)


def _led(source: Source, position: int) -> _Opening | None:
    """Return the word behind a count that leads to its parts."""
    ahead = _AHEAD.match(source.text, position)
    folded = ahead[0].casefold() if ahead else ""
    for word in source.lexis.leads.first_words:
        if word in folded:
            return _lead(source, position)
    return None


def _lead(source: Source, position: int) -> _Opening | None:
    gap = source.text[position : position + _GAP]
    found = _leads().search(gap)
    before = found and _BEFORE_LEAD.fullmatch(gap, 0, found.start())
    if not found or not before:
        return None
    after = _AFTER_LEAD.match(gap, found.end())
    lead = " ".join(found[0].casefold().split())
    end = position + (after or found).end()
    return _Opening(end, lead, lead in source.lexis.partitions, bool(before["paren"]))


@cache
def _leads() -> re.Pattern[str]:
    longest_first = sorted(lexis().leads.known, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", re.IGNORECASE)
