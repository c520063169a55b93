"""The only reader of the tables in ``data/``.

A table is a TOML file; each row carries its source and, where law changes, its dates in force.
"""

import os
import tomllib
from functools import cache
from typing import Any

_DATA = os.path.join(os.path.dirname(__file__), "data")  # noqa: PTH118, PTH120 - pathlib is slow


@cache
def read(name: str) -> dict[str, Any]:
    """Return the table ``data/<name>.toml``, read once; treat it as frozen.

    >>> sorted(read("messages")["number-form"])
    ['en', 'vi']
    """
    with open(f"{_DATA}/{name}.toml", "rb") as file:  # noqa: PTH123
        return tomllib.load(file)
