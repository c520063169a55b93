import json
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chinhtrinoibo
from chinhtrinoibo._legacy import Encoding, encodings
from chinhtrinoibo.alphabet import foreign_letters, legacy_encoding

ROOT = Path(__file__).parents[1]
TEXTS = {".csv", ".md", ".py", ".yaml"}  # what is built there is not ours
TABLE = tomllib.loads(
    (Path(chinhtrinoibo.__file__).parent / "data/alphabet.toml").read_text(encoding="utf-8")
)
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
    if path.name not in {"alphabet.toml", "text.md"}  # which show what is found
]
TCVN3 = {
    "Uû ban nh©n d©n": "Uỷ ban nhân dân",
    "§éc lËp - Tù do - H¹nh phóc": "Độc lập - Tự do - Hạnh phúc",
    "tØnh uû B×nh ThuËn": "tỉnh uỷ Bình Thuận",
    "Ban ChÊp hµnh §¶ng bé tØnh": "Ban Chấp hành Đảng bộ tỉnh",
    "b¶o vÖ chÝnh trÞ néi bé": "bảo vệ chính trị nội bộ",
}
VNI = {
    "UÛy ban nhaân daân": "Ủy ban nhân dân",
    "Ñoäc laäp - Töï do - Haïnh phuùc": "Độc lập - Tự do - Hạnh phúc",
    "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "baûo veä chính trò noäi boä": "bảo vệ chính trị nội bộ",
}

anything = st.text(st.characters(codec=None, exclude_categories=()))


def found(text: str) -> list[tuple[str, str]]:
    """Return each letter that is found, with what it stands for."""
    return [(one.letter, one.meant) for one in foreign_letters(text)]


def meant(text: str) -> str:
    """Return the text with what is meant in place of what is found."""
    pieces, end = [], 0
    for one in foreign_letters(text):
        pieces += [text[end : one.span.start], one.meant]
        end = one.span.end
    return "".join((*pieces, text[end:]))


def texts_in(value: Any) -> Iterator[str]:
    """Yield the texts in a row of the table."""
    match value:
        case dict():
            for inner in value.values():
                yield from texts_in(inner)
        case str():
            yield value


class TestForeignLetters:
    """Chữ ngoài bảng chữ cái tiếng Việt."""

    @pytest.mark.parametrize(
        ("text", "expected", "script"),
        [
            ("Công tу", [("у", "y")], "Cyrillic"),
            ("39-СТ/ТW", [("С", "C"), ("Т", "T"), ("Т", "T")], "Cyrillic"),
            ("chиến", [("и", "")], "Cyrillic"),
            ("cѐ", [("ѐ", "è")], "Cyrillic"),
            ("Nghị quуết số 04-NQ/ТW", [("у", "y"), ("Т", "T")], "Cyrillic"),
            ("ΤỈNH ỦY", [("Τ", "T")], "Greek"),
            ("Trung ương Ðảng, HÐND", [("Ð", "Đ"), ("Ð", "Đ")], "Latin"),
            ("ðã", [("ð", "đ")], "Latin"),
            ("ᴄán bộ", [("ᴄ", "c")], "small capital"),
            ("Ｔỉnh", [("Ｔ", "T")], "full-width"),
            ("khóa Ⅻ", [("Ⅻ", "XII")], "Roman numeral"),
            ("𝐓ỉnh", [("𝐓", "T")], "mathematical"),
        ],
    )
    def test_finds_look_alikes(
        self, text: str, expected: list[tuple[str, str]], script: str
    ) -> None:
        """Within Latin words and joined symbols, and what stands for nothing else."""
        assert found(text) == expected
        assert {one.script for one in foreign_letters(text)} == {script}
        assert {one.encoding for one in foreign_letters(text)} == {""}
        assert all(one.span.of(text) == one.letter for one in foreign_letters(text))

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "Tỉnh ủy, Đảng; fax, jazz, web, zalo: 39-CT/TW",
            "Москва, СССР, Αθήνα, 日本, Т-34; IT-сектор",
            "Chloé, François, Müller, niño, Ærø, Łódź, Guðmundur, Yıldız, Běijīng",
            "5 µm, 10 N·m, Δt, kΩ, μF, β-caroten, 3×4, 12°C, m², 1ª, ½",
            "Windows® © 2024, «Le Monde», §1, /kɪt/",
            "Où est l'été ? Là-bas, août, dû, goût, naïf, Noël.",
            "Vi må gå på ski så. För lön och rön är det.",
            "“Đẩy mạnh” – ‘học tập’ … • ➢ ☐",
        ],
    )
    def test_is_silent(self, text: str) -> None:
        """On Vietnamese, on other languages, on science and on signs."""
        assert found(text) == []
        assert legacy_encoding(text) is None

    @pytest.mark.parametrize(("text", "expected"), TCVN3.items())
    def test_reads_tcvn3(self, text: str, expected: str) -> None:
        """What is meant, put in place, is the Vietnamese text."""
        assert meant(text) == expected
        assert {one.encoding for one in foreign_letters(text)} == {"TCVN3"}

    @pytest.mark.parametrize(("text", "expected"), VNI.items())
    def test_reads_vni(self, text: str, expected: str) -> None:
        """A letter and its sign are one place."""
        assert meant(text) == expected
        assert {one.encoding for one in foreign_letters(text)} == {"VNI"}

    @pytest.mark.parametrize("encoding", encodings(), ids=lambda encoding: encoding.name)
    def test_brings_a_report_back(self, encoding: Encoding, shared: Callable[[str], str]) -> None:
        """An article put into an old encoding is known line by line, and comes back."""
        text = shared("source/binh-thuan-2024.txt")
        codes = {wanted: code for code, wanted in reversed(encoding.meant.items())}
        old = "".join(codes.get(one) or codes.get(one.lower(), one) for one in text)
        assert {one.encoding for one in foreign_letters(old)} == {encoding.name}
        assert all(legacy_encoding(line) == encoding.name for line in old.splitlines() if line)
        assert meant(old).lower() == text.lower()  # TCVN3 has no codes for toned capitals

    def test_tells_lines_apart(self) -> None:
        """A line in an old encoding among others is read by itself."""
        text = "Tỉnh ủy Ðà Nẵng\nUû ban nh©n d©n\nhết – Công tу\n"
        letters = foreign_letters(text)
        assert [one.encoding for one in letters] == ["", "TCVN3", "TCVN3", "TCVN3", ""]
        assert all(one.span.of(text) == one.letter for one in letters)
        assert meant(text) == "Tỉnh ủy Đà Nẵng\nUỷ ban nhân dân\nhết – Công ty\n"

    def test_reads_loose_text(self) -> None:
        """Marks that stand apart change nothing."""
        loose = unicodedata.normalize("NFD", "Trung ương Ðảng ðã họp, Công tу")
        assert found(loose) == [("Ð", "Đ"), ("ð", "đ"), ("у", "y")]

    def test_is_silent_on_a_report(self, shared: Callable[[str], str]) -> None:
        """An article holds none."""
        assert found(shared("source/binh-thuan-2024.txt")) == []

    def test_finds_eth_in_citations(self, shared: Callable[[str], str]) -> None:
        """Of the snippets one has an Eth for Đ, as its note says."""
        rows = map(json.loads, shared("gold/citations_dev.jsonl").splitlines())
        hits = {row["id"]: found(row["text"]) for row in rows if found(row["text"])}
        assert hits == {362: [("Ð", "Đ")]}

    @pytest.mark.parametrize("path", PROSE, ids=lambda path: path.name)
    def test_is_silent_on_our_own_prose(self, path: Path) -> None:
        """Examples, pages and tables."""
        text = path.read_text(encoding="utf-8")
        assert found(text) == []
        assert legacy_encoding(text) is None

    @given(anything | st.text("сТWđảÐ-/ ⅫＴ©®µnhau\n"))
    def test_takes_any_text(self, text: str) -> None:
        """Places follow each other, and hold the letters that are named."""
        letters = foreign_letters(text)
        ends = [end for one in letters for end in one.span]
        assert ends == sorted(ends)
        assert all(one.span.of(text) == one.letter != one.meant for one in letters)


