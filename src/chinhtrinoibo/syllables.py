"""The only home of how Vietnamese syllables are spelt, and of words that cannot be one."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from chinhtrinoibo import tables
from chinhtrinoibo.spans import Span
from chinhtrinoibo.text import compose

_TONES = "\u0300\u0301\u0309\u0303\u0323"  # huyền, sắc, hỏi, ngã, nặng
_STOP_TONES = "\u0301\u0323"  # all that a rime on a stop can carry
_STOPS = ("c", "ch", "p", "t")
_OPEN_PAIRS = ("oa", "oe", "uy")  # both styles of tone marks live here
_MODIFIED = "ăâêôơư"

_VOWEL = f"[aeiouy{_MODIFIED}]"
_RIME = re.compile(rf"({_VOWEL}+)(.*)")
_CONSONANTS = "bcdđghklmnpqrstvx"
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_FIRST_VIETNAMESE = "\u0100"  # the letters below stand in French words as well


def is_syllable(word: str) -> bool:
    """Tell whether ``word`` is spelt as a Vietnamese syllable (âm tiết) can be.

    Letter case makes no difference, both places of the tone mark in an open oa, oe, uy are right,
    and so are i and y. Whether the language has the syllable is another matter.

    >>> [is_syllable(word) for word in ("nghiêng", "khoá", "khóa", "thục")]
    [True, True, True, True]
    >>> [is_syllable(word) for word in ("cơng", "ngiêng", "bàt", "đựơc")]
    [False, False, False, False]
    """
    return compose(word).lower() in _syllables()


def impossible_syllables(text: str) -> tuple[Span, ...]:
    """Find words in Vietnamese letters that no syllable is spelt like: slips, OCR, bad copies.

    Silent about words whose marks French has, too; about abbreviations; about words that begin
    or end as no Vietnamese syllable does (Krông, Đắk); and about several syllables in one word
    (Lênin) unless two of them carry a tone mark. Romanian, which has ă, is not told apart.

    >>> text = "KẾT LỦẬN về cơng tác của Đảng ủy xã Krông Búk"
    >>> [span.of(text) for span in impossible_syllables(text)]
    ['LỦẬN', 'cơng']
    """
    return tuple(
        Span(*found.span())
        for found in _WORD.finditer(text)
        if not (word := found[0]).isascii() and _is_damaged(word)
    )


@lru_cache(maxsize=4096)  # most words of a text have stood in it before
def _is_damaged(word: str) -> bool:
    """Tell whether a word was meant to be a syllable, and is none."""
    word = compose(word)
    if is_syllable(word) or max(word) < _FIRST_VIETNAMESE:
        return False
    if not _alphabet().issuperset(word.lower()):
        return False
    bare, tones = _bare(word.lower())
    vowels = re.findall(f"{_VOWEL}+", bare)
    if tones > 1:  # no syllable, no abbreviation and no foreign name has two
        return True
    if len(vowels) != 1 or not _frame().fullmatch(bare):
        return False
    if word[0].isupper() and _name().match(bare):
        return False
    return tones == 1 if word.isupper() else word[1:].islower()


def _bare(word: str) -> tuple[str, int]:
    """Return the word without its tone marks, and how many it had."""
    loose = unicodedata.normalize("NFD", word)
    kept = "".join(letter for letter in loose if letter not in _TONES)
    return compose(kept), len(loose) - len(kept)


@cache
def _alphabet() -> frozenset[str]:
    """Return the small letters of the alphabet, the vowels with each tone."""
    vowels = (vowel + tone for vowel in f"aeiouy{_MODIFIED}" for tone in ("", *_TONES))
    return frozenset((*_CONSONANTS, *map(compose, vowels)))


@cache
def _frame() -> re.Pattern[str]:
    """Return the pattern of one group of vowels between consonants that Vietnamese knows."""
    onsets = "|".join(["q", *_onsets("plain"), *_onsets("front"), *_onsets("back")])
    return re.compile(f"(?:{onsets})?{_VOWEL}+(?:ch|nh|ng|[cmnpt])?")


@cache
def _name() -> re.Pattern[str]:
    """Return the pattern of how names of other languages of Vietnam begin: Kạn, Kông."""
    onsets: str = tables.read("syllables")["names"]["before_any_vowel"]
    return re.compile(f"(?:{'|'.join(onsets.split())}){_VOWEL}")


@cache
def _syllables() -> frozenset[str]:
    """Return every spelling of onset, rime and tone that goes together."""
    return frozenset(
        onset + toned
        for row in tables.read("syllables")["rimes"]["by_vowel"].values()
        for rime in row.split()
        for onset in _onsets_before(rime)
        for toned in _toned(rime)
    )


def _onsets(row: str) -> list[str]:
    onsets: str = tables.read("syllables")["onsets"][row]
    return onsets.split()


def _onsets_before(rime: str) -> Iterator[str]:
    """Yield what can stand before a rime, itself without tone."""
    yield ""
    if rime[0] in _onsets("after_qu") or rime == "ôc" or rime[:2] in {"oa", "oă"}:
        yield "qu"
    if rime.startswith("uy") and rime != "uy":  # quýnh; quý is qu and y
        yield "q"
    if rime[0] in "iy":
        if rime != "y" and rime[0] == "y":  # yêu
            return
        yield from (onset for onset in _onsets("plain") if onset != "gi")
        yield from ("g", *_onsets("front"))  # gì, giêng: one i for two
    else:
        yield from _onsets("plain")
        yield from _onsets("front" if rime[0] in "eê" else "back")


def _toned(rime: str) -> Iterator[str]:
    """Yield a rime with each tone it can carry, in each place where the mark can stand."""
    found = _RIME.fullmatch(rime)
    vowels, coda = found.groups() if found else ("", "")
    if coda not in _STOPS:
        yield rime
    for tone in _STOP_TONES if coda in _STOPS else _TONES:
        for place in _places(vowels, coda):
            yield compose(rime[: place + 1] + tone + rime[place + 1 :])


def _places(vowels: str, coda: str) -> tuple[int, ...]:
    """Return which vowels can carry the tone mark (vị trí đặt dấu thanh)."""
    if modified := [index for index, vowel in enumerate(vowels) if vowel in _MODIFIED]:
        return (modified[-1],)
    if coda:
        return (len(vowels) - 1,)
    if vowels in _OPEN_PAIRS:
        return (0, 1)
    return ((len(vowels) - 1) // 2,)  # ý, mùa, and the middle one of ngoài, khuỷu
