"""Which known document each citation means (văn bản được viện dẫn), and why."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from enum import StrEnum

import attrs

from chinhtrinoibo import words
from chinhtrinoibo.citations import find_citations
from chinhtrinoibo.citations.citation import Citation
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model.documents import Document
from chinhtrinoibo.terms import Term
from chinhtrinoibo.text import fold

_CENTRAL = {"TƯ": "TW", "TRUNG ƯƠNG": "TW"}
_CENTRAL_BODIES = ("ban chấp hành trung ương", "bộ chính trị", "ban bí thư")
_ACTS = ("bộ luật", "luật", "pháp lệnh", "hiến pháp")  # which their names tell
_BODIES = {
    "bch": "ban chấp hành",
    "btv": "ban thường vụ",
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
}
_WORD = re.compile(r"\w+")
_PLENUM = re.compile(
    r"(?i)(?:(?:hội nghị\s+)?(?:trung ương|tw|t\.ư|tư)(?:\s+đảng)?\s*|hội nghị\s+)?(?:lần thứ\s+)?"
)


class Outcome(StrEnum):
    """What came of looking a citation up (kết quả đối chiếu)."""

    EXACT = "exact"
    """by what stands in the citation itself"""
    CONTEXT = "context"
    """by what the text cited before, or by the period reported on"""
    AMBIGUOUS = "ambiguous"
    """several known documents fit, and nothing tells them apart"""
    CONFLICT = "conflict"
    """the number or name is known, but day, year, issuer or term are those of no known document"""
    UNKNOWN = "unknown"
    """no known document fits"""


@attrs.frozen(kw_only=True)
class Resolution:
    """What a citation means (kết quả đối chiếu một viện dẫn).

    Attributes:
        citation: the citation.
        document: the document that it means; None where that cannot be told.
        candidates: the documents that fit, or that share its number where none fits.
        outcome: how it was told.
        reason: why, for the one who reads.
    """

    citation: Citation
    document: Document | None
    candidates: tuple[Document, ...]
    outcome: Outcome
    reason: Message

    def __str__(self) -> str:
        meant = self.document.cite() if self.document else "?"
        return f"{self.citation} -> {meant} ({self.reason.vietnamese})"


def resolve(
    citations: Iterable[Citation],
    register: Iterable[Document],
    *,
    day: dt.date | None = None,
) -> tuple[Resolution, ...]:
    """Tell which known document each citation means, in the order given.

    A citation is told by its number, and where several documents share that, by day, year, issuer,
    term and title; the term of a central document is read off its day where the register leaves it
    out. An act is told by its name, what has no number by its day, or by its title; a short one
    (Nghị quyết 35, Chỉ thị này) by what the text has cited before it; what is left by ``day``, for
    no text cites what came after it. What cannot be told stays visible, with its reason.

    Args:
        citations: citations of one text, in order.
        register: the known documents; a document listed twice counts once.
        day: the last day that the text reports on, or its own day.

    >>> import datetime as dt
    >>> from chinhtrinoibo import Document
    >>> from chinhtrinoibo.citations import find_citations
    >>> both = [
    ...     Document(number="39-CT/TW", date=dt.date(2014, 8, 18), issuer="Bộ Chính trị"),
    ...     Document(number="39-CT/TW", date=dt.date(2024, 10, 30), issuer="Ban Bí thư"),
    ... ]
    >>> cited = find_citations("Chỉ thị số 39-CT/TW; Chỉ thị số 39-CT/TW của Ban Bí thư")
    >>> [one.outcome.value for one in resolve(cited, both)]
    ['ambiguous', 'exact']
    >>> resolve(cited[:1], both, day=dt.date(2024, 8, 18))[0].document.issuer.name
    'Bộ Chính trị'
    """
    known = tuple({document.identity: document for document in register}.values())
    resolver = _Resolver(known, day)
    return tuple(resolver.resolve(citation) for citation in citations)


class _Resolver:
    """Resolves the citations of one text, and remembers what it has cited."""

    def __init__(self, known: Sequence[Document], day: dt.date | None) -> None:
        self._known, self._day = _Known(known), day
        self._cited: set[int] = set()
        self._last: dict[str, Document] = {}  # the last one cited of each type
        self._found: dict[tuple[object, ...], tuple[list[Document], list[Document]]] = {}
        self._spoken: dict[tuple[int, ...], str] = {}
        self._declared: dict[str, Document | None] = {}

    def resolve(self, citation: Citation) -> Resolution:
        """Resolve one citation."""
        resolution = self._pointing(citation) if citation.back else self._told(citation)
        if document := resolution.document:
            self._cited.add(id(document))
            if document.kind:
                self._last[document.kind.name] = document
        if citation.declared:
            self._declared[fold(citation.declared)] = resolution.document
        return resolution

    def _told(self, citation: Citation) -> Resolution:
        named, fitting = self._named(citation)
        if not named:
            return self._made(citation, (), Outcome.UNKNOWN, "resolve-unknown")
        if not fitting:
            return self._made(citation, named, Outcome.CONFLICT, "resolve-conflict")
        if len(fitting) == 1:
            return self._made(citation, fitting, Outcome.EXACT, "resolve-exact")
        before = [document for document in fitting if id(document) in self._cited]
        if len(before) == 1:
            return self._made(citation, before, Outcome.CONTEXT, "resolve-cited")
        early = [one for one in fitting if not (self._day and one.date and one.date > self._day)]
        if len(early) == 1:
            return self._made(citation, early, Outcome.CONTEXT, "resolve-day", day=self._day)
        return self._made(citation, early or fitting, Outcome.AMBIGUOUS, "resolve-ambiguous")

    def _made(
        self,
        citation: Citation,
        documents: Sequence[Document],
        outcome: Outcome,
        code: str,
        **values: object,
    ) -> Resolution:
        told = outcome in {Outcome.EXACT, Outcome.CONTEXT}
        key = tuple(map(id, documents))
        if key not in self._spoken:
            self._spoken[key] = "; ".join(document.cite() for document in documents)
        return Resolution(
            citation=citation,
            document=documents[0] if told else None,
            candidates=tuple(documents),
            outcome=outcome,
            reason=Message.of(code, text=citation, known=self._spoken[key], **values),
        )

    def _named(self, citation: Citation) -> tuple[list[Document], list[Document]]:
        """Return the documents that may have its name, and of them those that fit it wholly.

        A text cites the same documents again and again, so what was found is kept.
        """
        told = citation[2:]  # all but the place
        if told not in self._found:
            named = self._known.named(citation)
            fitting = [one for one in named if _fits(citation, one)]
            titled = self._known.titled(citation) if len(fitting) > 1 else ()
            self._found[told] = named, [one for one in fitting if id(one) in titled] or fitting
        return self._found[told]

    def _pointing(self, citation: Citation) -> Resolution:
        """Resolve a mention that only points back: to a declared name, or the last of its type."""
        key = fold(citation.text)
        if key in self._declared:
            document = self._declared[key]
            if document:
                return self._made(citation, [document], Outcome.CONTEXT, "resolve-declared")
            return self._made(citation, (), Outcome.UNKNOWN, "resolve-unknown")
        if citation.kind in self._last:
            same = [self._last[citation.kind]]
            return self._made(citation, same, Outcome.CONTEXT, "resolve-last")
        return self._made(citation, (), Outcome.UNKNOWN, "resolve-nothing-before")


class _Known:
    """The known documents by what may name them, so that none is looked at in vain."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._by: defaultdict[tuple[str, Hashable], list[Document]] = defaultdict(list)
        self._names: dict[int, Citation] = {}
        for document in documents:
            own = _named_as(document)
            if own:
                self._names[id(document)] = own
            for key in _keys(document, own):
                self._by[key].append(document)

    def named(self, citation: Citation) -> list[Document]:
        """Return the documents that may have the name in a citation, its number above all."""
        return [
            document
            for document in self._near(citation)
            if not (citation.kind and document.kind) or _same_kind(citation.kind, document)
        ]

    def titled(self, citation: Citation) -> set[int]:
        """Return the documents that have the title of a citation, by their ids."""
        return set(map(id, self._under("title", fold(citation.title or ""))))

    def _near(self, citation: Citation) -> Iterable[Document]:
        if citation.number:
            near = self._under("serial", citation.serial)
            return [one for one in near if _same_number(citation, one)]
        if citation.meeting:
            near = self._under("meeting", _nth(citation.meeting))
            return [one for one in near if _agree(citation.term, self._names[id(one)].term)]
        act = citation.kind if citation.kind in _ACTS else None  # Hiến pháp has no other title
        titled = self._under("title", fold(citation.title or act or ""))
        if citation.date is None or act:
            return titled
        dated = self._under("date", citation.date)
        return {id(document): document for document in (*dated, *titled)}.values()

    def _under(self, what: str, value: Hashable) -> Sequence[Document]:
        return self._by.get((what, value), ())


