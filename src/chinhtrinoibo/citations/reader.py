"""Reads citations: goes from place to place and puts together what stands around it."""

import re
from collections.abc import Iterator
from functools import lru_cache, partial

from chinhtrinoibo.citations.acts import Acts
from chinhtrinoibo.citations.citation import Citation
from chinhtrinoibo.citations.heads import Head, Heads
from chinhtrinoibo.citations.lexicon import Lexicon
from chinhtrinoibo.citations.patterns import ALONE, DAY, NUMBER, Patterns, line
from chinhtrinoibo.citations.plain import PlainReader
from chinhtrinoibo.citations.scan import Scanner
from chinhtrinoibo.citations.signs import Fields, Signs
from chinhtrinoibo.citations.tails import Tails
from chinhtrinoibo.kinds import System
from chinhtrinoibo.text import bare

_NEAR = 24  # characters between two items of a list
_JOINED = re.compile(r"[0-9]{1,6}[a-zđ]?\s?(?:[-‐‑–—−/]|[A-ZĐ]{2,5}[-/])")
_LINK = re.compile(r"(?i)\s*(?:[,;]|[,;]?\s*(?:và|hoặc|hay|cùng|&)\s)\s*(?:các\s+)?(?:số:?\s*)?")
_PLENUM_LINK = re.compile(
    r"(?i)\s*(?:,|và|,\s*và)\s*(?P<lead>(?:hội\s+nghị\s+)?trung\s+ương\s+(?:lần\s+thứ\s+)?)?"
)
_ORDINAL = re.compile(r"[0-9]+$")
_TERM_LINK = re.compile(r"(?i)\s*(?:,|và)\s*")
_SAID = re.compile(r"(?i)số:?\s*$")
_SAID_NEXT = re.compile(r"(?i)\s+số:?\s*")
_ROMAN = re.compile(r"[IVXL]{1,6}(?![^\W_])")
_BEFORE_ROMAN = frozenset({"ội", "hứ", "óa", "oá", "đh"})  # Đại hội, lần thứ, khóa, ĐH
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?![0-9/–-]|[.,][0-9]|\s[-–]\s[0-9])")
_DECIMAL = re.compile(r"[0-9][.,]$")
_ADDRESS = re.compile(r"\S{0,200}(?://|www\.)\S*$")

_LETTERS = 6  # a type word in capitals is longer than its short form
_NAMELESS = "hiến pháp"  # the act that a year alone names
_GENERAL = "văn bản"  # the type word that needs “số”
_NTH = ("thứ ", "THỨ ", "Thứ ")
_CODE = ("Bộ ", "BỘ ")  # before “Luật”, “LUẬT”
_ITEM = re.compile(r"[1-9](?=\s?[.:](?:\s|$))")  # an item of a list: Kết luận 1. …
_SIGHT = 60  # characters before a year in which such an act stands


