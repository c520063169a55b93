import datetime as dt
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chinhtrinoibo.citations import Citation, find_citations

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))
FOUND = [
    pytest.param(case, id=case["text"][:40]) for group in CASES["found"] for case in group["cases"]
]
NOTHING = [text for group in CASES["nothing"] for text in group["cases"]]


def marked(text: str) -> tuple[str, list[str]]:
    """Return a text without its marks, and what stands between them."""
    pieces = text.replace("⟧", "⟦").split("⟦")
    return "".join(pieces), pieces[1::2]


def wrong(citation: Citation, fields: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """Yield the fields that a citation says otherwise: their names, and both values."""
    for name, known in fields.items():
        said = getattr(citation, name)
        right = str(said).startswith(known) if name == "title" else said == known
        if not right:
            yield name, known, said


class TestCases:
    """Texts as public pages have them, and what a reader finds in them."""

    @pytest.mark.parametrize("case", FOUND)
    def test_are_read_to_the_letter(self, case: dict[str, Any]) -> None:
        """Each citation at its place, from its first letter to its last, with its fields."""
        text, known = marked(case["text"])
        read = find_citations(text)
        assert known == [citation.text for citation in read]
        for citation, fields in zip(read, case["cites"], strict=True):
            assert [] == list(wrong(citation, fields))

    @pytest.mark.parametrize("text", NOTHING)
    def test_with_no_citation_have_none(self, text: str) -> None:
        """Figures, codes and general words are nothing to cite."""
        assert () == find_citations(text)

    def test_are_composed_once_each(self) -> None:
        """The table is tidy: no text twice, days as days, each group with its reason."""
        texts = [case["text"] for group in CASES["found"] for case in group["cases"]] + NOTHING
        assert len(texts) == len(set(texts))
        assert all(group["why"] for group in (*CASES["found"], *CASES["nothing"]))
        days = [
            cite["date"]
            for group in CASES["found"]
            for case in group["cases"]
            for cite in case["cites"]
            if "date" in cite
        ]
        assert all(isinstance(day, dt.date) for day in days)
