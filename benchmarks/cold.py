"""Programs for a process of their own: cold starts, imports, and memory."""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import words
from measure import Row, processes

if TYPE_CHECKING:
    from collections.abc import Iterator

_HERE = str(Path(__file__).parent)

_OURS = """\
import sys; sys.path[:0] = {paths}
from content import PAGE
from typed import report
import chinhtrinoibo as ctnb
ctnb.write(report(PAGE), {target!r})
"""
_LIMIT = """\
import sys; sys.path[:0] = {paths}
from content import PAGE
from parts import PARTS
from byhand import document, write
write(document(PAGE), PARTS, {target!r})
"""
_STREAM = """\
import sys; sys.path[:0] = {paths}
import chinhtrinoibo as ctnb
from typed import annex, report
from words import Writer, page
further = annex(ctnb.AnnexStream, Writer().rows({rows}))
ctnb.write(report(page(0)), {target!r}, annexes=[further])
"""
_PEAK = """
with open("/proc/self/status") as status:  # getrusage would count the parent's pages as well
    print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
"""


def starts(parts: list[tuple[str, bytes]]) -> Iterator[Row]:
    """A cold process, from data in a module to a file; .pyc files are warm."""
    with TemporaryDirectory() as folder:
        content, package = Path(folder, "content.py"), Path(folder, "parts.py")
        content.write_text(f"PAGE = {words.page()!r}\n", encoding="utf-8")
        package.write_text(f"PARTS = {parts!r}\n", encoding="utf-8")
        programs = {}
        for name, program in (("ours", _OURS), ("limit", _LIMIT)):
            path = Path(folder, f"{name}.py")
            target = str(Path(folder, f"{name}.docx"))
            path.write_text(program.format(paths=[folder, _HERE], target=target), encoding="utf-8")
            programs[name] = [str(path)]
        costs = processes(programs | {"bare": ["-c", "pass"]}, rounds=40)
    ours, limit = costs["ours"], costs["limit"]
    yield Row("cold process to file", ours.wall, "limit", limit.wall, 2.2)
    yield Row("cold process, processor", ours.cpu, "limit", limit.cpu, 2.2)
    yield Row("cold process to file", ours.wall, "bare interpreter", costs["bare"].wall)


def imports() -> Iterator[Row]:
    """Processor time of imports above the bare interpreter; medians."""
    statements = {
        "bare": "pass",
        "ours": "import chinhtrinoibo",
        "codec": "from chinhtrinoibo import load_report",
        "writer": "from chinhtrinoibo import to_docx",
        "attrs + cattrs": "import attrs, cattrs",
        "python-docx": "import docx",
    }
    programs = {name: ["-c", statement] for name, statement in statements.items()}
    costs = processes(programs, rounds=20, of=statistics.median)
    above = {name: cost.cpu - costs["bare"].cpu for name, cost in costs.items()}
    peer = "attrs + cattrs"
    yield Row("import chinhtrinoibo, processor", above["ours"], "60 ms", 60, 1)
    yield Row("import chinhtrinoibo, processor", above["ours"], peer, above[peer])
    yield Row("… and load_report", above["codec"], peer, above[peer])
    peer = "python-docx"
    yield Row("… and to_docx", above["writer"], peer, above[peer])


def memory(rows: int = 50_000) -> Iterator[Row]:
    """The peak of memory above the bare interpreter while an annex streams to a file."""
    with TemporaryDirectory() as folder:
        target = str(Path(folder, "annex.docx"))
        stream = _STREAM.format(paths=[_HERE], target=target, rows=rows)
        start = _STREAM.format(paths=[_HERE], target=target, rows=1)
        ours, small, bare = map(_peak, (stream, start, ""))
    name = f"annex of {rows:,} rows, memory"
    yield Row(name, ours - bare, "50 MB", 50, 1, unit="MB")
    yield Row(name, ours - bare, "1 row", small - bare, unit="MB")


def _peak(program: str) -> float:
    """Return the most megabytes that a process of the program held."""
    command = [sys.executable, "-I", "-c", program + _PEAK]
    return int(subprocess.check_output(command)) / 1024
