"""The page as LibreOffice draws it: looked at by the words' places in the PDF."""

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import attrs
import pytest
from lxml import etree

import chinhtrinoibo as ctnb
from word import samples
from word.test_comments import everywhere

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="LibreOffice and poppler-utils are not installed",
)

_XHTML = "{http://www.w3.org/1999/xhtml}"
_MM = 25.4 / 72
_LONG = 1000


@attrs.frozen
class Word:
    """A word on a page, and its box in millimetres."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@attrs.frozen
class Page:
    """A page as drawn."""

    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Its words in reading order."""
        return " ".join(word.text for word in self.words)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the samples, and draw them all in one run of LibreOffice."""
    folder = tmp_path_factory.mktemp("pages")
    rows = ((str(n), f"TC-{n:04}", "Tổ chức đảng " * (1 + n % 5)) for n in range(1, _LONG + 1))
    stream = ctnb.AnnexStream(title="Danh sách", columns=("Thứ tự", "Mã", "Tên tổ chức"), rows=rows)
    for name, report in samples.ALL.items():
        ctnb.write(report, folder / f"{name}.docx", allow_classified=True)
    ctnb.write(samples.PLAIN, folder / "long.docx", annexes=[stream])
    ctnb.write(samples.FULL, folder / "commented.docx", findings=everywhere(samples.FULL))
    starter = Path(ctnb.__file__).parent / "data" / "starter.yaml"
    ctnb.write(ctnb.load(starter), folder / "starter.docx")
    subprocess.run(  # noqa: S603 - the program was found above
        [  # noqa: S607
            "soffice",
            "--headless",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *map(str, folder.glob("*.docx")),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {path.stem: path for path in folder.glob("*.pdf")}


def pages(path: Path) -> list[Page]:
    """Read the words of a PDF and their places."""
    answer = subprocess.run(  # noqa: S603 - the program was found above
        ["pdftotext", "-bbox", str(path), "-"],  # noqa: S607
        check=True,
        capture_output=True,
    ).stdout
    return [
        Page(
            float(page.get("width", "0")) * _MM,
            float(page.get("height", "0")) * _MM,
            tuple(_word(word) for word in page.iter(f"{_XHTML}word")),
        )
        for page in etree.fromstring(answer).iter(f"{_XHTML}page")
    ]


def _word(word: etree._Element) -> Word:
    left, top, right, bottom = (
        float(word.get(side, "0")) * _MM for side in ("xMin", "yMin", "xMax", "yMax")
    )
    return Word(word.text or "", left, top, right, bottom)


class TestPage:
    """“Khổ giấy, định lề trang, số trang” (Hướng dẫn 36-HD/VPTW), as drawn."""

    def test_counts_pages(self, drawn: dict[str, Path]) -> None:
        """Two upright pages of text; each annex begins on a sheet of its own, turned if wide."""
        plain, full = pages(drawn["plain"]), pages(drawn["full"])
        assert [(210, 297)] * 2 == [(round(page.width), round(page.height)) for page in plain]
        begun = [page for page in full if "Phụ lục" in page.text]
        assert ["Phụ lục 1", "Phụ lục 2", "Phụ lục 3"] == [
            match.group() for page in begun if (match := re.search(r"Phụ lục \d", page.text))
        ]
        assert [297, 297, 210] == [round(page.width) for page in begun]

    def test_comments_change_no_word(self, drawn: dict[str, Path]) -> None:
        """A commented draft has as many pages, and the same letters on them."""
        full, commented = (pages(drawn[name]) for name in ("full", "commented"))
        assert len(full) == len(commented)
        letters = (Counter("".join(page.text for page in one)) for one in (full, commented))
        counted = [{sign: n for sign, n in one.items() if sign != " "} for one in letters]
        assert counted[0] == counted[1]

    @pytest.mark.parametrize("name", ["plain", "draft", "secret"])
    def test_margins(self, name: str, drawn: dict[str, Path]) -> None:
        """Every word keeps 30 mm left, 15 right, 20 above and below; the number stands above."""
        for number, page in enumerate(pages(drawn[name]), 1):
            inside = [word for word in page.words if word.top > 19]
            assert 29.9 < min(word.left for word in inside) < 31
            assert max(word.right for word in inside) < 195.5
            assert max(word.bottom for word in inside) < 277.5
            above = [word.text for word in page.words if word.top <= 19]
            assert ([str(number)] if number > 1 else []) == above

    def test_page_number_is_centred(self, drawn: dict[str, Path]) -> None:
        """The number of page 2 stands 10 mm from the edge, in the middle of the text."""
        (number,) = [word for word in pages(drawn["plain"])[1].words if word.top <= 19]
        assert abs((number.left + number.right) / 2 - (30 + 195) / 2) < 0.5
        assert 9.5 < number.top < 12

    def test_one_font(self, drawn: dict[str, Path]) -> None:
        """Nothing falls back on another face."""
        for path in drawn.values():
            fonts = subprocess.run(  # noqa: S603 - the program was found above
                ["pdffonts", str(path)],  # noqa: S607
                check=True,
                capture_output=True,
                text=True,
            ).stdout.splitlines()[2:]
            assert fonts
            assert [] == [font for font in fonts if "+LiberationSerif" not in font]


class TestOrder:
    """The components in their boxes."""

    def test_party_form(self, drawn: dict[str, Path]) -> None:
        """Header, number, date, type, subject, body and signature, from top to bottom."""
        text = " ".join(page.text for page in pages(drawn["plain"]))
        expected = [
            "TỈNH ỦY SÔNG XANH",
            "Số 05-BC/TU",
            "BÁO CÁO",
            "tổng kết 10 năm thực hiện Chỉ thị số 39-CT/TW, ngày 18/8/2014 của Bộ Chính trị",
            "-----",
            "Ban Thường vụ Tỉnh ủy báo cáo như sau:",
            "I- KẾT QUẢ THỰC HIỆN",
            "1. Công tác rà soát và quán triệt",
            "II- BÀI HỌC KINH NGHIỆM",
            "Một là, phải bám sát cơ sở.",
            "Hai là, phải làm đến cùng.",
            "Nơi nhận:",
        ]
        places = [text.find(words) for words in expected]
        assert -1 not in places
        assert sorted(places) == places

    def test_boxes_side_by_side(self, drawn: dict[str, Path]) -> None:
        """Issuer left and title right begin on one line; so do recipients and signature."""
        first, *_, last = pages(drawn["plain"])
        for page, left, right in ((first, "TỈNH", "ĐẢNG"), (last, "Nơi", "T/M")):
            one = next(word for word in page.words if word.text == left)
            other = next(word for word in page.words if word.text == right)
            assert abs(one.top - other.top) < 2
            assert one.right < other.left

    def test_signature_stays_with_the_text(self, drawn: dict[str, Path]) -> None:
        """The page of the signature also holds the end of the text."""
        for name in ("plain", "draft", "secret"):
            (page,) = [page for page in pages(drawn[name]) if "PHÓ BÍ THƯ" in page.text]
            assert "phải làm đến cùng." in page.text

    def test_no_heading_stands_alone(self, drawn: dict[str, Path]) -> None:
        """A heading is not left at the foot of a page, away from what it heads."""
        first = pages(drawn["starter"])[0]
        assert not first.text.endswith("Hạn chế, khuyết điểm")


class TestLongTable:
    """A table that runs over many pages."""

    def test_every_row_once_in_order(self, drawn: dict[str, Path]) -> None:
        """No row is lost, doubled or moved."""
        text = " ".join(page.text for page in pages(drawn["long"]))
        assert list(range(1, _LONG + 1)) == [int(n) for n in re.findall(r"TC-(\d{4})", text)]

    def test_head_row_on_every_page(self, drawn: dict[str, Path]) -> None:
        """Each page of the table begins with the heads of its columns."""
        for page in _table_pages(drawn["long"]):
            assert 1 == page.text.count("Tên tổ chức")

    def test_no_seam(self, drawn: dict[str, Path]) -> None:
        """Each page but the last is filled to within two rows of its end."""
        *full, _ = _table_pages(drawn["long"])
        for page in full:
            assert max(word.bottom for word in page.words) > 277 - 2 * 12


def _table_pages(path: Path) -> list[Page]:
    return [page for page in pages(path) if "TC-" in page.text]
