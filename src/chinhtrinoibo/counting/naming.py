"""What words name: the thing that is counted, up to the word that goes on to say more.

The same words follow many numbers of a report, so that each name is worked out once.
"""

from functools import lru_cache
from typing import NamedTuple

from chinhtrinoibo.counting.lexis import DOCUMENT, lexis

MOST_WORDS = 9
_KNOWN = 4096


class Words(NamedTuple):
    """Words with nothing but spaces between, as printed and in small letters."""

    text: str = ""
    start: int = 0
    keys: tuple[str, ...] = ()

    def end(self, count: int) -> int:
        """Return where the first words end."""
        return self.start + _length(self.text, count)

    def begin(self, index: int) -> int:
        """Return where a word begins; as in a list, -1 is the last one."""
        begin = len(self.text)
        for word in reversed(self.text.split()[index:]):
            begin = self.text.rindex(word, 0, begin)
        return self.start + begin

    def without(self, count: int) -> "Words":
        """Return the words but the last."""
        if not count:
            return self
        return Words(self.text[: self.begin(-count) - self.start], self.start, self.keys[:-count])


NO_WORDS = Words()


class Name(NamedTuple):
    """How much of a text names a thing, and the family of things that it belongs to."""

    length: int
    family: str


@lru_cache(_KNOWN)
def keys_of(text: str) -> tuple[str, ...]:
    """Return the words in small letters."""
    return tuple(text.casefold().split())


@lru_cache(_KNOWN)
def name_of(text: str) -> Name | None:
    """Return what words name, up to the one that goes on to say more."""
    keys = keys_of(text)
    known = lexis().things.at(keys)
    count = _named(text.split(), keys, known)
    family = lexis().families[" ".join(keys[:known])] if known else ""
    is_cut = count < len(keys) and keys[count] != "và"
    if count > MOST_WORDS or (is_cut and family == DOCUMENT):
        count = _qualified(keys, known, count)
    return Name(_length(text, count), family) if count else None


def _named(printed: list[str], keys: tuple[str, ...], known: int) -> int:
    """Return how many words name the thing, from those that are known on."""
    words, index = lexis(), known
    is_title = printed[0].isupper()
    while index < len(keys):
        may_end = keys[index] in words.turns
        whole = words.whole.at(keys, index) if may_end else 0
        is_name = index and not is_title and printed[index][0].isupper()
        if not whole and (is_name or (may_end and words.ends_at(keys, index))):
            break
        index += whole or 1
    return min(index, len(keys))


def _qualified(keys: tuple[str, ...], known: int, most: int) -> int:
    """Return the end of a name that only certain words may follow; 0 for an unknown name."""
    index = known
    while 0 < index < most and (more := lexis().qualifiers.at(keys, index)):
        index += more
    return index


def _length(text: str, count: int) -> int:
    end = 0
    for word in text.split()[:count]:
        end = text.index(word, end) + len(word)
    return end
