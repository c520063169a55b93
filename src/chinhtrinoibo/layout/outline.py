"""The outline: the sections of a report, in their order, each one function.

A section is silent when the report has nothing for it. Facts: the order of sections in thematic
and periodic reports; the words of the headings stand in ``data/outline.toml``.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple, Protocol

from chinhtrinoibo import tables, words
from chinhtrinoibo.layout.blocks import Paragraph
from chinhtrinoibo.layout.profiles import Profile
from chinhtrinoibo.layout.prose import Narrator
from chinhtrinoibo.layout.roles import Role
from chinhtrinoibo.model.reports import ReportKind, SummaryReport


class Item(Protocol):
    """A result, lesson or direction: a title and prose."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Its further prose."""


class Desk(NamedTuple):
    """What a section works with: the report, the form, and the one who tells its prose."""

    report: SummaryReport
    profile: Profile
    narrator: Narrator

    def heading(self, section: str) -> str:
        """Return the words of a heading: the report's own, or the usual ones."""
        own = getattr(self.report.headings, section, "")
        return own or _usual(self.report.kind)[section]

    def body(self, prose: Iterable[str]) -> Iterator[Paragraph]:
        """Tell paragraphs of body text."""
        return (self.narrator.tell(Role.BODY, text) for text in prose)

    def numbered(self, role: Role, n: int, prose: str) -> Paragraph:
        """Tell a heading with its numeral, kept on the page of what follows."""
        return self.narrator.tell(role, prose, self.numeral(role, n), keep=True)

    def numeral(self, role: Role, n: int) -> str:
        """Return the ``n``-th numeral of a heading, in the manner of the form."""
        return numeral(getattr(self.profile.numerals, role.value), n)

    def enumerated(self, items: Sequence[Item]) -> Iterator[Paragraph]:
        """Tell items as “Một là, …”; further paragraphs of an item carry no marker."""
        form = self.profile.numerals.item
        spoken = ([*filter(None, (item.title, *item.paragraphs))] for item in items)
        for n, (first, *rest) in enumerate(filter(None, spoken), 1):
            yield self.narrator.tell(Role.BODY, stopped(first), numeral(form, n))
            yield from self.body(rest)

    def headed(self, items: Sequence[Item]) -> Iterator[Paragraph]:
        """Tell items under headings “1. …”; without prose of their own they stay plain lines."""
        for n, item in enumerate(items, 1):
            if item.paragraphs:
                yield self.numbered(Role.HEADING_2, n, item.title)
                yield from self.body(item.paragraphs)
            else:
                numeral = self.numeral(Role.HEADING_2, n)
                yield self.narrator.tell(Role.BODY, stopped(item.title), numeral)

    def dashed(self, texts: Iterable[str], lead: str = "") -> Iterator[Paragraph]:
        """Tell lines that begin with a dash."""
        dash = self.profile.numerals.dash
        return (self.narrator.tell(Role.BODY, stopped(text), dash + lead) for text in texts)


class _Writings(dict[str, str]):
    """The writings of one number, made when a form asks for them."""

    def __init__(self, n: int) -> None:
        super().__init__()
        self._n = n

    def __missing__(self, writing: str) -> str:
        return _WRITINGS[writing](self._n)


_WRITINGS: dict[str, Callable[[int], str]] = {
    "n": str,
    "arabic": str,
    "roman": words.roman,
    "letter": words.letter,
    "enumerator": words.enumerator,
    "ordinal": words.ordinal,
    "part": words.part,
}


@cache
def numeral(form: str, n: int) -> str:
    """Put the number ``n`` into a form.

    >>> numeral("Phụ lục {roman}", 4), numeral("{enumerator}, ", 2)
    ('Phụ lục IV', 'Hai là, ')
    """
    return form.format_map(_Writings(n))


def stopped(sentence: str) -> str:
    """Return a sentence with its stop."""
    return sentence if sentence.endswith((".", ":", ";", "!", "?", "…")) else f"{sentence}."


def situation(desk: Desk) -> Iterator[Paragraph]:
    """Features of the situation (đặc điểm tình hình)."""
    yield from desk.body(desk.report.situation)


def leadership(desk: Desk) -> Iterator[Paragraph]:
    """Leadership and launch (công tác lãnh đạo, chỉ đạo, quán triệt, triển khai)."""
    yield from desk.body(desk.report.leadership)


def results(desk: Desk) -> Iterator[Paragraph]:
    """Results (kết quả thực hiện), one item a task group; titled ones stand under headings."""
    items = desk.report.results
    if items and desk.report.results_lead:
        yield from desk.body([desk.report.results_lead])
    titled = all(item.title for item in items)
    yield from desk.headed(items) if titled else desk.enumerated(items)


