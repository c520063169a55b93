"""Which known document each citation means (văn bản được viện dẫn), and why."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

import attrs

from chinhtrinoibo import words
from chinhtrinoibo.citations import find_citations
from chinhtrinoibo.citations.citation import Citation
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model.documents import Document
from chinhtrinoibo.text import fold

_CENTRAL = {"TƯ": "TW", "TRUNG ƯƠNG": "TW"}
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
    """the number is known, but day, issuer or term are those of no known document"""
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

    A citation is told by its number, and where several documents share that, by day, issuer and
    term; a short one (Nghị quyết 35, Chỉ thị này) by what the text has cited before it; what is
    left by ``day``, for no text cites what came after it. What cannot be told stays visible, with
    its reason.

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
        self._known, self._day = known, day
        self._cited: dict[int, Document] = {}  # the last one cited stands last
        self._found: dict[tuple[object, ...], tuple[list[Document], list[Document]]] = {}
        self._spoken: dict[tuple[int, ...], str] = {}
        self._declared: dict[str, Document | None] = {}
        self._names = {document.identity: _named_as(document) for document in known}

    def resolve(self, citation: Citation) -> Resolution:
        """Resolve one citation."""
        resolution = self._pointing(citation) if citation.back else self._told(citation)
        if document := resolution.document:
            self._cited.pop(id(document), None)
            self._cited[id(document)] = document
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
        before = [document for document in reversed(self._cited.values()) if document in fitting]
        if before and (len({document.identity for document in before}) == 1):
            return self._made(citation, before[:1], Outcome.CONTEXT, "resolve-cited")
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
            named = [document for document in self._known if self._names_it(citation, document)]
            self._found[told] = named, [one for one in named if _fits(citation, one)]
        return self._found[told]

    def _pointing(self, citation: Citation) -> Resolution:
        """Resolve a mention that only points back: to a declared name, or the last of its type."""
        key = fold(citation.text)
        if key in self._declared:
            document = self._declared[key]
            if document:
                return self._made(citation, [document], Outcome.CONTEXT, "resolve-declared")
            return self._made(citation, (), Outcome.UNKNOWN, "resolve-unknown")
        same = [one for one in self._cited.values() if one.kind and one.kind.name == citation.kind]
        if same:
            return self._made(citation, same[-1:], Outcome.CONTEXT, "resolve-last")
        return self._made(citation, (), Outcome.UNKNOWN, "resolve-nothing-before")

    def _names_it(self, citation: Citation, document: Document) -> bool:
        """Tell whether the name in a citation, its number above all, may be a document's."""
        if citation.kind and document.kind and not _same_kind(citation.kind, document):
            return False
        if citation.number:
            return _same_number(citation, document)
        own = self._names[document.identity]
        if citation.meeting:
            return own is not None and _same_meeting(citation, own)
        if citation.title:
            return fold(citation.title) == fold(document.title or (own and own.title) or "")
        return bool(citation.date) and citation.date == document.date


def _named_as(document: Document) -> Citation | None:
    """Read the other name of a document as a citation: Nghị quyết Trung ương 4 (khóa XII)."""
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
    return issuer is None or central(issuer) == central(number.issuer) or issuer == "TƯ"


def central(symbol: str) -> str:
    """Return the letters of the Central Committee in their one spelling."""
    return _CENTRAL.get(symbol, symbol)


def _same_meeting(citation: Citation, own: Citation) -> bool:
    if not own.meeting or (citation.term and own.term and citation.term != own.term):
        return False
    return _nth(citation.meeting or "") == _nth(own.meeting)


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
    """Tell whether day, issuer and term of a citation are not another document's."""
    checks: tuple[Callable[[], bool], ...] = (
        lambda: not (citation.date and document.date) or citation.date == document.date,
        lambda: not (citation.term and document.term) or citation.term == document.term,
        lambda: same_issuer(citation.issuer, document.issuer.name if document.issuer else ""),
        lambda: (
            citation.number is not None
            or not (citation.year and document.date)
            or citation.year == document.date.year
        ),
    )
    return all(check() for check in checks)


def same_issuer(printed: str | None, name: str) -> bool:
    """Tell whether two names may be one body's; the shorter may leave out what the longer says."""
    if not printed or not name:
        return True
    one, other = _body(printed), _body(name)
    return one.startswith(other) or other.startswith(one)


def _body(name: str) -> str:
    key = fold(name).replace("bch ", "ban chấp hành ").replace("btv ", "ban thường vụ ")
    return key.replace("ubnd", "ủy ban nhân dân").replace("hđnd", "hội đồng nhân dân")
