"""Run the benchmarks: ``python benchmarks/run.py [--markdown | --json] [name …]``."""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator

import checking
import cold
import reading
import suite
from measure import HEADS, Row

BENCHMARKS: dict[str, Callable[[], Iterator[Row]]] = {
    "docx": suite.docx,
    "libraries": suite.libraries,
    "cold": lambda: cold.starts(suite.PARTS),
    "annexes": suite.annexes,
    "memory": cold.memory,
    "imports": cold.imports,
    "load": suite.load,
    "numbers": suite.numbers,
    "reading": reading.reading,
    "tallies": reading.tallies,
    "check": checking.check,
    "rules": checking.rules,
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure against the limit and the peers.")
    parser.add_argument("names", nargs="*", help=f"any of: {', '.join(BENCHMARKS)}")
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="print data")
    output.add_argument("--markdown", action="store_true", help="print a table for a README")
    wanted = parser.parse_args()
    if unknown := set(wanted.names) - set(BENCHMARKS):
        parser.error(f"no benchmark is called {', '.join(sorted(unknown))}")
    rows = [row for name in wanted.names or BENCHMARKS for row in BENCHMARKS[name]()]
    if wanted.json:
        print(json.dumps([row.as_data() for row in rows], ensure_ascii=False, indent=2))
    elif wanted.markdown:
        print(*_markdown([row.cells() for row in rows]), sep="\n")
    else:
        print(*_aligned([HEADS, *(row.cells() for row in rows)]), sep="\n")


def _markdown(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for cells in (HEADS, ("---", "--:", "---", "--:", "--:", "--:", ":-:"), *rows):
        yield f"| {' | '.join(cells)} |"


def _aligned(rows: list[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for what, ours, against, *figures in rows:
        cells = (
            what.ljust(widths[0]),
            ours.rjust(widths[1]),
            against.ljust(widths[2]),
            *(figure.rjust(width) for figure, width in zip(figures, widths[3:], strict=True)),
        )
        yield "  ".join(cells).rstrip()


if __name__ == "__main__":
    main()
