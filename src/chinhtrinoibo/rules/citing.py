"""Mentions of documents in page order (các lần viện dẫn): the reading that rules on citing share.

A mention is a typed citation or a mark ``[[…]]``. Which document each means is told here once.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple

from chinhtrinoibo.citations import Citation, find_citations
from chinhtrinoibo.errors import InvalidReference
from chinhtrinoibo.findings import Place
from chinhtrinoibo.kinds import DocumentKind, System
from chinhtrinoibo.layout.prose import Narrator
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model.documents import Document
from chinhtrinoibo.references import MASK, Mark, Target, parse
from chinhtrinoibo.resolution import Outcome, Resolution, central, resolve
from chinhtrinoibo.rules.case import Case, Passage
from chinhtrinoibo.rules.mention import TITLE, Key, Mention
from chinhtrinoibo.spans import Span
from chinhtrinoibo.text import fold

_MARK = re.compile(r"\[\[[^\[\]]*\]\]")
_LINK = re.compile(r"\s*(?:,|,?\s+(?:và|cùng))\s+(?:các\s+)?")
_AROUND = 10  # characters of “ về việc ” and quotation marks between a citation and its title


def mentions(case: Case) -> tuple[Mention, ...]:
    """Return the mentions of documents, in the order of the page."""
    found = [one for passage in case.passages for one in sorted(_found(case, passage), key=_start)]
    told = _told(case, found)
    lenders = _lenders(found)
    made: list[Mention] = []
    for n, (passage, citation, marked) in enumerate(found):
        nested = bool(made) and _within_title(made[-1], passage, citation)
        key, identity = _identified(case, told[n])
        mark = marked.mark if marked else None
        made.append(
            Mention(passage, citation, told[n], mark, lenders.get(n), nested, key, identity)
        )
    return tuple(made)


def of_body(case: Case) -> dict[Key, list[Mention]]:
    """Return the mentions in the body by document, the first mentions first.

    The title and the titles of other documents count for nothing.
    """
    body = {passage.path for passage in case.body}
    found = case.reading(mentions)
    short: dict[Key, Key] = {}
    for mention in found:
        if mention.identity:
            short.setdefault((mention.citation.kind, mention.citation.serial), mention.identity)
    groups: dict[Key, list[Mention]] = {}
    for mention in found:
        bare = (mention.citation.kind, mention.citation.serial)
        named = mention.citation.number and mention.citation.kind
        key = mention.identity or (short.get(bare, bare) if named else None)
        if key and mention.passage.path in body and not mention.nested:
            groups.setdefault(key, []).append(mention)
    return groups


def key_of(document: Document) -> Key | None:
    """Return what the number of a document makes of it."""
    number = document.number
    if number is None or number.serial is None:
        return None
    kind = document.kind.name if document.kind else None
    return _joined(kind, number.serial, number.symbol, number.issuer, number.year, number.system)


def last_day(case: Case) -> dt.date | None:
    """Return the last day reported on, or the day of the report."""
    period = case.report.period
    return period.last if period else case.report.date


def own_documents(case: Case) -> Iterator[tuple[str, Document]]:
    """Yield the documents in the data of the report, each with its path."""
    report = case.report
    if report.directive:
        yield "$.directive.document", report.directive.document
    yield from with_paths("$.documents", report.documents)
    yield from with_paths("$.register.documents", report.register or ())


def with_paths(path: str, documents: Iterable[Document]) -> Iterator[tuple[str, Document]]:
    """Yield the documents of a list at ``path``, each with its own path."""
    for n, document in enumerate(documents):
        yield f"{path}[{n}]", document


def places_of(case: Case, documents: Iterable[Document]) -> list[Place]:
    """Return where the data of the report say of these documents."""
    wanted = {document.identity for document in documents}
    first: dict[Key, str] = {}
    for path, document in own_documents(case):
        if document.identity in wanted:
            first.setdefault(document.identity, path)
    return [Place(path) for path in first.values()]


class _Marked(NamedTuple):
    """What a mark says: the mark, and the document that it means."""

    mark: Mark
    told: Resolution


class _Found(NamedTuple):
    """A citation or a mark in a text."""

    passage: Passage
    citation: Citation
    marked: _Marked | None = None


def _found(case: Case, passage: Passage) -> Iterator[_Found]:
    """Yield the citations and the marks of a text."""
    yield from (_Found(passage, citation) for citation in passage.citations)
    if "[[" not in passage.text:
        return
    said = case.reading(_marks)
    for found in _MARK.finditer(passage.text):
        if passage.masked[found.start()] == MASK:
            if found[0] not in said:
                said[found[0]] = _marked(case, found[0])
            if marked := said[found[0]]:
                span = Span(*found.span())
                yield _Found(passage, marked.told.citation._replace(span=span), marked)


def _start(found: _Found) -> int:
    return found.citation.span.start


def _told(case: Case, found: list[_Found]) -> list[Resolution]:
    """Return which document each means; a mark says so, and counts as cited from then on."""
    first = {one.citation.text: n for n, one in reversed([*enumerate(found)]) if one.marked}
    asked = [n for n, one in enumerate(found) if not one.marked or first[one.citation.text] == n]
    cited = [found[n].citation for n in asked]
    resolved = dict(
        zip(asked, resolve(cited, _possible(case, cited), day=last_day(case)), strict=True)
    )
    return [one.marked.told if one.marked else resolved[n] for n, one in enumerate(found)]


def _marks(case: Case) -> dict[str, _Marked | None]:  # noqa: ARG001
    """Return where it is kept what each mark of the case says, for one stands many times."""
    return {}


def _narrator(case: Case) -> Narrator:
    return Narrator(case.report, case.profile)


def _marked(case: Case, text: str) -> _Marked | None:
    """Return a mark and what it prints, as a citation of its document; None if it names none."""
    with suppress(InvalidReference):  # which is another rule's
        for piece in parse(text):
            if isinstance(piece, Mark) and piece.target is Target.DOCUMENT:
                document = case.reading(_narrator).document(piece)
                reason = Message.of("resolve-exact", text=text, known=document.cite())
                told = Resolution(
                    citation=_as_citation(document, text),
                    document=document,
                    candidates=(document,),
                    outcome=Outcome.EXACT,
                    reason=reason,
                )
                return _Marked(piece, told)
    return None


def _as_citation(document: Document, text: str) -> Citation:
    """Return what a mark prints, as the citation that it is."""
    named = next(iter(find_citations(document.short_name)), None) if document.short_name else None
    number = document.number
    return Citation(
        Span(0, len(text)),
        text,
        kind=document.kind.name if document.kind else named and named.kind,
        number=f"{number.serial:02}" if number and number.serial is not None else None,
        year=number.year if number else None,
        symbol=(number.symbol or None) if number else None,
        issuer_symbol=number.issuer if number else None,
        system=number.system if number else None,
        date=document.date,
        date_text=document.date.isoformat() if document.date else None,
        issuer=document.issuer.name if document.issuer else None,
        term=document.term or None,
        meeting=named.meeting if named and not number else None,
        title=document.title or None,
    )


def _possible(case: Case, cited: list[Citation]) -> list[Document]:
    """Return the known documents that any citation may mean, for a register may hold thousands."""
    serials = {citation.serial for citation in cited}
    return [
        document
        for document in case.known_documents
        if document.number is None or document.short_name or document.number.serial in serials
    ]


def _lenders(found: list[_Found]) -> dict[int, Citation]:
    """Return, for each citation that leaves issuer and title to the end of its list, that end."""
    lenders: dict[int, Citation] = {}
    for n in range(len(found) - 2, -1, -1):
        passage, one, marked = found[n]
        following = found[n + 1]
        if one.issuer or one.title or one.back or marked or passage is not following.passage:
            continue
        gap = passage.masked[one.span.end : following.citation.span.start]
        if _LINK.fullmatch(gap):
            lenders[n] = lenders.get(n + 1, following.citation)
    return {n: end for n, end in lenders.items() if end.issuer or end.title or end.term}


def _within_title(before: Mention, passage: Passage, citation: Citation) -> bool:
    """Tell whether a citation stands in the title of the one before it."""
    if before.passage is not passage or before.mark:
        return False
    end, start = before.span.end, citation.span.start
    if before.nested:
        return False
    if passage.masked[end:start].rstrip().endswith(";"):
        return False
    if title := before.citation.title:
        at = passage.masked.find(title, end, end + _AROUND + len(title))
        return start < (at if at >= 0 else end) + len(title)
    between = passage.masked[end:start]
    return TITLE.match(between) is not None and not re.search(r"[,.;:]\s", between.lstrip(", "))


def _identified(case: Case, told: Resolution) -> tuple[Key | None, Key | None]:
    """Return what the number of a mention makes of it, and which document it is."""
    document = told.document
    key = (document and key_of(document)) or _key(told.citation)
    if document and (key is None or len(case.reading(_shared).get(key, ())) > 1):
        return key, document.identity
    return key, key


def _shared(case: Case) -> dict[Key, set[dt.date]]:
    """Return the days of the known documents by their numbers."""
    shared: dict[Key, set[dt.date]] = {}
    for document in case.known_documents:
        if document.date and (key := key_of(document)):
            shared.setdefault(key, set()).add(document.date)
    return shared


def _key(citation: Citation) -> Key | None:
    if citation.serial is None or not citation.issuer_symbol:
        return None
    system = citation.system or System.PARTY
    year = citation.year if system is System.STATE else None
    symbol, issuer = citation.symbol or "", citation.issuer_symbol
    return _joined(citation.kind, citation.serial, symbol, issuer, year, system)


@lru_cache(4096)
def _joined(
    kind: str | None, serial: int, symbol: str, issuer: str, year: int | None, system: System
) -> Key:
    """Join what makes a number; the type counts where the symbol does not tell it."""
    several = not symbol or len(DocumentKind.by_symbol(symbol, system)) > 1
    return (fold(kind or "") if several else "", serial, symbol, central(issuer), year)
