"""What stands beside a percentage: a value and its whole, its target, its base.

Only what stands right beside it is read; the two numbers and the percentage speak of one thing.
"""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

import attrs

from chinhtrinoibo import words
from chinhtrinoibo.counting.lexis import lexis
from chinhtrinoibo.counting.sorts import Fit, sorts
from chinhtrinoibo.counting.statements import StatedChange, StatedRatio, StatedShare
from chinhtrinoibo.errors import InvalidWords
from chinhtrinoibo.findings import Place
from chinhtrinoibo.rules.case import Case, Passage
from chinhtrinoibo.rules.stated import wholes
from chinhtrinoibo.spans import Span

_WINDOW, _HUNDRED = 200, Decimal(100)
_EXACT = Context(prec=60, rounding=ROUND_HALF_UP)  # the longest numbers lose no digit
_N = r"(?<![\w.,/\\-])[0-9]+(?:\.[0-9]{3})*(?:,[0-9]+)?(?![\w%])(?![.,/-][0-9])(?! ?%)"
_W = r"(?:[ \u00a0][^\W\d_]+){1,6}"
_LONG = r"(?:[ \u00a0][^\W\d_]+){1,16}"  # what became of those: hoàn thành tốt nhiệm vụ trở lên
_SAID = r"(?:t[ỷỉ] lệ |tương đương |tức |tức là )?"
_GAP = rf"(?:,? |,? ?\(){_SAID}\Z"
_TARGET = r"(?:nghị quyết|chỉ tiêu|kế hoạch|mục tiêu|dự toán|NQ|KH|CT)"
_AMONG = r"(?:trong|trên|so với) (?:tổng số|tổng)"
_PLAIN = r"[0-9]+(?:\.[0-9]{3})*(?:,[0-9]+)?"
_RATIO = rf"(?P<a>{_PLAIN}) ?/ ?(?P<b>{_PLAIN})(?![\w%/])"
#: Words between the numbers and the percentage that turn it to something else.
_TURNS = re.compile(r"(?<!\w)(?:trong đó|riêng|còn|tăng|giảm|nữ|của|với|và|nhưng|năm|tháng)(?!\w)")
_BEFORE = (
    re.compile(rf"(?<![\w.,/\\-]){_RATIO}(?P<unit>{_LONG})?(?P<gap>){_GAP}"),
    re.compile(
        rf"(?P<a>{_N})(?P<unit>{_W}) ?/ ?(?P<b>{_PLAIN})(?P<other>(?P=unit))(?P<gap>){_GAP}"
    ),
    re.compile(rf"(?P<a>{_N})(?P<unit>{_W}) {_AMONG} (?P<b>{_N})(?P<other>{_W})(?P<gap>){_GAP}"),
    re.compile(
        rf"(?P<a>{_N})(?P<unit>{_W}) ?\((?P<gap>){_TARGET}(?: là| giao| đề ra)? (?P<b>{_N})"
        rf"(?P<other>{_W})?\),? {_SAID}\Z"
    ),
)
_COUNT_BEFORE = re.compile(rf"(?P<a>{_N})(?P<unit>{_W}){_GAP}")
_BEHIND = (
    re.compile(rf" ?\({_RATIO}(?:{_W})?\)"),
    re.compile(rf"(?: (?:năm|đề ra|được giao|cả năm))? \((?:là )?(?P<b>{_N})(?P<other>{_W})?\)"),
    re.compile(rf" (?P<b>{_N})(?P<other>{_W})"),
    re.compile(r" (?P<b>[0-9]{1,3}(?:\.[0-9]{3})+)(?P<other>)(?=[.,;)](?![0-9])|\s*\Z)"),
)
#: Words behind a percentage that measure it against something that is not read.
_OTHER_BASE = re.compile(r" (?:so|của|cùng|năm|trong|trên)(?!\w)")
_YEARS = range(1900, 2100)
#: What a share may be of, where its whole stands behind it.
_OF_TARGETS = ("chỉ tiêu", "kế hoạch", "nghị quyết", "mục tiêu", "dự toán", "tổng")


