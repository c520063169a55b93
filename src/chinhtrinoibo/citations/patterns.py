"""The patterns of citations, put together from a lexicon.

What stands before a number is read backwards from it, in text that is turned round: a search that
begins at digits passes quickly over text that has none, and one for type words would not.
"""

import datetime as dt
import re
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property, lru_cache

from chinhtrinoibo.citations.lexicon import Lexicon
from chinhtrinoibo.text import ToneStyle, bare, tone_marks

_LETTER = r"[^\W\d_]"
_END = rf"(?!{_LETTER})"
UPPER = "A-ZĐ" + "".join(chr(c) for c in range(0xC0, 0x1F00) if chr(c).isupper())
_SIGN = "[A-Za-zĐđƯưÐ]"  # letters of a document number; Ð is capital eth, typed for Đ
_DASH = "[-‐‑–—−]"
_PART = rf"{_SIGN}(?:(?!về|của|ngày|khóa|khoá)[A-Za-zĐđƯưÐ0-9]){{0,15}}"
_SIGNS = rf"{_PART}(?:(?:{_DASH}\s?|&(?:amp;|(?!\w+;))){_PART}){{0,8}}"
_LOOSE = rf"(?i:NĐ|QĐ|NQ|TT|CT|TTr|BC|KH|TB|CĐ|HD|CTr)\s{_DASH}\s?{_SIGNS}"  # QĐ - UBND
_TWICE = rf"(?:(?:TTLT|TTLB|TT|QĐ|CT|NQ)/{_SIGNS}|TTLT-{_SIGNS}/{_SIGNS})"  # TTLT/BNV-BTC
YEAR = r"(?:19|20)[0-9]{2}"
_ROMAN = r"[IVXL]{1,6}(?![^\W_])"
_GAP = r"(?:\s|</?[a-z][^<>]{0,40}>)*"  # markup may stand between two elements
_TAGS = r"(?:</?[a-z][^<>]{0,40}>)*"
_PAG = r"(?:\s|>[^<>]{0,40}[a-z]/?<)*"  # the same, turned round
_SLASH = r"(?:/|&\#x0*2F;|&\#47;)"

#: A number and what is joined to it; the groups are the fields.
NUMBER = re.compile(
    rf"""(?P<number>[0-9]{{1,6}})(?P<suffix>[a-zđ](?![^\W_]))?
    (?: \s?{_DASH}\s? (?P<symbol>{_SIGN}{{1,5}}) \s?{_SLASH}\s? (?P<issuer>{_SIGNS})  # 39-CT/TW
      | \s? (?P<glued>{_SIGN}{{2,5}}) [-/] (?P<glued_to>{_SIGNS})                # 1836 QĐ/TWĐTN
      | (?:\s?/\s?|-(?={YEAR}-)) (?:(?P<year>{YEAR})(?:\s?/\s?|-))?
        (?P<tail>{_TWICE}|{_LOOSE}|{_SIGNS})                                     # 30/2020/NĐ-CP
      | /(?P<of>{YEAR})(?![0-9/])                                               # 30/2020
      | \s?{_DASH}\s?(?P<old>[A-ZĐ][A-ZĐg]{{1,4}})(?![^\W_]|[-/&])              # 24-CP, 20-SL
    )""",
    re.VERBOSE,
)
#: A number alone, which no further figure makes into an amount, a range or a day.
ALONE = re.compile(r"[0-9]{1,6}(?![0-9]|[^\W\d_]|\s?%|[.,/–-][0-9]|\s[-–]\s[0-9])")
#: A day in figures or in words; the year may be broken in two, as scans have it.
DAY = re.compile(
    r"(?i)([0-9]{1,2})(?:\s?[-/.–]\s?([0-9]{1,2})\s?[-/.–]\s?([0-9]{4}|[0-9]{3}\s[0-9])(?![0-9])"
    r"|\s+th[aá]ng\s+([0-9]{1,2})\s*,?\s+n[aă]m\s+([0-9]{4})(?![0-9]))"
)
_DAY = re.sub(r"\((?=\[)", "(?:", DAY.pattern.removeprefix("(?i)"))
_ORDINAL = (
    rf"(?:[0-9]{{1,2}}(?![0-9])|{_ROMAN}|(?:nhất|nhì|hai|ba|tư|bốn|năm|sáu|bẩy|bảy|tám|chín)"
    r"|mười(?:\s(?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?)(?![^\W\d_])"
)
_MARKUP = re.compile(r"<[^<>]*>")
_ABOUT = ("về việc", "về", "v/v")


def either(word: str, *, back: bool = False) -> str:
    """Return the pattern of a word in both styles of tone marks."""
    styles = sorted({tone_marks(word, style) for style in ToneStyle})
    escaped = [re.escape(style[::-1] if back else style) for style in styles]
    return escaped[0] if len(escaped) == 1 else f"(?:{'|'.join(escaped)})"


