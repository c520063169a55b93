import datetime as dt
from itertools import pairwise

from chinhtrinoibo.terms import Term


class TestTerms:
    """Terms of the Central Committee follow one another without a gap."""

    def test_follow_one_another(self) -> None:
        """Each begins on the day after the one before; only the last runs on."""
        *ended, running = Term.all().values()
        for one, after in pairwise((*ended, running)):
            assert one.until is not None
            assert one.until + dt.timedelta(1) == after.since
        assert running.until is None
        assert all(term.mark for term in Term.all().values())

    def test_tell_the_term_of_a_day(self) -> None:
        """The directive of 18/8/2014 is of term XI, its namesake of 2024 of term XIII."""
        names = [Term.on(dt.date(2014, 8, 18)), Term.on(dt.date(2024, 10, 30))]
        assert ["XI", "XIII"] == [term.name for term in names if term]
        assert Term.on(dt.date(1930, 2, 3)) is None
