import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from scripts import module

TOOL = Path(__file__).parents[2] / "tools/score_slips.py"
ARTICLE = "source/binh-thuan-2024.txt"


@pytest.fixture(scope="module")
def scoring() -> ModuleType:
    """Return the command that scores, as a module."""
    return module(TOOL)


@pytest.fixture(scope="module")
def table(scoring: ModuleType) -> dict[str, Any]:
    """Return what is known of the article."""
    return tomllib.loads(scoring.SLIPS.read_text(encoding="utf-8"))


def missed(result: Any, *by: str) -> list[str]:
    """Return the slips of some sorts that were missed."""
    return [f"{one['number']}: {one['what']}" for one in result.missed if one["by"] in by]


class TestSlips:
    """“The source article …: all slips marked as sure by rule alone are found”."""

    def test_the_table_is_whole(self, table: dict[str, Any]) -> None:
        """Thirty slips; eleven are sure by rule alone, eight need a register."""
        sorts = [slip["by"] for slip in table["slip"]]
        assert [*range(1, 31)] == [slip["number"] for slip in table["slip"]]
        assert (11, 8, 3) == tuple(map(sorts.count, ("rule", "register", "house")))

    def test_by_rule_alone(
        self, scoring: ModuleType, table: dict[str, Any], shared: Callable[[str], str]
    ) -> None:
        """Nothing but the text is needed; nothing that is right is flagged."""
        result = scoring.score(shared(ARTICLE), table)
        print(*scoring.figures(result, table), sep="\n")  # noqa: T201 - for whoever asks with -s
        assert [] == missed(result, "rule")
        assert () == result.never

    def test_with_a_register(
        self, scoring: ModuleType, table: dict[str, Any], shared: Callable[[str], str]
    ) -> None:
        """A register of the documents cited finds the others."""
        result = scoring.score(shared(ARTICLE), table, scoring.register_of(table))
        print(*scoring.figures(result, table), sep="\n")  # noqa: T201 - for whoever asks with -s
        assert [] == missed(result, "rule", "register")
        assert () == result.never