def _any(patterns: Iterable[str]) -> str:
    """Return a group that matches the longest of ``patterns`` that fits."""
    return f"(?:{'|'.join(sorted(set(patterns), key=lambda one: (-len(one), one)))})"


@lru_cache(4096)
def day_of(printed: str, sight: str | None = None) -> tuple[dt.date | None, str]:
    """Return the day that is printed, if there is such a day, and how it is printed.

    Args:
        printed: the day, and perhaps a remark before it, which may hold another day.
        sight: the same without the accents that are damaged, letter for letter.
    """
    *_, found = DAY.finditer(printed if sight is None else sight)
    day, month, year, month_in_words, year_in_words = found.groups()
    text = " ".join(printed[found.start() : found.end()].split())
    full_year = "".join((year or year_in_words).split())
    with suppress(ValueError):
        return dt.date(int(full_year), int(month or month_in_words), int(day)), text
    return None, text


def line(printed: str) -> str:
    """Return a name on one line, without markup."""
    return " ".join(_MARKUP.sub(" ", printed).split())


class Patterns:
    """The patterns of one lexicon, for text with its accents or, if ``plain``, without them.

    Each is compiled when it is first needed.
    """

    def __init__(self, lexicon: Lexicon, *, plain: bool = False) -> None:
        self._lexicon, self._plain = lexicon, plain

    def _say(self, *names: str) -> str:
        """Return the pattern of any of ``names``, with any white space between their words."""
        spelt = (bare(name) if self._plain else name for name in names)
        return _any(r"\s+".join(map(either, name.split())) for name in spelt)

    def _back(self, *names: str) -> str:
        """Return the pattern of any of ``names`` in text that is turned round."""
        spelt = (bare(name) if self._plain else name for name in names)
        return _any(
            r"\s+".join(either(word, back=True) for word in reversed(name.split()))
            for name in spelt
        )

    # What stands before a number, in text that is turned round.

    @cached_property
    def _kind_back(self) -> str:
        short = _any(re.escape(word[::-1]) for word in self._lexicon.abbreviations)
        kinds = self._back(*self._lexicon.types)
        return rf"(?:(?P<kind>{kinds})|(?P<short>(?-i:{short})))(?:{_END}|(?=n\\))"

    @cached_property
    def head(self) -> re.Pattern[str]:
        """“Số”, the lead of a meeting, the type word: each may be missing."""
        leads = self._back(*self._lexicon.meetings)
        so = rf"(?P<so>\s*[:.]?\s*(?:{self._back('số')}|os|s(?=\s)){_END})"
        return re.compile(
            rf"(?i){so}?(?:(?P<colon>\s*:)?\s*\(?{_PAG}(?:(?P<lead>{leads})(?:\s+|(?=QN)))?{self._kind_back})?"
        )

    @cached_property
    def issuer_head(self) -> re.Pattern[str]:
        """A type word and its issuer, before “số” or “ngày”."""
        return re.compile(
            rf"(?i)\s*(?:(?P<issuer>[^.,;:()\n“”\"]{{2,60}}?)\s+{self._back('của')}\s+)?"
            rf"{self._kind_back}"
        )

    @cached_property
    def year_head(self) -> re.Pattern[str]:
        """A type word, perhaps the name of the State, perhaps “năm”, before a year."""
        state = self._back("nước Cộng hòa xã hội chủ nghĩa Việt Nam")
        return re.compile(rf"(?i)\s*(?:{self._back('năm')}\s+)?(?:{state}\s+)?{self._kind_back}")

    @cached_property
    def day_head(self) -> re.Pattern[str]:
        """“Ngày”."""
        return re.compile(rf"(?i)\s*{self._back('ngày')}{_END}")

    @cached_property
    def roman_head(self) -> re.Pattern[str]:
        """A type word with a congress, or with a plenum and its committee."""
        congress = self._back(*self._lexicon.congresses)
        plenum = self._back(*self._lexicon.meetings)
        return re.compile(
            rf"(?i)(?:\s*(?:[^.,;:()“”\"\n]{{1,60}}?\s)?{congress}"
            rf"|\s*{self._back('khóa')}\s*\(?\s*[^.,;:()“”\"]{{2,80}}?\s{plenum})\s+{self._kind_back}"
        )

    # What follows a type word or a number.

    @cached_property
    def kind(self) -> re.Pattern[str]:
        """A type word."""
        short = _any(map(re.escape, self._lexicon.abbreviations))
        return re.compile(rf"(?i)(?:{self._say(*self._lexicon.types)}|(?-i:{short})){_END}")

    @cached_property
    def meeting(self) -> re.Pattern[str]:
        """A meeting behind a type word."""
        nth = self._say("lần thứ")
        congress = self._say(*self._lexicon.congresses)
        return re.compile(
            rf"(?i)\s*(?P<meeting>{self._plenum}|{congress}(?:\s+(?:{nth}\s+)?{_ORDINAL}"
            rf"|(?:\s+(?!{nth}){_LETTER}+){{1,9}}\s+{nth}\s+{_ORDINAL}))"
        )

    @cached_property
    def _plenum(self) -> str:
        return rf"{self._say(*self._lexicon.meetings)}\s*{_ORDINAL}"

    @cached_property
    def _closed(self) -> str:
        return self._say(*(one.name for one in self._lexicon.issuers if not one.open)) + _END

    @cached_property
    def _name(self) -> str:
        """The name of an issuer: a known one, or words that begin with a capital."""
        lists, issuers = self._lexicon.lists, self._lexicon.issuers
        stop = rf"(?!(?:{self._say(*lists['stops'])}|{self._say(*self._lexicon.types)}){_END})"
        long = self._say(*(one.name for one in issuers if not one.open and " " in one.name))
        short = self._say(*(one.name for one in issuers if not one.open and " " not in one.name))
        opened = self._say(*(one.name for one in issuers if one.open and " " in one.name))
        brief = self._say(*(one.name for one in issuers if one.open and " " not in one.name))
        if not self._plain:
            brief = rf"(?=(?-i:[{UPPER}])){brief}"
        capital = r"\w+" if self._plain else rf"(?-i:[{UPPER}])\w*"
        levels = self._say(*lists["levels"])
        inside = rf"(?-i:{self._say(*lists['inside'])}){_END}"
        lower = "" if self._plain else f"(?!(?-i:[{UPPER}]))"
        small = rf"(?:\s+{stop}(?!(?:{levels}|{inside}){_END}){lower}{_LETTER}+{_END})"
        central = rf"{self._say('Trung ương')}{_END}"
        place = rf"(?:{self._say(*lists['places'])}){_END}"
        named = rf"{place}|{stop}{capital}|[0-9]{{1,2}}(?![\w/])"
        placed = rf"{levels}(?:\s+(?:{named}))+"
        word = rf"\s+(?:[-–]\s+)?(?:{placed}|{place}|{inside}|{central}|{stop}{capital}{small}?)"
        joined = rf"\s+{self._say('và')}\s+{stop}{capital}{small}{{0,3}}"
        rest = rf"(?:{word}){{0,12}}(?:{joined}(?:{word}){{0,12}}){{0,2}}"
        ministry = rf"(?:\s+{self._say(*lists['ministries'])}{_END})"
        proper = rf"(?:\s+(?:{central}|{stop}{capital})){{0,6}}"
        return (
            rf"(?:{long}{_END}{proper}|(?:{opened}|{brief}){_END}{ministry}?{rest}|{short}{_END}{proper}"
            rf"|{stop}{capital}{small}?{rest})"
        )

    @cached_property
    def element(self) -> re.Pattern[str]:
        """One element of identity behind a number: a day, an issuer, a meeting, a term, a year."""
        day, year, term = self._say("ngày"), self._say("năm"), self._say("khóa")
        of = self._say("của", "giữa")
        remark = rf"(?:\s*\([^()\n]{{1,40}}\)(?={_GAP},?\s*{day}))?"
        more = rf"(?:,\s+{self._closed}(?=\s+{self._say(*_ABOUT)}\s))?"
        return re.compile(
            rf"(?i)(?!{_GAP}\n{_GAP}(?-i:Ngày)\b)(?P<date>{remark}{_TAGS},?{_GAP}(?:{day}\s*{_DAY}|\(\s*(?:{day}\s*)?{_DAY}\s*\))"
            rf"|,?[ \xa0]{_DAY})"
            rf"|,?{_GAP}{of}\s+(?P<meeting>{self._plenum})"
            rf"|,?{_GAP}{of}\s+(?P<issuer>{self._name}{more})"
            rf"|\s*(?P<bracketed>\(\s*{self._closed}\s*\))"
            rf"|,?\s*(?P<term>\(\s*{term}\s+{_ROMAN}\s*\)|\(?{term}\s+{_ROMAN})"
            rf"|(?:,?\s+{year}|(?=\s))\s+(?P<year>{YEAR})(?![0-9/–-]|[.,][0-9]|\s[-–]\s[0-9])"
        )

    @cached_property
    def committee(self) -> re.Pattern[str]:
        """The committee of a plenum, which follows it without “của”."""
        return re.compile(rf"(?i),?\s+(?P<issuer>{self._name})(?=\s*,?\s*\(?{self._say('khóa')})")

    @cached_property
    def about(self) -> re.Pattern[str]:
        """The words before a title."""
        return re.compile(rf"(?i),?\s+{self._say(*_ABOUT)}\s+(?=\S)")

    @cached_property
    def counted(self) -> re.Pattern[str]:
        """A word that makes the number before it a count."""
        dated = rf"(?!{self._say('năm')}\s+{YEAR}(?!\s?[-–]\s?[0-9]))"
        day = rf"{self._say('ngày')}(?!\s*[0-9])"
        units = self._say(*self._lexicon.lists["units"])
        return re.compile(rf"(?i)\s+{dated}(?:{units}|{day}){_END}")
