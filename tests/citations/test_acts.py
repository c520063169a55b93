"""The names of acts that the library knows."""

import pytest

from chinhtrinoibo.citations import find_citations
from chinhtrinoibo.citations.lexicon import Lexicon

KNOWN = [(kind, name) for kind, names in Lexicon.standard().laws.items() for name in names]


@pytest.mark.parametrize(("kind", "name"), KNOWN)
def test_known_names_are_read_to_their_ends(kind: str, name: str) -> None:
    """As they are printed in a sentence, and in the capitals of a heading."""
    for printed in (f"{kind.capitalize()} {name}", f"{kind.upper()} {name.upper()}"):
        (found,) = find_citations(f"Thực hiện {printed}.")
        assert (found.text, found.kind) == (printed, kind)
