import itertools
import json
import re
import tomllib
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import chinhtrinoibo
from chinhtrinoibo.syllables import impossible_syllables, is_syllable
from chinhtrinoibo.text import ToneStyle, tone_marks

ROOT = Path(__file__).parents[1]
TEXTS = {".csv", ".md", ".py", ".yaml"}  # what is built there is not ours
PROSE = [
    path
    for path in sorted(
        [
            *(path for path in (ROOT / "examples").rglob("*.*") if path.suffix in TEXTS),
            *(ROOT / "docs").rglob("*.md"),
            *ROOT.glob("README*.md"),
            *Path(chinhtrinoibo.__file__).parent.rglob("*.toml"),
        ]
    )
    # The tables list rimes and letters, which are no syllables; the page shows what is found.
    if path.name not in {"alphabet.toml", "syllables.toml", "text.md"}
]
#: Snippets whose words are damaged, as the notes on them say, and what is found there.
DAMAGED = {
    133: ["đă"],
    167: ["LỦẬN", "CỦÀ", "TRỈỂN", "NGHĨÊN", "CỨƯ"],
    171: ["đạọ", "qúỷết"],
    172: ["hịện", "qụỹết", "tìếp", "đổị", "mớị"],
    253: ["cánbộ"],
    254: ["BộChính"],
}

anything = st.text(st.characters(codec=None, exclude_categories=()))


def found(text: str) -> list[str]:
    """Return the words that are found."""
    return [span.of(text) for span in impossible_syllables(text)]


class TestIsSyllable:
    """Quy tắc chính tả: onset, rime and tone that go together."""

    @pytest.mark.parametrize(
        "words",
        [
            "thục luận cơ quan tỉnh nghiêng ghế kẻ cá quý quốc quyết quyền quẳng quở quặng quỳnh",
            "gì giếng giêng giữ giặc giường giễu già giỗ gìn",
            "yêu yếm yết ý y ỷ uống ươm ước ứng ấn ẩm ông ơn ưu oan oẳn uể uyên ủy uỷ",
            "khuỷu khuya ngoài xoáy ngoằn ngoèo khuếch huỳnh luýnh loắt choắt hoẵng thuở",
            "khóa khoá hòe hoè thủy thuỷ quý kỷ kỉ lý lí tỷ tỉ Mỹ sỹ sĩ",
            "của mùa nghĩa giá lửa rượu bướu người tuổi chiều xoong boong",
            "ĐẢNG Ủy TỔNG kết HOẠCH Đ đ",
        ],
    )
    def test_knows(self, words: str) -> None:
        """What the language writes; case, tone style, and i or y make no difference."""
        wrong = [word for word in words.split() if not is_syllable(word)]
        assert wrong in ([], ["Đ", "đ"])  # a letter by itself is none
        loose = [unicodedata.normalize("NFD", word) for word in words.split()]
        assert [word for word in loose if not is_syllable(word)] == wrong

    @pytest.mark.parametrize(
        "words",
        [
            "cơng ngiêng nghà gế ghà cẻ kà qốc qá quôn gii",  # onset and rime
            "bàt tảc lọch mãp cât",  # a stop with another tone, or with none
            "đựơc ngừơi tòan qúy qủa tiếngg hoaí khuyả",  # the mark on another vowel
            "LỦẬN CỦÀ đạọ tìếp đă",
            "tyên iêuu ăn1 39 x",
            "",
        ],
    )
    def test_refuses(self, words: str) -> None:
        """What no rule of spelling allows."""
        assert [word for word in words.split() if is_syllable(word)] == []

    @given(anything, st.sampled_from(ToneStyle))
    @example("khoá", ToneStyle.NEW)
    def test_does_not_mind_the_tone_style(self, word: str, style: ToneStyle) -> None:
        """Moving the mark to where a style has it makes no syllable wrong."""
        assert is_syllable(word) is is_syllable(tone_marks(word, style)) or not is_syllable(word)


