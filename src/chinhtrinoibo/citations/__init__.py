"""Citations of documents in running text (viện dẫn văn bản): their places and fields."""

from functools import lru_cache

from chinhtrinoibo.citations.annotating import Markup, annotate
from chinhtrinoibo.citations.back import merged, pointing, with_declared
from chinhtrinoibo.citations.citation import Citation
from chinhtrinoibo.citations.lexicon import Lexicon
from chinhtrinoibo.citations.reader import Reader
from chinhtrinoibo.offsets import Aligned, align, looks_composed

__all__ = ["Citation", "Lexicon", "Markup", "annotate", "find_citations"]

_reader = lru_cache(16)(Reader)


def find_citations(
    text: str, *, lexicon: Lexicon | None = None, back: bool = False
) -> tuple[Citation, ...]:
    """Return the documents cited in ``text``, in order; they never overlap.

    Found are Party and State numbers, lists that share a type word, documents known by a plenum,
    a congress, a name and a year, short names (Nghị quyết 35) and declared ones (sau đây gọi tắt
    là …). Letter case, dashes, stray spaces, both styles of tone marks and loose letters (NFD)
    make no difference; places are those in ``text`` as given.

    Args:
        text: any text.
        lexicon: the words to go by; those that the library ships if None.
        back: whether mentions that only point back are found too: Chỉ thị này.

    >>> one, two = find_citations(
    ...     "thực hiện Chỉ thị số 39-CT/TW, ngày 18/8/2014 của Bộ Chính trị và Nghị quyết 35"
    ... )
    >>> one.kind, one.number, one.symbol, one.date, one.issuer
    ('chỉ thị', '39', 'CT', datetime.date(2014, 8, 18), 'Bộ Chính trị')
    >>> two.text, two.span
    ('Nghị quyết 35', Span(start=66, end=79))
    """
    reader = _reader(lexicon or Lexicon.standard())
    if looks_composed(text):
        return tuple(_read(text, reader, back=back))
    aligned = align(text)
    return tuple(_moved(one, aligned, text) for one in _read(aligned.text, reader, back=back))


def _read(text: str, reader: Reader, *, back: bool) -> list[Citation]:
    citations = with_declared(text, list(reader.read(text)), reader.lexicon, types=back)
    return merged(citations, pointing(text, reader.heads)) if back else citations


def _moved(citation: Citation, aligned: Aligned, given: str) -> Citation:
    """Return a citation of the composed text with its place in the text as given."""
    span = aligned.origin(citation.span)
    return citation._replace(span=span, text=span.of(given))
