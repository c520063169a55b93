"""Acts cited by name (luật, bộ luật, pháp lệnh): where their names end."""

import re
from typing import NamedTuple

from chinhtrinoibo.citations.lexicon import Lexicon
from chinhtrinoibo.text import fold

_MOST_WORDS = 30  # of the longest known name
_UNKNOWN_WORDS = 16  # of a name that no table tells
_MORE_WORDS = 5  # words that may follow a known name
_NAMED_FROM = 2  # the words of a name that may look like words of the sentence: Thực hiện dân chủ
_TYPE = re.compile(r"(?i)(?:bộ\s+luật|luật|pháp\s+lệnh)(?=\s)")
_AMENDING = re.compile(
    r"(?i)\s+sửa\s+\w+(?:,\s+bổ\s+sung)?\s[^.;:()]{0,60}?(?=\b(?:bộ\s+luật|luật|pháp\s+lệnh)\s)"
)
_FURTHER = re.compile(r"(?:,|\s+và)\s+(?=(?:Bộ\s+luật|Luật|Pháp\s+lệnh)\s(?!số\s))")
_NUMBERED = re.compile(  # a name of any words, up to the number that only acts have
    r"(?i)(?:\s+(?!(?:bộ\s+luật|luật|pháp\s+lệnh|nghị\s+quyết|nghị\s+định|thông\s+tư|số)\b)"
    r"[^\s.;:()“”\"<>|…]{1,20}){2,24}?(?=\s+số:?\s*[0-9]{1,3}/[0-9]{4}/(?:UBTV)?QH[0-9])"
)
_IDENTITY = re.compile(
    r"(?i)\s+(?:số:?\s*[0-9]|ngày\s*[0-9]|(?:năm\s+)?(?:19|20)[0-9]{2}(?![0-9/–-]|[.,][0-9]|\s[-–]\s[0-9]))"
)
_STRETCH = re.compile(
    rf"(?:(?!\s*\n\s*\n)\s+(?!Luật\b(?! sư))[^\s,.;:()“”\"<>|…]{{1,40}},?){{1,{_MOST_WORDS}}}"
)
_TOLD = re.compile(r"(?i)\s+(?:(?:số|ngày|năm):?\s*)?")
_BEFORE = 24  # characters before the name of an act that are looked at
_FAR = 120  # characters that the name of an act fills
_NO_STOPS = ("giao thông ", "giao dịch ", "điều dưỡng ")  # longer words that begin like stops


class Act(NamedTuple):
    """An act whose name was read: its type, its name, and where the name ends."""

    kind: str
    name: str
    end: int


class _Word(NamedTuple):
    key: str
    end: int
    capital: bool


class Acts:
    """Reads the names of acts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._known = {kind: frozenset(map(fold, names)) for kind, names in lexicon.laws.items()}
        self._types = tuple(f"{word} " for word in lexicon.types)
        self._not_before = tuple(f" {fold(word)}" for word in lexicon.lists["not_law_before"])
        self._not_after = frozenset(lexicon.lists["not_law_after"])
        self._stops = tuple(f"{fold(stop)} " for stop in lexicon.lists["stops"])

    def at(self, text: str, start: int) -> Act | None:
        """Return the act whose type word begins at ``start``."""
        head = _TYPE.match(text, start)
        if not head:
            return None
        kind = fold(head[0])
        end = self._amended(text, head.end()) or self._end(text, head.end(), kind)
        if not end or (self._is_field(text, start) and not _IDENTITY.match(text, end)):
            return None
        return Act(kind, " ".join(text[head.end() : end].split()), end)

    def _is_field(self, text: str, start: int) -> bool:
        """Tell whether the word before a type word makes it a field of study, a school, a firm."""
        before = text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
        return f" {fold(before)}".endswith(self._not_before)

    def in_small(self, text: str, place: int) -> int | None:
        """Return where a known act in small letters begins of which ``place`` tells the identity.

        Such a name needs its number, day or year: luật đất đai năm 2013.
        """
        first = max(0, place - _FAR)
        start = max(text.rfind(word, first, place) for word in ("luật ", "pháp lệnh "))
        if start < 0:
            return None
        if text[max(0, start - 3) : start] == "bộ ":
            start -= 3
        act = self.at(text, start) if start == 0 or not text[start - 1].isalnum() else None
        if act and fold(act.name) in self._known.get(act.kind, ()):
            return start if _TOLD.fullmatch(text, act.end, place) else None
        return None

    def _amended(self, text: str, start: int) -> int:
        """Return where the name of an amending act ends, which holds those that it amends."""
        found, end = _AMENDING.match(text, start), 0
        while found:
            inner = _TYPE.match(text, found.end())
            if not inner:
                return end
            end = self._end(text, inner.end(), fold(inner[0])) or inner.end()
            found = _FURTHER.match(text, end)
        return end

    def _end(self, text: str, start: int, kind: str) -> int:
        """Return where a name that begins at ``start`` ends; 0 if it is none."""
        words = _words(text, start)
        if not words or words[0].key == "số":
            return 0
        known = self._known.get(kind, frozenset())
        keys = [word.key for word in words]
        counts = range(len(words), 0, -1)
        count = next((n for n in counts if " ".join(keys[:n]).rstrip(",") in known), 0)
        if not count and keys[0] in self._not_after:
            return 0
        if numbered := _NUMBERED.match(text, start):
            return numbered.end()
        return self._longer(text, words, count) if count else self._unknown(text, words)

    def _longer(self, text: str, words: list[_Word], count: int) -> int:
        """Return where a name ends that begins with a known one of ``count`` words.

        A few words more belong to it if its identity follows: Luật Đường sắt đô thị năm 2030.
        """
        known = _without_comma(text, words[count - 1].end)
        for more in range(count, min(count + _MORE_WORDS, len(words))):
            end = words[more - 1].end
            rest = " ".join(one.key for one in words[more:]) + " "
            if end == _without_comma(text, end) and _IDENTITY.match(text, end):
                return end
            if end != _without_comma(text, end) or self._stops_at(rest, more):
                break
        return known

    def _stops_at(self, rest: str, count: int) -> bool:
        """Tell whether the name ends behind ``count`` words because of what follows them."""
        if rest.startswith(self._types):
            return True
        stops = count >= _NAMED_FROM and rest.startswith(self._stops)
        return stops and not rest.startswith(_NO_STOPS)

    def _unknown(self, text: str, words: list[_Word]) -> int:
        """Return where a name outside the table ends: at its number, or before the sentence."""
        bare_end, words = 0, words[:_UNKNOWN_WORDS]
        for count, word in enumerate(words, 1):
            end = _without_comma(text, word.end)
            identified = _IDENTITY.match(text, end)
            rest = " ".join(one.key for one in words[count:]) + " "
            stops = self._stops_at(rest, count)
            if identified:
                return end
            if not bare_end and (stops or end < word.end or count == len(words)):
                bare_end = end if count > 1 and words[0].capital else -1
            if stops and not rest.startswith("và "):
                break
        return max(bare_end, 0)


def _words(text: str, start: int) -> list[_Word]:
    """Return the words from ``start`` to the next sign that no name holds."""
    stretch = _STRETCH.match(text, start)
    printed = stretch[0].split() if stretch else []
    words, at = [], start
    for word, key in zip(printed, fold(" ".join(printed)).split(), strict=True):
        at = text.index(word, at) + len(word)
        words.append(_Word(key, at, word[0].isupper()))
    return words


def _without_comma(text: str, end: int) -> int:
    return end - 1 if text[end - 1] == "," else end
