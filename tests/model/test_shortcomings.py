from chinhtrinoibo.model.shortcomings import Cause, CauseKind, CauseOf, Shortcoming


class TestCause:
    """“Nguyên nhân, nhất là nguyên nhân chủ quan”."""

    def test_is_ones_own_unless_said(self) -> None:
        """It is subjective, and of what falls short."""
        cause = Cause(text="a")
        assert (CauseKind.SUBJECTIVE, CauseOf.SHORTCOMINGS) == (cause.kind, cause.of)
        other = Cause(text="a", kind="khách quan", of="kết quả")
        assert (CauseKind.OBJECTIVE, CauseOf.RESULTS) == (other.kind, other.of)

    def test_prints_itself(self) -> None:
        """A shortcoming and its causes are told by their text."""
        assert (
            str(Shortcoming(text="a", key="k")) == "a" == str(Cause(text="a", shortcomings=["k"]))
        )