class TestLegacyEncoding:
    """Bảng mã TCVN3 (ABC) and VNI."""

    @pytest.mark.parametrize("text", TCVN3)
    def test_knows_tcvn3(self, text: str) -> None:
        """From a few words on."""
        assert legacy_encoding(text) == "TCVN3"

    @pytest.mark.parametrize("text", [*VNI, "nhaân daân"])
    def test_knows_vni(self, text: str) -> None:
        """From two words on, even if each letter is Vietnamese."""
        assert legacy_encoding(text) == "VNI"

    @pytest.mark.parametrize("text", [*TCVN3.values(), *VNI.values(), "nhân dân", "hoà, oà"])
    def test_is_silent_on_unicode(self, text: str) -> None:
        """The same words as they should be, composed and loose."""
        assert legacy_encoding(text) is None
        assert legacy_encoding(unicodedata.normalize("NFD", text)) is None

    def test_needs_more_than_a_quotation(self) -> None:
        """A page about it is not in it."""
        page = "Tệp cũ ghi “Uû ban nh©n d©n” thay cho Ủy ban nhân dân, rất khó đọc, phải đổi lại."
        assert legacy_encoding(page) is None


class TestTable:
    """“A row carries its source”."""

    @pytest.mark.parametrize(
        "row",
        [*TABLE["look_alikes"].values(), *TABLE["variants"].values(), TABLE["tcvn3"], TABLE["vni"]],
    )
    def test_rows_say_their_source(self, row: dict[str, Any]) -> None:
        """And how sure they are."""
        assert row["source"]
        assert row["mark"] in {"V", "S2", "S", "I", "M"}
        assert all(unicodedata.is_normalized("NFC", text) for text in texts_in(row))

    def test_letters_are_unique(self) -> None:
        """Each stands for one thing."""
        letters = "".join(row["letters"] for row in TABLE["look_alikes"].values())
        assert len(set(letters)) == len(letters)
        for row in (TABLE["tcvn3"], TABLE["vni"]):
            assert len(set(row["letters"])) == len(row["letters"]) == len(row["meant"])

    def test_tcvn3_has_every_letter(self) -> None:
        """The small letters of the alphabet with their tones, and the capitals without."""
        vowels = [
            letter + tone
            for letter in "aăâeêioôơuưy"
            for tone in ("", *"\u0300\u0301\u0309\u0303\u0323")
        ]
        small = {unicodedata.normalize("NFC", letter) for letter in vowels} - set("aeiouy") | {"đ"}
        assert small | set("ĂÂÊÔƠƯĐ") == set(TABLE["tcvn3"]["meant"])
