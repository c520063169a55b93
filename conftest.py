"""Samples run as tests: in the README files, in docs/, and in the docstrings of the library.

In Markdown, a ``yaml`` or ``csv`` block that begins with ``# name.yaml`` becomes that file, a csv
without that line; a
``python`` block runs; of a ``console`` block the lines ``$ chinhtrinoibo …`` run and must print
the lines below them, where “…” stands for anything. Each page has a folder of its own.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from doctest import ELLIPSIS
from pathlib import Path
from typing import Any

from sybil import Example, Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

ROOT = Path(__file__).parent
_COMMAND = [sys.executable, "-m", "chinhtrinoibo"]
_SHOWN = re.compile(r"^\$ chinhtrinoibo (.*)\n?((?:[^$].*\n?)*)", re.MULTILINE)


def enter(namespace: dict[str, Any]) -> None:
    """Give a page a folder to work in, with the examples beside it."""
    folder = tempfile.TemporaryDirectory()
    namespace["_page"] = folder, Path.cwd()
    os.chdir(folder.name)
    shutil.copytree(ROOT / "examples", "examples")


def leave(namespace: dict[str, Any]) -> None:
    """Leave the folder and remove it."""
    folder, before = namespace["_page"]
    os.chdir(before)
    folder.cleanup()


def write_file(example: Example) -> None:
    """Write a block into the file that its first line names."""
    first, _, rest = example.parsed.partition("\n")
    if named := re.fullmatch(r"# ([\w.-]+)", first):
        content = rest if named[1].endswith(".csv") else example.parsed
        Path(named[1]).write_text(content, encoding="utf-8")


def run_commands(example: Example) -> str | None:
    """Run the commands of a block and compare what they print."""
    for command, expected in _SHOWN.findall(example.parsed):
        done = subprocess.run(  # noqa: S603 - what runs stands in our own pages
            [*_COMMAND, *command.split()],
            capture_output=True,
            encoding="utf-8",
            env=os.environ | {"PYTHONUTF8": "1"},
            check=False,
        )
        printed = (done.stdout + done.stderr).strip()
        wanted = ".*".join(map(re.escape, expected.strip().split("…")))
        if done.returncode if not expected else not re.fullmatch(wanted, printed, re.DOTALL):
            return f"{command}\nexpected:\n{expected}\nprinted:\n{printed}"
    return None


pages = Sybil(
    parsers=[
        SkipParser(),
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS),
        CodeBlockParser("yaml", write_file),
        CodeBlockParser("toml", write_file),
        CodeBlockParser("csv", write_file),
        CodeBlockParser("console", run_commands),
    ],
    patterns=["README.md", "README.vi.md", "docs/**/*.md", "docs/*.md"],
    setup=enter,
    teardown=leave,
)
docstrings = Sybil(
    parsers=[DocTestParser(ELLIPSIS)],
    patterns=["src/**/*.py"],
    document_types={".py": PythonDocStringDocument},
)
pytest_collect_file = (pages + docstrings).pytest()