@attrs.frozen(kw_only=True)
class Pair:
    """Two numbers and the percentage that they give (cặp số và tỷ lệ).

    Attributes:
        passage: the text.
        share: the percentage as printed.
        value: the part, or the result.
        whole: the whole, or the target.
        places: where the two numbers stand.
        nudged: whether the shares of a list add up to a hundred, for which one may be nudged.
    """

    passage: Passage
    share: StatedShare
    value: Decimal
    whole: Decimal
    places: tuple[Place, ...]
    nudged: bool = False

    @property
    def excess(self) -> bool:
        """Whether the verb speaks of what lies beyond the whole."""
        return self.share.verb == "vượt"

    def rate(self, *, excess: bool) -> Decimal:
        """Return the percentage that the numbers give, or by how much it passes a hundred."""
        exact = self.value / self.whole * _HUNDRED
        return exact - _HUNDRED if excess else exact

    def off(self, *, excess: bool) -> int:
        """Return by how many units of the last printed digit the percentage is off."""
        return off(self.share.rate, self.rate(excess=excess), self.share.decimals)


def off(printed: Decimal, exact: Decimal, decimals: int) -> int:
    """Return by how many units of the last printed digit a number is off, once rounded.

    >>> off(Decimal("10.75"), Decimal("10.7554"), 2)
    1
    """
    unit = Decimal(1).scaleb(-decimals)
    if abs(printed - exact) <= unit / 2:
        return 0  # a half may be rounded either way
    return int(abs(printed - exact.quantize(unit, context=_EXACT)) / unit)


def rounded(exact: Decimal, decimals: int) -> str:
    """Return a percentage in print, with as many decimals as the one that it replaces."""
    return words.percent(exact, decimals, fixed=True)


def pairs(case: Case) -> list[Pair]:
    """Return the percentages of the prose whose two numbers stand right beside them."""
    found = [
        pair
        for passage in case.body
        for said in passage.tallies
        if isinstance(said, StatedShare) and (pair := _beside(passage, said))
    ]
    return [*found, *_of_lists(case)]


def _of_lists(case: Case) -> Iterator[Pair]:
    """Yield each part of a list that has its share behind it, with the whole of the list."""
    for node in case.reading(wholes):
        shared = [part for part in node.parts if part.share]
        total = sum(part.share.rate for part in shared if part.share)
        nudged = len(shared) == len(node.parts) and total == _HUNDRED
        for part in shared:
            is_kind = sorts().fit(node.unit, part.unit) > Fit.NO
            if node.value and part.value is not None and part.share and part.passage and is_kind:
                yield Pair(
                    passage=part.passage,
                    share=part.share,
                    value=Decimal(part.value),
                    whole=Decimal(node.value),
                    places=(part.place, node.place),
                    nudged=nudged,
                )


def _beside(passage: Passage, share: StatedShare) -> Pair | None:
    text, start, end = passage.masked, share.span.start, share.span.end
    is_of_other = not any(word in share.of for word in _OF_TARGETS)
    if share.approximator or (is_of_other and (share.of or _OTHER_BASE.match(text, end))):
        return None
    first, window = _window(text, start)
    for form in _BEFORE if window else ():
        if (found := form.search(window)) and not _turns(found):
            if form is _BEFORE[0] and not _is_ratio(passage, first + found.start("a")):
                return None  # it is a day
            return _pair(passage, share, (found, first), (found, first))
    found = _BEHIND[0].match(text, end)
    if found and _is_ratio(passage, found.start("a")):
        return _pair(passage, share, (found, 0), (found, 0))
    if window and not is_of_other:
        count = _COUNT_BEFORE.search(window)
        behind = next(filter(None, (form.match(text, end) for form in _BEHIND[1:])), None)
        if count and behind and not _turns(count) and _is_one_thing(count, behind):
            return _pair(passage, share, (count, first), (behind, 0))
    return None


def _window(text: str, position: int) -> tuple[int, str]:
    """Return the clause that leads up to a place, and where it begins; empty without a number."""
    first = max(0, position - _WINDOW)
    window = text[first:position]
    begin = 1 + max(window.rfind(". "), window.rfind(";"), window.rfind("\n"))
    window = window[begin:]
    return first + begin, window if any(digit in window for digit in "0123456789") else ""


_Found = tuple[re.Match[str], int]


def _pair(passage: Passage, share: StatedShare, value: _Found, whole: _Found) -> Pair | None:
    numbers, places = [], []
    for (found, first), name in ((value, "a"), (whole, "b")):
        try:
            numbers.append(Decimal(words.parse_number(found[name])))
        except InvalidWords:
            return None
        places.append(passage.place(Span(*found.span(name)).shifted(first)))
    if not numbers[1] or not _are_of_one_sort(value[0], whole[0]):
        return None
    return Pair(
        passage=passage, share=share, value=numbers[0], whole=numbers[1], places=tuple(places)
    )


