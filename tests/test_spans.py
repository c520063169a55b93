from hypothesis import given
from hypothesis import strategies as st

from chinhtrinoibo.spans import Span

TEXT = "Thực hiện Kết luận số 21-KL/TW"
spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Span(*sorted(ends)))


class TestSpan:
    """A span is a pair of offsets, and slices the text that it was found in."""

    def test_slices(self) -> None:
        """The end is not in it."""
        assert Span(10, 30).of(TEXT) == "Kết luận số 21-KL/TW" == TEXT[slice(*Span(10, 30))]

    @given(spans, st.text(max_size=9))
    def test_moves_with_what_stands_in_front(self, span: Span, front: str) -> None:
        """A text put before it moves both ends."""
        assert span.of(TEXT) == span.shifted(len(front)).of(front + TEXT)

    @given(spans, spans)
    def test_overlaps_where_a_character_is_shared(self, one: Span, other: Span) -> None:
        """Touching is not sharing."""
        assert bool(set(range(*one)) & set(range(*other))) is one.overlaps(other)
