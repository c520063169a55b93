"""The only reader of the tables in ``data/``.

A table is a TOML file; each row carries its source and, where law changes, its dates in force.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent / "data"


@cache
def read(name: str) -> dict[str, Any]:
    """Return the table ``data/<name>.toml``, read once; treat it as frozen.

    >>> sorted(read("messages")["number-form"])
    ['en', 'vi']
    """
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))
