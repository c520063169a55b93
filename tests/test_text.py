import itertools
import json
import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from chinhtrinoibo.errors import InvalidText
from chinhtrinoibo.text import ToneStyle, clean, compose, fold, tone_marks, tone_styles

NEW, OLD = ToneStyle.NEW, ToneStyle.OLD

anything = st.text(st.characters(codec=None, exclude_categories=()))
styles = st.sampled_from(ToneStyle)
syllables = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "b", "đ", "h", "q", "th", "KH", "Ng", "chl"]),
        st.sampled_from(["o", "ó", "Ò", "u", "ủ", "Ụ", "o\u0323", "â"]),
        st.sampled_from(["a", "á", "E", "ẹ", "y", "Ỷ", "y\u0303"]),
        st.sampled_from(["", "n", "t", "nh", "i", ",", "”", "\u0323", "\u0330", "1"]),
    ),
)
phrases = st.lists(syllables).map(" ".join)


class Colour(StrEnum):
    """A kind of text that is no plain ``str``."""

    RED = "đỏ"


def loose(text: str) -> str:
    """Return ``text`` with its accents apart, as some keyboards and systems leave them."""
    return unicodedata.normalize("NFD", text)


class TestCompose:
    """TCVN 6909:2001, chữ dựng sẵn."""

    @pytest.mark.parametrize("text", ["", "39-CT/TW", "Tỉnh ủy", "Tỉnh uỷ – “Đảng”", "x\u0331"])
    def test_leaves_composed_text_alone(self, text: str) -> None:
        """Composed text comes back as the same object."""
        assert compose(text) is text

    @given(anything)
    def test_is_nfc(self, text: str) -> None:
        """What comes out is what Unicode calls NFC."""
        assert unicodedata.normalize("NFC", text) == compose(text) == compose(loose(text))


class TestClean:
    """XML 1.0, production 2, Char."""

    @pytest.mark.parametrize("text", ["", "Một là,\n\tHai là – “ba” … Đ ữ", "тест 日本 🇻🇳 ½"])
    def test_leaves_clean_text_alone(self, text: str) -> None:
        """Clean text comes back as the same object."""
        assert clean(text) is text

    def test_makes_plain_text(self) -> None:
        """A subclass of ``str`` becomes a ``str``, and loose accents are composed."""
        assert type(clean(Colour.RED)) is str
        assert clean(Colour.RED) == "đỏ" == clean(loose("đỏ"))

    def test_ends_lines_in_one_way(self) -> None:
        """Carriage returns become new lines."""
        assert clean("một\r\nhai\rba\n\r") == "một\nhai\nba\n\n"

    @pytest.mark.parametrize(
        ("character", "called"),
        [
            ("\0", "U+0000 (null)"),
            ("\v", "U+000B (line tabulation)"),
            ("\x1f", "U+001F (control)"),
            ("\ud800", "U+D800 (surrogate)"),
            ("\uffff", "U+FFFF (noncharacter)"),
        ],
    )
    def test_names_what_cannot_be_written(self, character: str, called: str) -> None:
        """The error gives the character, its name and its place."""
        with pytest.raises(InvalidText) as caught:
            clean(f"Tỉnh{character}ủy")
        assert f"position 5 is {called}" in caught.value.reason.english
        assert f"thứ 5 là {called}" in caught.value.reason.vietnamese

    @pytest.mark.parametrize("given", [None, 7, b"abc", ["abc"]])
    def test_refuses_what_is_no_text(self, given: object) -> None:
        """The error names the type."""
        with pytest.raises(InvalidText, match=type(given).__name__):
            clean(given)  # type: ignore[arg-type]  # the mistake under test

    @given(anything)
    @example("\x7f\x85\u2028\ufeff\ufdd0\U0001fffe")
    def test_accepts_just_what_xml_holds(self, text: str) -> None:
        """A text is refused, or it comes back whole from an XML file."""
        try:
            element = etree.Element("t")
            element.text = text
        except (ValueError, UnicodeEncodeError):
            with pytest.raises(InvalidText):
                clean(text)
        else:
            cleaned = clean(text)
            element.text = cleaned
            assert (etree.fromstring(etree.tostring(element)).text or "") == cleaned
            assert clean(cleaned) == cleaned


