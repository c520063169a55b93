import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinhtrinoibo import tables
from chinhtrinoibo.metrics import lines, width

FACES = ("regular", "bold", "italic", "bold-italic")
MILLIMETRE = 72 / 25.4

VOWELS = "AĂÂEÊIOÔƠUƯYaăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VIETNAMESE = [unicodedata.normalize("NFC", v + t) for v in VOWELS for t in TONES] + ["Đ", "đ"]

words = st.text(st.sampled_from([*VIETNAMESE, *"bcdghkmnt-/,.“”"]), min_size=1, max_size=9)
phrases = st.lists(words, min_size=1, max_size=30).map(" ".join)
sizes = st.sampled_from([8, 11, 12, 13, 14, 14.5, 15, 16])
weights = st.booleans()


class TestTable:
    """``data/metrics.toml``."""

    @pytest.mark.parametrize("face", FACES)
    def test_gives_each_letter_one_width(self, face: str) -> None:
        """A letter stands once in a face, and every face has the same letters."""
        letters = "".join(tables.read("metrics")[face].values())
        assert len(set(letters)) == len(letters)
        assert set("".join(tables.read("metrics")["regular"].values())) == set(letters)

    @pytest.mark.parametrize("face", FACES)
    def test_is_in_order(self, face: str) -> None:
        """Widths rise; the letters of each are sorted and NFC."""
        rows = tables.read("metrics")[face]
        assert all(int(narrow) < int(wide) for narrow, wide in pairwise(rows))
        for letters in rows.values():
            assert unicodedata.normalize("NFC", "".join(sorted(letters))) == letters


class TestWidth:
    """Times New Roman."""

    @pytest.mark.parametrize(("size", "millimetres"), [(15, 73), (14, 68)])
    def test_of_the_title(self, size: float, millimetres: int) -> None:
        """The rule under the title is as long as the title (Hướng dẫn 36-HD/VPTW)."""
        title = width("ĐẢNG CỘNG SẢN VIỆT NAM", size, bold=True)
        assert millimetres == round(title / MILLIMETRE)

    def test_of_faces(self) -> None:
        """Each face has its own widths."""
        flags = (False, True)
        found = {width("frw", 14, bold=b, italic=i) for b in flags for i in flags}
        assert len(found) == 4

    @given(phrases, sizes, weights)
    def test_of_loose_accents(self, text: str, size: float, bold: bool) -> None:
        """Accents make no text wider, composed or loose."""
        loose = unicodedata.normalize("NFD", text)
        assert width(text, size, bold=bold) == width(loose, size, bold=bold)

    def test_of_horns(self) -> None:
        """A horn makes a letter wider, and stays under a tone mark."""
        assert width("o", 14) < width("ơ", 14) == width("ợ", 14)

    @pytest.mark.parametrize(
        ("text", "expected"), [("", 0), ("\u0301", 0), ("日", 5), ("\u031b", 0)]
    )
    def test_of_the_unknown(self, text: str, expected: float) -> None:
        """A lone mark takes no room, and a letter of another script half its size."""
        assert width(text, 10) == expected

    @given(phrases, phrases, sizes)
    def test_adds_up(self, one: str, other: str, size: float) -> None:
        """There is no kerning."""
        assert width(one + other, size) == pytest.approx(width(one, size) + width(other, size))


class TestLines:
    """Greedy wrapping."""

    @given(phrases, sizes, weights)
    def test_a_line_is_filled(self, text: str, size: float, bold: bool) -> None:
        """A text as wide as the line takes one line; with a word more, it takes two."""
        measure = width(text, size, bold=bold)
        assert lines(text, size, measure, bold=bold) == 1
        assert lines(f"{text} .", size, measure, bold=bold) == 2

    @given(phrases, sizes, st.integers(100, 400), st.integers(0, 100))
    def test_room_never_costs_a_line(self, text: str, size: float, room: int, more: int) -> None:
        """In a wider column a text takes no more lines."""
        assert lines(text, size, room + more) <= lines(text, size, room)

    @given(st.lists(phrases | st.just(""), min_size=1), sizes)
    def test_paragraphs_add_up(self, paragraphs: list[str], size: float) -> None:
        """A new line begins a new line; an empty one counts."""
        alone = sum(lines(paragraph, size, 300) for paragraph in paragraphs)
        assert lines("\n".join(paragraphs), size, 300) == alone

    def test_a_long_word_is_cut(self) -> None:
        """A word wider than a line goes on in the next, and others follow it."""
        assert lines("0" * 25, 10, 50) == 3
        assert lines("00 " + "0" * 25 + " 000", 10, 50) == 4
        assert lines("0" * 20, 10, 50) == 2