class Reader:
    """Reads the citations of one text after another, by one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._patterns, damaged = Patterns(lexicon), Patterns(lexicon, plain=True)
        self._damaged = damaged
        self.heads = Heads(lexicon, self._patterns, damaged)
        self._places = Scanner(lexicon).places
        self._signs, self._acts = Signs(lexicon), Acts(lexicon)
        self._whole = Tails(lexicon, self._patterns, damaged).whole
        self._plain = PlainReader(lexicon, self._signs.system)
        self._leads = lru_cache(4096)(partial(_leads, _last_words(lexicon)))
        codes = [code for code, word in lexicon.abbreviations.items() if word.title]
        self._yearly = re.compile("|".join(["[Pp]háp ", "PHÁP ", *map(re.escape, codes)]))

    def read(self, text: str) -> Iterator[Citation]:
        """Yield the citations of a composed text, in order."""
        done, last = 0, None
        plain, leads = self._plain.read, self._leads
        for place in self._places(text):
            if place < done:
                continue
            if text[place] > "9":
                found = self._named(text, place, last)
            elif place < _NEAR or text[place - 1] != " ":
                found = self._number(text, place, last)
            elif text.startswith("năm ", place - 4):
                found = self._in_small(text, place) or self._of_year(text, place)
            elif leads(
                text[max(text.rfind(" ", place - 12, place - 1) + 1, place - 12) : place - 1]
            ):
                found = plain(text, place) or self._number(text, place, last)
            elif place - done < _NEAR or _JOINED.match(text, place):
                found = self._number(text, place, last, led=False)
            else:
                continue
            if found is not None and found.span.start >= done:
                yield found
                done, last = found.span.end, found

    def _named(self, text: str, place: int, last: Citation | None) -> Citation | None:
        if text[place] in "IVX":
            return self._numeral(text, place, last)
        return self._act(text, place)

    # Numbers.

    def _number(
        self, text: str, place: int, last: Citation | None, *, led: bool = True
    ) -> Citation | None:
        """Read the citation of a number, the next of a list, or the one of a day or year.

        Args:
            text: the text.
            place: where the number begins.
            last: the citation before it.
            led: whether a type word or “số” may stand before the number.
        """
        if last and last.meeting and (plenum := self._next_plenum(text, place, last)):
            return plenum
        listed = last if last and _listed(text, last, place) else None
        head = self._head(text, place) if led else None
        if head and head.meeting:
            return self._meeting(text, head)
        if led and not (head and head.word) and (act := self._in_small(text, place)):
            return act
        number = NUMBER.match(text, place)
        if number and (read := self._numbered(text, number, head, listed)):
            return read
        if led and not head and not (listed and listed.text[-1].isdigit()):
            return self._dated(text, place)
        return self._bare(text, place, head, listed)

    def _bare(
        self, text: str, place: int, head: Head | None, listed: Citation | None
    ) -> Citation | None:
        """Read a number without letters: behind a type word, or the next of a list."""
        if head and head.word:
            return self._alone(text, place, head)
        return self._next(text, place, listed) if listed and listed.text[-1].isdigit() else None

    def _in_small(self, text: str, place: int) -> Citation | None:
        """Read an act whose name in small letters its number, day or year tells."""
        start = self._acts.in_small(text, place)
        return None if start is None else self._act(text, start)

    def _head(self, text: str, place: int) -> Head | None:
        """Return what stands before a number, be it that of a document, a plenum, a congress."""
        head = self.heads.before_number(text, place)
        if head is None and text.endswith(_NTH, 0, place):
            congress = self.heads.before_numeral(text, place)
            return congress._replace(meeting=True) if congress else None
        if head and head.colon and head.word and head.word.name == _GENERAL:
            return None  # a label: Số hiệu văn bản: 01/2015/TTLT-VPCP-BNV
        return head

    def _numbered(
        self, text: str, number: re.Match[str], head: Head | None, listed: Citation | None
    ) -> Citation | None:
        """Read a number with its symbol, or with its year."""
        word = head.word if head else None
        fields: Fields | None
        if number["of"]:
            told = head is not None and word is not None and (word.bare or head.said)
            told = told and not (head and head.colon)
            fields = {"number": number["number"], "year": int(number["of"])} if told else None
        else:
            fields = self._signs.read(number, led=bool(head or listed))
        place = number.start()
        if fields is None or not (head or listed or _stands_free(text, place)):
            return None
        if listed and not word and self._signs.agree(fields.get("symbol"), listed.kind):
            fields["kind"] = listed.kind
        return self._whole(text, head.start if head else place, number.end(), fields, head)

    def _alone(self, text: str, place: int, head: Head) -> Citation | None:
        """Read a type word with a number that has no symbol: Nghị quyết 35."""
        word, alone = head.word, ALONE.match(text, place)
        if word is None or word.name == _NAMELESS or word.title:
            return self._of_year(text, place)
        if not head.said and (head.colon or _ITEM.match(text, place) or _short(text, head, alone)):
            return None
        if not alone or not (head.said or self._names(text, head, alone)):
            return None
        return self._whole(text, head.start, alone.end(), {"number": alone[0]}, head)

    def _names(self, text: str, head: Head, alone: re.Match[str]) -> bool:
        """Tell whether a number without “số” names a document: not kế hoạch 5 năm, báo cáo 2024."""
        word = head.word
        return (
            word is not None
            and word.name != _GENERAL
            and (word.bare or head.capital)
            and "\n" not in text[head.end : alone.start()]
            and not _YEAR.fullmatch(alone[0])
            and not self._patterns.counted.match(text, alone.end())
        )

    def _next(self, text: str, place: int, listed: Citation) -> Citation | None:
        """Read the next number of a list: nghị quyết số 57, 59 và 66."""
        alone = ALONE.match(text, place)
        said = _SAID.search(text, listed.span.end, place)
        if not alone or listed.symbol:
            return None
        if not said and self._patterns.counted.match(text, alone.end()):
            return None
        fields = {"number": alone[0], "kind": listed.kind}
        return self._whole(text, said.start() if said else place, alone.end(), fields)

    def _dated(self, text: str, place: int) -> Citation | None:
        """Read a type word with a full day and no number, or with a year where that names it."""
        if not DAY.match(text, place):
            return self._of_year(text, place)
        head = self.heads.before_day(text, place)
        if not head or not head.capital:
            return None
        issued = text.index(head.issuer, head.end) + len(head.issuer) if head.issuer else head.end
        return self._whole(text, head.start, issued, {}, head)

    def _of_year(self, text: str, place: int) -> Citation | None:
        """Read an act that a year alone names: Hiến pháp năm 2013."""
        year = _YEAR.match(text, place)
        if not year or not self._yearly.search(text, max(0, place - _SIGHT), place):
            return None
        head = self.heads.before_year(text, place)
        if not head or not head.word or not (head.word.title or head.word.name == _NAMELESS):
            return None
        return self._whole(text, head.start, year.end(), {"year": int(year[0])}, head)

    # Meetings and acts.

    def _numeral(self, text: str, place: int, last: Citation | None) -> Citation | None:
        """Read the citation of a congress or plenum, or the next term of a list."""
        numeral = _ROMAN.match(text, place)
        if numeral is None:
            return None
        if last and last.term and last.meeting and _TERM_LINK.fullmatch(text, last.span.end, place):
            fields = {"kind": last.kind, "meeting": last.meeting, "system": last.system}
            return self._whole(text, place, numeral.end(), fields | {"term": numeral[0]})
        if text[place - 3 : place - 1].lower() not in _BEFORE_ROMAN:
            return None
        head = self.heads.before_numeral(text, place)
        return self._meeting(text, head) if head else None

    def _meeting(self, text: str, head: Head) -> Citation | None:
        """Read what a plenum or congress passed: Nghị quyết Trung ương 4 (khóa XII)."""
        patterns = self._damaged if head.damaged else self._patterns
        meeting = patterns.meeting.match(text, head.end)
        if not meeting:
            return None
        fields: Fields = {"meeting": line(meeting["meeting"]), "system": System.PARTY}
        end = meeting.end()
        if committee := patterns.committee.match(text, end):
            fields["issuer"], end = line(committee["issuer"]), committee.end()
        return self._whole(text, head.start, end, fields, head)

    def _next_plenum(self, text: str, place: int, last: Citation) -> Citation | None:
        """Read the next plenum of a list: Nghị quyết Trung ương 4, 5 và Trung ương 6 khóa XII."""
        link = _PLENUM_LINK.fullmatch(text, last.span.end, place)
        alone = ALONE.match(text, place) if link and _ORDINAL.search(last.meeting or "") else None
        if not link or not alone:
            return None
        if not link["lead"] and self._patterns.counted.match(text, alone.end()):
            return None
        meeting = _ORDINAL.sub(alone[0], last.meeting or "")
        fields: Fields = {"kind": last.kind, "meeting": meeting, "system": last.system}
        start = link.start("lead") if link["lead"] else place
        return self._whole(text, start, alone.end(), fields)

    def _act(self, text: str, place: int) -> Citation | None:
        """Read an act by its name: Luật Đất đai số 31/2024/QH15."""
        if text[max(0, place - 3) : place] in _CODE:
            place -= 3
        act = self._acts.at(text, place)
        if act is None:
            return None
        fields: Fields = {"kind": act.kind, "title": act.name, "system": System.STATE}
        end = act.end
        said = _SAID_NEXT.match(text, end)
        number = NUMBER.match(text, said.end()) if said else None
        if number and not number["of"] and (signs := self._signs.read(number, led=True)):
            fields, end = fields | signs, number.end()
        return self._whole(text, place, end, fields)


def _listed(text: str, last: Citation, place: int) -> bool:
    """Tell whether only “,”, “và” or the like stands between a citation and ``place``."""
    end = last.span.end
    return place - end < _NEAR and _LINK.fullmatch(text, end, place) is not None


def _short(text: str, head: Head, alone: re.Match[str] | None) -> bool:
    """Tell whether letters and one figure are too little to name a document: CT 3, TT 1."""
    return (
        alone is not None
        and len(alone[0]) == 1
        and text[head.start : head.end].isupper()
        and (head.end - head.start < _LETTERS)
    )


def _stands_free(text: str, place: int) -> bool:
    """Tell whether a number is no part of an address of the web, nor of another number: 1.2/TW."""
    return not _DECIMAL.search(text, max(0, place - 2), place) and not _ADDRESS.search(
        text, max(0, place - 200), place
    )


def _leads(words: frozenset[str], printed: str) -> bool:
    """Tell whether what is printed before a space ends in one of ``words``."""
    last = bare(printed).split()[-1:]
    return not last or re.split(r"[^\w.]", last[0].rstrip(":.*_"))[-1] in words


def _last_words(lexicon: Lexicon) -> frozenset[str]:
    """Return, without accents, the words after which the number of a citation may stand."""
    joined = (short + lead for short in lexicon.abbreviations for lead in ("TW", "TƯ"))
    laws = (name for names in lexicon.laws.values() for name in names)
    named = (*lexicon.types, *lexicon.meetings, *lexicon.abbreviations, *joined, *laws)
    return frozenset(bare(name.split()[-1]) for name in (*named, "số", "ngày", "nam", "s"))
