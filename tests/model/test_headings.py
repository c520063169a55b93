import attrs

from chinhtrinoibo.model.headings import Headings


class TestHeadings:
    """Words for headings that differ from the usual ones."""

    def test_have_a_field_for_each_section(self) -> None:
        """All are empty, which keeps the usual words."""
        assert not any(attrs.astuple(Headings()))