def assessment(desk: Desk) -> Iterator[Paragraph]:
    """Overall assessment (đánh giá chung): strengths, shortcomings, causes."""
    within = (("strengths", _strengths), ("shortcomings", _shortcomings), ("causes", _causes))
    n = 0
    for name, section in within:
        paragraphs = section(desk)
        if first := next(paragraphs, None):
            n += 1
            yield desk.numbered(Role.HEADING_2, n, desk.heading(name))
            yield first
            yield from paragraphs


def _strengths(desk: Desk) -> Iterator[Paragraph]:
    yield from desk.body(desk.report.strengths)


def _shortcomings(desk: Desk) -> Iterator[Paragraph]:
    yield from desk.dashed(shortcoming.text for shortcoming in desk.report.shortcomings)


def _causes(desk: Desk) -> Iterator[Paragraph]:
    """Causes (nguyên nhân): of the results, then of the shortcomings; objective ones first."""
    outline = tables.read("outline")
    n = 0
    for of, title in outline["causes"].items():
        causes = [cause for cause in desk.report.causes if cause.of == of]
        if causes:
            n += 1
            yield desk.numbered(Role.HEADING_3, n, title)
            for kind, lead in outline["leads"].items():
                texts = [cause.text for cause in causes if cause.kind == kind]
                yield from desk.dashed(texts, lead)


def lessons(desk: Desk) -> Iterator[Paragraph]:
    """Lessons learnt (bài học kinh nghiệm), each after its numeral."""
    if desk.report.lessons and desk.report.lessons_lead:
        yield from desk.body([desk.report.lessons_lead])
    yield from desk.enumerated(desk.report.lessons)


def directions(desk: Desk) -> Iterator[Paragraph]:
    """What is to be done next (phương hướng, nhiệm vụ, giải pháp)."""
    if desk.report.directions and desk.report.directions_lead:
        yield from desk.body([desk.report.directions_lead])
    yield from desk.headed(desk.report.directions)


def proposals(desk: Desk) -> Iterator[Paragraph]:
    """What is asked of others (kiến nghị, đề xuất), grouped by addressee."""
    addressees: dict[str, list[str]] = {}
    for proposal in desk.report.proposals:
        addressees.setdefault(proposal.to, []).append(proposal.text)
    for n, (to, asked) in enumerate(addressees.items(), 1):
        if to:
            yield desk.numbered(Role.HEADING_2, n, f"Đối với {to}")
        yield from desk.dashed(asked)


Section = Callable[[Desk], Iterator[Paragraph]]

#: The sections in their order, by the name of their heading; the second tuple is Phần thứ hai.
PARTS: tuple[tuple[tuple[str, Section], ...], ...] = (
    (
        ("situation", situation),
        ("leadership", leadership),
        ("results", results),
        ("assessment", assessment),
        ("lessons", lessons),
    ),
    (("directions", directions), ("proposals", proposals)),
)


def body(desk: Desk) -> Iterator[Paragraph]:
    """The body: opening, sections under their headings, closing."""
    yield from desk.body(desk.report.opening)
    if desk.report.two_parts:
        for n, (name, sections) in enumerate(zip(("part_one", "part_two"), PARTS, strict=True), 1):
            yield from _part(desk, n, name, sections)
    else:
        yield from _sections(desk, [section for sections in PARTS for section in sections])
    yield from desk.body(desk.report.closing)


def _part(
    desk: Desk, n: int, name: str, sections: Iterable[tuple[str, Section]]
) -> Iterator[Paragraph]:
    paragraphs = _sections(desk, sections)
    if first := next(paragraphs, None):
        yield Paragraph(Role.PART, numeral(desk.profile.numerals.part, n), keep=True)
        title = desk.narrator.tell(Role.PART_TITLE, desk.heading(name).upper(), keep=True)
        yield title
        yield first
        yield from paragraphs


def _sections(desk: Desk, sections: Iterable[tuple[str, Section]]) -> Iterator[Paragraph]:
    """Number the sections that have something to say, from I in each part."""
    n = 0
    for name, section in sections:
        paragraphs = section(desk)
        if first := next(paragraphs, None):
            n += 1
            yield desk.numbered(Role.HEADING_1, n, desk.heading(name).upper())
            yield first
            yield from paragraphs


def _usual(kind: ReportKind) -> dict[str, str]:
    table: dict[str, dict[str, str]] = tables.read("outline")
    return table["usual"] | table.get(kind.value, {})
