import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chinhtrinoibo import offsets
from chinhtrinoibo.offsets import align, looks_composed, mixed_forms
from chinhtrinoibo.spans import Span

VOWELS = "aăâeêioôơuưyAĂÂƯ"
TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]
#: Letters that Unicode joins or changes in uncommon ways.
ODD = [
    "\u1100\u1161\u11a8",  # Hangul, three letters in one
    "\uac00\u11a8",
    "\u11a8",
    "\u0301",
    "\u212b",
    "\u0344",
    "\u0f73",  # a mark that counts as none until it is taken apart
    "\u2adc",
    "\u0958",
    "\U0001d15e",
    "\U00011131\U00011127",
    "\ud800",
    "\0",
    "\U0002f800",
    "x\u0323\u0302",
    "q\u0307\u0323",
]


def nfc(text: str) -> str:
    """Return what Unicode calls NFC."""
    return unicodedata.normalize("NFC", text)


def nfd(text: str) -> str:
    """Return what Unicode calls NFD."""
    return unicodedata.normalize("NFD", text)


anything = st.text(st.characters(codec=None, exclude_categories=()))
odd = st.lists(st.sampled_from(ODD) | st.characters()).map("".join)
letters = st.tuples(st.sampled_from(VOWELS), st.sampled_from(TONES)).map("".join)
signs = st.sampled_from("bkđĐ ,.-39\n")
vietnamese = st.lists(letters.map(nfc) | letters.map(nfd) | signs).map("".join)
texts = anything | odd | vietnamese
long_texts = st.builds(lambda text, times: text * times, texts, st.integers(1, 700))


def spans(text: str) -> st.SearchStrategy[Span]:
    """Draw a place in the text."""
    ends = st.integers(0, len(text))
    return st.tuples(ends, ends).map(lambda pair: Span(*sorted(pair)))


class TestAlign:
    """Composed text with the way back (UAX #15, NFC)."""

    @pytest.mark.parametrize("text", ["", "39-CT/TW", "Tỉnh ủy", "x\u0323", "тест 日本"])
    def test_leaves_composed_text_alone(self, text: str) -> None:
        """The same object comes back, and every place is its own origin."""
        aligned = align(text)
        assert aligned.text is text
        assert aligned.origin(Span(0, 2)) == Span(0, 2)

    @given(texts | long_texts)
    def test_composes(self, text: str) -> None:
        """Blocks that are composed one by one make the text composed as one."""
        assert nfc(text) == align(text).text

    @given(vietnamese, st.integers(1, 500), st.data())
    def test_leads_back(self, text: str, times: int, data: st.DataObject) -> None:
        """What stands at the origin composes to what the span covers."""
        aligned = align(text * times)
        span = data.draw(spans(aligned.text))
        assert span.of(aligned.text) == nfc(aligned.origin(span).of(text * times))

    @given(texts, st.data())
    def test_covers_what_it_should(self, text: str, data: st.DataObject) -> None:
        """Any Unicode: a place is found again, empty places stay empty, the whole is the whole."""
        aligned = align(text)
        span = data.draw(spans(aligned.text))
        assert span.of(aligned.text) in nfc(aligned.origin(span).of(text))
        empty = aligned.origin(Span(span.start, span.start))
        assert empty.start == empty.end
        assert aligned.origin(Span(0, len(aligned.text))) == Span(0, len(text))

    @given(long_texts)
    @example("\u0301" * 3000 + nfd("ế") * 2000)
    @example(nfd("Hội nghị ") * 400)
    def test_splits_without_gaps(self, text: str) -> None:
        """Neighbours in the composed text are neighbours in the text as given."""
        aligned = align(text)
        edges = [aligned.origin(Span(at, at)).start for at in range(0, len(aligned.text) + 1, 97)]
        assert edges == sorted(edges)

    def test_knows_where_unicode_joins(self) -> None:
        """No letter that joins or changes lies outside the scripts that are looked through."""
        joints = offsets._joints()
        for letter in map(chr, range(sys.maxunicode + 1)):
            known = letter in joints.joining or letter in joints.changing
            assert known or unicodedata.is_normalized("NFC", letter)
            assert letter in joints.joining or not unicodedata.combining(nfd(letter)[0])

    def test_knows_vietnamese_words(self) -> None:
        """A citation found in composed text is shown where its author wrote it."""
        given_text = nfd("thực hiện Hướng dẫn số 26-HD/BTCTW") * 200
        text = align(given_text).text
        for start in (text.find("Hướng dẫn"), text.rfind("Hướng dẫn")):
            origin = align(given_text).origin(Span(start, start + 9))
            assert nfd("Hướng dẫn") == origin.of(given_text)


class TestLooksComposed:
    """A quick look, exact where texts are short."""

    @given(texts)
    def test_is_exact_on_short_texts(self, text: str) -> None:
        """It says what Unicode says."""
        assert unicodedata.is_normalized("NFC", text) == looks_composed(text)

    @given(long_texts)
    def test_never_doubts_composed_text(self, text: str) -> None:
        """False is certain."""
        assert looks_composed(nfc(text))

    @pytest.mark.parametrize("word", ["Hội nghị", "Tổng", "Ủy", "cơ", "nền", "mỹ", "ậ"])
    @pytest.mark.parametrize("place", [0, 3, 20_000, 40_000])
    def test_sees_common_marks_anywhere(self, word: str, place: int) -> None:
        """Hỏi, nặng, mũ and móc are seen in a text of any length."""
        text = "Tỉnh ủy đã báo cáo. " * 2000
        if set(nfd(word)) & set("\u0302\u0309\u0323\u031b"):
            assert not looks_composed(text[:place] + nfd(word) + text[place:])

    def test_says_what_it_does_not_see(self) -> None:
        """Far into a long text, a letter with only a loose sắc passes, as documented."""
        text = "Tỉnh ủy " * 2000
        assert not looks_composed(nfd("cá") + text)
        assert looks_composed(text + nfd("cá"))

    def test_bears_marks_that_stay_loose(self) -> None:
        """A mark on a letter that has no composed form is no flaw."""
        assert looks_composed("Tỉnh ủy " * 2000 + "x\u0323")


class TestMixedForms:
    """Dựng sẵn và tổ hợp in one text."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("", False),
            ("Tỉnh ủy", False),
            (nfd("Tỉnh ủy"), False),
            ("Tỉnh " + nfd("ủy"), True),
            (nfd("Tỉnh") + " ủy", True),
            ("đ" + nfd("ủ"), False),  # đ is one letter in both forms
            ("ê\u0323", False),  # all loose, as some keyboards leave it
            ("tiê\u0301ng Việt", True),
            ("x\u0323 ủy", False),
        ],
    )
    def test_tells(self, text: str, expected: bool) -> None:
        """Both kinds of letter must be there."""
        assert expected is mixed_forms(text)
