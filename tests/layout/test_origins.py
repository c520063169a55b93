import itertools
import re
from contextlib import suppress

import pytest
from hypothesis import given

from chinhtrinoibo import SummaryReport
from chinhtrinoibo.errors import InvalidInput, InvalidReference
from chinhtrinoibo.layout.blocks import Block, Columns, Paragraph
from chinhtrinoibo.layout.compose import compose
from chinhtrinoibo.layout.origins import Origin, stretches
from chinhtrinoibo.layout.passages import passages
from chinhtrinoibo.layout.profiles import SHIPPED, Profile
from chinhtrinoibo.paths import Steps, split
from chinhtrinoibo.references import MASK, masked
from chinhtrinoibo.spans import Span
from pages import ARTICLE, DRAFT, FULL, STATE, TWO_PARTS, draw
from strategies import reports

PAGES = {"full": FULL, "state": STATE, "draft": DRAFT, "two": TWO_PARTS, "article": ARTICLE}
EVERY = [
    pytest.param(report, Profile.named(profile), id=f"{name}-{profile}")
    for (name, report), profile in itertools.product(PAGES.items(), SHIPPED)
]
LISTS = ("results", "lessons", "directions")
WORD = re.compile(r"[^\W_]{2,}")


def traced(report: SummaryReport, profile: Profile) -> list[Block]:
    """Return the page with its origins."""
    return list(compose(report, profile, traced=True))


def told(blocks: list[Block]) -> dict[Steps, Paragraph]:
    """Return the paragraphs by the places that their prose comes from."""
    flat = [
        line
        for block in blocks
        for line in ((*block.left, *block.right) if isinstance(block, Columns) else (block,))
    ]
    paragraphs = [line for line in flat if isinstance(line, Paragraph)]
    return {one.origin.at: one for one in paragraphs if one.origin and one.origin.stretches}


def assert_words_keep_their_places(report: SummaryReport, profile: Profile) -> None:
    """Every plain word of the prose is found on the page where its origin says."""
    found = told(traced(report, profile))
    for path, text in passages(report):
        paragraph = found.get(split(path))
        if paragraph is None or paragraph.origin is None:
            continue
        for match in WORD.finditer(masked(text)):
            if MASK in match[0] or "\\" in text:
                continue
            span = paragraph.origin.printed(Span(*match.span()))
            assert span is not None
            printed = span.of(paragraph.text)
            assert match[0].casefold() == printed.casefold(), (path, paragraph.text)


class TestCompose:
    """A page composed with its origins is the same page, and knows where its words stand."""

    @pytest.mark.parametrize(("report", "profile"), EVERY)
    def test_is_the_same_page(self, report: SummaryReport, profile: Profile) -> None:
        """Word for word, table for table."""
        assert draw(compose(report, profile)) == draw(compose(report, profile, traced=True))

    @pytest.mark.parametrize(("report", "profile"), EVERY)
    def test_without_them_has_none(self, report: SummaryReport, profile: Profile) -> None:
        """A page that is merely written carries nothing along."""
        assert told(list(compose(report, profile))) == {}

    @pytest.mark.parametrize(("report", "profile"), EVERY)
    def test_words_keep_their_places(self, report: SummaryReport, profile: Profile) -> None:
        """Behind numerals and dashes, between marks, within emphasis, and in capitals."""
        assert_words_keep_their_places(report, profile)

    @pytest.mark.parametrize(("report", "profile"), EVERY)
    def test_every_passage_is_traced(self, report: SummaryReport, profile: Profile) -> None:
        """But for addressees, which stand within a heading, and leads that lead nowhere."""
        found = told(traced(report, profile))
        lost = {path for path, _ in passages(report) if split(path) not in found}
        silent = {f"$.{name}_lead" for name in LISTS if not getattr(report, name)}
        assert {path for path in lost if not path.endswith(".to")} <= silent

    @given(reports())
    def test_holds_for_any_report(self, report: SummaryReport) -> None:
        """That can be composed at all."""
        with suppress(InvalidInput, InvalidReference):
            assert_words_keep_their_places(report, Profile.named("hd36"))


class TestOrigin:
    """A stretch of the prose becomes a stretch of the paragraph."""

    PROSE = (
        r"Theo [[39-CT/TW]], *nay* \*sao"  # printed as 3 letters, “Theo ” 14 letters “, nay *sao”
    )
    ORIGIN = Origin(("opening", 0), stretches(PROSE, 3, [14]))

    @pytest.mark.parametrize(
        ("span", "printed"),
        [
            ((0, 4), (3, 7)),
            ((5, 16), (8, 22)),
            ((7, 9), (8, 22)),  # within a mark: all that it is printed as
            ((2, 7), (5, 22)),
            ((10, 18), (8, 23)),
            ((19, 22), (24, 26)),
            ((24, 26), (27, 29)),
            ((2, 2), (5, 5)),
            ((90, 99), (32, 32)),
        ],
    )
    def test_printed(self, span: tuple[int, int], printed: tuple[int, int]) -> None:
        """Letter by letter outside of marks, as a whole within."""
        assert Span(*printed) == self.ORIGIN.printed(Span(*span))

    def test_unknown(self) -> None:
        """Of a paragraph that is no prose nothing is known."""
        assert Origin(("number",)).printed(Span(0, 1)) is None
