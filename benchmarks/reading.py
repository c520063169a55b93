"""Reading running text: citations and tallies, beside a search for one fixed string."""

import re
import unicodedata
from collections.abc import Iterator

from measure import Row, best
from words import Writer

import chinhtrinoibo as ctnb

# Of the length and density of a public ten-year report: eleven citations and two tallies in some
# five thousand characters; bodies, numbers and subjects are invented.
_CITING = (
    "Ngay sau khi Bộ Chính trị ban hành Chỉ thị số {0}-CT/TW, Ban Thường vụ Tỉnh ủy đã quán triệt",
    "thực hiện Nghị quyết Trung ương {1} (khóa XII), Kết luận số {0}-KL/TW, ngày 2{1}/10/2021",
    "theo Kế hoạch số 0{1}-KH/TW, ngày 01/12/2021 của Ban Bí thư về {2}; {3}",
    "Nghị quyết số {0}-NQ/TW, ngày 22/10/2018 của Bộ Chính trị (khóa XII) về {2}, Ban Thường vụ",
    "thực hiện Chỉ thị số {0}-CT/TW của Bộ Chính trị của các cấp ủy, tổ chức đảng",
)
_COUNTING = (
    "gồm 44 văn bản, trong đó có 01 Chỉ thị, 05 Quy định (trong đó có 02 Quy chế) và 38 kế hoạch",
    "đã ban hành 02 Kế hoạch, 01 Hướng dẫn triển khai thực hiện",
)
_HOSTILE = (
    *("1", "1 ", "(", "1-", "(1", "1 (", "1, ", "1 / ", "1% ", "1 = ", "- 1 nữ\n", "a 1 b "),
    *("1 kế hoạch (", "1 kế hoạch, ", "1 kế hoạch, 1 hướng dẫn, ", "1 kế hoạch gồm "),
    *("5 chi bộ (trong đó có ", "tăng 1% và ", "tăng 1 nữ, ", "cùng kỳ ", "1 triệu "),
    *("1 nữ (5%), ", "1 nữ, chiếm 5% và ", "1 nữ + 1 nữ = ", "15/29 tổ chức, trong đó "),
)
_FIXED = re.compile("sau đây gọi tắt")
#: What people publish for it: a type word, “số”, digits and letters, in one pattern.
_PUBLIC = re.compile(
    r"(?:Nghị quyết|Chỉ thị|Kết luận|Quyết định|Quy định|Kế hoạch|Hướng dẫn|Nghị định|Thông tư)"
    r"(?: số)? \d+(?:/\d{4})?[-/][A-ZĐ]+(?:[-/][A-ZĐ]+)*"
)


def _article(writer: Writer, *, cited: bool = True) -> str:
    """Return twelve paragraphs, with eleven citations and two tallies or without any."""
    paragraphs = [writer.paragraph(450) for _ in range(12)]
    if cited:
        for n, place in enumerate((0, 4, 4, 1, 2, 1, 3, 4)):
            title = writer.phrase(20)
            said = _CITING[place].format(21 + n, 3 + n % 5, title, writer.phrase(12))
            paragraphs[n] = f"{said}, {paragraphs[n]}"
        paragraphs[:2] = (f"{_COUNTING[n]}. {paragraphs[n]}" for n in (0, 1))
    return "\n".join(paragraphs) + "\n"


def reading() -> Iterator[Row]:
    """Megabytes of UTF-8 a second, beside those of a search for one string that is not there."""
    writer = Writer()
    article = _article(writer)
    texts = {
        "citations": article * (20_000_000 // len(article.encode())),
        "prose": _article(writer, cited=False) * 2_500,
        "loose": unicodedata.normalize("NFD", article * 200),
    }
    cited = texts["citations"]
    runs = {name: lambda text=text: ctnb.find_citations(text) for name, text in texts.items()}
    runs |= {
        "fixed string": lambda: _FIXED.search(cited),
        "public pattern": lambda: list(_PUBLIC.finditer(cited)),
    }
    times = best(runs, rounds=5)
    rates = {name: _rate(texts.get(name, cited), taken) for name, taken in times.items()}
    for what, name, goal in (
        ("find_citations, 20 MB", "citations", 150 / 2700),
        ("… of text without citations", "prose", 1000 / 2700),
        ("… of loose letters (NFD)", "loose", None),
    ):
        limit = rates["fixed string"]
        yield Row(what, rates[name], "a fixed string", limit, goal, unit="MB/s", rate=True)
    public = rates["public pattern"]
    yield Row(
        "find_citations", rates["citations"], "a public pattern", public, unit="MB/s", rate=True
    )
    each = times["citations"] * 1e3 / len(ctnb.find_citations(cited))
    yield Row("… a citation", each, "the goal", 5, 1, unit="µs")
    yield from _linear(article)


def _linear(article: str) -> Iterator[Row]:
    """Ten times the text in at most eleven times the time, whatever the text."""
    texts = {
        "article": article * 60,
        "1-": "1-" * 100_000,
        "letters": "QĐ1AA-" * 10_000,
        "one line": (article * 90).replace("\n", " "),
        "type words": "Nghị quyết số " * 20_000,
        "brackets": "(khóa (" * 50_000,
        "acts": "Luật Đất đai, " * 10_000,
        "small acts": "luật đất đai năm 2013, " * 5_000,
        "lists": "Nghị quyết 1, " * 5_000,
        "declared": "Nghị quyết 35 (gọi tắt là A). " * 3_000,
    }
    for name, text in texts.items():
        once = text[: len(text) // 10]
        runs = {
            "ten": lambda text=text: ctnb.find_citations(text),
            "one": lambda once=once: ctnb.find_citations(once),
        }
        times = best(runs, rounds=7)
        yield Row(f"10 x text: {name}", times["ten"], "1 x", times["one"], 11)


def tallies() -> Iterator[Row]:
    """Tallies, beside the citations of the same text; and the worst of many hostile texts."""
    text = _article(Writer()) * 100
    runs = {
        "tallies": lambda: ctnb.find_tallies(text),
        "citations": lambda: ctnb.find_citations(text),
    }
    times = best(runs, rounds=5)
    ours, theirs = (_rate(text, times[name]) for name in runs)
    yield Row("find_tallies", ours, "find_citations", theirs, unit="MB/s", rate=True)
    yield max(map(_tenfold, _HOSTILE), key=lambda row: row.ratio)


def _tenfold(unit: str) -> Row:
    """Compare ten times a hostile text with ten times its time."""
    texts = {"long": unit * 4_000, "short": unit * 400}
    runs = {name: lambda text=text: ctnb.find_tallies(text) for name, text in texts.items()}
    times = best(runs, rounds=5)
    return Row("find_tallies, hostile", times["long"], "10 x", 10 * times["short"] + 5, 2)


def _rate(text: str, milliseconds: float) -> float:
    return len(text.encode()) / milliseconds / 1e3
