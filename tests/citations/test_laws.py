"""Laws that hold for any citation and any text."""

import unicodedata
from collections.abc import Callable
from unittest.mock import Mock

from hypothesis import example, given
from hypothesis import strategies as st

from chinhtrinoibo import Document, DocumentKind, DocumentNumber, System
from chinhtrinoibo.citations import annotate, find_citations
from chinhtrinoibo.citations.lexicon import Lexicon
from chinhtrinoibo.citations.reader import Reader
from strategies import days, unicode_text

ISSUERS = {
    System.PARTY: (
        *("Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương", "Tỉnh ủy Bình Thuận"),
        *("Ban Thường vụ Tỉnh ủy Bình Thuận", "Ban Tổ chức Tỉnh ủy", "Đảng ủy Khối các cơ quan"),
    ),
    System.STATE: (
        *("Chính phủ", "Thủ tướng Chính phủ", "Bộ Nội vụ", "Bộ Giáo dục và Đào tạo"),
        *("Ủy ban nhân dân tỉnh Bình Thuận", "Hội đồng nhân dân tỉnh", "Sở Nội vụ"),
    ),
}
LETTERS = {
    System.PARTY: ("TW", "TU", "ĐUK", "BTCTU", "VPTW", "BTCTU-BDVTU"),
    System.STATE: ("CP", "TTg", "UBND", "BNV", "BNN-TCCB"),
}
SENTENCES = (
    "Thực hiện {}, các cấp ủy đã quán triệt.",
    "theo {}; đồng thời triển khai",
    "({})",
    "{}.",
    "quán triệt {} và các văn bản liên quan",
    "\n- {}\n- khác",
)
QUICK = Reader(Lexicon.standard())
CAREFUL = Reader(Lexicon.standard())
CAREFUL._plain = Mock(read=Mock(return_value=None))
TEXTS = st.text() | st.text("Nghị quyết Chỉ thị Luật số 0123456789-/.,()TWUQĐ ngàyăm\n IVX<>\u0301")


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return a document with a number, and perhaps day, issuer and term."""
    system = draw(st.sampled_from(System))
    kinds = [kind for kind in DocumentKind.all(system) if kind.symbol]
    kind = draw(st.sampled_from(kinds))
    number = DocumentNumber(
        serial=draw(st.integers(1, 9999)),
        symbol=kind.symbol,
        issuer=draw(st.sampled_from(LETTERS[system])),
        year=draw(st.none() | st.integers(1990, 2030)) if system is System.STATE else None,
        system=system,
    )
    issuer = draw(st.none() | st.sampled_from(ISSUERS[system]))
    return Document(
        number=number,
        kind=kind,
        date=draw(st.none() | days),
        issuer=issuer,
        term=draw(st.sampled_from(("", "XI", "XIII"))) if issuer else "",
    )


class TestPrintedIsFound:
    """“Any citation the library prints in a sentence is found again with all its fields”."""

    @given(documents(), st.sampled_from(SENTENCES), st.booleans(), st.booleans())
    def test_with_all_its_fields(
        self, document: Document, sentence: str, comma: bool, loose: bool
    ) -> None:
        """In any sentence, with the comma or without, composed or loose."""
        printed = document.cite(comma=comma)
        text = sentence.format(printed)
        text = unicodedata.normalize("NFD", text) if loose else text
        (found,) = find_citations(text)
        number = document.number
        assert number is not None
        assert document.kind is not None
        assert found.span.of(text) == found.text
        assert unicodedata.normalize("NFC", found.text) == printed
        assert (document.kind.name, number) == (found.kind, found.document_number)
        assert (document.date, document.term or None) == (found.date, found.term)
        assert (document.issuer.name if document.issuer else None) == found.issuer
        assert found.system is number.system

    @given(documents(), st.sampled_from(("tăng cường công tác cán bộ", "đổi mới, sắp xếp tổ chức")))
    def test_with_its_title(self, document: Document, title: str) -> None:
        """Up to the end of the sentence."""
        titled = Document(
            number=document.number, kind=document.kind, date=document.date, title=title
        )
        (found,) = find_citations(f"Thực hiện {titled.cite(title=True)}. Các cấp ủy")
        assert found.title == title


class TestAnyText:
    """No text raises, and what is found lies in it."""

    @given(TEXTS)
    @example("Chỉ thị số 39-CT/TW\ud800 và 21-KL/TW")
    @example("\ud83d" * 3 + " Nghị quyết 35")
    @example("😀 Nghị quyết 35 của Bộ Chính trị 😀")
    @example("35-NQ/TW ... Nghị quyết số ")
    def test_spans_slice_to_the_citation(self, text: str) -> None:
        """In order, and without overlap."""
        end = 0
        for citation in find_citations(text, back=True):
            assert citation.span.of(text) == citation.text
            assert citation.span.start >= end
            assert citation.text
            end = citation.span.end

    @given(TEXTS | unicode_text)
    def test_reading_plainly_is_reading_carefully(self, text: str) -> None:
        """The quick reader finds what the careful one finds."""
        composed = unicodedata.normalize("NFC", text)
        assert list(CAREFUL.read(composed)) == list(QUICK.read(composed))

    def test_so_it_is_with_real_texts(self, shared: Callable[[str], str]) -> None:
        """The public report, and every text whose citations are known."""
        lines = shared("gold/citations_dev.jsonl").splitlines()
        for text in (shared("source/binh-thuan-2024.txt"), *lines):
            assert list(CAREFUL.read(text)) == list(QUICK.read(text))

    @given(st.text("😀🏠\U0002f803", max_size=9), st.integers(0, 40))
    def test_wide_characters_hide_nothing(self, wide: str, words: int) -> None:
        """Emoji and rare ideographs, near or far, leave every number to be found."""
        text = f"{wide} {'việc ' * words}Nghị quyết số 35-NQ/TW {wide}; Kết luận 21-KL/TW {wide}"
        assert [one.number for one in find_citations(text)] == ["35", "21"]

    @given(TEXTS)
    def test_annotating_changes_nothing_else(self, text: str) -> None:
        """Without what was put in, the text is as it was."""
        citations = find_citations(text)
        marked = annotate(text, citations, marks=("⟦", "⟧"))
        if "⟦" not in text and "⟧" not in text:
            assert marked.replace("⟦", "").replace("⟧", "") == text
        assert marked.count("⟦") - text.count("⟦") == len(citations)
