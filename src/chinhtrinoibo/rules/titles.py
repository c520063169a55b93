"""Titles of documents (trích yếu): whose they are, and whether they are quoted as they stand."""

import re
from collections import Counter
from collections.abc import Iterator

from chinhtrinoibo.findings import Certainty, Severity
from chinhtrinoibo.messages import Message
from chinhtrinoibo.model.documents import Document
from chinhtrinoibo.resolution import Outcome
from chinhtrinoibo.rules.case import Case, Passage
from chinhtrinoibo.rules.citing import mentions, places_of
from chinhtrinoibo.rules.mention import Mention
from chinhtrinoibo.rules.rule import Remark, Remarks, house, rule
from chinhtrinoibo.spans import Span
from chinhtrinoibo.text import fold

_QUOTED = re.compile(r"[“\"]([^“”\"\n]{20,240})[”\"]")
_WORDS = re.compile(r"\w+")
_THEME = 6  # words from which a quotation is that of one title
_LONG = 5  # words from which a title can be told from another
_SHARED = 0.6  # of the words of the shorter title
_HEAD = 4  # the first words of a title, by which it is found again
_ANCHOR = 7  # words of a title before the last, by which a drift is found
_DRIFTED = re.compile(r"\s+(\w+(?:\s\w+)?)(?=\s*(?:[.,;:)”\"]|$))")


@rule("CITE09", house("trích yếu ghi đúng như văn bản, đúng văn bản"), certainty=Certainty.LIKELY)
def titles_are_those_of_their_documents(case: Case) -> Remarks:
    """Trích yếu phải là của chính văn bản được viện dẫn; chuyên đề trích tên phải dẫn văn bản.

    Trích yếu của văn bản khác, hoặc chép lệch vài chữ, làm người đọc tìm sai văn bản.

    Sai: chuyên đề về “Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh”
    Đúng: chuyên đề thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị về …
    """
    if any(one.title for one in case.known_documents):
        yield from _of_others(case)
        yield from _themes(case)
        yield from _drifts(case)


def clash(one: str, other: str) -> bool:
    """Tell whether two titles are surely not one title, whole or in part.

    >>> clash("tăng cường công tác bảo vệ", "công tác bảo vệ chính trị nội bộ")
    False
    """
    if not one or not other or one[0].isupper() or other[0].isupper():
        return False
    short, long = sorted((_plain(one), _plain(other)), key=len)
    if min(len(short.split()), len(long.split())) < _LONG:
        return False
    if not (_head(short) in long or _head(long) in short):
        return True
    shared = Counter(short.split()) & Counter(long.split())
    fewest = min(len(short.split()), len(long.split()))
    return shared.total() < _SHARED * fewest  # “nâng cao chất lượng …” begins many a title


