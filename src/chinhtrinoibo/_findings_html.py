"""Findings as a table in a notebook: every text escaped, the rest of a long list folded."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

SHOWN = 200
"""Rows that the view shows; the data keeps all."""

_HEADS = ("Mức độ", "Mã", "Chỗ", "Nội dung", "Cần", "Đang là", "Căn cứ", "Tự sửa được")


class Row(NamedTuple):
    """One line of the table, and why it is silenced, if it is."""

    cells: Sequence[str]
    silenced: str = ""


def table(rows: Sequence[Row], nothing: str) -> str:
    """Return findings as an HTML table, with a line that says how many more there are, or none."""
    head = "".join(f"<th>{name}</th>" for name in _HEADS)
    more = len(rows) - SHOWN
    said = f"… và {more} phát hiện nữa" if more > 0 else "" if rows else nothing
    caption = f"<caption>{said}</caption>" if said else ""
    lines = "".join(map(_line, rows[:SHOWN]))
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"


def _line(row: Row) -> str:
    hint = f' title="{escape(row.silenced)}" style="opacity:.5"' if row.silenced else ""
    return f"<tr{hint}>{''.join(f'<td>{escape(cell)}</td>' for cell in row.cells)}</tr>"
