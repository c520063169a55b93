"""Enumerations typed by hand (liệt kê): “Một là, Hai là”, “Thứ nhất, Thứ hai”."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from chinhtrinoibo import words
from chinhtrinoibo.messages import Message
from chinhtrinoibo.rules.case import Case, Passage
from chinhtrinoibo.rules.rule import Remark, Remarks, house, rule
from chinhtrinoibo.spans import Span

_DAY = re.compile(r",? ngày [0-9]")
_MOST = 30  # items that anybody counts in words
_ORDER = house("liệt kê theo thứ tự Một là, Hai là …; mỗi lượt liệt kê bắt đầu lại từ một", "V")


class Item(NamedTuple):
    """The word that opens an item: its number, its place, and whether it is an ordinal."""

    number: int
    passage: Passage
    span: Span
    ordinal: bool

    @property
    def words(self) -> str:
        """The word as typed."""
        return self.span.of(self.passage.text)


@rule("ENUM01", _ORDER)
def items_are_counted_in_order(case: Case) -> Remarks:
    """Các ý liệt kê phải đủ và đúng thứ tự: Một là, Hai là, Ba là.

    Thiếu một số thì người đọc ngờ rằng có ý bị bỏ sót; trùng số thì không dẫn lại được.

    Sai: Một là, … Ba là, …
    Đúng: Một là, … Hai là, …
    """
    for run in case.reading(_runs):
        for before, item in zip([None, *run], run, strict=False):
            wanted = before.number + 1 if before else 1
            if item.number != wanted:
                yield Remark(
                    item.passage.path,
                    Message.of("enum-order", found=item.words, wanted=_spoken(wanted, item)),
                    span=item.span,
                    expected=_spoken(wanted, item),
                    actual=item.words,
                    related=[before.passage.place(before.span)] if before else (),
                )


@rule("ENUM02", _ORDER)
def enumerations_have_several_items(case: Case) -> Remarks:
    """Đã liệt kê thì phải có từ hai ý trở lên.

    Chỉ có “Một là” cho thấy thiếu các ý sau, hoặc không cần đánh số.

    Sai: Một là, tăng cường kiểm tra. (không có “Hai là”)
    Đúng: Tăng cường kiểm tra.
    """
    for run in case.reading(_runs):
        if len(run) == 1 and run[0].number == 1:
            (item,) = run
            message = Message.of("enum-single", found=item.words)
            yield Remark(item.passage.path, message, span=item.span, actual=item.words)


@rule("ENUM03", _ORDER)
def items_are_counted_in_one_way(case: Case) -> Remarks:
    """Trong một lượt liệt kê chỉ dùng một cách: Một là, Hai là; hoặc Thứ nhất, Thứ hai.

    Dùng lẫn hai cách thì khó theo dõi các ý.

    Sai: Một là, … Thứ hai, …
    Đúng: Một là, … Hai là, …
    """
    for run in case.reading(_runs):
        for item in run:
            if item.ordinal is not run[0].ordinal:
                yield Remark(
                    item.passage.path,
                    Message.of("enum-mixed", found=item.words, wanted=_spoken(item.number, run[0])),
                    span=item.span,
                    expected=_spoken(item.number, run[0]),
                    actual=item.words,
                    related=[run[0].passage.place(run[0].span)],
                )


def _runs(case: Case) -> list[list[Item]]:
    """Return the runs of items: each within a section, begun anew at one, and perhaps nested."""
    runs: list[list[Item]] = []
    open_runs: list[list[Item]] = []
    section = ""
    for item in _items(case):
        keep = _kept(item, open_runs) if item.passage.section == section else 0
        runs += open_runs[keep:]
        del open_runs[keep:]
        if not open_runs or _begins(item, open_runs[-1]):
            open_runs.append([])
        open_runs[-1].append(item)
        section = item.passage.section
    return runs + open_runs


def _kept(item: Item, open_runs: list[list[Item]]) -> int:
    """Return how many of the open runs, outermost first, an item leaves open."""
    for n, run in reversed(list(enumerate(open_runs))):
        if run[0].ordinal is item.ordinal:
            anew = item.number == 1 and len(run) > 1  # two firsts in a row are a repetition
            return n if anew else n + 1
    return len(open_runs)


def _begins(item: Item, run: list[Item]) -> bool:
    """Tell whether an item begins a run within ``run``: a first of the other kind."""
    return item.number == 1 and item.ordinal is not run[0].ordinal


def _items(case: Case) -> Iterator[Item]:
    opening, numbers = _opening()
    for passage in case.body:
        if " là" not in passage.text and "hứ " not in passage.text:
            continue  # which is quicker than the pattern
        for found in opening.finditer(passage.masked):
            if _is_weekday(found):
                continue
            words_ = found[1].casefold()
            yield Item(
                numbers[words_], passage, Span(*found.span(1)), ordinal=words_.startswith("thứ")
            )


def _is_weekday(found: re.Match[str]) -> bool:
    """Tell whether an ordinal is a day of the week: “Thứ Hai”, “Thứ hai, ngày 23/12/2024”."""
    first, _, second = found[1].partition(" ")
    if first.casefold() != "thứ":
        return False
    is_name = second[:1].isupper() and not found[1].isupper()
    return is_name or bool(_DAY.match(found.string, found.end()))


@cache
def _opening() -> tuple[re.Pattern[str], dict[str, int]]:
    """Return the pattern of the words that open an item, and the number of each."""
    numbers = {words.enumerator(n).casefold(): n for n in range(1, _MOST + 1)}
    numbers |= {words.ordinal(n).casefold(): n for n in range(1, _MOST + 1)}
    spoken = "|".join(sorted(numbers, key=len, reverse=True))
    return re.compile(rf"(?i:(?:^|(?<=[.:;]\s))({spoken})(?=[,:]))"), numbers


def _spoken(number: int, like: Item) -> str:
    """Say a number in the way of an item, with its capital."""
    said = words.ordinal(number) if like.ordinal else words.enumerator(number)
    return said if like.words[:1].isupper() else words.lower_first(said)


RULES = (
    items_are_counted_in_order,
    enumerations_have_several_items,
    items_are_counted_in_one_way,
)