def alike(one: str, other: str) -> bool:
    """Tell whether two titles are one title, or the beginning of it."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    return len(short.split()) >= _LONG and long.startswith(short)


def _titles(case: Case) -> list[tuple[Document, str]]:
    """Return the known documents that have a title, with its words."""
    return [(one, _plain(one.title)) for one in case.known_documents if one.title]


def _of_others(case: Case) -> Iterator[Remark]:
    """Yield the titles that are hung on a document with another title."""
    for mention in case.reading(mentions):
        document, title = _meant(mention), mention.citation.title
        if not (document and title and mention.typed and clash(title, document.title)):
            continue
        plain = _plain(title)
        owner = next(
            (one for one, words in case.reading(_titles) if _head(words) and words in plain), None
        )
        place = _title_place(mention, title)
        yield Remark(
            mention.passage.path,
            Message.of(
                "cite-title-other", text=mention.citation, title=document.title, owner=owner.cite()
            )
            if owner
            else Message.of("cite-title-of", text=mention.citation, title=document.title),
            span=place,
            expected=f"về {document.title}",
            actual=f"về {title}",
            related=[mention.place, *places_of(case, [document, *([owner] if owner else [])])],
        )


def _themes(case: Case) -> Iterator[Remark]:
    """Yield the quotations that are titles of documents which the text has not cited so far."""
    cited: set[object] = set()
    by_passage: dict[str, list[Mention]] = {}
    for mention in case.reading(mentions):
        by_passage.setdefault(mention.passage.path, []).append(mention)
    for passage in case.passages:
        documents = (_meant(one) for one in by_passage.get(passage.path, ()))
        cited |= {document.identity for document in documents if document}
        if "“" not in passage.text and '"' not in passage.text:
            continue
        for found in _QUOTED.finditer(passage.masked):
            plain = _plain(found[1])
            if len(plain.split()) < _THEME:
                continue
            meant = [one for one, title in case.reading(_titles) if plain in title]
            if meant and not any(one.identity in cited for one in meant):
                yield Remark(
                    passage.path,
                    Message.of("cite-theme", theme=found[1], known=meant[0].cite()),
                    span=Span(*found.span()),
                    expected=meant[0].cite(comma=case.profile.words.citation_comma),
                    actual=found[0],
                    related=places_of(case, meant[:1]),
                )


def _drifts(case: Case) -> Iterator[Remark]:
    """Yield the titles of cited documents that are repeated with other last words."""
    cited = {one.identity: one for one in map(_meant, case.reading(mentions)) if one}
    if directive := case.report.directive:
        cited.setdefault(directive.document.identity, directive.document)
    texts = [(passage, passage.masked.lower()) for passage in case.body] if cited else []
    for document in cited.values():
        drifted: set[str] = set()
        for anchor, tail in _anchors(document.title):
            for passage, text in texts:
                at = text.find(anchor) if passage.path not in drifted else -1
                if at >= 0:
                    drifted.add(passage.path)
                    yield from _drifted(case, passage, document, at, (anchor, tail))


def _drifted(
    case: Case, passage: Passage, document: Document, at: int, ends: tuple[str, str]
) -> Iterator[Remark]:
    """Yield that the words behind an anchor are not the last ones of a title."""
    anchor, tail = ends
    found = _DRIFTED.match(passage.masked, at + len(anchor))
    if not found or fold(found[1]) == fold(tail):
        return
    printed = _plain(f"{anchor} {found[1]}")
    if any(printed in title for _, title in case.reading(_titles)):
        return  # which is another document's
    yield Remark(
        passage.path,
        Message.of("cite-title-drift", document=document.heading, found=found[1], wanted=tail),
        span=Span(*found.span(1)),
        expected=tail,
        actual=found[1],
        related=places_of(case, [document]),
        severity=Severity.NOTE,
    )


def _anchors(title: str) -> Iterator[tuple[str, str]]:
    """Yield the words before the last one and the last two of a title, with those."""
    spans = [found.span() for found in _WORDS.finditer(title)]
    for last in (1, 2):
        if len(spans) >= _ANCHOR + last:
            start, end = spans[-last - _ANCHOR][0], spans[-last - 1][1]
            yield title[start:end].lower(), title[spans[-last][0] : spans[-1][1]]


def _meant(mention: Mention) -> Document | None:
    """Return the document of a mention, or the one whose number and day it has."""
    resolution = mention.resolution
    if resolution.outcome is Outcome.CONFLICT and len(resolution.candidates) == 1:
        (known,) = resolution.candidates
        return known if known.date and known.date == mention.citation.date else None
    return resolution.document


def _title_place(mention: Mention, title: str) -> Span:
    """Return where the title of a mention stands; the mention itself if it was tidied."""
    at = mention.passage.text.find(title, mention.span.end)
    return Span(at, at + len(title)) if at >= 0 else mention.span


def _plain(title: str) -> str:
    """Return the words of a title alone."""
    return " ".join(_WORDS.findall(fold(title)))


def _head(plain: str) -> str:
    return " ".join(plain.split()[:_HEAD])


RULES = (titles_are_those_of_their_documents,)
