# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools>=4.60"]
# ///
"""Make ``data/metrics.toml``, the widths of the letters of Times New Roman.

They are read from Liberation Serif, a free typeface that has the same widths by design. The folder
holds ``LiberationSerif-Regular.ttf`` and its three sisters (Debian package ``fonts-liberation2``):

    python tools/make_metrics.py FONT_FOLDER
"""

import argparse
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # fonttools ships no types

TABLE = Path(__file__).parents[1] / "src/chinhtrinoibo/data/metrics.toml"
FACES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold-italic": "BoldItalic"}

SIGNS = "\u00a0§«°±·»×÷–—‘’“”•…€−≤≥"
LETTERS = sorted({*map(chr, range(0x20, 0x7F)), *"ĐđƠơƯư", *SIGNS})
VOWELS, TONES = "AĂÂEÊIOÔƠUƯYaăâeêioôơuưy", ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
HORN = "\u031b"

ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\u00a0": r"\u00a0"})
HEADER = """\
# Widths of the letters of Times New Roman, in thousandths of the type size: width = "letters".
# Marks add no width to a letter, so marked letters are left out; a horn does, so ơ and ư are here.

source = "{name}, {version}, whose widths are those of Times New Roman"
made = "python tools/make_metrics.py FONT_FOLDER"
"""


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description="Make the table of letter widths.")
    parser.add_argument("folder", type=Path, help="where LiberationSerif-*.ttf are")
    folder = parser.parse_args().folder
    fonts = {face: TTFont(folder / f"LiberationSerif-{file}.ttf") for face, file in FACES.items()}
    names = fonts["regular"]["name"]
    header = HEADER.format(name=names.getDebugName(1), version=names.getDebugName(5))
    sections = ("\n".join((f"[{face}]", *rows(font), "")) for face, font in fonts.items())
    TABLE.write_text("\n".join((header, *sections)), encoding="utf-8")


def rows(font: TTFont) -> Iterator[str]:
    """Yield a row for each width in ``font``, narrow ones first, with the letters that have it."""
    if wider := [
        letter for letter in vowels() if advance(font, letter) != advance(font, base(letter))
    ]:
        message = f"their marks make these letters wider, so the table must hold them: {wider}"
        raise ValueError(message)
    letters = defaultdict(list)
    for letter in LETTERS:
        letters[round(advance(font, letter) * 1000 / font["head"].unitsPerEm)].append(letter)
    for width in sorted(letters):
        yield f'{width} = "{"".join(letters[width]).translate(ESCAPES)}"'


def advance(font: TTFont, letter: str) -> int:
    """Return the width of ``letter`` in units of ``font``."""
    width: int = font["hmtx"][font.getBestCmap()[ord(letter)]][0]
    return width


def vowels() -> Iterator[str]:
    """Yield the vowels of Vietnamese, with and without a tone mark."""
    for vowel, tone in product(VOWELS, TONES):
        yield unicodedata.normalize("NFC", vowel + tone)


def base(letter: str) -> str:
    """Return ``letter`` without its marks, but with its horn."""
    loose = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", loose[0] + HORN * (HORN in loose))


if __name__ == "__main__":
    main()
