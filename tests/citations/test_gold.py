import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from chinhtrinoibo.citations import find_citations
from chinhtrinoibo.text import compose
from scripts import module

TOOL = Path(__file__).parents[2] / "tools/score_citations.py"


@pytest.fixture(scope="module")
def scoring() -> ModuleType:
    """Return the command that scores, as a module."""
    return module(TOOL)


@pytest.fixture(scope="module")
def rows(shared: Callable[[str], str]) -> list[dict[str, Any]]:
    """Return the texts whose citations are known."""
    return list(map(json.loads, shared("gold/citations_dev.jsonl").splitlines()))


class TestGold:
    """Public texts, slips and all, with the citations that people marked in them."""

    def test_is_read_as_well_as_promised(
        self, scoring: ModuleType, rows: list[dict[str, Any]]
    ) -> None:
        """95 of 100 citations, 95 of 100 fields, and nothing where there is nothing."""
        result = scoring.score(rows)
        assert result.recall >= 0.95
        assert result.fields >= 0.95
        assert result.extra_in_negatives == 0

    def test_stands_in_the_documentation(
        self, scoring: ModuleType, rows: list[dict[str, Any]]
    ) -> None:
        """The table that the page keeps is the one that the command prints."""
        page = (TOOL.parents[1] / "docs/reference/citations.md").read_text(encoding="utf-8")
        assert "\n".join(scoring.table(scoring.score(rows))) in page

    def test_normal_form_makes_no_difference(self, rows: list[dict[str, Any]]) -> None:
        """Loose letters give the same fields, at places that slice to the same words."""
        import unicodedata  # noqa: PLC0415 - only this test takes letters apart

        for row in rows:
            text = compose(row["text"])
            loose = unicodedata.normalize("NFD", text)
            for one, other in zip(find_citations(text), find_citations(loose), strict=True):
                assert other.span.of(loose) == other.text
                assert compose(other.text) == one.text
                assert other[2:] == one[2:]

    def test_tells_what_it_scores(self, scoring: ModuleType) -> None:
        """The score itself can fail: misses, wrong fields and extras are told apart."""
        gold = dict.fromkeys(scoring.FIELDS) | {"start": 0, "end": 9, "kind": "kết luận"}
        known = {"id": 1, "text": "Chỉ thị 9, Kết luận 8", "gold": [gold]}
        result = scoring.score([known, {"id": 2, "text": "Kết luận 8", "gold": []}])
        assert (result.found, result.extra, result.extra_in_negatives) == (1, 2, 1)
        assert {miss.what for miss in result.misses} == {"kind", "number", "extra"}
        assert scoring.score([known | {"text": "không có"}]).misses[0].what == "missed"

    def test_scores_nothing(self, scoring: ModuleType) -> None:
        """An empty file has a table too."""
        result = scoring.score([])
        assert (1, 1) == (result.recall, result.fields)
        assert "| citations found | 0 | 0 | 100.0% |" in scoring.table(result)

    @pytest.mark.parametrize(
        ("known", "right"),
        [("Đất", False), ("Đất đai", True), ("đổi mới giáo dục", False)],
    )
    def test_counts_a_short_title_as_a_whole(
        self, scoring: ModuleType, known: str, right: bool
    ) -> None:
        """Its first letters are no proof that it was read."""
        gold = dict.fromkeys(scoring.FIELDS) | {"start": 0, "end": 12, "title": known}
        result = scoring.score([{"id": 1, "text": "Luật Đất đai", "gold": [gold]}])
        assert right is (result.right["title"] == 1)