def _is_ratio(passage: Passage, start: int) -> bool:
    """Tell whether the numbers with a slash at a place were read as a ratio."""
    return any(
        isinstance(one, StatedRatio) and start in range(*one.span) for one in passage.tallies
    )


def _turns(found: re.Match[str]) -> bool:
    """Tell whether the words behind the first number speak of something else."""
    said = found["unit"] or ""
    return bool(_TURNS.search(said.casefold()))


def _is_one_thing(count: re.Match[str], behind: re.Match[str]) -> bool:
    """Tell whether a number behind a share is a target in the unit of the count, and no year."""
    other = behind["other"]
    if not other:
        return not (behind["b"].isdigit() and int(behind["b"]) in _YEARS)
    head = sorts().head(count["unit"])
    return bool(head) and head == sorts().head(other)


def _are_of_one_sort(value: re.Match[str], whole: re.Match[str]) -> bool:
    """Tell whether two units, where both are printed, may be part and whole."""
    one, other = value.groupdict().get("unit"), whole.groupdict().get("other")
    if not one or not other:
        return True
    if scale(one) != scale(other):
        return False
    heads = [sorts().head(unit) for unit in (one, other)]
    return not all(heads) or bool(sorts().fit(other, one))


class Based(NamedTuple):
    """A number, what it was before, and the change said between them."""

    passage: Passage
    change: StatedChange
    value: Decimal
    base: Decimal
    places: tuple[Place, ...]


_WHEN = r"(?:,? (?:vào )?(?:cuối |đầu )?năm (?:19|20)[0-9]{2})?"
_FROM_TO = re.compile(
    rf"từ (?P<b>{_N})(?P<other>{_W})??{_WHEN}(?:,| \([^()]{{0,40}}\))? (?:lên|xuống|còn)"
    rf"(?: còn| đến)? (?P<a>{_N})(?P<unit>{_W})??{_WHEN}(?: \([^()]{{0,40}}\))?"
    r"(?:,? |,? ?\()(?:tức )?\Z"
)
_BASE_FIRST = re.compile(
    rf"(?P<a>{_N})(?P<unit>{_W}) ?\(cùng k[ỳì](?:{_W})?(?: [0-9]{{4}})?(?: là| có|:)? (?P<b>{_N})"
    rf"(?P<other>{_W})?\),? \Z"
)
#: A part of a year, which a change may be measured against as well as a year.
_PART_OF_YEAR = (
    r"(?: so với (?:[0-9]{1,2} tháng(?: đầu| cuối)?|tháng [0-9]{1,2}|quý [IVX]+)"
    r"(?: của)?(?:/| năm )[12][0-9]{3}|(?: [0-9IVX]{1,4})?(?: năm |/)[12][0-9]{3})?"
)
_BASE_LAST = re.compile(rf"{_PART_OF_YEAR} \((?:là )?(?P<b>{_N})(?P<other>{_W})?\)")


def based(case: Case) -> list[Based]:
    """Return the changes of the prose that stand right beside a number and its base."""
    return [
        found
        for passage in case.body
        for said in passage.tallies
        if isinstance(said, StatedChange) and said.verb and not said.approximator
        if (found := _base_beside(passage, said))
    ]


def _base_beside(passage: Passage, change: StatedChange) -> Based | None:
    text, start = passage.masked, change.span.start
    if text[start].isdigit():
        return None  # the second of two changes, which has no number right before it
    first, window = _window(text, start)
    if not window:
        return None
    value = base = _FROM_TO.search(window) or _BASE_FIRST.search(window)
    shift = first
    if value is None and (change.against or text.startswith(" so với", change.span.end)):
        value, base, shift = (
            _COUNT_BEFORE.search(window),
            _BASE_LAST.match(text, change.span.end),
            0,
        )
    if value is None or base is None or not _are_of_one_sort(value, base):
        return None
    if base["other"] is None and int(Decimal(_as_digits(base["b"]))) in _YEARS:
        return None
    places = (
        passage.place(Span(*value.span("a")).shifted(first)),
        passage.place(Span(*base.span("b")).shifted(shift)),
    )
    return Based(
        passage, change, Decimal(_as_digits(value["a"])), Decimal(_as_digits(base["b"])), places
    )


def scale(unit: str) -> str:
    """Return the word of scale that a unit begins with: “triệu” of “triệu đồng”."""
    first = unit.casefold().split()[:1]
    return first[0] if first and first[0] in lexis().scales else ""


def _as_digits(text: str) -> str:
    return text.replace(".", "").replace(",", ".")