def _keys(document: Document, own: Citation | None) -> set[tuple[str, Hashable]]:
    """Return what a document is found by."""
    keys: set[tuple[str, Hashable]] = set()
    if document.number:
        keys.add(("serial", document.number.serial))
    if document.date:
        keys.add(("date", document.date))
    if own and own.meeting:
        keys.add(("meeting", _nth(own.meeting)))
    titles = {fold(title) for title in (document.title, own and own.title) if title}
    words = (*_ACTS, document.kind.name if document.kind else "")
    short = {title.removeprefix(f"{word} ") for title in titles for word in words}
    return keys | {("title", title) for title in titles | short}


def _named_as(document: Document) -> Citation | None:
    """Read the other name of a document as a citation: Nghị quyết Trung ương 4 (khóa XII)."""
    if not document.short_name:
        return None
    return next(iter(find_citations(document.short_name)), None)


def _same_kind(kind: str, document: Document) -> bool:
    return document.kind is not None and kind in {document.kind.name, "văn bản", document.subkind}


def _same_number(citation: Citation, document: Document) -> bool:
    number = document.number
    if number is None or number.serial != citation.serial:
        return False
    if citation.year and number.year and citation.year != number.year:
        return False
    if citation.symbol and citation.symbol != number.symbol:
        return False
    issuer = citation.issuer_symbol
    if issuer == "TƯ" and number.issuer == "TU":  # a committee of a province, by the same sound
        return True
    return issuer is None or central(issuer) == central(number.issuer)


