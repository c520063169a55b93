"""The benchmarks that run in one process, after a warm-up."""

import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import byhand
import peers
import typed
import words
import yaml
from measure import Row, best

import chinhtrinoibo as ctnb

PAGE = words.page()
REPORT = typed.report(PAGE)
PARTS = byhand.parts_of(ctnb.to_docx(REPORT))

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NUMBER = re.compile(r"([0-9]*)([a-zđ]?)-([A-ZĐa-z]{1,6})/([A-ZĐ0-9-]+)")


def docx() -> Iterator[Row]:
    """A report to bytes, against the page written by hand."""
    register = typed.report(PAGE, register=True)
    _same_page(byhand.docx(PAGE, PARTS), ctnb.to_docx(REPORT), ctnb.to_docx(register))
    document = byhand.document(PAGE)
    times = best(
        {
            "limit": lambda: byhand.docx(PAGE, PARTS),
            "deflate": lambda: zlib.compress(document, 6),
            "level 6": lambda: ctnb.to_docx(REPORT, level=6),
            "shipped": lambda: ctnb.to_docx(REPORT),
            "register": lambda: ctnb.to_docx(register),
        },
        rounds=150,
    )
    limit = times["limit"]
    yield Row("to_docx, level 6", times["level 6"], "limit", limit, 1.2)
    yield Row("to_docx", times["shipped"], "limit", limit, 0.6)
    yield Row("to_docx, rows from a register", times["register"], "limit", limit)
    yield Row("(zlib alone, level 6)", times["deflate"], "limit", limit)


def libraries() -> Iterator[Row]:
    """A report to bytes, against the libraries that people use for it."""
    writers = {
        "docxtpl": peers.Docxtpl(PARTS),
        "python-docx": peers.PythonDocx(PARTS),
        "python-docx + lxml": peers.PythonDocxCopies(PARTS),
    }
    _same_page(ctnb.to_docx(REPORT), *(write(PAGE) for write in writers.values()))
    runs = {name: lambda write=write: write(PAGE) for name, write in writers.items()}
    times = best({"ours": lambda: ctnb.to_docx(REPORT), **runs}, rounds=25)
    for name, goal in zip(writers, (6, 20, None), strict=True):
        yield Row("to_docx", times["ours"], name, times[name], goal, faster=True)


def annexes() -> Iterator[Row]:
    """Long annexes, their rows from a generator."""
    bare = typed.report(PAGE | {"rows": []})

    def stream(rows: int) -> bytes:
        further = typed.annex(ctnb.AnnexStream, words.Writer().rows(rows))
        return ctnb.to_docx(bare, annexes=[further])

    def by_hand(rows: int) -> bytes:
        return byhand.docx(PAGE | {"rows": words.Writer().rows(rows)}, PARTS)

    _same_page(stream(300), by_hand(300))  # a longer one is cut into pages
    for rows, rounds, goal in ((5_000, 10, None), (50_000, 5, 0.8)):
        times = best({"ours": lambda n=rows: stream(n), "limit": lambda n=rows: by_hand(n)}, rounds)
        yield Row(f"annex of {rows:,} rows", times["ours"], "limit", times["limit"], goal)


def load() -> Iterator[Row]:
    """Data to a report of a hundred objects, against cattrs without our strictness."""
    data, plain = typed.data(PAGE), peers.plain_cattrs()
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)

    def plain_yaml() -> ctnb.SummaryReport:
        return plain.structure(yaml.load(text, yaml.CSafeLoader), ctnb.SummaryReport)

    assert ctnb.load_report(data) == ctnb.loads(text, "yaml") == plain_yaml()
    times = best(
        {
            "mapping": lambda: ctnb.load_report(data),
            "plain mapping": lambda: plain.structure(data, ctnb.SummaryReport),
            "yaml": lambda: ctnb.loads(text, "yaml"),
            "plain yaml": plain_yaml,
        }
    )
    yield Row("load_report", times["mapping"], "cattrs", times["plain mapping"], 2)
    yield Row("loads, YAML", times["yaml"], "CSafeLoader + cattrs", times["plain yaml"])


def numbers() -> Iterator[Row]:
    """Document numbers from text, against one regular expression that takes them apart."""
    texts = [number for _, _, number, *_ in words.Writer().rows(1_000)]

    def match() -> None:
        for text in texts:
            _NUMBER.fullmatch(unicodedata.normalize("NFC", text)).groups()

    def parse() -> None:
        for text in texts:
            ctnb.DocumentNumber.parse(text)

    times = best({"ours": parse, "match": match})  # milliseconds a thousand, so microseconds each
    yield Row("DocumentNumber.parse", times["ours"], "re", times["match"], unit="µs")


#: Texts that make windows overlap, and patterns begin again and again.


def _same_page(*packages: bytes) -> None:
    """Make sure that all contenders write the same words in the same styles."""
    first, *others = map(_visible, packages)
    assert all(other == first for other in others), "the contenders write different pages"


def _visible(package: bytes) -> list[tuple[str | None, str]]:
    """Return the style and the text of each paragraph that shows a text."""
    with zipfile.ZipFile(io.BytesIO(package)) as file:
        root = ET.fromstring(file.read(byhand.DOCUMENT))  # noqa: S314 - our own bytes
    paragraphs = []
    for paragraph in root.iter(f"{_W}p"):
        if text := "".join(run.text or "" for run in paragraph.iter(f"{_W}t")):
            style = paragraph.find(f"{_W}pPr/{_W}pStyle")
            paragraphs.append((None if style is None else style.get(f"{_W}val"), text))
    return paragraphs
