"""Marks and links put into text where documents are cited; no other byte changes."""

import html
import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from chinhtrinoibo.citations.citation import Citation
from chinhtrinoibo.errors import InvalidCitation
from chinhtrinoibo.messages import Message
from chinhtrinoibo.spans import Span

_OPENS = re.compile(r"<(?:!--|[!?]|/?(?P<name>[A-Za-z][A-Za-z0-9]*))")
_ATTRIBUTES = re.compile(r"""(?:[^"'>]|"[^"]*+"|'[^']*+')*+>""")
_WHOLE = frozenset(
    {"a", "script", "style", "textarea", "title"}
)  # elements that take no tags of ours


class Markup(StrEnum):
    """What the text is, and so what is put into it."""

    TEXT = "text"
    """plain text, marked with brackets"""
    HTML = "html"
    """plain text that becomes HTML: its own signs are escaped"""
    INLINE = "inline"
    """HTML already: tags are put in, nothing is escaped, and no tag of the text is touched"""


def annotate(
    text: str,
    citations: Iterable[Citation],
    *,
    markup: Markup | str = Markup.TEXT,
    link: Callable[[Citation], str | None] | None = None,
    marks: tuple[str, str] = ("[", "]"),
) -> str:
    """Return ``text`` with each citation marked, or linked where ``link`` knows an address.

    Args:
        text: the text in which the citations were found.
        citations: what to mark; of two that overlap, the first is marked.
        markup: what the text is. In HTML (``inline``) a citation is left as it is where it stands
            in a tag, an attribute, a comment, a link, a script or the like, or reaches over a tag.
        link: the address of the document that a citation means; None or empty for no link. In
            plain text it follows the citation in round brackets.
        marks: what stands before and after a citation in plain text.

    Raises:
        InvalidCitation: a citation was found in another text.

    >>> from chinhtrinoibo.citations import find_citations
    >>> text = "theo Kết luận 21-KL/TW & Nghị quyết 35"
    >>> annotate(text, find_citations(text))
    'theo [Kết luận 21-KL/TW] & [Nghị quyết 35]'
    >>> annotate(text, find_citations(text)[:1], markup="html")
    'theo <cite>Kết luận 21-KL/TW</cite> &amp; Nghị quyết 35'
    """
    markup = Markup(markup)
    escaped = html.escape if markup is Markup.HTML else str
    pieces: list[str] = []
    done = 0
    ordered = sorted(citations, key=lambda one: one.span)
    for citation in ordered:
        _require(citation, text)
    for citation in _outside(ordered, _tags(text)) if markup is Markup.INLINE else ordered:
        start, end = citation.span
        if start < done:
            continue
        address = link(citation) if link else None
        before, after = _around(address, marks, markup)
        pieces += (escaped(text[done:start]), before, escaped(text[start:end]), after)
        done = end
    return "".join((*pieces, escaped(text[done:])))


def _around(address: str | None, marks: tuple[str, str], markup: Markup) -> tuple[str, str]:
    """Return what is put before and behind a citation."""
    if markup is Markup.TEXT:
        return marks[0], f"{marks[1]}({address})" if address else marks[1]
    if not address:
        return "<cite>", "</cite>"
    return f'<cite><a href="{html.escape(address)}">', "</a></cite>"


def _require(citation: Citation, text: str) -> None:
    found = citation.span.of(text)
    if found != citation.text:
        start, end = citation.span
        values = {"text": citation, "found": found, "start": start, "end": end}
        raise InvalidCitation(citation.text, Message.of("citation-elsewhere", **values))


def _outside(citations: Iterable[Citation], tags: Iterator[Span]) -> Iterator[Citation]:
    """Yield the citations, in order, that share no character with a tag."""
    tag = next(tags, None)
    for citation in citations:
        while tag and tag.end <= citation.span.start:
            tag = next(tags, None)
        if not (tag and tag.overlaps(citation.span)):
            yield citation


def _tags(text: str) -> Iterator[Span]:
    """Yield, in order, the stretches of HTML that nothing is put into; an open one never ends."""
    end = 0
    while opened := _OPENS.search(text, end):
        name = (opened["name"] or "").lower()
        if opened[0] == "<!--":
            closed = text.find("-->", opened.end())
            end = len(text) if closed < 0 else closed + len("-->")
        else:
            tag = _ATTRIBUTES.match(text, opened.end())
            end = tag.end() if tag else len(text)
            if name in _WHOLE and opened[0][1] != "/":
                closing = re.compile(rf"(?i)</{name}\s*>").search(text, end)
                end = closing.end() if closing else len(text)
        yield Span(opened.start(), end)