class TestTable:
    """“Tests keep tables unique, and every row reachable”."""

    TABLE = tomllib.loads(
        (Path(chinhtrinoibo.__file__).parent / "data/syllables.toml").read_text(encoding="utf-8")
    )

    def test_rimes_are_unique(self) -> None:
        """Each stands once, under its first vowel."""
        rows = self.TABLE["rimes"]["by_vowel"]
        rimes = [rime for row in rows.values() for rime in row.split()]
        assert len(set(rimes)) == len(rimes)
        assert all(rime.startswith(vowel) for vowel, row in rows.items() for rime in row.split())

    def test_every_row_is_used(self) -> None:
        """Each rime makes a syllable, and so does each onset."""
        rimes = " ".join(self.TABLE["rimes"]["by_vowel"].values()).split()
        marked = dict(zip("aăâeêioôơuưy", "áắấéếíóốớúứý", strict=True))
        for rime in rimes:
            forms = {
                rime[:at] + marked[rime[at]] + rime[at + 1 :]
                for at in range(len(rime))
                if rime[at] in marked
            }
            assert any(map(is_syllable, forms)), rime
        onsets = self.TABLE["onsets"]
        for onset in itertools.chain(*(onsets[row].split() for row in ("plain", "front", "back"))):
            assert is_syllable(onset + "a") or is_syllable(onset + "e")

    @pytest.mark.parametrize("row", ["onsets", "rimes", "names"])
    def test_says_its_source(self, row: str) -> None:
        """And how sure it is."""
        assert self.TABLE[row]["source"]
        assert self.TABLE[row]["mark"] in {"V", "S2", "S", "I", "M"}


class TestImpossibleSyllables:
    """Words damaged by OCR, a wrong code page or a slip."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("KẾT LỦẬN VỀ TRỈỂN khai", ["LỦẬN", "TRỈỂN"]),
            ("cơng tác tun giáo", ["cơng"]),  # tun could be one
            ("đựơc ngừơi dân", ["đựơc", "ngừơi"]),
            ("BộChính trị, cánbộ", ["BộChính", "cánbộ"]),
            ("_Ảnh: đạọ_", ["đạọ"]),
        ],
    )
    def test_finds(self, text: str, expected: list[str]) -> None:
        """In composed text and in loose text alike, where they stand."""
        assert found(text) == expected
        loose = unicodedata.normalize("NFD", text)
        assert found(loose) == [unicodedata.normalize("NFD", word) for word in expected]

    @pytest.mark.parametrize(
        "text",
        [
            "Báo cáo tổng kết 10 năm thực hiện Chỉ thị số 39-CT/TW, khoá XII, khóa XIII, tiếp thục",
            "TƯ ĐUK UBND HĐND ĐH NQ-ĐU BCĐTƯ LĐTBXH QyĐ ThU TrĐ TWĐTN ƯBND Đ/c TĐ10b 15qĐ số91",
            "Đắk Lắk, Đắk Nông, Đăk Tô, Plei Ku, Kông Chro, Krông Búk, Buôn Đôn, Bắc Kạn, BẮC KẠN",
            "M'Nông, Ê-đê, Êđê, Xơ-đăng, H'Mông, Xtiêng, Brâu, Cơtu, Ngọk Linh, Đạ Tẻh, Sa Thầy",
            "Lênin, Mátxcơva, Cămpuchia, Ôxtrâylia, Inđônêxia, Crưm, Giơnevơ",
            "być Peć već Liṭṭunya Bangladẹ́shì ĩữ́",
            "Chloé Genève café où crème São Paulo Müller François coração niño für",
            "Thái Bình Dương_Ảnh, cơ-quan, tĩnh/động, x₁ăn2, ABCĐ9",
            "này kia ừm hừm quẩy quạu ngoẹo huỵch",
        ],
    )
    def test_is_silent(self, text: str) -> None:
        """Abbreviations, names and other languages are no slips."""
        assert found(text) == []
        assert found(unicodedata.normalize("NFD", text)) == []

    def test_is_silent_on_a_report(self, shared: Callable[[str], str]) -> None:
        """An article of two thousand words holds none."""
        assert found(shared("source/binh-thuan-2024.txt")) == []

    def test_finds_damaged_citations_only(self, shared: Callable[[str], str]) -> None:
        """In snippets from many hands, what is found is what the notes call damaged."""
        rows = map(json.loads, shared("gold/citations_dev.jsonl").splitlines())
        hits = {row["id"]: found(row["text"]) for row in rows if found(row["text"])}
        assert hits == DAMAGED

    @pytest.mark.parametrize("path", PROSE, ids=lambda path: path.name)
    def test_is_silent_on_our_own_prose(self, path: Path) -> None:
        """Examples, pages and tables."""
        assert found(path.read_text(encoding="utf-8")) == []

    @given(anything)
    @example("Ậ" * 50 + "Ấ")
    def test_takes_any_text(self, text: str) -> None:
        """Spans are words, in order, and never syllables."""
        spans = impossible_syllables(text)
        assert list(spans) == sorted(spans)
        for span in spans:
            assert re.fullmatch(r"[^\s_]+", span.of(text))
            assert not is_syllable(span.of(text))
