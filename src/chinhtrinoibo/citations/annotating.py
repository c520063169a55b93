"""Marks and links put into text where documents are cited; no other byte changes."""

import html
from collections.abc import Callable, Iterable
from enum import StrEnum

from chinhtrinoibo.citations.citation import Citation


class Markup(StrEnum):
    """What the text is, and so what is put into it."""

    TEXT = "text"
    """plain text, marked with brackets"""
    HTML = "html"
    """plain text that becomes HTML: its own signs are escaped"""
    INLINE = "inline"
    """HTML already: tags are put in, nothing is escaped"""


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
        markup: what the text is.
        link: the address of the document that a citation means; None for no link. In plain text
            it follows the citation in round brackets.
        marks: what stands before and after a citation in plain text.

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
    for citation in sorted(citations, key=lambda one: one.span):
        start, end = citation.span
        if start < done or end > len(text):
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
    if address is None:
        return "<cite>", "</cite>"
    return f'<cite><a href="{html.escape(address)}">', "</a></cite>"
