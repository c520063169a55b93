from typing import Any

import attrs
import pytest
from hypothesis import given

from chinhtrinoibo.errors import InvalidTable, InvalidText
from chinhtrinoibo.model.annexes import Annex
from strategies import annexes


class TestAnnex:
    """“Phụ lục”: a row has as many cells as there are columns."""

    def test_refuses_a_row_that_does_not_fit(self) -> None:
        """The first such row is named by its number."""
        with pytest.raises(InvalidTable, match="row 2 has 1 cells but the table has 2 columns"):
            Annex(title="Biểu", columns=["a", "b"], rows=[["1", "2"], ["3"]])

    @pytest.mark.parametrize("rows", ["ab", ["ab"]])
    def test_refuses_text_for_a_list(self, rows: Any) -> None:
        """The letters of a text are no cells, though it has as many as there are columns."""
        with pytest.raises(InvalidText, match="a list of texts is needed"):
            Annex(title="Biểu", columns=["a", "b"], rows=rows)

    @given(annexes())
    def test_holds_tuples(self, annex: Annex) -> None:
        """Whatever lists it is made of, it can be a key."""
        assert annex == attrs.evolve(annex, rows=[list(row) for row in annex.rows])
        assert hash(annex) == hash(attrs.evolve(annex))
