"""The form that most citations have, read in one go: Chỉ thị số 39-CT/TW, ngày 18/8/2014 của ….

What is read here the careful reader would read alike, only slower; whatever it may read otherwise
is left to it.
"""

import re
from typing import Any

from chinhtrinoibo.citations.citation import Citation
from chinhtrinoibo.citations.lexicon import Lexicon
from chinhtrinoibo.citations.patterns import UPPER, YEAR, day_of, either
from chinhtrinoibo.citations.titles import title_at
from chinhtrinoibo.kinds import DocumentKind, System
from chinhtrinoibo.spans import Span

_MOST_KEPT = 4096  # readings that are kept, for a text cites the same documents again and again
_LONGEST = 13  # letters of a type of two words, and the space before it
_new = tuple.__new__


class PlainReader:
    """Reads citations of the plain form."""

    def __init__(self, lexicon: Lexicon, system_of: Any) -> None:
        self._system_of = system_of
        self._types = {
            way: row.name
            for word, row in lexicon.types.items()
            if word.count(" ") == 1
            for way in (word, word.capitalize(), word.upper())
        }
        self._form = re.compile(_form(lexicon))
        self._about = re.compile(r" về (?:việc )?(?=\S)")
        self._kept: dict[str, tuple[Any, ...]] = {}

    def read(self, text: str, place: int) -> Citation | None:
        """Return the citation whose number begins at ``place``, if it has the plain form."""
        if text.startswith(" số ", place - 4):
            end, meeting = place - 4, False
        elif text.startswith(" Trung ương ", place - 12):
            end, meeting = place - 12, True
        else:
            end, meeting = place - 1, False
        middle = text.rfind(" ", end - _LONGEST, end)
        start = text.rfind(" ", end - _LONGEST - 1, middle) + 1 if middle > 0 else 0
        kind = self._types.get(text[start:end]) if start else None
        if kind is None:
            return None
        found = self._form.match(text, place)
        if found is None or meeting is not (found["plenum"] is not None):
            return None
        stop = found.end()
        printed = text[start:stop]
        read = self._kept.get(printed) or self._keep(printed, kind, found)
        about = self._about.match(text, stop)
        title = title_at(text, about.end()) or None if about else None
        return _new(Citation, (_new(Span, (start, stop)), *read, title, None, False))

    def _keep(self, printed: str, kind: str, found: re.Match[str]) -> tuple[Any, ...]:
        """Return the fields from the text to the meeting, and keep them for the next time."""
        if len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
        date, date_text = day_of(found["day"]) if found["day"] else (None, None)
        number, year, symbol, issuer = (found[name] for name in ("number", "year", "symbol", "to"))
        if found["state"]:
            number, symbol, issuer = found["state"], found["state_symbol"], found["state_to"]
        form = System.STATE if found["state"] else System.PARTY
        meeting = found["plenum"] is not None
        read = self._kept[printed] = (
            printed,
            kind,
            number,
            int(year) if year else None,
            symbol,
            issuer,
            System.PARTY if meeting else self._system_of(issuer, form),
            date,
            date_text,
            found["issuer"],
            found["term"] or found["term_"],
            f"Trung ương {found['plenum']}" if meeting else None,
        )
        return read


def _form(lexicon: Lexicon) -> str:
    """Return the pattern of a number and what follows it, up to where no more can follow."""
    kinds = DocumentKind.all()
    symbols = "|".join(sorted({re.escape(kind.symbol) for kind in kinds} - {""}, key=len)[::-1])
    names = [one.name for one in lexicon.issuers if not one.open and " " in one.name]
    issuers = "|".join(
        " ".join(map(either, name.split())) for name in sorted(names, key=len, reverse=True)
    )
    term = either("khóa")
    more = rf"(?:ngày|năm|{term})(?![^\W\d_])|[0-9(<]|(?(issuer)(?!)|(?:của|giữa)\b)"
    named = rf"(?(issuer)[{UPPER}]|(?!))"
    return (
        rf"(?:(?P<number>[0-9]{{1,5}})-(?P<symbol>{symbols})/(?P<to>[A-ZĐƯ]{{2,9}})(?![\w-])"
        rf"|(?P<state>[0-9]{{1,5}})/(?:(?P<year>{YEAR})/)?"
        rf"(?P<state_symbol>{symbols})-(?P<state_to>[A-ZĐƯ]{{2,9}}|TTg)(?![\w-])"
        r"|(?P<plenum>[0-9]{1,2})(?![\w/–-]|[.,][0-9]))"
        r"(?:,? ngày (?P<day>[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{4}))?"
        rf"(?:,? của (?P<issuer>(?:{issuers})(?: Đảng)?))?"
        rf"(?: \({term} (?P<term>[IVXL]+)\)| {term} (?P<term_>[IVXL]+))?"
        rf"(?=[;)]|\.(?:\s|$)|$|, (?!{more}|{named})| (?!{more}|{named})\S)"
    )
