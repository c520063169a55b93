"""Places in data, like ``$.tasks[2].due``: the one spelling that errors and findings share."""

import re
from typing import TypeAlias

from chinhtrinoibo import tables
from chinhtrinoibo.errors import InvalidValue
from chinhtrinoibo.messages import Message

Step: TypeAlias = str | int
"""A key of a mapping, or the index of a list item."""

Steps: TypeAlias = tuple[Step, ...]
"""The way from the root of the data to one of its values."""

ROOT = "$"

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_STEP = re.compile(
    r"""  \. (?P<name> [A-Za-z_][A-Za-z0-9_]* )
        | \[ (?P<index> [0-9]{1,18} ) \]
        | \[" (?P<key> (?: [^"\\] | \\["\\] )* ) "\]
    """,
    re.VERBOSE,
)


def child(path: str, step: Step) -> str:
    r"""Return the path of what stands under the key or index ``step`` of ``path``.

    >>> child(child(child("$", "tasks"), 2), "khóa lạ")
    '$.tasks[2]["khóa lạ"]'
    """
    if isinstance(step, int):
        return f"{path}[{step}]"
    if _NAME.fullmatch(step):
        return f"{path}.{step}"
    quoted = step.replace("\\", "\\\\").replace('"', '\\"')
    return f'{path}["{quoted}"]'


def split(path: str) -> Steps:
    """Return the steps that ``child`` joined into ``path``.

    >>> split('$.tasks[2]["khóa lạ"]')
    ('tasks', 2, 'khóa lạ')

    Raises:
        InvalidValue: ``path`` has another spelling.
    """
    steps: list[Step] = []
    end = len(ROOT)
    while match := _STEP.match(path, end):
        name, index, key = match.group("name", "index", "key")
        steps.append(int(index) if index else name or re.sub(r"\\(.)", r"\1", key))
        end = match.end()
    if not path.startswith(ROOT) or end != len(path):
        raise InvalidValue(path, Message.of("source-path", path=path))
    return tuple(steps)


def spoken(path: str) -> str:
    """Return the place as a drafter calls it, counted from 1.

    >>> spoken("$.results[1].paragraphs[0]"), spoken("$")
    ('kết quả 2, đoạn 1', 'báo cáo')
    >>> spoken("$.annexes[0].rows[4][1]")
    'phụ lục 1, dòng 5, ô 2'
    """
    names = tables.read("places")
    said: list[str] = []
    before: Step = 0
    for step in split(path):
        if isinstance(step, str):
            said.append(names.get(step, step))
        elif isinstance(before, int) and said:  # a list in a list: the cells of a row
            said.append(f"ô {step + 1}")
        elif said:
            said[-1] += f" {step + 1}"
        before = step
    return ", ".join(said) or "báo cáo"