class TestToneMarks:
    """Vị trí đặt dấu thanh: the two styles in use."""

    @pytest.mark.parametrize(
        ("new", "old"),
        [
            ("khóa", "khoá"),
            ("hòa", "hoà"),
            ("thúy", "thuý"),
            ("ủy", "uỷ"),
            ("TỈNH ỦY", "TỈNH UỶ"),
            ("Thành ủy Khánh Hòa", "Thành uỷ Khánh Hoà"),
            ("xã hội hóa, văn hóa.", "xã hội hoá, văn hoá."),
            ("“tự chuyển hóa”", "“tự chuyển hoá”"),
            ("(Khóa XI)", "(Khoá XI)"),
            ("lóe-hòe", "loé-hoè"),
            ("họa ngõa nhụy lũy tòe", "hoạ ngoã nhuỵ luỹ toè"),
        ],
    )
    def test_move(self, new: str, old: str) -> None:
        """The mark stands on the first vowel in the new style, on the second in the old."""
        assert tone_marks(new, OLD) == tone_marks(loose(old), OLD) == old
        assert tone_marks(old, NEW) == tone_marks(loose(new), NEW) == new

    @pytest.mark.parametrize("style", ToneStyle)
    @pytest.mark.parametrize(
        "text",
        [
            "quý quỳ quỷ Quỹ QUỴ qúy",  # u belongs to q
            "khoán toàn hoặc loét thuyền huỳnh khuỷu ngoài xoáy",  # closed: both styles agree
            "của mùa giá nghĩa hoa khoe tuy oa",  # another vowel, or no mark
            "Chloé Genoà 39-CT/TW",  # other languages
        ],
    )
    def test_stay(self, text: str, style: ToneStyle) -> None:
        """A text without such syllables comes back as the same object."""
        assert tone_marks(text, style) is text

    @given(phrases | anything, styles)
    def test_is_done_once(self, text: str, style: ToneStyle) -> None:
        """Doing it again changes nothing, and the text stays NFC."""
        done = tone_marks(text, style)
        assert done == tone_marks(done, style) == compose(done)

    @given(phrases | anything)
    def test_can_be_undone(self, text: str) -> None:
        """From the new style to the old one and back is the same text."""
        text = tone_marks(text, NEW)
        assert text == tone_marks(tone_marks(text, OLD), NEW)

    @given(phrases | anything, styles)
    def test_moves_marks_only(self, text: str, style: ToneStyle) -> None:
        """No letter, no case and no mark is lost or won."""
        assert sorted(loose(tone_marks(text, style))) == sorted(loose(text))

    def test_leave_a_report_alone(self, shared: Callable[[str], str]) -> None:
        """An article in the new style stays as it is."""
        text = shared("source/binh-thuan-2024.txt")
        assert tone_marks(text, NEW) is text
        assert clean(text) is text

    def test_leave_citations_alone(self, shared: Callable[[str], str]) -> None:
        """In snippets as they are printed, only open syllables change, and they change back."""
        for row in shared("gold/citations_dev.jsonl").splitlines():
            text = compose(json.loads(row)["text"])
            for before, after in zip(text.split(), tone_marks(text, NEW).split(), strict=True):
                assert before == after or re.search(r"(?i)(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])\b", before)

    def test_change_nothing_in_the_style_of_the_text(self, shared: Callable[[str], str]) -> None:
        """A snippet in one style, or in none, comes back as the same object; so does it cleaned."""
        for row in shared("gold/citations_dev.jsonl").splitlines():
            text = compose(json.loads(row)["text"])
            new, old = tone_styles(text)
            assert old or tone_marks(text, NEW) is text
            assert new or tone_marks(text, OLD) is text
            assert clean(text) is text


class TestToneStyles:
    """One style in a document: which syllables show which."""

    def test_shows_syllables(self) -> None:
        """Each with its onset, and only where the styles differ."""
        text = "Tỉnh ủy, khoá XII: quý I, xã hội hóa; Thuỵ-hoè. KHOÁ, (Uỷ) Chloé 2hoá"
        new, old = tone_styles(text)
        assert [span.of(text) for span in new] == ["ủy", "hóa"]
        assert [span.of(text) for span in old] == ["khoá", "Thuỵ", "hoè", "KHOÁ", "Uỷ"]
        assert tone_styles(text).mixed
        assert not tone_styles("Tỉnh ủy, khóa XII").mixed

    @given(phrases | anything)
    def test_agrees_with_moving(self, text: str) -> None:
        """Moved into a style, a text shows only that style, in the same places."""
        text = compose(text)
        new, old = tone_styles(text)
        for style in ToneStyle:
            moved = tone_styles(tone_marks(text, style))
            assert sorted((*new, *old)) == sorted((*moved.new, *moved.old))
            assert not moved.mixed
        assert (not old) is (tone_marks(text, NEW) == text)
        assert (not new) is (tone_marks(text, OLD) == text)

    @given(phrases)
    def test_spans_are_words(self, text: str) -> None:
        """A span begins and ends where a word does."""
        for span in itertools.chain(*tone_styles(compose(text))):
            assert re.fullmatch(r"[^\W\d_]{2,4}", span.of(compose(text)))


class TestFold:
    """One name, many spellings."""

    @pytest.mark.parametrize(
        "text", ["Ủy ban", "uỷ  ban", "ỦY BAN", " UỶ\nBAN\u00a0", loose("Uỷ ban")]
    )
    def test_meets(self, text: str) -> None:
        """Case, tone style, spaces and loose accents make no difference."""
        assert fold(text) == "ủy ban"

    def test_keeps_names_apart(self) -> None:
        """Another tone or letter is another name."""
        assert len({fold(text) for text in ("Hòa", "Hoa", "Hóa", "Hoàn", "Đảng", "Dang")}) == 6

    @given(phrases)
    def test_is_done_once(self, text: str) -> None:
        """A key is its own key."""
        assert fold(text) == fold(fold(text))