def central(symbol: str) -> str:
    """Return the letters of the Central Committee in their one spelling."""
    return _CENTRAL.get(symbol, symbol)


def _nth(meeting: str) -> str:
    """Return the number of a plenum, or a congress as it is named."""
    rest = _PLENUM.sub("", meeting, count=1).strip()
    for read in (words.parse_count, words.parse_roman, _ordinal):
        try:
            return str(read(rest))
        except ValueError:
            continue
    return fold(meeting)


def _ordinal(text: str) -> int:
    return words.parse_ordinal(f"thứ {text}")


def _fits(citation: Citation, document: Document) -> bool:
    """Tell whether day, year, issuer and term of a citation are not another document's."""
    issuer = document.issuer.name if document.issuer else ""
    return (
        _agree(citation.date, document.date)
        and _agree(citation.term, _term(document))
        and _year_agrees(citation.year, document)
        and same_issuer(citation.issuer, issuer)
    )


def _agree(printed: object, known: object) -> bool:
    return not printed or not known or printed == known


def _year_agrees(year: int | None, document: Document) -> bool:
    number, date = document.number, document.date
    years = {number.year if number else None, date.year if date else None} - {None}
    return year is None or not years or year in years


def _term(document: Document) -> str:
    """Return the term of the issuer, read off the day where a central document leaves it out."""
    if document.term or document.date is None:
        return document.term
    number, issuer = document.number, fold(document.issuer.name) if document.issuer else ""
    of_centre = number.issuer.endswith("TW") if number else issuer.startswith(_CENTRAL_BODIES)
    term = Term.on(document.date) if of_centre else None
    return term.name if term else ""


def same_issuer(printed: str | None, name: str) -> bool:
    """Tell whether two names may be one body's; the shorter may leave out what the longer says.

    >>> same_issuer("Ban Bí thư", "Ban Bí thư Trung ương Đảng"), same_issuer("Bộ Y", "Bộ Y tế")
    (True, True)
    >>> same_issuer("Sở Tư", "Sở Tưới tiêu")
    False
    """
    if not printed or not name:
        return True
    return all(one == other for one, other in zip(_body(printed), _body(name), strict=False))


def spelt_out(name: str) -> str:
    """Return a name of a body in small letters, its short forms in full.

    >>> spelt_out("BTV Tỉnh uỷ")
    'ban thường vụ tỉnh ủy'
    """
    return _WORD.sub(lambda word: _BODIES.get(word[0], word[0]), fold(name))


def _body(name: str) -> list[str]:
    return _WORD.findall(spelt_out(name))
